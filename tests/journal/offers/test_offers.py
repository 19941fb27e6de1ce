"""What the page of the day may offer: one thing at a time, and left alone once it was answered."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.offers import Offer, OffersAnswered
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import default_program
from amp_desktop.domain.waiting import WaitingDays
from amp_desktop.journal import Journal
from amp_desktop.journal.offers import answer_offer, due_offer
from amp_desktop.journal.offers.base import OfferSource
from amp_desktop.journal.offers.low_run import low_run
from amp_desktop.journal.offers.registry import OFFERS
from tests.stores import set_beside

DAY = date(2026, 7, 22)
THEN = datetime(2026, 7, 1, 12, tzinfo=UTC)


def goal(title: str, *steps: Step, status: GoalStatus = GoalStatus.ACTIVE) -> Goal:
    return Goal(title=title, day=date(2026, 7, 1), steps=steps, status=status)


def titles(journal: Journal, days: int) -> list[str]:
    """The titles of what is offered on the days that follow, each of which is left at once."""
    seen = []
    for after in range(days):
        offer = due_offer(journal, DAY + timedelta(days=after))
        if offer is not None:
            assert offer.row is not None
            seen.append(offer.row.title)
            answer_offer(journal, offer, DAY + timedelta(days=after))
    return seen


def test_a_goal_is_asked_for_its_next_small_step_once_a_week_at_most(journal: Journal) -> None:
    journal.save_entries(
        [
            goal("Without"),
            goal("All done", Step("Read", done=True)),
            goal("With one", Step("Read")),
            goal("Planned", status=GoalStatus.PLANNED),
            Goal(title="Written yesterday", day=date(2026, 7, 30)),
        ]
    )
    assert len(titles(journal, 7)) == 1
    assert len(titles(journal, 8)) == 1


def test_a_new_goal_is_left_alone_for_two_days(journal: Journal) -> None:
    journal.save_entry(Goal(title="New", day=DAY))
    assert due_offer(journal, DAY + timedelta(days=1)) is None
    offer = due_offer(journal, DAY + timedelta(days=2))
    assert offer is not None
    assert offer.name == "goal-without-step"


def test_what_was_answered_gives_the_rest_of_the_day_peace(journal: Journal) -> None:
    journal.save_entries([goal("Without"), Challenge(title="Rests", day=date(2026, 7, 1), updated_at=THEN)])
    first = due_offer(journal, DAY)
    assert first is not None
    assert first.name == "resting-challenge"
    answer_offer(journal, first, DAY)
    assert due_offer(journal, DAY) is None
    second = due_offer(journal, DAY + timedelta(days=1))
    assert second is not None


def test_an_answer_of_a_clock_that_was_ahead_silences_nothing_for_long(journal: Journal) -> None:
    journal.save_entry(goal("One"))
    ahead = DAY + timedelta(days=300)
    offer = due_offer(journal, ahead)
    assert offer is not None
    answer_offer(journal, offer, ahead)
    assert due_offer(journal, ahead) is None
    assert due_offer(journal, ahead - timedelta(days=1)) is None, "a journey to the west gives no second one"
    again = due_offer(journal, DAY)
    assert again is not None
    assert again.about == offer.about


def test_what_was_answered_outlasts_the_window_and_holds_no_word(journal: Journal) -> None:
    journal.save_entry(goal("A secret wish"))
    offer = due_offer(journal, DAY)
    assert offer is not None
    answer_offer(journal, offer, DAY)
    kept = journal.offers_answered
    assert kept.last("goal-without-step", offer.about) == DAY
    assert "secret" not in str(kept.to_json())


@settings(max_examples=60, deadline=None)
@given(
    answers=st.lists(
        st.tuples(st.sampled_from([one.name for one in OFFERS]), st.text(max_size=8), st.dates()), max_size=8
    )
)
def test_answers_come_back_as_they_were_kept(answers: list[tuple[str, str, date]]) -> None:
    kept = OffersAnswered({})
    for name, about, day in answers:
        kept = kept.with_answer(Offer(name, about), day)
        assert kept.last(name, about) == kept.last(name) == day
    assert OffersAnswered.from_json(kept.to_json()) == kept


@pytest.mark.parametrize("data", [None, [], "x", {"a": 3, "b": "never", "c": None}])
def test_what_is_no_answer_is_passed_over(data: object) -> None:
    assert OffersAnswered.from_json(data) == OffersAnswered({})


def still(title: str, day: date = date(2026, 7, 1), updated_at: datetime = THEN) -> Challenge:
    return Challenge(title=title, day=day, updated_at=updated_at)


def test_a_challenge_that_was_left_is_offered_again_only_once_something_changed(journal: Journal) -> None:
    journal.save_entries([still("Stuck"), still("Also stuck", date(2026, 7, 2))])
    assert titles(journal, 6) == ["Stuck", "Also stuck"]
    assert titles(journal, 30) == []
    (stuck,) = (entry for entry in journal.entries() if entry.title == "Stuck")
    journal.change_entries([stuck.id], lambda entry: replace(entry, body="Tried more."))
    offer = due_offer(journal, journal.today() + timedelta(days=6))
    assert offer is not None
    assert offer.row is not None
    assert offer.row.title == "Stuck"


@pytest.mark.parametrize(("span", "offered"), [(5, True), (21, True), (22, False), (0, False)])
def test_how_long_a_challenge_stands_still_before_is_the_mentees(
    journal: Journal, span: int, offered: bool
) -> None:
    journal.save_entries([still("Stuck")])
    journal.waiting.set_days(replace(journal.waiting.days, stands_still=span))
    assert (due_offer(journal, DAY) is not None) is offered


def test_what_was_written_at_night_stands_still_since_the_day_that_it_belongs_to(journal: Journal) -> None:
    night = datetime(2026, 7, 18, 2).astimezone(UTC)
    journal.save_entries([still("Written at night", date(2026, 7, 17), updated_at=night)])
    assert due_offer(journal, DAY) is not None
    journal.save_preferences(Preferences(day_ends_at=1))
    assert due_offer(journal, DAY) is None
    assert due_offer(journal, DAY + timedelta(days=1)) is not None


def test_days_that_were_kept_before_there_was_a_span_have_the_usual_one(journal: Journal) -> None:
    set_beside(journal, "waiting: days", {"nudge": 3, "someone_else": 9})
    assert journal.waiting.days == WaitingDays(3, 9, 5)
    set_beside(journal, "waiting: days", {"nudge": 3, "someone_else": 9, "stands_still": "x"})
    assert journal.waiting.days == WaitingDays(3, 9, 5)


def test_no_offer_speaks_of_what_is_sealed(journal: Journal) -> None:
    journal.save_entries(
        [
            goal("Sealed").as_sealed(),
            Challenge(title="Sealed", day=date(2026, 7, 1), updated_at=THEN).as_sealed(),
        ]
    )
    assert due_offer(journal, DAY) is None
    assert journal.count() == 2


def test_the_same_thing_is_offered_again_on_the_day_on_which_its_quiet_is_over() -> None:
    source = OfferSource(
        "thing", lambda _journal, _day: [Offer("thing", "a")], about_quiet=timedelta(days=30)
    )
    answered = OffersAnswered({}).with_answer(Offer("thing", "a"), DAY)

    def offered(after: int) -> bool:
        return source.look(Mock(), answered, DAY + timedelta(days=after)) is not None

    assert [offered(after) for after in (1, 29, 30, 31)] == [False, False, True, True]


def test_a_day_with_one_hard_check_in_is_a_hard_one(journal: Journal) -> None:
    journal.save_preferences(replace(journal.preferences, low_run_sentence=True))
    days = [DAY - timedelta(days=back) for back in (1, 2, 3)]
    moods = ((1, 4), (4, 1), (1, 4))
    journal.save_entries(
        [SelfCareNote(day=day, mood=mood) for day, both in zip(days, moods, strict=True) for mood in both]
    )

    assert [offer.name for offer in low_run(journal, DAY)] == ["low-run"]


def test_the_last_days_make_a_low_run_and_not_the_first_ones(journal: Journal) -> None:
    journal.save_preferences(replace(journal.preferences, low_run_sentence=True))
    hard = [SelfCareNote(day=DAY - timedelta(days=back), mood=1) for back in (7, 6, 5)]
    journal.save_entries([*hard, SelfCareNote(day=DAY - timedelta(days=1), mood=5)])
    assert [*low_run(journal, DAY)] == []
    journal.save_entries([SelfCareNote(day=DAY + timedelta(days=at), mood=1) for at in range(3)])
    assert [*low_run(journal, DAY)] == []
    assert [offer.name for offer in low_run(journal, DAY + timedelta(days=2))] == ["low-run"]


def test_expectations_are_asked_about_in_the_first_fortnight_until_they_are_written(journal: Journal) -> None:
    program = default_program(2026)
    assert program.starts is not None
    first, last = program.starts, program.starts + timedelta(days=13)
    journal.save_program(program)
    assert due_offer(journal, first - timedelta(days=1)) is None
    assert due_offer(journal, last + timedelta(days=1)) is None
    assert due_offer(journal, first) == due_offer(journal, last) == Offer("expectations", first.isoformat())
    written = journal.save_entry(Note(title="Ours", day=first))
    journal.save_program(program.with_details(expectations=written.id))
    assert due_offer(journal, last) is None
    journal.put_in_bin([written.id])
    assert due_offer(journal, last) is not None


def test_expectations_that_were_left_are_not_asked_about_again(journal: Journal) -> None:
    program = default_program(2026)
    assert program.starts is not None
    journal.save_program(program)
    offer = due_offer(journal, program.starts)
    assert offer is not None
    answer_offer(journal, offer, program.starts)
    assert [due_offer(journal, program.starts + timedelta(days=after)) for after in range(14)] == [None] * 14
