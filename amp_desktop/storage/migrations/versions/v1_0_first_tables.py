"""The tables that the first version of the program made; the indexes of entries' words come afterwards."""

from alembic import op
from sqlalchemy import BLOB, Column, ForeignKey, Integer, String

revision = "1.0"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _entries()
    _found_by()
    _former_states()
    _beside_entries()


def _entries() -> None:
    op.create_table(
        "entry",
        Column("position", Integer, primary_key=True),
        Column("id", String, nullable=False, unique=True),
        Column("kind", String, nullable=False),
        Column("sharing", String, nullable=False),
        Column("created_at", Integer, nullable=False),
        Column("updated_at", Integer, nullable=False),
        Column("zone", String, nullable=False),
        Column("binned_at", Integer),
        Column("title", String, nullable=False),
        Column("title_key", String, nullable=False),
        Column("tags", String, nullable=False),
        Column("links", String, nullable=False),
        Column("fields", String, nullable=False),
        Column("body", String, nullable=False),
    )
    op.create_index("ix_entry_title_key", "entry", ["title_key"])


def _found_by() -> None:
    op.create_table(
        "entry_tag",
        Column("folded", String, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("tag", String, nullable=False),
        sqlite_with_rowid=False,
    )
    for table, target in (("entry_link", "target_id"), ("entry_mention", "title_key")):
        op.create_table(
            table,
            Column(target, String, primary_key=True),
            Column("source_id", String, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
            sqlite_with_rowid=False,
        )
        op.create_index(f"ix_{table}_source_id", table, ["source_id"])


def _former_states() -> None:
    op.create_table(
        "entry_version",
        Column("entry_id", String, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("kept_at", Integer, nullable=False),
        Column("title", String, nullable=False),
        Column("words", Integer, nullable=False),
        Column("snapshot", BLOB, nullable=False),
    )


def _beside_entries() -> None:
    op.create_table(
        "share",
        Column("number", Integer, primary_key=True),
        Column("id", String, nullable=False, unique=True),
        Column("shared_at", Integer, nullable=False),
        Column("to_whom", String, nullable=False),
        Column("template", String, nullable=False),
        Column("format", String, nullable=False),
        Column("entry_ids", String, nullable=False),
        Column("text", String, nullable=False),
        Column("sha256", String, nullable=False),
        Column("file_name", String, nullable=False),
    )
    op.create_table(
        "setting",
        Column("name", String, primary_key=True),
        Column("value", String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table("tally", Column("commits", Integer, nullable=False))
