"""Other names for titles and tags, in every entry that says them, within one transaction."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime
from itertools import count
from uuid import UUID

from sqlalchemy import Connection, bindparam, literal_column, select

from amp_desktop.domain.changes import Change
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.text.entry_tags import with_tag_renamed
from amp_desktop.domain.text.links import relinked, title_key
from amp_desktop.domain.text.texts import with_texts
from amp_desktop.storage import entries, versions
from amp_desktop.storage.search import fulltext, titles
from amp_desktop.storage.tables import ENTRY, FULL_TEXT

_TAGGED = (
    select(ENTRY.c.id)
    .join(fulltext.INDEX, fulltext.INDEX.c.rowid == ENTRY.c.position)
    .where(literal_column(FULL_TEXT).op("MATCH")(bindparam("expression")))
)


def follow_title(
    connection: Connection, entry_id: UUID, former: str, now: datetime, *, joining: bool = False
) -> tuple[Change, ...]:
    """Have the links to an entry's former title lead to the title that it bears now, the bin included.

    They stay as they are while another entry bears the former title, and where either title cannot stand in
    a link. They stay as well where another entry bears the present title, unless `joining`: nobody could
    tell them from the links to that other entry any more.

    Raises:
        UnknownEntryError: There is no such entry.
    """
    key, title = title_key(former), entries.load(connection, entry_id).title
    if key in ("", title_key(title)) or titles.is_borne_by_another(connection, key, entry_id):
        return ()
    if not joining and titles.is_borne_by_another(connection, title_key(title), entry_id):
        return ()

    def follow(entry: Entry) -> Entry:
        return with_texts(entry, lambda text: relinked(text, former, title), title=False)

    return _changed(connection, titles.mentioning(connection, key), follow, now)


def would_join(connection: Connection, entry_id: UUID, former: str) -> int:
    """In how many entries links stay behind at the former title, since another entry bears the present one.

    Raises:
        UnknownEntryError: There is no such entry.
    """
    key, present = title_key(former), title_key(entries.load(connection, entry_id).title)
    borne = [bool(one) and titles.is_borne_by_another(connection, one, entry_id) for one in (key, present)]
    return len(titles.mentioning(connection, key)) if key != present and borne == [False, True] else 0


def loses_title(connection: Connection, entry_id: UUID, former: str) -> bool:
    """Whether links lead to the former title of an entry that has none now, and no version keeps it."""
    key = title_key(former)
    if entries.load(connection, entry_id).title or not titles.mentioning(connection, key):
        return False
    return title_key(versions.last_title(connection, entry_id)) != key


def keep_title(connection: Connection, entry_id: UUID, former: str) -> None:
    """Have a version keep the former title of an entry, so that links follow from there one day.

    Raises:
        UnknownEntryError: There is no such entry.
    """
    versions.keep(connection, [replace(entries.load(connection, entry_id), title=former)])


def rename_tag(
    connection: Connection, former: str, tag: str, now: datetime, progress: Progress = unheard
) -> tuple[Change, ...]:
    """Call a tag otherwise in every entry, the bin included; an empty `tag` takes it away.

    Links to titles in which the tag stands follow.

    Raises:
        CancelledError: `progress` called it off.
    """
    expression = fulltext.expression_of_tag(former)
    found = [UUID(id_) for id_ in connection.execute(_TAGGED, {"expression": expression}).scalars()]

    def rename(entry: Entry) -> Entry:
        return with_tag_renamed(entry, former, tag)

    changes = _changed(connection, found, rename, now, progress)
    retitled = [(before, after) for before, after in changes if before.title != after.title]
    followed = [
        one
        for before, after in retitled
        for one in follow_title(connection, after.id, before.title, now, joining=True)
    ]
    return _joined([*changes, *followed])


def _changed(
    connection: Connection,
    entry_ids: Iterable[UUID],
    how: Callable[[Entry], Entry],
    now: datetime,
    progress: Progress = unheard,
) -> tuple[Change, ...]:
    """Save what `how` makes of entries; of each that becomes another, the state before is kept."""
    ids: list[UUID] = list(entry_ids)
    done = count()

    def stamped(entry: Entry) -> Entry:
        progress(next(done), len(ids))
        after = how(entry)
        return entry if after == entry else after.saved_at(now)

    return entries.change(connection, ids, stamped, keep_version=True)


def _joined(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes that follow each other, as one of each entry."""
    joined: dict[UUID, Change] = {}
    for before, after in changes:
        first = joined.get(after.id, (before, after))[0]
        joined[after.id] = (first, after)
    return tuple(joined.values())
