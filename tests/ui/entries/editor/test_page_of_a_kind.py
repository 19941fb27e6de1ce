"""The page of a kind is one document: walked, found in, marked, completed and undone as one."""

from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES, entry_type
from amp_desktop.journal import Journal
from amp_desktop.ui.completing.completer import Completer
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.editor.page_column import PageColumn
from amp_desktop.ui.entries.inspector.inspector import Inspector
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.kinds.part import TextPart
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, named, part, text, title

CTRL = Qt.KeyboardModifier.ControlModifier
CHALLENGE = Challenge(
    title="Flaky parser",
    body="It fails on Mondays.",
    tried="Rerun it; it fails.",
    need="Somebody who knows why it fails.",
    day=date(2026, 7, 22),
)


@pytest.fixture
def challenge(journal: Journal, open_page: OpenPage) -> EntriesPage:
    """A page of entries with a challenge that is open."""
    journal.save_entry(CHALLENGE)
    page = open_page()
    page.show_entry(CHALLENGE.id)
    QApplication.processEvents()
    return page


def stored(page: EntriesPage, journal: Journal) -> Challenge:
    assert page.flush()
    entry = journal.entry(CHALLENGE.id)
    assert isinstance(entry, Challenge)
    return entry


def test_up_and_down_walk_the_texts_as_one_document(qtbot: QtBot, challenge: EntriesPage) -> None:
    text(challenge, "body").go_to_beginning()
    walked = []
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        walked.append(getattr(QApplication.focusWidget(), "field", ""))
    assert walked == ["tried", "need"]
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert body(challenge).hasFocus()
    for _ in range(2):  # over the row of states
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert title(challenge).hasFocus()


def test_an_empty_text_is_one_line_until_it_is_reached(qtbot: QtBot, challenge: EntriesPage) -> None:
    helped = text(challenge, "what_helped")
    closed = helped.parentWidget()
    assert closed is not None
    column = closed.parentWidget()
    assert column is not None
    lower = column.height()
    helped.setFocus()
    qtbot.waitUntil(lambda: column.height() > lower)  # its heading stands over it
    text(challenge, "need").setFocus()
    qtbot.waitUntil(lambda: column.height() == lower)


