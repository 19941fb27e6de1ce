"""Work on many entries costs as many statements as work on one; what is written goes in n rows at once."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import Connection, Engine, event

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.query import EVERYTHING, EntryQuery
from amp_desktop.exchange.export.export import ExportFormat
from amp_desktop.journal import Journal
from amp_desktop.storage.store import Store
from amp_desktop.vault import Cost

CHEAP = Cost(memory_kib=8 * 1024, passes=1, lanes=1)
DAY = date(2026, 7, 22)
BINNED = datetime(2026, 7, 22, tzinfo=UTC)
TO_MAKE_READY = 10
"""Statements by which the file makes ready for many (see `many.room_for`, `fulltext.without_merging`)."""
Work = Callable[[Journal, tuple[UUID, ...], Path], object]


def _change(**values: object) -> Work:
    def work(journal: Journal, ids: tuple[UUID, ...], _: Path) -> object:
        def how(entry: Entry) -> Entry:
            return replace(entry, **values)  # type: ignore[arg-type]

        return journal.change_entries(ids, how)

    return work


def _change_apart(journal: Journal, ids: tuple[UUID, ...], _: Path) -> object:
    def how(entry: Entry) -> Entry:
        return replace(entry, body="sea") if entry.title == "Note 0" else replace(entry, title="Other")

    return journal.change_entries(ids, how)


def _change_and_take_back(journal: Journal, ids: tuple[UUID, ...], _: Path) -> object:
    return journal.take_back(journal.change_entries(ids, lambda entry: replace(entry, tags=("plan",))))


def _delete(journal: Journal, ids: tuple[UUID, ...], _: Path) -> object:
    return journal.delete_for_ever(ids)


def _empty(journal: Journal, ids: tuple[UUID, ...], _: Path) -> object:
    return journal.bin.delete(ids), journal.bin.gone(ids)


WORKS: dict[str, Work] = {
    "bin": lambda journal, ids, _: journal.put_in_bin(ids),
    "back from the bin": lambda journal, ids, _: journal.take_from_bin(ids),
    "pin": lambda journal, ids, _: journal.pin(ids),
    "tag": _change(tags=("plan", "cli")),
    "link": _change(links=(UUID(int=7),)),
    "mark": _change(sharing=Sharing.SHAREABLE),
    "agenda": _change(on_agenda=True),
    "another day": _change(day=DAY.replace(day=23)),
    "other fields of some": _change_apart,
    "take back": _change_and_take_back,
    "delete": _delete,
    "delete from the bin": _empty,
    "offer": lambda journal, ids, _: journal.sharing.offer(always=ids),
    "offer of others": lambda journal, ids, _: journal.sharing.offer(DAY.replace(day=30), always=ids),
    "export": lambda journal, ids, folder: journal.maintenance.export(
        folder / f"{len(ids)}", ExportFormat.MARKDOWN, ids=ids
    ),
}


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    made, _ = Journal.create(tmp_path / "journal", "a quiet river", cost=CHEAP)
    with made:
        yield made


@pytest.mark.parametrize("name", WORKS)
def test_work_on_many_costs_no_more_statements_than_on_one(
    journal: Journal, tmp_path: Path, name: str
) -> None:
    counted = {}
    for number in (2, 1, 10, 30, 100):  # the first time other things may be looked up too
        ids = _written(journal, number, binned=name in ("back from the bin", "delete from the bin"))
        with _statements() as seen:
            WORKS[name](journal, ids, tmp_path)
        counted[number] = len(seen)
    assert counted[10] == counted[1]
    assert counted[100] == counted[30]
    assert counted[30] <= counted[1] + TO_MAKE_READY


def test_room_made_for_many_entries_is_given_back(journal: Journal, tmp_path: Path) -> None:
    ids = _written(journal, 30)
    rooms: list[int] = []

    def note_room(connection: Connection, *_: object) -> None:
        driver_connection = connection.connection.dbapi_connection
        assert driver_connection is not None
        rooms.append(driver_connection.cursor().execute("PRAGMA cache_size").fetchone()[0])

    event.listen(Engine, "after_cursor_execute", note_room)
    try:
        WORKS["tag"](journal, ids, tmp_path)
        journal.entry(ids[0])
    finally:
        event.remove(Engine, "after_cursor_execute", note_room)
    assert abs(max(rooms, key=abs)) > abs(rooms[0])
    assert rooms[-1] == rooms[0]


def test_what_becomes_true_of_many_costs_no_more_statements_than_of_one(journal: Journal) -> None:
    counted = {}
    for number in (2, 1, 10):
        goals = [Goal(title="Goal", day=DAY, steps=(Step("a"), Step("b"))) for _ in range(number)]
        journal.save_entries(goals)
        with _statements() as seen:
            journal.change_entries([goal.id for goal in goals], _finished)
        counted[number] = len(seen)
    assert counted[10] == counted[1]
    assert len(journal.happened()) == 13 * 3


def test_who_asks_for_no_entries_asks_nothing(store: Store) -> None:
    with _statements() as seen:
        assert store.several(()) == ()
        assert store.known_ids(()) == frozenset()
    assert seen == []


def _finished(goal: Entry) -> Entry:
    assert isinstance(goal, Goal)
    steps = tuple(replace(step, done=True) for step in goal.steps)
    return replace(goal, steps=steps, status=GoalStatus.ACHIEVED)


@pytest.mark.parametrize("name", ["bin", "back from the bin", "pin", "mark", "agenda"])
def test_a_mark_indexes_no_text_anew(journal: Journal, tmp_path: Path, name: str) -> None:
    ids = _written(journal, 3, binned=name == "back from the bin")
    with _statements() as seen:
        WORKS[name](journal, ids, tmp_path)
    assert [one for one in seen if "entry_text" in one] == []


def test_a_save_reads_once_and_writes_what_has_changed(journal: Journal) -> None:
    note = journal.save_entry(Note(title="Note", body="river", tags=("plan",), day=DAY))
    journal.save_entry(replace(note, body="river, sea"))  # the first after it; others may be looked up too
    with _statements() as seen:
        journal.save_entry(replace(note, body="river, sea, shore"))
    read, update, text = seen  # what counts the save is asked of the driver
    assert read.startswith("SELECT")
    assert text.startswith("INSERT OR REPLACE INTO entry_text")
    columns = re.findall(r"(\w+)=\?", update.partition(" WHERE ")[0])
    assert set(columns) - {"updated_at"} == {"body"}


def test_and_is_found_all_the_same(journal: Journal) -> None:
    one, two, three, four = _written(journal, 4)
    journal.pin([one])
    journal.put_in_bin([two])
    journal.change_entries([three], lambda entry: replace(entry, sharing=Sharing.SHAREABLE))
    journal.change_entries([four], lambda entry: replace(entry, on_agenda=True))  # type: ignore[call-arg]

    def found(words: str, query: EntryQuery = EVERYTHING) -> set[UUID]:
        return {hit.row.id for hit in journal.search(words, query).items}

    assert found("is:pinned") == found("river is:pinned") == {one}
    assert found("river") == {one, three, four}
    assert found("river", EntryQuery(binned=True)) == {two}
    assert found("river", EntryQuery(sharing=Sharing.SHAREABLE)) == {three}
    assert found("river", EntryQuery(sharing=Sharing.PRIVATE)) == {one, four}
    assert found("is:agenda") == found("river is:agenda") == {four}
    assert found("river -is:pinned -is:agenda") == {three}
    assert journal.count() == 3
    assert [tag.entries for tag in journal.tags()] == [3]
    journal.take_from_bin([two])
    assert [tag.entries for tag in journal.tags()] == [4]


def _written(journal: Journal, number: int, *, binned: bool = False) -> tuple[UUID, ...]:
    """Entries with tags, titles that link to each other, links by hand and something attached."""
    notes = [
        Note(
            title=f"Note {at}",
            body=f"river [[Note {at}]] #day",
            day=DAY,
            binned_at=BINNED if binned else None,
        )
        for at in range(number)
    ]
    linked = [replace(note, links=(notes[0].id,)) for note in notes]
    journal.save_entries(linked)
    return tuple(note.id for note in linked)


@contextmanager
def _statements() -> Iterator[list[str]]:
    """All that is executed, with many rows or one, in whichever journal is open."""
    seen: list[str] = []

    def hear(_: Connection, __: object, statement: str, *___: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", hear)
