"""What is concealed is nowhere in what is read: every question against the same one, asked of everything."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.engine import Engine

from amp_desktop.domain.concealment import Concealment, is_covered, open_kinds
from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.errors import UnknownEntryError
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.query import EntryQuery, FieldOrder
from amp_desktop.domain.search.search_words import parse
from amp_desktop.domain.share import Share
from amp_desktop.domain.traits import Trait
from amp_desktop.storage.store import Store
from tests.storage.search.searching import sought

DAY = date(2026, 10, 14)
KINDS = tuple(ENTRY_TYPES)


def made(kind: str, sharing: Sharing, after: int, word: str, *, pinned: bool) -> Entry:
    marked = (
        sharing
        if not (ENTRY_TYPES[kind].IS_MOST_PRIVATE and sharing is Sharing.SHAREABLE)
        else Sharing.PRIVATE
    )
    return ENTRY_TYPES[kind](
        title=f"{word} title", body=f"{word} body #{word}", day=DAY + timedelta(days=after),
        tags=(word,), sharing=marked, pinned=pinned,
    )  # fmt: skip


ENTRIES = st.lists(
    st.builds(
        made,
        st.sampled_from(KINDS),
        st.sampled_from(Sharing),
        st.integers(0, 3),
        st.sampled_from(("river", "stone", "cloud")),
        pinned=st.booleans(),
    ),
    max_size=12,
)
QUERIES = st.builds(
    EntryQuery,
    kinds=st.frozensets(st.sampled_from(KINDS), max_size=2),
    tags=st.sampled_from(((), ("river",))),
    traits=st.frozensets(st.sampled_from((Trait.PINNED, Trait.SEALED, Trait.OPEN)), max_size=1),
    sharing=st.none() | st.sampled_from(Sharing),
    since=st.none() | st.just(DAY + timedelta(days=1)),
)


def _covers(entry: Entry) -> bool:
    return entry.is_sealed or entry.kind not in open_kinds()


def hidden(entry: Entry, level: Concealment) -> bool:
    if level is Concealment.CURTAIN:
        return _covers(entry)
    return level is Concealment.SEALED and entry.is_sealed


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ENTRIES, QUERIES, st.sampled_from(Concealment))
def test_every_list_count_and_search_is_the_whole_one_without_it(
    store: Store, entries: list[Entry], query: EntryQuery, level: Concealment
) -> None:
    store.delete([row.id for row in store.whole().rows(limit=999).items])
    store.save_many(entries)
    gone = {entry.id for entry in entries if hidden(entry, level)}
    store.conceal(level)
    try:
        whole = store.whole()
        rows = [row for row in whole.rows(query, limit=99).items if row.id not in gone]
        assert list(store.rows(query, limit=99).items) == rows
        assert [one.id for one in store.entries(query)] == [row.id for row in rows]
        assert store.count(query) == len(rows)
        by_day: dict[date, int] = {}
        for row in rows:
            by_day[row.day] = by_day.get(row.day, 0) + 1
        assert store.count_by_day(query) == by_day
        assert store.first_day(query) == min(by_day, default=None)
        order = FieldOrder("target_day")
        ordered = [row.id for row in whole.rows(query, None, 99, order).items if row.id not in gone]
        assert [row.id for row in store.rows(query, None, 99, order).items] == ordered
        for typed in ("river", "sort:best river", "title -stone"):
            search = parse(typed, DAY).within(query)
            found = [hit.row.id for hit in whole.search(search, limit=99).items if hit.row.id not in gone]
            assert [hit.row.id for hit in store.search(search, limit=99).items] == found
        seen = [entry for entry in entries if entry.id not in gone]
        assert {one.id for one in store.titles_beginning("r", 99, each=True)} == {
            entry.id for entry in seen if entry.title.startswith("river")
        }
        assert {id_ for id_, _ in store.titles()} == {entry.id for entry in seen}
        assert {one.tag: one.entries for one in store.tags()} == {
            word: number for word in ("river", "stone", "cloud")
            if (number := sum(entry.tags == (word,) for entry in seen))
        }  # fmt: skip
        assert store.known_ids(entry.id for entry in entries) == {entry.id for entry in seen}
    finally:
        store.conceal(Concealment.NOTHING)


def test_one_by_one_it_is_unknown_and_so_are_its_versions_and_what_left_of_it(store: Store) -> None:
    kept = store.save(made("note", Sharing.SEALED, 0, "river", pinned=True)).entry
    kept = store.save(replace(kept, title="Else"), keep_version=True).entry
    assert store.versions(kept.id)
    store.record_share(Share(shared_at=kept.created_at, template="t", format="md", entry_ids=(kept.id,),
                             text="river", sha256="", file_name=""))  # fmt: skip
    assert store.shares().items
    reader = store.without_sealed()
    with pytest.raises(UnknownEntryError):
        reader.entry(kept.id)
    with pytest.raises(UnknownEntryError):
        reader.several([kept.id])
    with pytest.raises(UnknownEntryError):
        reader.find_id(str(kept.id))
    assert reader.versions(kept.id) == ()
    assert reader.last_title(kept.id) == ""
    assert reader.shares().items == ()
    assert reader.newest_shares_with(kept.id, 5) == ()
    assert reader.search(sought("river")).items == ()
    assert store.whole().entry(kept.id) == kept


def test_the_rule_in_python_is_the_rule_in_the_file(store: Store) -> None:
    for kind in KINDS:
        for sharing in Sharing:
            entry = made(kind, sharing, 0, "river", pinned=False)
            store.save(entry)
            row = next(one for one in store.rows(limit=999).items if one.id == entry.id)
            assert is_covered(row.kind, row.sharing) is _covers(entry)


@pytest.mark.parametrize(
    ("level", "seen", "seen_outward"),
    [
        (Concealment.NOTHING, {"care", "sealed", "open"}, {"care", "open"}),
        (Concealment.SEALED, {"care", "open"}, {"care", "open"}),
        (Concealment.CURTAIN, {"open"}, {"open"}),
    ],
)
def test_a_view_conceals_what_its_store_does_and_more(
    store: Store, level: Concealment, seen: set[str], seen_outward: set[str]
) -> None:
    store.save_many(
        [
            made(SelfCareNote.KIND, Sharing.PRIVATE, 0, "care", pinned=False),
            made("note", Sharing.SEALED, 1, "sealed", pinned=False),
            made("note", Sharing.SHAREABLE, 2, "open", pinned=False),
        ]
    )
    outward, whole = store.without_sealed(), store.whole()
    store.conceal(level)

    assert {tag for entry in store.entries() for tag in entry.tags} == seen
    assert {tag for entry in outward.entries() for tag in entry.tags} == seen_outward
    assert {tag for entry in whole.entries() for tag in entry.tags} == {"care", "sealed", "open"}
    assert whole.without_sealed().concealed >= Concealment.SEALED


def test_what_writes_sees_all_after_a_read_that_did_not(store: Store) -> None:
    covered = [
        store.save(made(SelfCareNote.KIND, Sharing.PRIVATE, 0, "river", pinned=False)).entry,
        store.save(made("note", Sharing.SEALED, 1, "river", pinned=False)).entry,
    ]
    store.conceal(Concealment.CURTAIN)
    assert store.rows().items == ()
    with pytest.raises(UnknownEntryError):
        store.entry(covered[0].id)

    store.rename_tag("river", "brook", covered[0].created_at)

    assert {entry.tags for entry in store.whole().entries()} == {("brook",)}


@pytest.fixture
def statements() -> Iterator[list[str]]:
    """What is read while the test runs; transactions that write are none of it."""
    heard: list[str] = []

    def hear(connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if not connection.get_execution_options().get("amp_immediate"):
            heard.append(" ".join(statement.split()))

    event.listen(Engine, "before_cursor_execute", hear)
    yield heard
    event.remove(Engine, "before_cursor_execute", hear)


def test_no_reading_statement_forgets_to_ask(store: Store, statements: list[str]) -> None:
    entry = store.save(made("goal", Sharing.PRIVATE, 0, "river", pinned=True)).entry
    store.conceal(Concealment.CURTAIN)
    store.rows(), list(store.entries()), store.search(parse("river", DAY)), store.tags(), list(store.titles())
    store.entry(entry.id), store.several([entry.id]), store.linked(entry.id)
    store.happened(None, None), store.pinned_evidence(), store.versions(entry.id), store.shares()
    store.titles_beginning("river t", 5), store.titles_beginning("r", 5), store.titles_beginning("", 5)
    store.titled([entry.id]), store.ids_by_title(["river title"]), store.rows(EntryQuery(binned=True))
    told = [one for one in statements if any(f".{name}" in one.split(" FROM ")[0] for name in _WORDS)]
    asks = ("concealment()", "shown.kind IN", "AND kind IN")
    assert told
    assert [one for one in told if not any(asked in one for asked in asks)] == []


_WORDS = ("title", "body", "tags", "fields", "text", "snapshot", "tag")
