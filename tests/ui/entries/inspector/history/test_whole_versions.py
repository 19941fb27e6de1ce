"""A version is shown, brought back and taken back as a whole: text and every field."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.evaluation import BOXES, NOW_QUESTIONS, Correction, Talked, TalkTopic
from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus, PlanOutcome, Step, TargetMove
from amp_desktop.domain.kinds.meeting import Action, Cadence, Meeting, MeetingPoint
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.kinds.self_care import Proof, SelfCareNote
from amp_desktop.domain.versions import contents
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.entries_view import FOLDED, INSPECTOR, EntriesView
from amp_desktop.ui.entries.inspector.history.difference_view import DifferenceView
from amp_desktop.ui.entries.inspector.history.entry_words import entry_words
from amp_desktop.ui.entries.inspector.history.history_dialog import HistoryDialog
from amp_desktop.ui.platform.app_settings import AppSettings
from tests.conftest import SetClock
from tests.stores import store_beside
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, named, part

DAY, OTHER_DAY = date(2026, 7, 22), date(2026, 7, 23)
NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
BARE = tuple(kind(day=DAY) for kind in ENTRY_TYPES.values())
OTHERS: dict[str, Any] = {
    "title": "Another title",
    "body": "Other words",
    "day": OTHER_DAY,
    "tags": ("cli",),
    "work": "review",
    "area": Area.REVIEW,
    "target_day": OTHER_DAY,
    "moves": (TargetMove(DAY, OTHER_DAY, "holiday", NOON),),
    "steps": (Step("ask"),),
    "success": "A tag",
    "obstacle": "A storm",
    "plan": "Ask Ada",
    "plan_outcome": PlanOutcome.CAME,
    "learned": "To ask",
    "status_since": OTHER_DAY,
    "since": OTHER_DAY,
    "tried": "All",
    "need": "A hint",
    "asked": (Asking("my mentor", DAY, "the call", "try again"),),
    "what_helped": "Sleep",
    "not_known": "The flag",
    "mood": 2,
    "energy": 3,
    "stress": 4,
    "what_did_me_good": "A walk",
    "reached_on": OTHER_DAY,
    "for_mentor": "could you look",
    "evidence": (Evidence("https://example.org/1"),),
    "program_phase": "Bonding",
    "whom_to_thank": "All",
    "is_doubt": True,
    "at": "17:00",
    "minutes": 30,
    "whom": "Ada",
    "where": "the call",
    "cadence": Cadence.WEEKLY,
    "points": (MeetingPoint("The key"),),
    "actions": (Action("Ask Ada"),),
    "read_back": "We ask Ada",
    "by": "Ada",
    "changed": "Shorter texts",
    **dict.fromkeys((*BOXES, *NOW_QUESTIONS, "sent", "support"), "Other words"),
    "talked": (Talked(TalkTopic.PROGRESS, OTHER_DAY),),
    "corrections": (Correction(OTHER_DAY),),
    "went_well": "The review",
    "was_hard": "The wait",
    "takes_along": "To ask",
    "who": "Somebody",
    "happened_on": "On Monday",
    "rule": "Be kind",
}
NEVER_CHANGED = {
    "extra",
    "id",
    "created_at",
    "updated_at",
    "zone",
    "binned_at",
    "pinned",
    "pins",
    "sharing",
    "on_agenda",
    # Which meetings are one series and which window a pad is for is nobody's writing; when the parts of an
    # incident were first written is beside them, and never otherwise.
    "series",
    "window",
    "written",
}
MORE: tuple[tuple[Entry, Entry], ...] = (
    (Goal(steps=(Step("ask"),)), Goal(steps=(Step("ask", done=True),))),
    (Goal(steps=(Step("ask", done=True),)), Goal(steps=(Step("ask", done=True, done_on=DAY),))),
    (Goal(steps=(Step("ask"),)), Goal(steps=(Step("ask", indent=1),))),
    (
        Challenge(asked=(Asking("Ada", answer="yes"),)),
        Challenge(asked=(Asking("Ada", None, "", "yes", DAY),)),
    ),
    (Milestone(evidence=(Evidence("a"),)), Milestone(evidence=(Evidence("a", "A talk"),))),
    (Challenge(asked=(Asking("Ada"),)), Challenge(asked=(Asking("Ada", answer="yes"),))),
    (Challenge(asked=(Asking("Ada"),)), Challenge(asked=(Asking("Ada", where="call"),))),
    (Challenge(asked=(Asking("Ada"),)), Challenge(asked=(Asking("Ada", day=DAY),))),
    (Goal(plan_outcome=PlanOutcome.CAME), Goal(plan_outcome=PlanOutcome.CAME, plan_asked_on=DAY)),
    (SelfCareNote(is_doubt=True), SelfCareNote(is_doubt=True, proofs=(Proof(str(BARE[0].id), "work"),))),
    (Meeting(points=(MeetingPoint("Key"),)), Meeting(points=(MeetingPoint("Key", note="No"),))),
    (Meeting(points=(MeetingPoint("Key"),)), Meeting(points=(MeetingPoint("Key", is_done=True),))),
    (Meeting(actions=(Action("Ask"),)), Meeting(actions=(Action("Ask", whose="Ada"),))),
    (Meeting(actions=(Action("Ask"),)), Meeting(actions=(Action("Ask", due=DAY),))),
    (Meeting(actions=(Action("Ask"),)), Meeting(actions=(Action("Ask", is_done=True),))),
)


def _changes() -> Iterator[Any]:
    for entry in BARE:
        for name in (f.name for f in fields(entry) if f.name not in NEVER_CHANGED):
            for at, value in enumerate(_values(entry, name)):
                yield pytest.param(entry, replace(entry, **{name: value}), id=f"{entry.kind}-{name}-{at}")
    yield from MORE


def _values(entry: Entry, name: str) -> tuple[Any, ...]:
    if name == "status":
        return tuple(one for one in type(getattr(entry, name)) if one is not getattr(entry, name))
    if name in ("proofs", "plan_asked_on"):  # only a doubt has any, and only what was said a day: in `MORE`
        return ()
    if name == "evidence" and entry.kind == "incident":
        return ("A link",)
    return ((BARE[0].id,),) if name == "links" else (OTHERS[name],)


@pytest.mark.parametrize(("one", "other"), list(_changes()))
def test_whatever_differs_is_seen(journal: Journal, qapp: object, one: Entry, other: Entry) -> None:
    assert contents(one) != contents(other)
    assert entry_words(one, journal) != entry_words(other, journal)


def test_links_are_told_by_their_titles(journal: Journal, qapp: object) -> None:
    named_entry = journal.save_entry(Note(title="Kick-off", day=DAY))
    gone = Note(day=DAY)
    words = entry_words(Note(body="x", day=DAY, links=(named_entry.id, gone.id)), journal)
    assert words.endswith("Linked:\nKick-off\nAn entry without a title, or in the bin")


@pytest.fixture
def journal(timed_journal: Journal) -> Journal:
    """A journal whose clock stands still."""
    return timed_journal


@pytest.fixture
def goal(journal: Journal, clock: SetClock) -> Goal:
    """A goal of 17 steps whose one earlier version has two, another state and another success."""
    before = clock.now - timedelta(hours=1)
    former = Goal(
        title="Own the release",
        steps=(Step("ask"), Step("do")),
        status=GoalStatus.PLANNED,
        success="A tag",
        day=DAY,
        sharing=Sharing.SHAREABLE,
        created_at=before,
        updated_at=before,
    )
    journal.save_entries([former])
    return journal.save_entry(
        replace(
            former,
            steps=tuple(Step(f"step {n}") for n in range(17)),
            status=GoalStatus.ACTIVE,
            success="Two tags",
            tags=("cli",),
            sharing=Sharing.PRIVATE,
        )
    )


def _dialog(page: EntriesPage, goal: Goal) -> HistoryDialog:
    page.show_entry(goal.id)
    part(page, EntriesView).editor.history_requested.emit()
    return part(page, HistoryDialog)


def test_all_that_differs_is_shown_before_it_is_brought_back(goal: Goal, open_page: OpenPage) -> None:
    view = part(_dialog(open_page(), goal), DifferenceView)
    text = view.toPlainText()
    for line in (
        "☐ ask",
        "☐ step 16",
        "State: Planned",
        "State: Active since 17 Oct 2026",
        "What success looks like: ATwo tagtags",
        "#cli",
    ):
        assert line in text
    assert view.summary() != "Nothing differs."


def test_what_was_brought_back_is_said_and_taken_back_as_one(
    journal: Journal, goal: Goal, open_page: OpenPage
) -> None:
    page = open_page()
    named(_dialog(page, goal), "Bring this back", QPushButton).click()
    back = journal.entry(goal.id)
    assert isinstance(back, Goal)
    assert (len(back.steps), back.status, back.success, back.tags) == (2, GoalStatus.PLANNED, "A tag", ())
    assert back.sharing is Sharing.PRIVATE
    assert part(page, EntriesView).notice.sentence() == "The earlier version is back."
    named(page, "Undo", QPushButton).click()
    assert contents(journal.entry(goal.id)) == contents(goal)
    assert page.flush()
    assert contents(journal.entry(goal.id)) == contents(goal)


def test_a_version_that_was_undone_in_the_text_is_no_longer_said_to_be_back(
    goal: Goal, open_page: OpenPage
) -> None:
    page = open_page()
    named(_dialog(page, goal), "Bring this back", QPushButton).click()
    notice = part(page, EntriesView).notice
    body(page).undo()
    assert page.flush()
    assert not notice.isVisible()
    body(page).redo()
    assert page.flush()
    assert not notice.isVisible(), "the text has its own way back"


@pytest.mark.parametrize("folded", [False, True])
def test_one_undo_of_the_entry_takes_back_all_of_it_too(
    journal: Journal, goal: Goal, open_page: OpenPage, folded: bool
) -> None:
    if folded:
        AppSettings().keep_panel(INSPECTOR, FOLDED)
    page = open_page()
    named(_dialog(page, goal), "Bring this back", QPushButton).click()
    body(page).undo()
    assert page.flush()
    assert contents(journal.entry(goal.id)) == contents(goal)


def test_the_version_that_was_chosen_is_the_one_that_is_compared(
    qtbot: QtBot, journal: Journal, clock: SetClock, goal: Goal
) -> None:
    later = replace(goal, success="Three tags", updated_at=clock.now + timedelta(hours=1))
    with store_beside(journal) as store:
        store.save(later)
    oldest = journal.versions(goal.id)[-1].number
    dialog = HistoryDialog(journal, journal.entry(goal.id))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.choose(oldest)
    with qtbot.waitSignal(dialog.bring_back_requested) as asked:
        named(dialog, "Bring this back", QPushButton).click()
    assert asked.args == [oldest]


def test_links_are_asked_about_where_the_former_title_is_anothers_by_now(
    journal: Journal, clock: SetClock, open_page: OpenPage
) -> None:
    before = clock.now - timedelta(hours=1)
    entry = Note(title="Kick-off", day=DAY, created_at=before, updated_at=before)
    journal.save_entries([entry])
    journal.save_entry(replace(entry, title="First call"))
    journal.save_entry(Note(title="Kick-off", day=OTHER_DAY))
    pointing = journal.save_entry(Note(body="[[First call]]", day=OTHER_DAY))
    page = open_page()
    page.show_entry(entry.id)
    part(page, EntriesView).editor.history_requested.emit()
    named(part(page, HistoryDialog), "Bring this back", QPushButton).click()
    assert journal.entry(entry.id).title == "Kick-off"
    assert journal.entry(pointing.id).body == "[[First call]]"
    assert part(page, EntriesView).notice.sentence() == "Another entry is called “Kick-off”, too."
