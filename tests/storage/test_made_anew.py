"""However entries became what they are, their rows and indexes are those of entries written at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, TypeAlias
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select, text

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.pins import Pin
from amp_desktop.storage import indexes
from amp_desktop.storage.engine import Database
from amp_desktop.storage.rows import to_entry, to_row
from amp_desktop.storage.store import Store
from amp_desktop.storage.tables import (
    ATTACHMENT_USE,
    ENTRY,
    ENTRY_FACT,
    ENTRY_LINK,
    ENTRY_MENTION,
    ENTRY_PIN,
    ENTRY_TAG,
    FULL_TEXT,
)

DAY = date(2026, 7, 22)
NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
IDS = tuple(UUID(int=number, version=4) for number in range(4))
_TABLES = (ENTRY_TAG, ENTRY_LINK, ENTRY_MENTION, ENTRY_FACT, ENTRY_PIN, ATTACHMENT_USE)
_WORDS = st.lists(
    st.sampled_from(
        (
            *("river", "#cli", "#Docs", "[[River]]", "[[one|two]]", "%%aside%%", "Straße", "日記", "`#code`"),
            *("https://example.org", f"![view](attachment:{IDS[0]})", "- [ ] task", "\ud83c\udf89", "\ud83c"),
        )
    ),
    max_size=4,
).map(" ".join)
_TAGS = st.lists(st.sampled_from(("cli", "docs", "Docs", "plan", "日記")), max_size=3).map(tuple)

Changed: TypeAlias = Callable[[Entry], Entry]


def _with(name: str, values: st.SearchStrategy[Any]) -> st.SearchStrategy[Changed]:
    """A change of this field, in entries that have it."""

    def changed(value: Any) -> Changed:
        return lambda entry: replace(entry, **{name: value}) if hasattr(entry, name) else entry

    return values.map(changed)


_CHANGES = st.one_of(
    _with("title", _WORDS),
    _with("body", _WORDS),
    _with("tags", _TAGS),
    _with("links", st.lists(st.sampled_from(IDS), max_size=2, unique=True).map(tuple)),
    _with("day", st.sampled_from((DAY, DAY.replace(day=23)))),
    _with("binned_at", st.sampled_from((None, NOON))),
    _with("pinned", st.booleans()),
    _with("pins", st.sampled_from(((), (Pin("learned"), Pin("done", "work review"))))),
    _with("updated_at", st.sampled_from((NOON, NOON.replace(hour=13)))),
    _with("on_agenda", st.booleans()),
    _with("for_mentor", _WORDS),
    _with("work", st.sampled_from(("", "review"))),
    _with("mood", st.sampled_from((None, 1, 5))),
    _with("steps", st.lists(st.builds(Step, _WORDS, st.booleans()), max_size=2).map(tuple)),
    st.sampled_from((Entry.as_sealed, lambda entry: replace(entry, sharing=Sharing.PRIVATE))),
    st.just(lambda entry: Note(id=entry.id, title=entry.title, day=entry.day)),
)
_TOGETHER = st.lists(_CHANGES, min_size=1, max_size=3).map(
    lambda changes: lambda entry: _one_after_the_other(entry, changes)
)
_ENTRIES: tuple[Entry, ...] = (
    Note(id=IDS[0], title="River", body="words #cli", day=DAY, created_at=NOON, updated_at=NOON),
    Note(id=IDS[1], title="One", tags=("docs",), day=DAY, created_at=NOON, updated_at=NOON),
    Goal(id=IDS[2], title="Two", steps=(Step("a"),), day=DAY, created_at=NOON, updated_at=NOON),
    SelfCareNote(id=IDS[3], mood=3, day=DAY, created_at=NOON, updated_at=NOON),
)


def _one_after_the_other(entry: Entry, changes: list[Changed]) -> Entry:
    for change in changes:
        entry = change(entry)
    return entry


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    steps=st.lists(
        st.tuples(st.lists(st.sampled_from(IDS), min_size=1, unique=True), _TOGETHER, st.booleans()),
        min_size=1,
        max_size=5,
    )
)
def test_what_was_changed_stands_as_if_it_had_been_written_at_once(
    store: Store, database: Database, steps: list[tuple[list[UUID], Changed, bool]]
) -> None:
    store.delete(IDS)
    store.save_many(_ENTRIES)
    for ids, change, is_one_by_one in steps:
        if is_one_by_one:
            for entry_id in ids:
                store.save(change(store.entry(entry_id)))
        else:
            store.change(ids, change)
    as_changed = database.read(_indexes)
    assert database.read(_rows_unlike_their_entries) == []
    database.write(indexes.rebuild)
    assert database.read(_indexes) == as_changed


def _rows_unlike_their_entries(connection: Connection) -> list[tuple[dict[str, Any], dict[str, Any]]]:
    rows = [dict(row) for row in connection.execute(select(ENTRY)).mappings()]
    whole = [{"position": row["position"], **to_row(to_entry(row))} for row in rows]
    return [(row, other) for row, other in zip(rows, whole, strict=True) if row != other]


def _indexes(connection: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """All that is made from entries: the rows of each table, and where each word of the full text stands."""
    held = {table.name: sorted(map(tuple, connection.execute(select(table)))) for table in _TABLES}
    held[ATTACHMENT_USE.name] = [row for row in held[ATTACHMENT_USE.name] if row[-1] == 0]  # none of versions
    vocabulary = f"fts5vocab(main, {FULL_TEXT}, instance)"
    connection.execute(text(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.word USING {vocabulary}"))
    place = "CASE col WHEN 'facets' THEN 0 ELSE offset END"  # facets are in no order
    words = text(f"SELECT term, doc, col, {place} FROM temp.word")
    return {**held, "words": sorted(map(tuple, connection.execute(words)))}
