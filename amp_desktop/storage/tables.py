"""The tables of a journal's file, as SQLAlchemy Core.

A row of `entry` is the whole entry. `entry_tag`, `entry_link`, `entry_mention`, `entry_fact`,
`entry_pin`, `attachment_use` and the full text are indexes made from it, and can be made anew at any time
(see `indexes`).

An entry's `position` is its day and its place within the day in one number, and is the row's key: walking it
downwards gives the newest day first, it is where the next page begins, and the full text uses it as its
row number, so that found entries come in the same order without sorting.
"""

from enum import StrEnum

from sqlalchemy import (
    BLOB,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    text,
)

METADATA = MetaData()


class Flag(StrEnum):
    """What an entry is marked with. The value says so of a row; it stands in indexes, and never changes."""

    BINNED = "binned_at IS NOT NULL"
    PINNED = "pinned = 1"
    AGENDA = "CASE WHEN json_valid(fields) THEN json_extract(fields, '$.on_agenda') END = 1"
    SHAREABLE = "sharing = 'shareable'"
    SEALED = "sharing = 'sealed'"

    @property
    def index_name(self) -> str:
        """The name of the index that holds the positions of the entries marked so."""
        return f"ix_entry_{self.name.lower()}"


ENTRY = Table(
    "entry",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("sharing", String, nullable=False),
    Column("created_at", Integer, nullable=False),  # instants are seconds since 1970, UTC
    Column("updated_at", Integer, nullable=False),
    Column("zone", String, nullable=False),
    Column("binned_at", Integer),
    Column("pinned", Integer, nullable=False, server_default="0"),  # 0 or 1
    Column("title", String, nullable=False),
    Column("title_key", String, nullable=False, index=True),  # what a [[link]] is compared with
    Column("tags", String, nullable=False),  # JSON, as are the next two
    Column("links", String, nullable=False),
    Column("fields", String, nullable=False),
    Column("body", String, nullable=False),  # last, so that what comes before it is read without it
    # A mark changes without indexing the text anew: SQLite itself keeps an index of the entries marked so.
    *(Index(flag.index_name, "position", sqlite_where=text(flag)) for flag in Flag),
)

ENTRY_TAG = Table(
    "entry_tag",
    METADATA,
    Column("folded", String, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("tag", String, nullable=False),
    sqlite_with_rowid=False,
)
"""The tags of entries outside the bin, for counting them."""

ENTRY_LINK = Table(
    "entry_link",
    METADATA,
    Column("target_id", String, primary_key=True),  # may point to an entry that an import brings later
    Column("source_id", ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Links made by hand."""

ENTRY_MENTION = Table(
    "entry_mention",
    METADATA,
    Column("title_key", String, primary_key=True),
    Column("source_id", ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True, index=True),
    sqlite_with_rowid=False,
)
"""Links by title, `[[title]]`."""

ENTRY_VERSION = Table(
    "entry_version",
    METADATA,
    Column("entry_id", ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("kept_at", Integer, nullable=False),
    Column("title", String, nullable=False),
    Column("words", Integer, nullable=False),
    Column("snapshot", BLOB, nullable=False),  # the entry as JSON, compressed
)

ENTRY_FACT = Table(
    "entry_fact",
    METADATA,
    Column("day", Integer, primary_key=True),  # counted from 1 January of year 1
    Column("entry_id", ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("number", Integer, primary_key=True),  # the place within the facts of the entry
    Column("what", String, nullable=False),
    Column("text", String, nullable=False),
    sqlite_with_rowid=False,
)
"""What happened in entries on days that are known, in the bin or not; an index made from entries."""

ENTRY_PIN = Table(
    "entry_pin",
    METADATA,
    Column("topic", String, primary_key=True),
    Column("entry_id", ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("fact", String, primary_key=True),  # its key, or empty for the entry itself
    Column("day", Integer),  # counted from 1 January of year 1; of the fact, if known, or of the entry
    Column("what", String, nullable=False),  # empty for the entry itself
    Column("text", String, nullable=False),
    sqlite_with_rowid=False,
)
"""What entries, in the bin or not, and facts of them that hold are evidence for; made from entries."""

ATTACHMENT = Table(
    "attachment",
    METADATA,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("size", Integer, nullable=False),  # bytes
    Column("width", Integer),  # pixels
    Column("height", Integer),
    Column("added_at", Integer, nullable=False),
    Column("digest", String, nullable=False, unique=True),  # SHA-256, hexadecimal
    sqlite_with_rowid=False,
)

ATTACHMENT_PART = Table(
    "attachment_part",
    METADATA,
    Column("position", Integer, primary_key=True),
    Column("attachment_id", String, nullable=False),  # comes before the attachment, and goes after it
    Column("number", Integer, nullable=False),
    Column("stored_at", Integer, nullable=False),
    Column("content", BLOB, nullable=False),
    Index("ix_attachment_part", "attachment_id", "number", unique=True),
)
"""The bytes of attachments, cut so that none has to be in memory twice."""

ATTACHMENT_USE = Table(
    "attachment_use",
    METADATA,
    Column("attachment_id", String, primary_key=True),  # may be one that an import brings later, or gone
    Column("entry_id", ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("version", Integer, primary_key=True),  # the number of a kept version, or 0 for what stands now
    sqlite_with_rowid=False,
)
"""Which entries refer to which attachments; the rows of what stands now are an index made from entries."""

SHARE = Table(
    "share",
    METADATA,
    Column("number", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("shared_at", Integer, nullable=False),
    Column("to_whom", String, nullable=False),
    Column("template", String, nullable=False),
    Column("format", String, nullable=False),
    Column("entry_ids", String, nullable=False),  # JSON
    Column("text", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("file_name", String, nullable=False),
)

SETTING = Table(
    "setting",
    METADATA,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),  # JSON
    sqlite_with_rowid=False,
)

TALLY = Table("tally", METADATA, Column("commits", Integer, nullable=False))
"""One row: how many transactions have changed the journal, by whichever process."""

FULL_TEXT = "entry_text"
LONGEST_INDEXED_BEGINNING = 4
"""Letters of the longest beginnings of words that the full text has indexes of."""
CREATE_FULL_TEXT = f"""
CREATE VIRTUAL TABLE {FULL_TEXT} USING fts5(
    title, body, rest, facets,
    content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc S* Cn'",
    prefix='{" ".join(map(str, range(1, LONGEST_INDEXED_BEGINNING + 1)))}'
)
"""
"""An index of folded text that holds no copy of it.

`rest` is the fields of prose, the tags and the names of what is attached, `facets` what lists are filtered by
(see `fulltext`). Prefixes of up to four letters have indexes of their own, or a search at the first letters
typed would read most of the index: with 100,000 entries "t" then takes 300 ms instead of 0.2, and "that" 9
ms. They treble the index.
"""

REVISION_TABLE = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where Alembic keeps the version of the tables, which is the name of the last migration."""
