"""What the page of the day shows and writes, without a widget."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.program import default_program
from amp_desktop.domain.program_details import Rest
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.work import Work
from amp_desktop.journal import Journal
from amp_desktop.journal.offers import answer_offer
from amp_desktop.ui.session import Session
from amp_desktop.ui.today.labels import program_words
from amp_desktop.ui.today.presenter import (
    MOST_GOALS,
    MOST_SHOWN,
    REST,
    STEP,
    NextStep,
    TodayPresenter,
    entry_of,
    is_long,
    next_step,
)
from amp_desktop.ui.today.work_row import week_words
from tests.conftest import PASSPHRASE

DAY = date(2026, 7, 22)
LONG_AGO = datetime(2026, 7, 10, 12, tzinfo=UTC)


@pytest.fixture
def presenter(qapp: object, journal: Journal) -> Iterator[TodayPresenter]:
    yield TodayPresenter(Session(journal))
    TodayPresenter._dismissed_on = None


def resting(title: str, day: int = 10, **values: object) -> Challenge:
    made = Challenge(title=title, day=date(2026, 7, day), created_at=LONG_AGO, updated_at=LONG_AGO)
    return replace(made, **values)  # type: ignore[arg-type]


def test_an_empty_journal_says_so(presenter: TodayPresenter) -> None:
    view = presenter.view(DAY)
    assert not view.has_entries
    assert view.check_in is None
    assert (view.written, view.goals) == ((), ())


def test_active_goals_are_shown_and_no_more_than_one_too_many(
    journal: Journal, presenter: TodayPresenter
) -> None:
    journal.save_entries([Goal(title=f"Goal {n}", day=DAY) for n in range(MOST_GOALS + 4)])
    journal.save_entry(Goal(title="Later", day=DAY, status=GoalStatus.PLANNED))
    view = presenter.view(DAY)
    assert len(view.goals) == MOST_GOALS + 1
    assert "Later" not in [row.title for row in view.goals]


def test_the_challenge_that_rests_longest_is_offered_kindly_and_once(
    journal: Journal, presenter: TodayPresenter
) -> None:
    journal.save_entries(
        [
            resting("Rests", updated_at=datetime(2026, 7, 12, 12, tzinfo=UTC)),
            resting("Rests longer"),
            resting("On the agenda", on_agenda=True),
            resting("Asked", asked=(Asking("my mentor"),)),
            resting("Touched today", updated_at=datetime(2026, 7, 22, 9, tzinfo=UTC)),
        ]
    )
    offer = presenter.view(DAY).offer
    assert offer is not None
    assert offer.row is not None
    assert offer.row.title == "Rests longer"
    answer_offer(journal, offer, DAY)
    assert presenter.view(DAY).offer is None
    following = presenter.view(date(2026, 7, 23)).offer
    assert following is not None
    assert following.row is not None
    assert following.row.title == "Rests"


def test_a_challenge_of_four_days_is_left_alone(journal: Journal, presenter: TodayPresenter) -> None:
    journal.save_entries([resting("Young", day=18, updated_at=datetime(2026, 7, 18, 12, tzinfo=UTC))])
    assert presenter.view(DAY).offer is None


def test_a_check_in_is_one_row_that_comes_back_after_it_was_emptied(
    journal: Journal, presenter: TodayPresenter
) -> None:
    presenter.save_check_in(replace(presenter.check_in(DAY), mood=4))
    presenter.save_check_in(replace(presenter.check_in(DAY), stress=2))
    first = presenter.view(DAY).check_in
    assert first is not None
    assert (first.mood, first.stress) == (4, 2)
    presenter.save_check_in(replace(presenter.check_in(DAY), mood=None, stress=None))
    assert journal.count() == 0
    presenter.save_check_in(replace(presenter.check_in(DAY), energy=3))
    assert journal.count() == 1
    again = presenter.view(DAY).check_in
    assert again is not None
    assert (again.id, again.energy) == (first.id, 3)


def test_an_empty_check_in_is_never_stored(journal: Journal, presenter: TodayPresenter) -> None:
    presenter.save_check_in(presenter.check_in(DAY))
    assert journal.count() == journal.count(EntryQuery(binned=True)) == 0


def test_a_self_care_note_with_text_is_no_check_in(journal: Journal, presenter: TodayPresenter) -> None:
    journal.save_entry(SelfCareNote(title="Tired, and that is fine", day=DAY, mood=2))
    assert presenter.view(DAY).check_in is None
    presenter.save_check_in(replace(presenter.check_in(DAY), mood=5))
    assert journal.count(EntryQuery(kinds=frozenset({"self-care"}))) == 2


def test_ticking_the_next_step_leaves_a_goal_alone_that_was_changed_meanwhile(
    journal: Journal, presenter: TodayPresenter
) -> None:
    goal = Goal(title="Release", day=DAY, steps=(Step("list", done=True), Step("sign"), Step("tag")))
    journal.save_entry(goal)
    step = next_step(presenter.view(DAY).goals[0])
    assert step is not None
    assert (step.at, step.text) == (1, "sign")
    assert not presenter.tick_step(goal.id, NextStep(step.at, "another text"))
    assert next_step(presenter.view(DAY).goals[0]) == step
    assert presenter.tick_step(goal.id, step)
    after = next_step(presenter.view(DAY).goals[0])
    assert after is not None
    assert after.text == "tag"


def test_a_step_that_was_moved_meanwhile_is_ticked_where_it_stands(
    journal: Journal, presenter: TodayPresenter
) -> None:
    first, second = Step("write", id="a" * 32), Step("write", id="b" * 32)
    goal = Goal(title="Release", day=DAY, steps=(first, second))
    journal.save_entry(goal)
    step = next_step(presenter.view(DAY).goals[0])
    assert step is not None
    journal.save_entry(replace(goal, steps=(second, first)), goal)
    presenter.tick_step(goal.id, step)
    after = journal.entry(goal.id)
    assert isinstance(after, Goal)
    assert [(one.id[0], one.done) for one in after.steps] == [("b", False), ("a", True)]


def test_a_day_of_rest_is_seen_among_the_works(journal: Journal, presenter: TodayPresenter) -> None:
    rests = (Rest(date(2026, 7, 17), date(2026, 7, 20)), Rest(date(2026, 7, 23), date(2026, 7, 24)))
    journal.save_program(default_program(2026).with_details(rests=rests))
    assert presenter.week(DAY) == {date(2026, 7, 20): (REST,)}
    assert "rest Mon" in week_words(presenter.week(DAY), DAY)


def test_works_are_seen_in_their_week_each_once_a_day(journal: Journal, presenter: TodayPresenter) -> None:
    monday = date(2026, 7, 20)
    for work, day in (
        (Work.TALK, monday),
        (Work.REVIEW, monday),
        (Work.REVIEW, monday),
        (Work.HELP, DAY),
        (Work.DOCS, date(2026, 7, 19)),
        (Work.DOCS, date(2026, 7, 23)),
    ):
        presenter.note_work(work, day)
    tuesday = date(2026, 7, 21)
    steps = (Step("a", done=True, done_on=tuesday), Step("b", done=True, done_on=tuesday))
    journal.save_entry(Goal(title="Release", day=monday, steps=steps))
    expected = {monday: ("review", "talk"), tuesday: (STEP,), DAY: ("help",)}
    assert dict(presenter.week(DAY)) == expected


def test_a_work_that_is_noted_no_longer_leaves_what_was_written_about_it(
    journal: Journal, presenter: TodayPresenter
) -> None:
    tapped = presenter.note_work(Work.REVIEW, DAY)
    told = journal.save_entry(Note(title="The hard one", work=Work.REVIEW, day=DAY))
    binned, changes = presenter.drop_work(Work.REVIEW, DAY)
    assert binned == [tapped]
    assert [after.id for _, after in changes] == [told.id]
    assert presenter.week(DAY) == {}
    assert journal.entry(told.id).title == "The hard one"
    assert [row.title for row in presenter.view(DAY).written] == ["The hard one"]


def test_what_was_only_tapped_is_no_row_of_what_was_written(
    journal: Journal, presenter: TodayPresenter
) -> None:
    journal.save_entries([Note(title=f"Note {n}", day=DAY) for n in range(MOST_SHOWN + 2)])
    for work in Work:
        presenter.note_work(work, DAY)
    presenter.save_check_in(replace(presenter.check_in(DAY), mood=4))
    assert len(presenter.view(DAY).written) == MOST_SHOWN + 1


def test_the_first_line_is_the_title() -> None:
    entry = entry_of("challenge", "Stuck on the parser\n\nIt fails only in CI.", DAY)
    assert isinstance(entry, Challenge)
    assert (entry.title, entry.body, entry.day) == ("Stuck on the parser", "It fails only in CI.", DAY)
    assert entry.since == DAY


def test_a_long_first_line_is_a_text_and_no_word_of_it_is_lost() -> None:
    text = "word " * 60
    entry = entry_of("note", text, DAY)
    assert entry.body == text.strip()
    assert len(entry.title) < 80
    assert entry.title.endswith("…")
    assert is_long(text)
    assert is_long("two\nlines")
    assert not is_long("short")


@pytest.mark.parametrize(
    ("day", "week", "notice"),
    [
        (date(2026, 7, 1), "Week 3 of 18", ""),
        (date(2026, 8, 2), "Week 7 of 18", "opens in 10 days"),
        (date(2026, 8, 11), "Week 9 of 18", "opens tomorrow"),
        (date(2026, 8, 15), "Week 9 of 18", "is open until Saturday 22 August 2026"),
        (date(2026, 8, 22), "Week 10 of 18", "last day"),
        (date(2026, 12, 1), "", ""),
    ],
)
def test_only_an_evaluation_that_is_near_is_spoken_up_about(day: date, week: str, notice: str) -> None:
    words = program_words(default_program(2026), day)
    assert words.week.startswith(week)
    assert notice in words.notice
    assert bool(notice) == bool(words.notice)


def test_a_check_in_takes_in_what_a_terminal_wrote_of_it(
    journal: Journal, journal_folder: Path, presenter: TodayPresenter
) -> None:
    presenter.save_check_in(replace(presenter.check_in(DAY), mood=4))
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as terminal:
        stored = terminal.entry(presenter.check_in(DAY).id)
        terminal.save_entry(replace(stored, what_did_me_good="A walk"), stored)
    presenter.save_check_in(replace(presenter.check_in(DAY), stress=2))
    note = journal.entry(stored.id)
    assert isinstance(note, SelfCareNote)
    assert (note.mood, note.stress, note.what_did_me_good) == (4, 2, "A walk")
    presenter.save_check_in(replace(presenter.check_in(DAY), mood=None, stress=None, what_did_me_good=""))
    assert journal.entry(stored.id).binned_at is not None


def test_an_emptied_check_in_stays_where_a_terminal_put_something_in(
    journal: Journal, journal_folder: Path, presenter: TodayPresenter
) -> None:
    presenter.save_check_in(replace(presenter.check_in(DAY), mood=4))
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as terminal:
        stored = terminal.entry(presenter.check_in(DAY).id)
        terminal.save_entry(replace(stored, energy=5), stored)
    presenter.save_check_in(replace(presenter.check_in(DAY), mood=None))
    assert journal.entry(stored.id).binned_at is None


@contextmanager
def statements() -> Iterator[list[str]]:
    """All that is executed."""
    seen: list[str] = []

    def hear(_: object, __: object, statement: str, *___: object) -> None:
        seen.append(statement)

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield seen
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


def test_the_day_of_a_large_journal_costs_the_statements_of_a_small_one(
    journal: Journal, presenter: TodayPresenter
) -> None:
    def counted() -> tuple[int, int]:
        with statements() as of_view:
            presenter.view(DAY)
        with statements() as of_week:
            presenter.week(DAY)
        return len(of_view), len(of_week)

    def fill(number: int) -> None:
        journal.save_entries(
            [
                entry
                for _ in range(number)
                for entry in (
                    Note(title="A note", day=DAY, on_agenda=True),
                    Note(work=Work.HELP, day=DAY),
                    Goal(title="A goal", day=DAY, steps=(Step("a"),)),
                    resting("Stuck"),
                )
            ]
        )

    presenter.save_check_in(replace(presenter.check_in(DAY), mood=4))
    fill(1)
    small = counted()
    fill(150)
    assert counted() == small
    assert small[1] <= 4  # what happened, and which days are of rest, each with its BEGIN
