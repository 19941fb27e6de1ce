"""What is seen of a row, by kind and by page, from what a list is given of an entry."""

from datetime import date

import pytest

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.list.row_words import ListRowText, row_text, spoken_row
from amp_desktop.ui.entries.list.source import EntrySource
from amp_desktop.ui.widgets.state_shape import Look, StateShape, ring

TODAY = date(2026, 9, 22)
STEPS = (*(Step(text, done=True) for text in "abcd"), Step("e"), Step("f"))
MENTOR = (Asking("my mentor", date(2026, 9, 17), "our call"),)


def seen(journal: Journal, entry: Entry, *, only: str | None = None, headed: bool = False) -> ListRowText:
    journal.save_entry(entry)
    hit = EntrySource(journal).one(entry.id)
    assert hit is not None
    return row_text(hit, TODAY, only=only, headed=headed)


@pytest.mark.parametrize(
    ("entry", "line", "shape"),
    [
        (
            Goal(title="A", steps=STEPS, target_day=date(2026, 9, 24)),
            "4 of 6 steps · 24 Sep",
            ring(4, 6),
        ),
        (Goal(title="A", target_day=date(2027, 3, 10)), "10 Mar 2027", ring(0, 0)),
        (
            Goal(title="A", steps=STEPS, status=GoalStatus.LET_GO, status_since=date(2026, 9, 8)),
            "4 of 6 steps · 8 Sep · let go",
            StateShape(Look.RESTING),
        ),
        (Challenge(title="A", since=date(2026, 9, 14)), "open for 8 days", StateShape(Look.OPEN)),
        (
            Challenge(title="A", since=date(2026, 9, 15), asked=MENTOR, status=ChallengeStatus.ASKED),
            "7 days, asked my mentor",
            StateShape(Look.HALF),
        ),
        (
            Challenge(
                title="A",
                status=ChallengeStatus.RESOLVED,
                what_helped="a reader's *order*",
                status_since=date(2026, 9, 16),
            ),
            "16 Sep · a reader's order · resolved",
            StateShape(Look.DONE),
        ),
        (
            Challenge(
                title="A", since=date(2026, 9, 15), asked=(Asking("the infrastructure working group"),)
            ),
            "7 days, asked the infrastructure working group",
            StateShape(Look.HALF),
        ),
        (Challenge(title="A", status=ChallengeStatus.PARKED), "parked", StateShape(Look.RESTING)),
        (Milestone(title="A", reached_on=date(2026, 9, 2)), "2 Sep", None),
    ],
)
def test_one_small_line_says_what_matters(
    journal: Journal, entry: Entry, line: str, shape: StateShape | None
) -> None:
    text = seen(journal, entry, only=entry.kind)
    assert text.line == line
    assert text.fact.shape == shape


def test_a_screen_reader_hears_what_the_days_of_a_challenge_are(journal: Journal) -> None:
    asked = Challenge(title="A", since=date(2026, 9, 15), asked=MENTOR, status=ChallengeStatus.ASKED)
    fact = seen(journal, asked, only="challenge").fact
    assert fact.spoken == "open for 7 days, asked my mentor"


def test_a_page_of_one_kind_says_neither_kind_nor_tags(journal: Journal) -> None:
    text = seen(journal, Goal(title="A", tags=("release",), day=TODAY), only="goal")
    assert (text.line, text.excerpt, text.has_line) == ("", "", False)


def test_nothing_stands_under_a_title_without_text(journal: Journal) -> None:
    text = seen(journal, Note(title="Only a title"), headed=True)
    assert (text.excerpt, text.has_line) == ("", False)


def test_a_note_shows_its_words_and_its_tags(journal: Journal) -> None:
    note = Note(title="A", body="What *it* says", tags=("x", "y"), sharing=Sharing.SHAREABLE)
    text = seen(journal, note, headed=True)
    assert (text.excerpt, text.line, text.signs) == ("What it says", "#x #y", ("send",))


def test_a_self_care_note_is_its_three_values(journal: Journal) -> None:
    note = SelfCareNote(mood=4, energy=2, stress=1, day=date(2026, 9, 21))
    text = seen(journal, note, only="self-care")
    assert text.title == "Monday 21 September 2026"
    assert [value for _, value in text.fact.values] == [4, 2, 1]
    assert text.line == ""


def test_words_stand_for_a_title_that_is_missing(journal: Journal) -> None:
    text = seen(journal, SelfCareNote(body="Slept well", mood=4, day=date(2026, 9, 21)), only="self-care")
    assert (text.title, text.is_titled, text.excerpt, text.line) == ("Slept well", False, "", "Mon 21 Sep")


def test_under_the_heading_of_its_state_a_row_does_not_say_it_again(journal: Journal) -> None:
    goal = Goal(title="A", status=GoalStatus.PLANNED, target_day=date(2026, 9, 24))
    journal.save_entry(goal)
    hit = EntrySource(journal).one(goal.id)
    assert hit is not None
    assert row_text(hit, TODAY, only="goal", headed=False, grouped=True).line == "24 Sep"
    assert "planned" in spoken_row(hit, TODAY)
