"""A week: what it held, what it is for, what goes on into the next, and when it is offered to look back."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.reflection import Reflection, monday_of
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.program import Shape
from amp_desktop.domain.program_details import Rest
from amp_desktop.domain.program_shapes import shaped
from amp_desktop.journal import Journal
from amp_desktop.journal.offers import answer_offer, due_offer
from amp_desktop.journal.weeks import carried_over, gathered, week_page, week_to_write, went_by

MONDAY = date(2026, 7, 20)


def day(after: int) -> date:
    return MONDAY + timedelta(days=after)


@given(st.dates())
def test_a_week_begins_on_its_monday(some: date) -> None:
    monday = monday_of(some)
    assert monday.weekday() == 0 or monday == date.min
    assert 0 <= (some - monday).days < 7


def test_a_week_gathers_what_it_held_and_no_value_of_a_check_in(journal: Journal) -> None:
    steps = (Step("Read the code", done=True, done_on=day(1)),)
    journal.save_entries(
        [
            Note(title="Before", day=day(-1)),
            Note(title="A talk", day=day(0)),
            Goal(title="Onboarding", day=day(0), steps=steps),
            Challenge(title="Flaky", day=day(1)),
            Challenge(title="Old", day=day(-9), status=ChallengeStatus.RESOLVED, status_since=day(2)),
            SelfCareNote(day=day(1), mood=4),
            SelfCareNote(title="canary", body="canary", day=day(2), mood=3),
            SelfCareNote(day=day(3), mood=1),
            Note(title="canary of a hard day", day=day(3)),
        ]
    )
    week = gathered(journal, day(4))
    assert week.monday == MONDAY
    assert sorted(row.title for row in week.entries) == ["A talk", "Onboarding"]
    assert [row.title for row in week.opened] == ["Flaky"]
    assert [one.title for one in week.closed] == ["Old"]
    assert [one.text for one in week.steps] == ["Read the code"]
    assert week.checked_in_on == (day(1), day(2), day(3))
    assert "canary" not in repr(week)


def test_what_happened_on_a_hard_day_is_not_told_again(journal: Journal) -> None:
    steps = tuple(Step(f"On day {at}", done=True, done_on=day(at)) for at in (1, 3))
    journal.save_entries(
        [SelfCareNote(day=day(3), mood=1), Goal(title="Onboarding", day=day(0), steps=steps)]
    )
    assert [one.text for one in gathered(journal, day(4)).steps] == ["On day 1"]


def test_what_makes_a_day_hard_makes_it_so_behind_the_curtain_and_in_a_text_too(journal: Journal) -> None:
    journal.save_entries(
        [
            SelfCareNote(day=day(0), mood=1),
            Note(title="Of a day tagged in a text", body="What a day. #hard", day=day(1)),
            Note(title="Sealed", tags=("hard",), day=day(2)).as_sealed(),
            *(Note(title=f"On day {at}", day=day(at)) for at in range(4)),
        ]
    )
    assert [row.title for row in gathered(journal, day(0)).entries] == ["On day 3"]
    journal.curtain.drop()
    assert [row.title for row in gathered(journal, day(0)).entries] == ["On day 3"]


def test_a_week_ends_on_its_sunday(journal: Journal) -> None:
    journal.save_entries(
        [
            Note(title="On Sunday", day=day(6)),
            Note(title="On Monday after", day=day(7)),
            Reflection(day=day(7), plan="Of the week after"),
        ]
    )
    assert [row.title for row in gathered(journal, day(0)).entries] == ["On Sunday"]
    assert [row.title for row in gathered(journal, day(7)).entries] == ["On Monday after"]
    assert week_page(journal, day(6)) is None
    assert week_page(journal, day(13)) is not None


def test_of_two_pages_of_a_week_the_first_one_is_gone_on_with(journal: Journal) -> None:
    journal.save_entries([Reflection(day=day(4), plan="Second"), Reflection(day=day(1), plan="First")])
    assert week_to_write(journal, day(6)).plan == "First"


def test_rest_is_part_of_a_week(journal: Journal) -> None:
    program = shaped(Shape.AMP, date(2026, 6, 15))
    rest = Rest(day(5), day(8))
    journal.save_program(program.with_details(rests=(rest,)))
    assert gathered(journal, day(0)).rests == (rest,)
    assert gathered(journal, day(7)).rests == (rest,)
    assert gathered(journal, day(14)).rests == ()


def test_a_new_week_begins_with_what_is_still_open(journal: Journal) -> None:
    plan = "Review first\n- [x] Rota\n- [ ] Ask about the flaky test\n  * [ ] and write it down"
    journal.save_entry(Reflection(day=day(0), plan=plan))
    new = week_to_write(journal, day(9))
    assert (new.day, new.plan) == (day(7), "- [ ] Ask about the flaky test\n* [ ] and write it down")
    assert week_page(journal, day(9)) is None
    saved = journal.save_entry(new)
    assert week_to_write(journal, day(13)).id == saved.id
    assert carried_over("") == ""


def test_a_week_that_went_by_is_known_only_after_one_that_was_looked_at(journal: Journal) -> None:
    assert not went_by(journal, day(14))
    journal.save_entry(Reflection(day=day(0), plan="Rota"))
    assert not went_by(journal, day(0)), "the first page of all is that of this very week"
    assert not went_by(journal, day(7))
    assert went_by(journal, day(14))


def names(journal: Journal, days: range) -> list[str | None]:
    """What is offered on each of these days, none of which is answered."""
    offers = [due_offer(journal, day(after)) for after in days]
    return [offer.name if offer else None for offer in offers]


def test_the_week_is_offered_only_to_those_who_asked_on_their_day(journal: Journal) -> None:
    assert names(journal, range(7)) == [None] * 7
    journal.save_preferences(replace(journal.preferences, week_ends_on=4))
    plan, look = "week-plan", "week-reflection"
    assert names(journal, range(7)) == [plan, plan, plan, None, look, look, look]
    page = journal.save_entry(Reflection(day=day(0), plan="Rota"))
    assert names(journal, range(7)) == [None, None, None, None, look, look, look]
    journal.save_entry(replace(page, went_well="All of it"))
    assert names(journal, range(7)) == [None] * 7


def test_a_week_that_was_left_is_not_asked_about_again(journal: Journal) -> None:
    journal.save_preferences(replace(journal.preferences, week_ends_on=4))
    offer = due_offer(journal, day(4))
    assert offer is not None
    answer_offer(journal, offer, day(4))
    assert names(journal, range(4, 7)) == [None] * 3
    assert names(journal, range(7, 8)) == ["week-plan"]


def test_expectations_are_looked_back_on_once_a_month(journal: Journal) -> None:
    then = datetime(2026, 6, 16, 12, tzinfo=UTC)
    note = Note(title="What we expect", day=date(2026, 6, 16), created_at=then, updated_at=then)
    journal.save_entries([note])
    program = shaped(Shape.AMP, date(2026, 6, 15))
    journal.save_program(program.with_details(expectations=note.id))
    assert due_offer(journal, date(2026, 7, 15)) is None
    offer = due_offer(journal, date(2026, 7, 16))
    assert offer is not None
    assert (offer.name, offer.about) == ("still-so", str(note.id))
    journal.save_program(journal.program.with_details(still_so=(date(2026, 7, 16),)))
    assert due_offer(journal, date(2026, 8, 14)) is None
    assert due_offer(journal, date(2026, 8, 15)) is not None
    answer_offer(journal, offer, date(2026, 8, 15))
    assert due_offer(journal, date(2026, 9, 10)) is None
    assert due_offer(journal, date(2026, 11, 20)) is None, "the program is over"
    journal.put_in_bin([note.id])
    assert due_offer(journal, date(2026, 12, 1)) is None


def test_expectations_that_were_changed_or_thrown_away_are_not_asked_about(journal: Journal) -> None:
    then = datetime(2026, 6, 16, 12, tzinfo=UTC)
    changed = datetime(2026, 7, 10, 12, tzinfo=UTC)
    note = Note(title="What we expect", day=date(2026, 6, 16), created_at=then, updated_at=changed)
    journal.save_entries([note])
    program = shaped(Shape.AMP, date(2026, 6, 15))
    journal.save_program(program.with_details(expectations=note.id))

    assert due_offer(journal, date(2026, 8, 8)) is None
    assert due_offer(journal, date(2026, 8, 9)) is not None
    journal.put_in_bin([note.id])
    assert due_offer(journal, date(2026, 10, 10)) is None


@pytest.mark.parametrize(
    ("moods", "speaks"), [((1, 2, 1), True), ((1, 4, 1), False), ((1, 2), False), ((4, 1, 2, 2), True)]
)
def test_a_low_run_is_spoken_of_only_where_that_was_asked_for(
    journal: Journal, moods: tuple[int, ...], speaks: bool
) -> None:
    journal.save_entries([SelfCareNote(day=day(at), mood=mood) for at, mood in enumerate(moods)])
    today = day(len(moods))
    assert due_offer(journal, today) is None
    journal.save_preferences(replace(journal.preferences, low_run_sentence=True))
    offer = due_offer(journal, today)
    assert (offer is not None) is speaks
    if offer is not None:
        assert offer.name == "low-run"
        answer_offer(journal, offer, today)
        assert due_offer(journal, today + timedelta(days=1)) is None
