"""What an entry is, kind by kind: when it is empty, open, shareable, and the form in which it is kept."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import uuid4

import pytest

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus, Step
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.work import Work

TYPES = list(ENTRY_TYPES.values())


def test_every_kind_has_a_class() -> None:
    assert all(kind == entry_type.KIND for kind, entry_type in ENTRY_TYPES.items())


@pytest.mark.parametrize("entry_type", TYPES)
def test_nothing_put_in_is_empty(entry_type: type[Entry]) -> None:
    assert entry_type().is_empty
    assert entry_type(title="  ", body=" \n", tags=("!",)).is_empty


@pytest.mark.parametrize("entry_type", TYPES)
@pytest.mark.parametrize("values", [{"title": "a"}, {"body": "a"}, {"tags": ("a",)}, {"links": (uuid4(),)}])
def test_any_common_value_fills_it(entry_type: type[Entry], values: dict[str, Any]) -> None:
    assert not entry_type(**values).is_empty


@pytest.mark.parametrize(
    "entry",
    [
        Goal(steps=(Step("first"),)),
        Goal(success="seen"),
        Goal(target_day=date(2026, 9, 1)),
        Goal(area=Area.TRIAGE),
        Challenge(tried="a"),
        Challenge(need="a"),
        Challenge(asked=(Asking("my mentor"),)),
        Challenge(what_helped="a"),
        SelfCareNote(mood=1),
        SelfCareNote(energy=5),
        SelfCareNote(stress=3),
        SelfCareNote(what_did_me_good="rain"),
        Milestone(evidence=(Evidence("https://example.org"),)),
        Milestone(program_phase="midterm"),
        Milestone(whom_to_thank="a friend"),
    ],
    ids=lambda entry: type(entry).__name__,
)
def test_any_value_of_its_own_fills_it(entry: Entry) -> None:
    assert not entry.is_empty


def test_a_self_care_note_cannot_be_marked_shareable() -> None:
    with pytest.raises(InvalidValueError, match="cannot be marked shareable"):
        SelfCareNote(mood=4, sharing=Sharing.SHAREABLE)
    with pytest.raises(InvalidValueError, match="cannot be marked shareable"):
        replace(SelfCareNote(mood=4), sharing=Sharing.SHAREABLE)


@pytest.mark.parametrize("entry_type", [t for t in TYPES if not t.IS_MOST_PRIVATE])
def test_all_other_kinds_can_be_marked_shareable_and_begin_private(entry_type: type[Entry]) -> None:
    assert entry_type().sharing is Sharing.PRIVATE
    assert entry_type(sharing=Sharing.SHAREABLE).sharing is Sharing.SHAREABLE


@pytest.mark.parametrize("name", ["mood", "energy", "stress"])
@pytest.mark.parametrize("value", [0, 6, -1])
def test_a_check_in_goes_from_one_to_five(name: str, value: int) -> None:
    with pytest.raises(InvalidValueError, match=name):
        SelfCareNote(**{name: value})  # type: ignore[arg-type]


def test_a_challenge_and_a_milestone_begin_on_their_own_day() -> None:
    day = date(2026, 7, 22)

    assert Challenge(day=day).since == day
    assert Challenge(day=day, since=date(2026, 7, 1)).since == date(2026, 7, 1)
    assert Milestone(day=day).reached_on == day
    assert Milestone(day=day, reached_on=date(2026, 7, 1)).reached_on == date(2026, 7, 1)


@pytest.mark.parametrize(
    ("entry", "state", "is_open"),
    [
        (Note(), None, False),
        (SelfCareNote(), None, False),
        (Milestone(), None, False),
        (Goal(status=GoalStatus.PLANNED), "planned", True),
        (Goal(), "active", True),
        (Goal(status=GoalStatus.ACHIEVED), "achieved", False),
        (Goal(status=GoalStatus.LET_GO), "let go", False),
        (Challenge(), "open", True),
        (Challenge(status=ChallengeStatus.ASKED), "asked", True),
        (Challenge(status=ChallengeStatus.RESOLVED), "resolved", False),
        (Challenge(status=ChallengeStatus.PARKED), "parked", False),
    ],
)
def test_where_it_stands(entry: Entry, state: str | None, is_open: bool) -> None:
    assert (entry.state, entry.is_open) == (state, is_open)


def test_a_title_is_one_line() -> None:
    assert Note(title=" two\n lines\tof it ").title == "two lines of it"


def test_instants_are_kept_in_utc_to_the_second() -> None:
    written = datetime.fromisoformat("2026-07-23T00:44:05.678+05:30")
    entry = Note(created_at=written, updated_at=written, binned_at=written)

    assert (
        entry.created_at
        == entry.updated_at
        == entry.binned_at
        == datetime(2026, 7, 22, 19, 14, 5, tzinfo=UTC)
    )
    assert entry.created_at.tzinfo is UTC


@pytest.mark.parametrize("name", ["created_at", "updated_at", "binned_at"])
def test_an_instant_needs_a_zone(name: str) -> None:
    with pytest.raises(InvalidValueError, match=name):
        Note(**{name: datetime(2026, 7, 22, 19, 14)})  # type: ignore[arg-type]  # noqa: DTZ001


def test_work_that_leaves_no_commit_is_worth_an_entry_without_a_word() -> None:
    note = Note(work=Work.REVIEW)
    assert not note.is_empty
    assert note.says_something_without_words
    assert list(note.summary_facts()) == ["review"]
    assert Note().is_empty
    assert not Note().says_something_without_words


@pytest.mark.parametrize("kind", ENTRY_TYPES.values(), ids=ENTRY_TYPES)
def test_an_entry_goes_through_the_states_of_its_kind(kind: type[Entry]) -> None:
    entry = kind(title="A")
    assert [entry.with_state(state).state for state in kind.STATES] == list(kind.STATES)
    if not kind.STATES:
        assert entry.with_state("open") == entry


@pytest.mark.parametrize("entry_type", TYPES)
def test_what_is_saved_at_a_moment_is_as_a_new_value_with_that_moment(entry_type: type[Entry]) -> None:
    entry = entry_type(title="River", tags=("plan",))
    moment = datetime(2026, 7, 22, 9, 30, 15, 999, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    saved = entry.saved_at(moment)
    assert saved == replace(entry, updated_at=moment)
    assert saved.updated_at == datetime(2026, 7, 22, 4, 0, 15, tzinfo=UTC)
    assert saved.updated_at.tzinfo is UTC
    assert entry.saved_at(moment.astimezone(UTC)) == saved
    assert entry.updated_at != saved.updated_at


def test_no_entry_is_saved_at_a_moment_without_a_zone() -> None:
    with pytest.raises(InvalidValueError, match="needs a time zone"):
        Note(title="River").saved_at(datetime(2026, 7, 22))  # noqa: DTZ001
