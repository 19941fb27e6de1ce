import inspect
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import uuid4

import pytest

from amp_desktop.domain.concealment import Concealment
from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.query import EXCERPT_LENGTH, EntryQuery, FieldOrder
from amp_desktop.domain.traits import Trait
from amp_desktop.storage import list_store
from amp_desktop.storage.store import Store

NOW = datetime(2026, 7, 22, 12, tzinfo=UTC)
FIRST = date(2026, 1, 1)


@pytest.fixture
def entries(store: Store) -> list[Entry]:
    """120 entries of all sorts, newest first."""
    chance = Random(1)
    made: list[Entry] = []
    for number in range(120):
        kind = chance.choice((Note, Goal, Challenge))
        entry: Entry = kind(
            title=f"n{number}",
            day=FIRST + timedelta(days=number // 3),
            tags=tuple(chance.sample(("Docs", "cli", "hard-won", "日記"), chance.randint(0, 3))),
            sharing=chance.choice([*Sharing]),
            binned_at=NOW if chance.random() < 0.1 else None,
        )
        if isinstance(entry, Goal):
            entry = replace(entry, status=chance.choice([*GoalStatus]))
        if isinstance(entry, Challenge):
            entry = replace(entry, status=chance.choice([*ChallengeStatus]))
        made.append(entry)
        store.save(entry)
    return made[::-1]


QUERIES: dict[str, tuple[EntryQuery, Callable[[Entry], bool]]] = {
    "everything": (EntryQuery(), lambda e: True),
    "kind": (EntryQuery(kinds=frozenset({"goal"})), lambda e: e.kind == "goal"),
    "kinds": (
        EntryQuery(kinds=frozenset({"goal", "note"})),
        lambda e: e.kind in ("goal", "note"),
    ),
    "tag": (EntryQuery(tags=("DOCS",)), lambda e: "Docs" in e.tags),
    "tags": (EntryQuery(tags=("docs", "日記")), lambda e: {"Docs", "日記"} <= set(e.tags)),
    "tag with hyphen": (EntryQuery(tags=("hard-won",)), lambda e: "hard-won" in e.tags),
    "part of a tag": (EntryQuery(tags=("hard",)), lambda e: False),
    "states": (EntryQuery(states=frozenset({"let go", "asked"})), lambda e: e.state in ("let go", "asked")),
    "open": (EntryQuery(traits=frozenset({Trait.OPEN})), lambda e: e.is_open),
    "shareable": (EntryQuery(sharing=Sharing.SHAREABLE), lambda e: e.sharing is Sharing.SHAREABLE),
    "since": (EntryQuery(since=date(2026, 1, 20)), lambda e: e.day >= date(2026, 1, 20)),
    "until": (EntryQuery(until=date(2026, 1, 20)), lambda e: e.day <= date(2026, 1, 20)),
    "a day": (
        EntryQuery(since=date(2026, 1, 20), until=date(2026, 1, 20)),
        lambda e: e.day == date(2026, 1, 20),
    ),
    "no day": (EntryQuery(since=date(2026, 1, 21), until=date(2026, 1, 20)), lambda e: False),
    "everything at once": (
        EntryQuery(
            kinds=frozenset({"goal"}),
            tags=("cli",),
            traits=frozenset({Trait.OPEN}),
            until=date(2026, 2, 1),
        ),
        lambda e: e.kind == "goal" and "cli" in e.tags and e.is_open and e.day <= date(2026, 2, 1),
    ),
}


@pytest.mark.parametrize("name", QUERIES)
@pytest.mark.parametrize("binned", [False, True], ids=["journal", "bin"])
def test_a_query_gives_just_what_is_meant_page_by_page(
    store: Store, entries: list[Entry], name: str, binned: bool
) -> None:
    query, meant = QUERIES[name]
    query = replace(query, binned=binned)
    expected = [e.title for e in entries if meant(e) and bool(e.binned_at) == binned]
    assert [entry.title for entry in store.entries(query)] == expected
    assert store.count(query) == len(expected)
    found, after = [], None
    while True:
        page = store.rows(query, after, 7)
        found += [row.title for row in page.items]
        assert len(page.items) <= 7
        if page.next is None:
            break
        after = page.next
    assert found == expected


def test_kinds_are_counted_outside_the_bin(store: Store, entries: list[Entry]) -> None:
    for kind in ENTRY_TYPES:
        counted = store.count(EntryQuery(kinds=frozenset({kind})))
        assert counted == sum(e.kind == kind and not e.binned_at for e in entries)


def test_a_row_shows_the_beginning_of_the_body_as_one_line(store: Store) -> None:
    store.save(Note(title="long", body="# Heading\n\n" + "word " * 400))
    row = store.rows().items[0]
    assert row.excerpt.startswith("# Heading word word")
    assert row.excerpt.endswith("word…")
    assert len(row.excerpt) <= EXCERPT_LENGTH
    assert row.values == {"work": "", "on_agenda": False, "for_mentor": ""}


def test_pages_stay_right_while_entries_come_and_go(store: Store, entries: list[Entry]) -> None:
    page = store.rows(limit=5)
    store.save(Note(title="new", day=date(2027, 1, 1)))
    store.delete([page.items[-1].id])
    shown = [e.title for e in entries if not e.binned_at]
    assert [row.title for row in store.rows(after=page.next, limit=5).items] == shown[5:10]


def test_entries_stream_beyond_one_page(store: Store) -> None:
    store.save_many(Note(title=str(number)) for number in range(450))
    assert [entry.title for entry in store.entries()] == [str(number) for number in reversed(range(450))]
    assert len(list(store.titles())) == 450


@pytest.mark.parametrize("newest_first", [False, True])
def test_pages_in_the_order_of_a_field(store: Store, newest_first: bool) -> None:
    """Earliest or latest first, those without a day last, and of one day the newer entry first."""
    chance = Random(2)
    days = [None, *(FIRST + timedelta(days=at) for at in range(9))]
    goals = [
        Goal(title=f"g{at}", day=FIRST + timedelta(days=at), target_day=chance.choice(days))
        for at in range(60)
    ]
    for goal in (*goals, replace(goals[0], id=uuid4(), binned_at=NOW)):
        store.save(goal)
    order, query = FieldOrder("target_day", newest_first), EntryQuery(kinds=frozenset({"goal"}))
    sign = -1 if newest_first else 1
    newest = list(reversed(goals))
    dated = sorted(newest, key=lambda goal: sign * (goal.target_day or FIRST).toordinal())
    meant = [*(one for one in dated if one.target_day), *(one for one in dated if not one.target_day)]
    read: list[str] = []
    after = None
    while True:
        page = store.rows(query, after, 7, order)
        read += [row.title for row in page.items]
        if page.next is None:
            break
        after = page.next
    assert read == [goal.title for goal in meant]


def test_all_that_lists_or_counts_entries_reads_what_its_reader_may_see() -> None:
    """A read past `_read` would see what is sealed, and what lies behind the curtain."""
    source = inspect.getsource(list_store)

    assert "_database.read(" not in source


def test_what_only_a_field_of_its_kind_holds_is_asked_for_too(store: Store) -> None:
    linked = Goal(title="Linked", success="As https://example.org/1 says", day=FIRST)
    aside = Challenge(title="Aside", need="Help %%from her%%", day=FIRST)
    for entry in (linked, aside, Goal(title="Neither", day=FIRST)):
        store.save(entry)
    for trait, meant in ((Trait.LINK, linked), (Trait.ASIDE, aside)):
        found = store.rows(EntryQuery(traits=frozenset({trait}))).items
        assert [row.id for row in found] == [meant.id]


def test_what_is_asked_for_often_is_made_once_and_is_always_what_stands_there(store: Store) -> None:
    goal, note = (
        Goal(title="Goal", day=FIRST),
        Note(title="Note", body="x" * 1_000, day=FIRST, updated_at=NOW),
    )
    for entry in (goal, note):
        store.save(entry)
    often = store.remembering()
    before = {entry.id: entry for entry in often.entries()}
    changed = replace(note, body=note.body + "y")  # in the same second, beyond what a list shows
    store.save(changed)
    after = {entry.id: entry for entry in often.entries()}
    assert after[goal.id] is before[goal.id]
    assert (before[note.id], after[note.id]) == (note, changed)
    store.save(replace(goal, sharing=Sharing.SEALED))
    store.conceal(Concealment.SEALED)
    assert [entry.id for entry in often.entries()] == [note.id]


def test_what_is_remembered_has_an_end(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(list_store, "MOST_REMEMBERED", 2)
    often, made = store.remembering(), [Note(title=f"n{number}", day=FIRST) for number in range(3)]
    for entry in made:
        store.save(entry)
    first, second, third = (tuple(often.entries()) for _ in range(3))
    assert set(first) == set(second) == set(third) == set(made)
    assert first[0] is not second[0]
