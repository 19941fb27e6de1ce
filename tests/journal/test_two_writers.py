"""Two processes write one entry, as a window and a terminal do: nothing that either wrote is lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amp_desktop.domain.dated_facts import dated
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.merge import Merge, merge
from amp_desktop.domain.versions import contents
from amp_desktop.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE, MakeEntry, SetClock

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
WORDS = st.lists(st.sampled_from(("one", "two", "three", "#tag", "%%aside%%", "日")), max_size=6).map(
    " ".join
)
EDITS = st.one_of(
    st.tuples(st.just("title"), WORDS),
    st.tuples(st.just("body"), WORDS),
    st.tuples(st.just("success"), WORDS),
    st.tuples(st.just("status"), st.sampled_from(GoalStatus)),
    st.tuples(st.just("steps"), st.sampled_from(((), (Step("a"),), (Step("a", done=True), Step("b"))))),
    st.tuples(st.just("tags"), st.lists(st.sampled_from(("cli", "docs")), max_size=2).map(tuple)),
)
TURNS = st.lists(st.tuples(st.booleans(), st.booleans(), st.lists(EDITS, max_size=3)), max_size=8)
"""Who writes, whether it looked at the journal before, and what it changes."""


@pytest.fixture
def other(journal: Journal, journal_folder: Path) -> Iterator[Journal]:
    """The same journal, open in another process as far as the journal can tell."""
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as opened:
        yield opened


@pytest.fixture(scope="module")
def writers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Journal, Journal]]:
    """The same journal, opened twice."""
    folder = tmp_path_factory.mktemp("two") / "journal"
    one, _ = Journal.create(folder, PASSPHRASE, cost=CHEAP, clock=SetClock(NOON))
    with one, Journal.open(folder, passphrase=PASSPHRASE, clock=SetClock(NOON)) as two:
        yield one, two


def test_a_tag_renamed_elsewhere_stays_renamed_under_a_text_that_is_typed(
    journal: Journal, other: Journal, make_entry: MakeEntry
) -> None:
    opened = journal.save_entry(make_entry(title="A day", body="I was at #oldtag today.\n\nIt rained."))
    assert len(other.tagging.rename("oldtag", "newtag")) == 1
    merged = journal.merge_entry(replace(opened, body=opened.body + " All day."), opened)
    assert merged.entry.body == "I was at #newtag today.\n\nIt rained. All day."
    assert not merged.conflicts
    assert journal.entry(opened.id) == merged.entry


def test_where_texts_overlap_one_stands_and_the_other_is_a_version(
    journal: Journal, other: Journal, make_entry: MakeEntry
) -> None:
    opened = journal.save_entry(make_entry(title="A day", body="I was at #oldtag"))
    other.tagging.rename("oldtag", "newtag")
    merged = journal.merge_entry(replace(opened, body="I was at #oldtag, late"), opened)
    assert merged.conflicts == {"body"}
    assert journal.entry(opened.id).body == "I was at #oldtag, late"
    assert "I was at #newtag" in _kept_bodies(journal, opened)


def test_going_on_with_what_another_wrote_keeps_what_it_wrote(
    journal: Journal, other: Journal, make_entry: MakeEntry
) -> None:
    first = journal.save_entry(make_entry(body="one"))
    theirs = other.save_entry(replace(first, body="one two"), first)
    seen = journal.entry(first.id)
    assert seen == theirs
    journal.save_entry(replace(seen, body="one two three"), seen)
    assert "one two" in _kept_bodies(journal, first)
    journal.save_entry(replace(seen, body="one two three four"))
    assert "one two three" not in _kept_bodies(journal, first)


def test_a_pin_makes_what_another_wrote_nobodys_but_theirs(
    journal: Journal, other: Journal, make_entry: MakeEntry
) -> None:
    first = journal.save_entry(make_entry(body="one"))
    theirs = other.save_entry(replace(first, body="one two"), first)
    pinned = journal.save_entry(replace(theirs, pinned=True), theirs)
    journal.save_entry(replace(pinned, body="one two three"), pinned)
    assert "one two" in _kept_bodies(journal, first)


def test_a_save_that_names_no_beginning_keeps_what_another_wrote(
    journal: Journal, other: Journal, make_entry: MakeEntry
) -> None:
    opened = journal.save_entry(make_entry(body="one"))
    other.save_entry(replace(opened, body="theirs"))
    journal.save_entry(replace(opened, body="ours"))
    assert "theirs" in _kept_bodies(journal, opened)


def test_what_is_changed_in_several_at_once_keeps_what_another_wrote(
    journal: Journal, other: Journal, make_entry: MakeEntry
) -> None:
    opened = journal.save_entry(make_entry(body="one"))
    other.save_entry(replace(opened, body="theirs"), opened)
    journal.change_entries([opened.id], lambda entry: replace(entry, tags=("docs",)))
    assert "theirs" in _kept_bodies(journal, opened)


def test_half_a_character_is_nobody_elses_work(journal: Journal) -> None:
    base = journal.save_entry(Note(title="x \ud83d", body="one \udc00 two", tags=("t\ud800",)))
    assert base == journal.entry(base.id)
    for text in ("one \udc00 two t", "one \udc00 two th", "one \udc00 two thr"):
        merged = journal.merge_entry(replace(base, body=text), base)
        assert not merged.conflicts
        base = merged.entry
    assert journal.versions(base.id) == ()


@settings(max_examples=40)
@given(turns=TURNS)
def test_nothing_that_either_wrote_is_lost(
    writers: tuple[Journal, Journal], turns: list[tuple[bool, bool, list[tuple[str, Any]]]]
) -> None:
    first = writers[0].save_entry(Goal(title="Lead a release", body="one two three", tags=("cli",)))
    seen = [first, first]
    written, by = first, 0
    for who, looks, edits in turns:
        base = writers[who].entry(first.id) if looks else seen[who]
        ours = replace(base, **dict(edits))
        merged = writers[who].merge_entry(ours, base)
        expected = _dated(merge(base, ours, written), written, writers[who].today)
        assert contents(merged.entry) == contents(expected.entry)
        assert merged.conflicts == expected.conflicts
        kept = {contents(writers[who].version(first.id, v.number)) for v in writers[who].versions(first.id)}
        if by != who:
            assert contents(written) in kept | {contents(merged.entry)}
        for name in ("title", "body", "success", "status", "steps"):
            mine = getattr(ours, name)
            if mine != getattr(base, name) and getattr(written, name) in (mine, getattr(base, name)):
                assert _undated(getattr(merged.entry, name)) == _undated(mine)
            if name in merged.conflicts and name != "steps":  # of those, what does not conflict is merged
                assert getattr(merged.entry, name) == mine
        by = by if contents(written) == contents(merged.entry) else int(who)
        seen[who] = written = merged.entry
        assert writers[1 - who].entry(first.id) == written
    writers[0].delete_for_ever([first.id])


def _dated(merged: Merge[Goal], before: Goal, today: Callable[[], date]) -> Merge[Goal]:
    return replace(merged, entry=dated(merged.entry, before, today))


def _undated(value: Any) -> Any:
    return tuple(replace(step, done_on=None) for step in value) if isinstance(value, tuple) else value


def test_two_who_tick_different_steps_both_have_ticked(journal: Journal, other: Journal) -> None:
    opened = journal.save_entry(Goal(title="Ship", steps=(Step("ask"), Step("do"), Step("tell"))))
    ask, do, tell = opened.steps
    other.save_entry(replace(opened, steps=(replace(ask, done=True), do, tell)), opened)
    ours = replace(opened, steps=(tell, ask, replace(do, done=True, text="do it"), Step("rest")))
    merged = journal.merge_entry(ours, opened)
    assert not merged.conflicts
    found = [(step.id, step.text, step.done) for step in merged.entry.steps]
    assert found[:3] == [(tell.id, "tell", False), (ask.id, "ask", True), (do.id, "do it", True)]
    assert [text for _, text, _ in found[3:]] == ["rest"]


def _kept_bodies(journal: Journal, entry: Entry) -> set[str]:
    return {journal.version(entry.id, version.number).body for version in journal.versions(entry.id)}


def test_a_kind_that_another_wrote_is_kept(journal: Journal, other: Journal, make_entry: MakeEntry) -> None:
    opened = journal.save_entry(make_entry("note", body="one"))
    other.save_entry(Goal(id=opened.id, title="Theirs"))
    assert journal.merge_entry(replace(opened, body="two"), opened).conflicts == {"kind"}
    assert journal.version(opened.id, journal.versions(opened.id)[0].number).title == "Theirs"
