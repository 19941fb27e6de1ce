"""The page of the evidence on a real journal, used by pointer and by keyboard as a person does."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDropEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.goal import Area, Goal, Step
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.pins import Pin
from amp_desktop.journal import Journal
from amp_desktop.ui.evidence import EvidencePage
from amp_desktop.ui.evidence.lists import BoardList, PinnableList
from amp_desktop.ui.evidence.rows import BoardRow, BoardRowKind
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.entry_mime import carried_ids, packed
from amp_desktop.ui.widgets.search_field import SearchField
from tests.ui.entries.pages import part
from tests.ui.people import drop, press, shows

DAY = date(2026, 7, 22)
STEPS = (Step("Draft the notes", done=True, done_on=DAY, id="1"), Step("Ask", id="2"))
GOAL = Goal(title="Lead a release", day=DAY, area=Area.LEADING, steps=STEPS)
NOTE = Note(title="Two questions", day=DAY)
MERGED = Milestone(title="Merged", day=DAY, evidence=(Evidence("https://github.com/a/b/pull/7"),))


@pytest.fixture
def session(journal: Journal) -> Iterator[Session]:
    journal.save_entries([GOAL, NOTE, MERGED])
    made = Session(journal)
    yield made
    made.deleteLater()


@pytest.fixture
def page(qtbot: QtBot, session: Session) -> EvidencePage:
    made = EvidencePage(session)
    qtbot.addWidget(made)
    made.resize(1100, 760)
    with qtbot.waitExposed(made):
        made.show()
    made.arrive()
    return made


def board(page: EvidencePage) -> BoardList:
    return part(page, BoardList)


def offers(page: EvidencePage) -> PinnableList:
    return part(page, PinnableList)


def offered(page: EvidencePage) -> list[str]:
    QApplication.processEvents()  # first the board is seen, then what is offered
    return [row.words for row in offers(page).rows.rows()]


def carried(page: EvidencePage, topic: str) -> list[str]:
    rows = board(page).rows.rows()
    return [row.words for row in rows if row.kind is BoardRowKind.PIN and row.topic and row.topic.id == topic]


def topic_row(page: EvidencePage, topic: str) -> BoardRow:
    rows = board(page).rows.rows()
    return next(row for row in rows if row.kind is BoardRowKind.TOPIC and row.topic and row.topic.id == topic)


def go_to(page: EvidencePage, topic: str) -> None:
    page.show_part(topic)
    board(page).setFocus()
    QApplication.processEvents()


def test_bare_topics_say_what_belongs_there_and_nothing_is_counted(page: EvidencePage) -> None:
    rows = board(page).rows.rows()
    assert len([row for row in rows if row.kind is BoardRowKind.TOPIC]) == 26
    assert all(row.detail.startswith("Room for ") for row in rows if row.kind is BoardRowKind.TOPIC)
    told = " ".join(label.text() for label in page.findChildren(QLabel)) + str([row.words for row in rows])
    assert not any(sign in told for sign in ("%", "/5", "of 5"))


def test_the_lists_keep_to_what_qt_asks_of_models(page: EvidencePage, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(board(page).rows)
    go_to(page, "initiative")
    qtmodeltester.check(offers(page).rows)
    QTest.keyClick(offers(page), Qt.Key.Key_Return)


def test_what_is_offered_is_pinned_by_enter_and_taken_off_by_delete(
    page: EvidencePage, journal: Journal
) -> None:
    go_to(page, "initiative")
    assert offered(page) == ["Draft the notes"]
    QTest.keyClick(offers(page), Qt.Key.Key_Return)
    assert carried(page, "initiative") == ["Draft the notes"]
    assert board(page).hasFocus()
    assert journal.entry(GOAL.id).pins == (Pin("initiative", "step 1 done"),)
    assert topic_row(page, "initiative").detail == ""
    QTest.keyClick(board(page), Qt.Key.Key_Down)
    QTest.keyClick(board(page), Qt.Key.Key_Delete)
    assert (carried(page, "initiative"), journal.entry(GOAL.id).pins) == ([], ())
    press(page, "Undo")
    assert carried(page, "initiative") == ["Draft the notes"]


def test_entries_and_their_facts_are_found_by_words(
    page: EvidencePage, journal: Journal, qtbot: QtBot
) -> None:
    go_to(page, "scope")
    QTest.keyClicks(part(page, SearchField), "release")
    qtbot.waitUntil(lambda: len(offers(page).rows.rows()) == 2)
    assert offered(page) == ["Lead a release", "Draft the notes"]
    offers(page).selectAll()
    press(page, "Pin")
    assert sorted(carried(page, "scope")) == ["Draft the notes", "Lead a release"]
    press(page, "Undo")
    assert (carried(page, "scope"), journal.entry(GOAL.id).pins) == ([], ())


def test_several_are_pinned_one_after_the_other_by_enter(
    page: EvidencePage, journal: Journal, qtbot: QtBot
) -> None:
    go_to(page, "scope")
    QTest.keyClicks(part(page, SearchField), "release")
    qtbot.waitUntil(lambda: len(offers(page).rows.rows()) == 2)
    offers(page).setFocus()
    QTest.keyClick(offers(page), Qt.Key.Key_Return)
    assert offered(page) == ["Draft the notes"]
    assert offers(page).hasFocus()
    QTest.keyClick(offers(page), Qt.Key.Key_Return)
    assert sorted(carried(page, "scope")) == ["Draft the notes", "Lead a release"]
    assert board(page).hasFocus()


def test_entries_carried_from_a_list_are_dropped_on_a_topic(page: EvidencePage, journal: Journal) -> None:
    go_to(page, "quality")
    shown = board(page)
    place = shown.visualRect(shown.currentIndex()).center()
    assert drop(shown.viewport(), place, packed([NOTE.id, MERGED.id]))
    assert sorted(carried(page, "quality")) == ["Merged", "Two questions"]
    assert journal.entry(NOTE.id).pins == (Pin("quality"),)


def test_what_is_dropped_is_what_was_taken_up_whatever_the_list_shows_since(
    page: EvidencePage, journal: Journal, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_to(page, "scope")
    QTest.keyClicks(part(page, SearchField), "release")
    qtbot.waitUntil(lambda: len(offers(page).rows.rows()) == 2)
    source, shown = offers(page), board(page)
    source.setCurrentIndex(source.rows.index(1, 0))
    place, data = shown.visualRect(shown.currentIndex()).center(), packed([GOAL.id])

    class FromThere(QDropEvent):
        def source(self) -> QObject:
            return source

    def let_go(_drag: QDrag, *_actions: object) -> Qt.DropAction:
        source.show_rows(source.rows.rows()[:1])  # something was written meanwhile
        how = (Qt.DropAction.LinkAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        shown.dropEvent(FromThere(QPointF(place), *how))
        return Qt.DropAction.LinkAction

    monkeypatch.setattr(QDrag, "exec", let_go)
    source.startDrag(Qt.DropAction.LinkAction)
    assert carried(page, "scope") == ["Draft the notes"]
    assert journal.entry(GOAL.id).pins == (Pin("scope", "step 1 done"),)


def test_the_pointer_takes_up_what_is_offered(page: EvidencePage, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[QMimeData] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, *_actions: taken.append(drag.mimeData()))
    go_to(page, "initiative")
    source = offers(page)
    row = next(row for row in range(source.rows.rowCount()) if source.rows.rows()[row].pinned is not None)
    start = source.visualRect(source.rows.index(row, 0)).center()
    far = QPoint(QApplication.startDragDistance() + 5, 0)
    QTest.mousePress(source.viewport(), Qt.MouseButton.LeftButton, pos=start)
    for place in (start + far, start + 2 * far):
        left = Qt.MouseButton.LeftButton
        how = (QPointF(place), source.viewport().mapToGlobal(QPointF(place)), left, left)
        move = QMouseEvent(QEvent.Type.MouseMove, *how, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(source.viewport(), move)
    QTest.mouseRelease(source.viewport(), Qt.MouseButton.LeftButton, pos=start + 2 * far)
    assert [carried_ids(data) for data in taken] == [(GOAL.id,)]


def test_not_this_one_is_kept_and_can_be_undone(page: EvidencePage) -> None:
    go_to(page, "initiative")
    press(page, "Not this one")
    assert offered(page) == []
    assert shows(page, "There is nothing to suggest. Search for it, or pin it from its own page.")
    press(page, "Undo")
    assert offered(page) == ["Draft the notes"]


def test_a_row_leads_to_its_entry(page: EvidencePage, session: Session, qtbot: QtBot) -> None:
    session.journal.evidence.pin([NOTE.id], "learned")
    session.refreshed.emit()
    go_to(page, "learned")
    QTest.keyClick(board(page), Qt.Key.Key_Down)
    with qtbot.waitSignal(page.entry_requested) as asked:
        QTest.keyClick(board(page), Qt.Key.Key_Return)
    assert asked.args == [NOTE.id]


def test_what_is_pinned_elsewhere_is_seen_and_the_keyboard_stays(
    page: EvidencePage, session: Session
) -> None:
    go_to(page, "learned")
    session.tell_changed(session.journal.evidence.pin([NOTE.id], "scope"))
    assert carried(page, "scope") == ["Two questions"]
    assert page.topic().id == "learned"


def test_a_nomination_is_made_where_one_shares(page: EvidencePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.part_requested) as asked:
        press(page, "Prepare the nomination")
    assert asked.args == ["share", "nomination"]


def test_locking_leaves_no_word(page: EvidencePage, session: Session) -> None:
    canary = session.journal.save_entry(Note(title="zqcanary", pins=(Pin("scope"),)))
    session.saved.emit(canary)
    assert carried(page, "scope") == ["zqcanary"]
    page.forget()
    assert board(page).rows.rows() == offers(page).rows.rows() == ()


def test_what_the_curtain_hides_is_not_on_the_board(page: EvidencePage, session: Session) -> None:
    pins = (Pin("scope"),)
    session.journal.save_entries(
        [
            SelfCareNote(title="zqcare", pins=pins),
            Note(title="zqsealed", pins=pins, sharing=Sharing.SEALED),
            Note(title="Seen", pins=pins),
        ]
    )
    session.journal.curtain.drop()
    session.refreshed.emit()
    assert carried(page, "scope") == ["Seen"]


def test_a_fact_of_an_entry_without_a_title_names_none(page: EvidencePage, session: Session) -> None:
    work = Note(title="", work="review", day=DAY, pins=(Pin("reviewing", "work review"),))
    session.save(work)
    row = next(row for row in board(page).rows.rows() if row.pinned is not None)
    assert (row.words, "Untitled" in row.detail) == ("review", False)


def test_a_fact_is_told_in_plain_words(page: EvidencePage, session: Session) -> None:
    step = Step("Draft the **notes**, [[Merged]]", done=True, done_on=DAY, id="3")
    session.save(Goal(title="Release", day=DAY, steps=(step,), pins=(Pin("reviewing", "step 3 done"),)))
    assert carried(page, "reviewing") == ["Draft the notes, Merged"]
