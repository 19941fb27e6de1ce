"""The page of meetings: prepared, held and settled, by keys alone."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.feedback import Answer, Feedback
from amp_desktop.domain.kinds.goal import Goal, PlanOutcome
from amp_desktop.domain.kinds.meeting import Action, Cadence, Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.editor.format_bar import FormatBar
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.kinds.meeting.after_part import AfterPart
from amp_desktop.ui.kinds.meeting.after_rows import AgreedRow, HeardRow
from amp_desktop.ui.kinds.meeting.came_row import CameRow
from amp_desktop.ui.kinds.meeting.during_part import DuringPart
from amp_desktop.ui.kinds.meeting.point_row import PointRow
from amp_desktop.ui.kinds.meeting.shared_view import SharedView
from amp_desktop.ui.kinds.meeting.talk_row import TalkRow
from amp_desktop.ui.widgets.focus_order import reading_order
from tests.shares import has_left
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import part, rows


class _Shown(QObject):
    """Notes which of the widgets that it filters are shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.parts: list[QObject] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show:
            self.parts.append(watched)
        return False


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def keys(*pressed: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press keys and type words wherever the keyboard is."""
    for one in pressed:
        QApplication.processEvents()
        if isinstance(one, str):
            QTest.keyClicks(focused(), one)
        else:
            QTest.keyClick(focused(), one, held)
    QApplication.processEvents()


def shown(page: QWidget, row: type[QWidget]) -> list[QWidget]:
    QApplication.processEvents()
    rows = [one for one in page.findChildren(row) if one.isVisible()]
    return sorted(rows, key=lambda one: one.mapTo(page, one.rect().topLeft()).y())


def points(page: QWidget) -> list[str]:
    return [one.title.text() for one in shown(page, PointRow) if isinstance(one, PointRow)]


def button(page: QWidget, name: str) -> QAbstractButton:
    QApplication.processEvents()
    found = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    return next(one for one in found if name in (one.text(), one.accessibleName()))


def read(journal: Journal, meeting: Meeting) -> Meeting:
    entry = journal.entry(meeting.id)
    assert isinstance(entry, Meeting)
    return entry


@pytest.fixture
def call(journal: Journal) -> Meeting:
    """A call today with three points."""
    today = journal.preferences.today()
    meeting = Meeting(
        title="Our call", day=today, at="17:00", whom="my mentor", cadence=Cadence.WEEKLY, series="a"
    )
    journal.save_entries(
        [
            meeting,
            Challenge(title="The bot has lost its key", since=today - timedelta(9), need="A key."),
            Challenge(title="Quiet people", since=today - timedelta(3)),
            Note(title="Which one first?", on_agenda=True, day=today),
            Goal(title="Lead one release"),
        ]
    )
    return meeting


@pytest.fixture
def page(open_page: OpenPage, call: Meeting) -> EntriesPage:
    shown_page = open_page(kind_page(Meeting.KIND))
    shown_page.show_entry(call.id)
    QApplication.processEvents()
    return shown_page


def test_an_arrow_of_the_keypad_leads_from_the_new_point_to_the_last(page: EntriesPage) -> None:
    """On macOS every arrow bears the mark of the keypad."""
    shown(page, PointRow)[2].setFocus()
    keys(Qt.Key.Key_Down)
    assert isinstance(focused(), QLineEdit)
    keys(Qt.Key.Key_Up, held=Qt.KeyboardModifier.KeypadModifier)
    assert focused() is shown(page, PointRow)[2]


def test_points_are_ordered_left_out_and_added(page: EntriesPage, journal: Journal, call: Meeting) -> None:
    assert points(page) == ["Which one first?", "The bot has lost its key", "Quiet people"]
    shown(page, PointRow)[2].setFocus()
    keys(Qt.Key.Key_Up, held=Qt.KeyboardModifier.AltModifier)
    assert points(page)[1] == "Quiet people"
    assert isinstance(focused(), PointRow)
    keys(Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert points(page) == ["Quiet people", "The bot has lost its key"]
    assert button(page, "1 left out").isVisible()
    keys(Qt.Key.Key_Plus)
    keys(Qt.Key.Key_Down, Qt.Key.Key_Down, "My own point", Qt.Key.Key_Return)
    assert points(page)[-1] == "My own point"
    assert page.flush()
    agenda = journal.meetings.agenda(read(journal, call))
    assert [(one.text, one.minutes) for one in agenda.points] == [
        ("Quiet people", 15),
        ("The bot has lost its key", 10),
        ("My own point", 5),
    ]
    assert [one.text for one in agenda.left_out] == ["Which one first?"]


def test_the_line_that_adds_a_point_begins_where_the_words_of_points_do(page: EntriesPage) -> None:
    line = next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == "Add a point")
    first = shown(page, PointRow)[0]
    assert isinstance(first, PointRow)
    assert line.mapTo(page, QPoint()).x() == first.title.mapTo(page, QPoint()).x()


def test_one_part_of_a_meeting_is_shown_alone_and_the_others_are_not_even_in_between(
    journal: Journal, call: Meeting, open_page: OpenPage
) -> None:
    note = journal.save_entry(Note(title="In between", body="Words"))
    page = open_page()
    page.show_entry(call.id)
    during, after = part(page, DuringPart), part(page, AfterPart)
    shown_once = _Shown(page)
    for one in (during, after):
        one.installEventFilter(shown_once)
    for entry_id in (note.id, call.id, note.id, call.id):
        page.show_entry(entry_id)
    assert (during.isVisible(), after.isVisible()) == (False, False)
    assert button(page, "Start the call").isVisible()
    button(page, "After").click()
    assert (during.isVisible(), after.isVisible()) == (False, True)
    assert shown_once.parts == [after]


def test_a_call_that_was_skipped_is_held_after_all_and_the_series_has_one_next(
    open_page: OpenPage, journal: Journal, call: Meeting
) -> None:
    journal.save_entry(replace(call, day=call.day - timedelta(1)), call)
    page = open_page(kind_page(Meeting.KIND))
    page.show_entry(call.id)
    button(page, "It was not held").click()
    following = journal.meetings.next()
    assert following is not None
    assert following.id != call.id
    button(page, "It is held after all").click()
    assert read(journal, call).status is MeetingStatus.PLANNED
    assert journal.meetings.next() == read(journal, call)
    assert journal.entry(following.id).binned_at is not None
    assert button(page, "Start the call").isVisible()


def test_what_was_left_out_comes_back_and_undo_does_the_same(page: EntriesPage) -> None:
    shown(page, PointRow)[0].setFocus()
    keys(Qt.Key.Key_Delete)
    button(page, "1 left out").click()
    button(page, "Back on the agenda: Which one first?").click()
    assert points(page)[0] == "Which one first?"
    shown(page, PointRow)[0].setFocus()
    keys(Qt.Key.Key_Delete)
    assert len(points(page)) == 2
    keys(Qt.Key.Key_Z, held=Qt.KeyboardModifier.ControlModifier)
    assert len(points(page)) == 3


def test_a_point_is_dragged(page: EntriesPage) -> None:
    rows = shown(page, PointRow)
    start = rows[2].rect().center()
    QTest.mousePress(rows[2], Qt.MouseButton.LeftButton, pos=start)
    above = rows[2].mapFromGlobal(rows[0].mapToGlobal(rows[0].rect().topLeft()))
    QTest.mouseMove(rows[2], above)
    QTest.mouseRelease(rows[2], Qt.MouseButton.LeftButton, pos=above)
    assert points(page)[0] == "Quiet people"


def test_a_call_is_held_by_keys(page: EntriesPage, journal: Journal, call: Meeting) -> None:
    button(page, "Start the call").click()
    QApplication.processEvents()
    assert read(journal, call).status is MeetingStatus.UNDER_WAY
    assert len(shown(page, TalkRow)) == 3
    keys(Qt.Key.Key_Down, Qt.Key.Key_Return, "Not his either.")
    keys(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    keys(Qt.Key.Key_F8, "Ask the group", Qt.Key.Key_Tab, "my mentor", Qt.Key.Key_Escape)
    keys(Qt.Key.Key_F8, "Three messages", Qt.Key.Key_Escape)
    keys(Qt.Key.Key_F7, "Ask a person, about their own thing.")
    assert page.flush()
    stored = read(journal, call)
    assert [(one.text, one.who) for one in stored.actions] == [
        ("Ask the group", "my mentor"),
        ("Three messages", "me"),
    ]
    assert [(one.text, one.note, one.is_done) for one in stored.points] == [
        ("Which one first?", "", False),
        ("The bot has lost its key", "Not his either.", True),
        ("Quiet people", "", False),
    ]
    said = [entry for entry in journal.entries() if isinstance(entry, Feedback)]
    assert [(one.body, one.by, one.links) for one in said] == [
        ("Ask a person, about their own thing.", "my mentor", (call.id,))
    ]
    button(page, "Close the call").click()
    QApplication.processEvents()
    assert read(journal, call).status is MeetingStatus.HELD
    answered = next(one for one in journal.entries() if one.title == "The bot has lost its key")
    assert isinstance(answered, Challenge)
    assert (answered.status, answered.asked[0].answer) == (ChallengeStatus.ASKED, "Not his either.")
    following = journal.meetings.next()
    assert following is not None
    assert following.day == call.day + timedelta(7)


def test_from_what_was_agreed_or_said_one_goes_on_with_the_same_keys(
    page: EntriesPage, journal: Journal, call: Meeting
) -> None:
    button(page, "Start the call").click()
    QApplication.processEvents()
    for key, words in ((Qt.Key.Key_F8, "Ask the group"), (Qt.Key.Key_F7, "Ask why earlier.")):
        keys(key, words)
        keys(Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
        assert focused().accessibleName() == "Notes on this point"
    assert page.flush()
    assert [one.is_done for one in read(journal, call).points] == [True, True, False]
    assert [one.text for one in read(journal, call).actions] == ["Ask the group"]
    assert [one.body for one in journal.entries() if isinstance(one, Feedback)] == ["Ask why earlier."]


def test_a_call_is_started_from_wherever_one_is_on_its_page(
    page: EntriesPage, journal: Journal, call: Meeting
) -> None:
    starts = [one for one in page.findChildren(QAction) if one.objectName() == "start-call"]
    (start,) = starts
    assert start.isEnabled()
    bar = page.findChildren(FormatBar)[0]
    assert any(one.text() == "Start the call" for one in bar.findChildren(QAbstractButton) if one.isVisible())
    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    QApplication.processEvents()
    assert read(journal, call).status is MeetingStatus.UNDER_WAY
    assert not start.isEnabled(), "it has begun"


def test_what_could_come_in_between_is_asked_about_once(
    open_page: OpenPage, journal: Journal, call: Meeting
) -> None:
    goal = journal.save_entry(Goal(title="Release", obstacle="the parser is late", plan="move our day"))
    page = open_page(kind_page(Meeting.KIND))
    page.show_entry(call.id)
    button(page, "Start the call").click()
    QApplication.processEvents()
    rows = shown(page, TalkRow)
    assert shown(page, CameRow) == [], "only of a plan it is asked"
    asked = next(row for row in rows if isinstance(row, TalkRow) and row.key.endswith(":plan"))
    asked.box.setFocus()
    QApplication.processEvents()
    order = reading_order(page)
    following = order[order.index(asked.box) + 1]  # where the window's Tab leads
    assert isinstance(following.parent(), CameRow)
    following.setFocus()
    keys("2")
    assert page.flush()
    answered = journal.entry(goal.id)
    assert isinstance(answered, Goal)
    assert (answered.plan_outcome, answered.plan_asked_on) == (PlanOutcome.DID_NOT_COME, call.day)
    assert [one.is_done for one in read(journal, call).points if one.source.endswith(":plan")] == [True]
    button(page, "It did not come").click()
    assert page.flush()
    back = journal.entry(goal.id)
    assert isinstance(back, Goal)
    assert (back.plan_outcome, back.plan_asked_on) == (PlanOutcome.NOT_ASKED, None)
    button(page, "Not yet").click()
    button(page, "Close the call").click()
    QApplication.processEvents()
    assert not [one for one in journal.meetings.agenda().points if one.key.endswith(":plan")]
    journal.change_entries([call.id], lambda entry: replace(entry, body="Read again."))
    assert not [one for one in journal.meetings.agenda().points if one.key.endswith(":plan")]


def test_what_is_half_typed_is_kept_when_the_page_is_left(
    page: EntriesPage, journal: Journal, call: Meeting
) -> None:
    button(page, "Start the call").click()
    keys(Qt.Key.Key_Return, "Half a no")
    keys(Qt.Key.Key_F7, "Half a sente")
    assert page.flush()
    assert read(journal, call).points[0].note == "Half a no"
    assert [one.body for one in journal.entries() if isinstance(one, Feedback)] == ["Half a sente"]


@pytest.fixture
def held(open_page: OpenPage, journal: Journal, call: Meeting) -> EntriesPage:
    """The page of a call that was held, with an agreement and something they said."""
    begun = journal.meetings.begun(call)
    agreed = (Action("Ask the group", due=call.day, id="a1"), Action("Three messages", id="a2"))
    journal.meetings.close(replace(begun, actions=agreed))
    journal.save_entry(Feedback(body="Ask why earlier.", by="my mentor", links=(call.id,)))
    shown_page = open_page(kind_page(Meeting.KIND))
    shown_page.show_entry(call.id)
    QApplication.processEvents()
    return shown_page


def test_an_agreement_becomes_a_step_and_comes_back(
    held: EntriesPage, journal: Journal, call: Meeting
) -> None:
    row = shown(held, AgreedRow)[0]
    assert isinstance(row, AgreedRow)
    goal = next(entry for entry in journal.entries() if isinstance(entry, Goal))
    row.chip.chosen.emit(goal.id)
    QApplication.processEvents()
    landed = journal.entry(goal.id)
    assert isinstance(landed, Goal)
    assert [step.text for step in landed.steps] == ["Ask the group"]
    assert row.chip.text() == "step of Lead one release"
    row.chip.back_wanted.emit()
    QApplication.processEvents()
    back = journal.entry(goal.id)
    assert isinstance(back, Goal)
    assert back.steps == ()
    assert row.chip.text() == "stays here"


def test_feedback_is_answered_and_the_read_back_leaves_by_the_log(
    held: EntriesPage, journal: Journal, call: Meeting
) -> None:
    row = shown(held, HeardRow)[0]
    assert isinstance(row, HeardRow)
    row.answers.choose(1)
    assert [one.status for one in journal.entries() if isinstance(one, Feedback)] == [Answer.ACCEPTED]
    button(held, "Copy the read-back").click()
    text = QGuiApplication.clipboard().text()
    assert text.splitlines()[-1] == "Did I get it right?"
    (share,) = journal.sharing.log().items
    assert (share.text, share.entry_ids) == (text, (call.id,))
    button(held, "Open the call again").click()
    assert read(journal, call).status is MeetingStatus.UNDER_WAY


def test_a_call_that_was_not_held_moves_on(page: EntriesPage, journal: Journal, call: Meeting) -> None:
    button(page, "It was not held").click()
    assert read(journal, call).status is MeetingStatus.SKIPPED
    following = journal.meetings.next()
    assert following is not None
    assert len(journal.meetings.agenda(following).points) == 3


def test_a_point_that_is_half_typed_is_one(page: EntriesPage, journal: Journal, call: Meeting) -> None:
    line = next(one for one in page.findChildren(QLineEdit) if one.accessibleName() == "Add a point")
    line.setFocus()
    keys("My own")
    page.flush()
    assert read(journal, call).points[-1].text == "My own"


def test_screen_sharing_shows_what_was_shared_and_nothing_else(
    page: EntriesPage, journal: Journal, call: Meeting, qtbot: QtBot
) -> None:
    stuck = next(entry for entry in journal.entries() if entry.title == "Quiet people")
    offer = journal.sharing.offer()
    has_left(journal.sharing, journal.sharing.disclose(offer, [stuck.id]), "txt", b"x")
    button(page, "Start the call").click()
    keys(Qt.Key.Key_F4)
    (view,) = shown(page, SharedView)
    assert isinstance(view, SharedView)
    words = [one.text() for one in view.findChildren(QWidget) if hasattr(one, "text")]
    assert words == ["Quiet people"]
    assert view.size() == page.window().size()
    keys(Qt.Key.Key_Escape)
    assert not shown(page, SharedView)


def test_a_point_of_its_own_that_was_stored_before_is_shown(journal: Journal, open_page: OpenPage) -> None:
    meeting = journal.save_entry(
        Meeting(title="Later", day=journal.preferences.today(), points=(MeetingPoint("Mine"),))
    )
    page = open_page(kind_page(Meeting.KIND))
    page.show_entry(meeting.id)
    assert points(page) == ["Mine"]


def menu_of(page: QWidget) -> QMenu:
    QApplication.processEvents()
    found = [one for one in page.findChildren(QMenu) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_where_an_agreement_goes_is_chosen_by_pointer(
    held: EntriesPage, journal: Journal, call: Meeting
) -> None:
    row = shown(held, AgreedRow)[0]
    assert isinstance(row, AgreedRow)
    QTest.mouseClick(row.chip, Qt.MouseButton.LeftButton)
    menu = menu_of(held)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words == ["Step of: Lead one release", "A goal of its own"]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(menu.actions()[0]).center())
    QApplication.processEvents()
    goal = next(entry for entry in journal.entries() if isinstance(entry, Goal))
    assert [step.text for step in goal.steps] == ["Ask the group"]
    assert row.chip.text() == "step of Lead one release"
    assert not row.box.isEnabled(), "it is ticked where it lives"
    ticked = replace(goal, steps=(replace(goal.steps[0], done=True),))
    journal.save_entry(ticked, goal)
    held.show_entry(goal.id)
    held.show_entry(call.id)
    assert [one.box.isChecked() for one in shown(held, AgreedRow) if isinstance(one, AgreedRow)] == [
        True,
        False,
    ]
    assert not read(journal, call).actions[0].is_done, "its state lives in the goal alone"
    assert "Ask the group" not in [one.text for one in journal.meetings.agenda().points]


def test_where_an_agreement_goes_is_chosen_by_keys_and_taken_back(
    held: EntriesPage, journal: Journal, call: Meeting
) -> None:
    row = shown(held, AgreedRow)[1]
    assert isinstance(row, AgreedRow)
    row.chip.setFocus()
    keys(Qt.Key.Key_Space)
    menu = menu_of(held)
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    goals = {entry.title for entry in journal.entries() if isinstance(entry, Goal)}
    assert goals == {"Lead one release", "Three messages"}
    assert row.chip.text() == "a goal of its own"
    assert read(journal, call).actions[1].landed_entry is not None
    keys(Qt.Key.Key_Space)
    menu = menu_of(held)
    words = [action.text() for action in menu.actions()]
    assert words == ["Show the goal", "It stays here after all"]
    QTest.keyClick(menu, Qt.Key.Key_Up)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert row.chip.text() == "stays here"
    assert read(journal, call).actions[1].landed_entry is None
    assert "Three messages" in [one.text for one in journal.meetings.agenda().points]
    left = {entry.title for entry in journal.entries() if isinstance(entry, Goal) and not entry.binned_at}
    assert left == {"Lead one release"}, "the goal that was made for it goes with it"


def test_of_what_is_to_come_the_next_one_is_first(
    open_page: OpenPage, journal: Journal, call: Meeting
) -> None:
    journal.save_entries(
        [Meeting(title=f"In {days} days", day=call.day + timedelta(days)) for days in (9, 2, 16)]
        + [
            Meeting(title=f"{days} days ago", day=call.day - timedelta(days), status=MeetingStatus.HELD)
            for days in (20, 3)
        ]
    )
    page = open_page(kind_page(Meeting.KIND))
    assert rows(page) == [
        "Our call",
        "In 2 days",
        "In 9 days",
        "In 16 days",
        "3 days ago",
        "20 days ago",
    ]