class Heights(QObject):
    """Notes each height that a widget comes to have."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.seen = {watched.height()}
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if isinstance(watched, QWidget) and event.type() == QEvent.Type.Resize:
            self.seen.add(watched.height())
        return False


def test_a_part_that_comes_back_is_laid_out_once(challenge: EntriesPage, journal: Journal) -> None:
    note = journal.save_entry(Note(title="A note", day=date(2026, 7, 21)))
    challenge.resize(challenge.width(), 260)  # lower than all parts together
    QApplication.processEvents()
    heights = Heights(part_of(text(challenge, "need")))
    challenge.show_entry(note.id)
    QApplication.processEvents()
    challenge.show_entry(CHALLENGE.id)
    QApplication.processEvents()
    assert len(heights.seen) == 1


def part_of(text: BodyEdit) -> TextPart:
    """The part of the page that a text is in."""
    part = text.parentWidget()
    while not isinstance(part, TextPart):
        assert part is not None
        part = part.parentWidget()
    return part


def test_words_are_found_through_all_texts_in_order(qtbot: QtBot, challenge: EntriesPage) -> None:
    text(challenge, "body").go_to_beginning()
    qtbot.keyClick(body(challenge), Qt.Key.Key_F, CTRL)
    find = named(challenge, "Find in this entry", QLineEdit)
    qtbot.keyClicks(find, "fails")
    assert find.accessibleDescription() == "1 of 3"
    where = []
    for _ in range(3):
        qtbot.keyClick(find, Qt.Key.Key_Return)
        where += [
            field
            for field in ("body", "tried", "need")
            if text(challenge, field).textCursor().selectedText() == "fails"
        ]
    assert where == ["tried", "need", "body"]
    qtbot.keyClick(find, Qt.Key.Key_Escape)
    assert body(challenge).hasFocus()


def test_what_is_replaced_in_all_texts_is_taken_back_at_once(
    qtbot: QtBot, challenge: EntriesPage, journal: Journal
) -> None:
    qtbot.keyClick(body(challenge), Qt.Key.Key_H, CTRL)
    qtbot.keyClicks(named(challenge, "Find in this entry", QLineEdit), "fails")
    qtbot.keyClicks(named(challenge, "Replace with", QLineEdit), "works")
    qtbot.mouseClick(named(challenge, "Replace all", QPushButton), Qt.MouseButton.LeftButton)
    changed = stored(challenge, journal)
    assert (changed.body, changed.tried) == ("It works on Mondays.", "Rerun it; it works.")
    assert changed.need == "Somebody who knows why it works."
    body(challenge).undo()
    back = stored(challenge, journal)
    assert (back.body, back.tried, back.need) == (CHALLENGE.body, CHALLENGE.tried, CHALLENGE.need)


def test_a_mark_goes_to_the_text_that_was_written_in_last(
    qtbot: QtBot, challenge: EntriesPage, journal: Journal
) -> None:
    need = text(challenge, "need")
    need.setFocus()
    need.selectAll()
    qtbot.mouseClick(named(challenge, "Bold", QToolButton), Qt.MouseButton.LeftButton)
    assert stored(challenge, journal).need == f"**{CHALLENGE.need}**"
    assert stored(challenge, journal).body == CHALLENGE.body
    assert need.hasFocus()


def test_links_are_offered_and_followed_in_every_text(
    qtbot: QtBot, challenge: EntriesPage, journal: Journal
) -> None:
    kick_off = journal.save_entry(Note(title="Kick-off", day=date(2026, 7, 21)))
    need = text(challenge, "need")
    need.go_to_end()
    qtbot.keyClicks(need, " [[Kick")
    assert challenge.findChildren(Completer)
    qtbot.keyClick(need, Qt.Key.Key_Return)
    assert need.text().endswith("[[Kick-off]]")
    qtbot.keyClick(need, Qt.Key.Key_Left)
    qtbot.keyClick(need, Qt.Key.Key_Left)
    qtbot.keyClick(need, Qt.Key.Key_Left)
    qtbot.keyClick(need, Qt.Key.Key_Return, CTRL)
    assert title(challenge).text() == kick_off.title


def test_undo_goes_to_the_text_where_it_is_at_work(
    qtbot: QtBot, challenge: EntriesPage, journal: Journal
) -> None:
    for field in ("tried", "need"):
        text(challenge, field).go_to_end()
        qtbot.keyClicks(text(challenge, field), "!")
    for field in ("need", "tried"):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, CTRL)
        assert text(challenge, field).hasFocus()
        assert not text(challenge, field).text().endswith("!")
    assert stored(challenge, journal).tried == CHALLENGE.tried


def test_a_long_text_is_one_with_the_page_and_its_cursor_stays_in_sight(challenge: EntriesPage) -> None:
    need = text(challenge, "need")
    need.go_to_end()
    need.insertPlainText("\n".join(f"Line {number}" for number in range(400)))
    QApplication.processEvents()
    column = part(challenge, PageColumn)
    assert need.height() <= column.viewport().height(), "Qt lays out no more than can be seen"
    for go in (need.go_to_beginning, need.go_to_end):
        go()
        QApplication.processEvents()
        seen = need.viewport().visibleRegion().boundingRect()
        assert seen.contains(need.cursorRect().center())
    text(challenge, "what_helped").go_to_beginning()
    assert text(challenge, "what_helped").visibleRegion().boundingRect().height() > 0


def test_the_panel_at_the_right_keeps_what_all_kinds_share(challenge: EntriesPage) -> None:
    panel = part(challenge, Inspector)
    assert not panel.isAncestorOf(text(challenge, "need"))
    assert part(challenge, PageColumn).isAncestorOf(text(challenge, "need"))
    for name in ("State", "What I need", "Since"):
        assert not [one for one in panel.findChildren(QLineEdit) if one.accessibleName() == name]


@pytest.mark.parametrize("kind", list(ENTRY_TYPES))
def test_what_is_typed_behind_title_and_enter_is_kept_and_presses_nothing(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, kind: Kind
) -> None:
    begun = entry_type(kind)(title="Begun", day=date(2026, 7, 22))
    journal.save_entry(begun)
    page = open_page()
    page.show_entry(begun.id)
    QApplication.processEvents()
    qtbot.keyClick(title(page), Qt.Key.Key_Return)
    for letter in "Words 1 to 4":
        qtbot.keyClick(QApplication.focusWidget(), letter)
    assert page.flush()
    entry = journal.entry(begun.id)
    assert "Words 1 to 4" in str(entry)
    assert entry.state == begun.state


LONG_GOAL = Goal(
    title="Long",
    steps=tuple(Step(f"step {n}", id=f"s{n}") for n in range(40)),
    success="Well.\n" * 30,
    body="Words of the notes.\n" * 60,
    day=date(2026, 7, 22),
)


@pytest.fixture
def long_goal(journal: Journal, open_page: OpenPage) -> EntriesPage:
    """A page of entries with a goal that is several windows high."""
    journal.save_entry(LONG_GOAL)
    page = open_page()
    page.show_entry(LONG_GOAL.id)
    QApplication.processEvents()
    return page


def _is_in_sight(page: EntriesPage) -> bool:
    focused = QApplication.focusWidget()
    column = part(page, PageColumn)
    assert focused is not None
    rect = focused.cursorRect() if isinstance(focused, QTextEdit) else focused.rect()
    holder = focused.viewport() if isinstance(focused, QTextEdit) else focused
    y = holder.mapTo(column.viewport(), rect.center()).y()
    return 0 <= y <= column.viewport().height()


def test_page_down_and_up_go_through_the_whole_page(qtbot: QtBot, long_goal: EntriesPage) -> None:
    bar = part(long_goal, PageColumn).verticalScrollBar()
    title(long_goal).setFocus()
    seen, been = [], []
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
        QApplication.processEvents()
        assert _is_in_sight(long_goal)
        seen.append(bar.value())
        been.append(getattr(QApplication.focusWidget(), "field", "steps"))
    assert seen == sorted(seen)
    assert seen[-1] == bar.maximum()
    assert list(dict.fromkeys(been)) == ["steps", "success", "body"]
    assert body(long_goal).textCursor().atEnd()
    for _ in range(30):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageUp)
        QApplication.processEvents()
        assert _is_in_sight(long_goal)
    assert bar.value() == 0
    assert title(long_goal).hasFocus()


def test_control_with_home_and_end_go_to_the_ends_of_the_page(qtbot: QtBot, long_goal: EntriesPage) -> None:
    bar = part(long_goal, PageColumn).verticalScrollBar()
    text(long_goal, "success").setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_End, CTRL)
    QApplication.processEvents()
    assert body(long_goal).hasFocus()
    assert body(long_goal).textCursor().atEnd()
    assert bar.value() == bar.maximum()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Home, CTRL)
    assert title(long_goal).hasFocus()
    assert bar.value() == 0


def test_page_down_leads_out_of_the_lines_of_askings(qtbot: QtBot, challenge: EntriesPage) -> None:
    challenge.resize(1000, 420)
    body(challenge).go_to_beginning()
    for _ in range(8):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert part(challenge, PageColumn).isAncestorOf(QApplication.focusWidget())
    bar = part(challenge, PageColumn).verticalScrollBar()
    assert bar.value() == bar.maximum()


def _runs(image: QImage, columns: range, rows: range) -> list[tuple[int, int]]:
    """First and last row of everything that is drawn there."""
    ground = image.pixelColor(columns.start, rows.start)
    drawn = [any(image.pixelColor(x, y) != ground for x in columns) for y in rows]
    found, begun = [], None
    for y, is_drawn in zip(rows, drawn, strict=True):
        if is_drawn and begun is None:
            begun = y
        elif not is_drawn and begun is not None:
            found.append((begun, y - 1))
            begun = None
    return found


def test_what_is_not_there_yet_stands_in_even_lines_behind_its_signs(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    empty = Challenge(title="Empty", day=date(2026, 7, 22))
    journal.save_entry(empty)
    page = open_page()
    page.show_entry(empty.id)
    title(page).setFocus()
    QApplication.processEvents()
    column = part(page, PageColumn)
    image = column.grab().toImage()
    left = text(page, "body").mapTo(column, QPoint(column.body.gutter, 0)).x()
    top = text(page, "body").mapTo(column, QPoint(0, 0)).y()
    signs = _runs(image, range(left, left + 16), range(top - 4, image.height()))
    middles = [(first + last) / 2 for first, last in signs]
    assert len(middles) >= 5
    gaps = [lower - upper for upper, lower in pairwise(middles)]
    assert max(gaps) - min(gaps) <= 2, gaps
    letters = _runs(image, range(left + 24, left + 44), range(top - 4, image.height()))
    for (first, last), middle in zip(letters, middles, strict=True):
        assert abs((first + last) / 2 - middle) <= 3


def test_a_page_of_one_kind_does_not_say_which(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(CHALLENGE)
    for page, told in ((open_page(), True), (open_page(kind_page("challenge")), False)):
        page.show_entry(CHALLENGE.id)
        assert part(page, PageColumn).detail.text().startswith("Challenge · ") is told


def test_an_invitation_of_two_lines_is_read_whole(qtbot: QtBot) -> None:
    made = TextPart("tried", "Tried", "What I tried, and what came of it in the end")
    qtbot.addWidget(made)
    made.resize(made.gutter * 2 + 220, 10)
    made.show()
    QApplication.processEvents()
    lines = made.edit.fontMetrics().lineSpacing()
    assert made.edit.height() >= 2 * lines
    made.call("Tried", "Tried")
    assert made.edit.height() < 2 * lines


def test_the_end_of_a_note_is_that_of_its_text(qtbot: QtBot, journal: Journal, open_page: OpenPage) -> None:
    note = Note(title="Day", body="Words\nof it.", day=date(2026, 7, 22))
    journal.save_entry(note)
    page = open_page()
    page.show_entry(note.id)
    QApplication.processEvents()
    body(page).go_to_beginning()
    for key, held in ((Qt.Key.Key_End, CTRL), (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier)):
        qtbot.keyClick(QApplication.focusWidget(), key, held)
        assert body(page).hasFocus(), "what the mentor may read is empty"
        assert body(page).textCursor().atEnd()
