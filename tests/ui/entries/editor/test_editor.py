"""The editor as a person uses it: finding, previewing, spelling, zoom, width, with keyboard and mouse."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.document_edit import body_font
from amp_desktop.ui.editing.find_bar import FindBar
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.entries.editor.page_column import PageColumn
from amp_desktop.ui.entries.editor.writing_area import View, WritingArea
from amp_desktop.ui.platform.app_settings import AppSettings, LineWidth
from amp_desktop.ui.preview.preview import PreviewPane
from amp_desktop.ui.session import Session
from tests.conftest import MakeEntry
from tests.ui.entries.pages import named, part

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Write = Callable[[str], Entry]
LONG = "\n\n".join(f"Paragraph number {n} with some words.\n\n- [ ] task {n}" for n in range(150))


@pytest.fixture
def editor(qtbot: QtBot, session: Session) -> EntryEditor:
    made = EntryEditor(session)
    qtbot.addWidget(made)
    made.resize(900, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def write(editor: EntryEditor, make_entry: MakeEntry) -> Write:
    """Opens an entry with this text and gives the keyboard to it."""

    def written(text: str) -> Entry:
        entry = make_entry("note", title="Day", body=text)
        editor.open_entry(entry)
        editor.focus_body()
        return entry

    return written


def body(editor: EntryEditor) -> BodyEdit:
    return next(text for text in editor.findChildren(BodyEdit) if text.field == "body")


def menu_of(editor: EntryEditor, qtbot: QtBot) -> QMenu:
    qtbot.mouseClick(named(editor, "More for this text", QToolButton), Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_words_are_found_and_replaced_from_the_keyboard(
    qtbot: QtBot, editor: EntryEditor, write: Write
) -> None:
    write("one 😀 word, a Word and wörd")
    qtbot.keyClick(body(editor), Qt.Key.Key_F, CTRL)
    find = named(editor, "Find in this entry", QLineEdit)
    assert find.hasFocus()
    qtbot.keyClicks(find, "word")
    assert find.accessibleDescription() == "1 of 3"
    assert body(editor).textCursor().selectedText() == "word"
    qtbot.keyClick(find, Qt.Key.Key_Return)
    assert body(editor).textCursor().selectedText() == "Word"
    qtbot.keyClick(find, Qt.Key.Key_Return, SHIFT)
    assert body(editor).textCursor().selectedText() == "word"
    qtbot.mouseClick(named(editor, "Match accents", QToolButton), Qt.MouseButton.LeftButton)
    assert find.accessibleDescription() == "1 of 2"
    qtbot.keyClick(find, Qt.Key.Key_H, CTRL)
    new = named(editor, "Replace with", QLineEdit)
    new.setFocus()
    qtbot.keyClicks(new, "x")
    qtbot.keyClick(new, Qt.Key.Key_Return)
    assert body(editor).text() == "one 😀 x, a Word and wörd"
    qtbot.mouseClick(named(editor, "Replace all", QPushButton), Qt.MouseButton.LeftButton)
    assert body(editor).text() == "one 😀 x, a x and wörd"
    qtbot.keyClick(new, Qt.Key.Key_Escape)
    assert not part(editor, FindBar).isVisible()
    assert body(editor).hasFocus()
    body(editor).undo()
    assert body(editor).text() == "one 😀 x, a Word and wörd"


def test_what_is_found_follows_the_text(qtbot: QtBot, editor: EntryEditor, write: Write) -> None:
    write("word")
    qtbot.keyClick(body(editor), Qt.Key.Key_F, CTRL)
    find = named(editor, "Find in this entry", QLineEdit)
    qtbot.keyClicks(find, "word")
    body(editor).append("another word")
    qtbot.waitUntil(lambda: find.accessibleDescription() == "Found 2 times")
    find.selectAll()
    qtbot.keyClicks(find, "nowhere")
    assert find.accessibleDescription() == "Not found"


def test_a_text_that_may_not_be_written_in_is_not_replaced(
    qtbot: QtBot, editor: EntryEditor, write: Write
) -> None:
    write("word")
    editor.set_writable(False)
    qtbot.keyClick(body(editor), Qt.Key.Key_H, CTRL)
    assert not editor.findChild(FindBar).findChildren(QLineEdit)[1].isVisible()  # type: ignore[union-attr]


def test_the_preview_beside_follows_text_and_scrolling(
    qtbot: QtBot, editor: EntryEditor, write: Write
) -> None:
    write(LONG)
    qtbot.keyClick(body(editor), Qt.Key.Key_V, ALT)
    preview = part(editor, PreviewPane)
    assert preview.isVisible()
    assert body(editor).isVisible()
    qtbot.waitUntil(lambda: "task 149" in preview.toPlainText())
    body(editor).insertPlainText("Fresh words. ")
    qtbot.waitUntil(lambda: "\nFresh words." in f"\n{preview.toPlainText()}")
    column = part(editor, PageColumn)
    for number in (20, 75, 140):
        block = body(editor).document().findBlockByNumber(4 * number)
        top = body(editor).document().documentLayout().blockBoundingRect(block).top()
        editor.scroll_to(column.top_of(body(editor)) + round(top))
        seen = preview.cursorForPosition(QPoint(5, 5)).block().text()
        assert str(number) in seen or str(number - 1) in seen
    preview.verticalScrollBar().setValue(0)
    assert editor.scrolled() < 30
    assert AppSettings().preview_beside


def test_a_click_on_a_box_of_the_preview_ticks_the_task(
    qtbot: QtBot, editor: EntryEditor, write: Write
) -> None:
    write("Before 😀\n\n- [ ] one\n- [x] two\n  - [ ] inner\n\n```\n- [ ] code\n```\n")
    editor.show_preview(shown=True)
    preview = part(editor, PreviewPane)
    qtbot.waitUntil(lambda: "inner" in preview.toPlainText())

    def click(words: str) -> None:
        preview.moveCursor(preview.textCursor().MoveOperation.Start)
        assert preview.find(words)
        cursor = preview.textCursor()
        cursor.setPosition(cursor.selectionStart())
        place = preview.cursorRect(cursor)
        preview.setTextCursor(cursor)
        qtbot.mouseClick(
            preview.viewport(), Qt.MouseButton.LeftButton, pos=place.center() - QPoint(place.height(), 0)
        )

    click("inner")
    assert "  - [x] inner" in body(editor).text()
    click("two")
    assert "- [ ] two" in body(editor).text()
    assert "- [ ] code" in body(editor).text()
    body(editor).undo()
    assert "- [x] two" in body(editor).text()


def test_a_task_is_ticked_by_a_key(qtbot: QtBot, editor: EntryEditor, write: Write) -> None:
    write("- [ ] one")
    qtbot.keyClick(body(editor), Qt.Key.Key_Return, CTRL)
    assert body(editor).text() == "- [x] one"


def test_every_action_of_the_menu_has_its_key(qtbot: QtBot, editor: EntryEditor, write: Write) -> None:
    write("one\ntwo")
    qtbot.keyClick(body(editor), Qt.Key.Key_Down, ALT)
    assert body(editor).text() == "two\none"
    qtbot.keyClick(body(editor), Qt.Key.Key_1, ALT)
    assert body(editor).text() == "two\n# one"
    menu = menu_of(editor, qtbot)
    said = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    assert [words.partition("\t")[0] for words in said] == [
        *("Format", "Picture or file…", "Find in this entry…", "Replace…", "Preview beside the text"),
        *(
            "Focus mode",
            "Text size",
            "Width of lines",
            "History: earlier versions…",
            "Print, without private asides…",
            "Spelling",
        ),
    ]


def test_text_size_and_width_of_lines_are_remembered(
    qtbot: QtBot, editor: EntryEditor, write: Write, session: Session
) -> None:
    write("words")
    usual = body_font().pointSizeF()
    for _ in range(3):
        qtbot.keyClick(body(editor), Qt.Key.Key_Plus, CTRL)
    assert body(editor).font().pointSizeF() == pytest.approx(1.3 * usual)
    assert body(editor).document().defaultFont().pointSizeF() == pytest.approx(1.3 * usual)
    area = part(editor, WritingArea)
    area.resize(1400, 600)
    menu = menu_of(editor, qtbot)
    width = next(action.menu() for action in menu.actions() if action.text() == "Width of lines")
    assert isinstance(width, QMenu)
    width.actions()[0].trigger()
    menu.close()
    assert AppSettings().line_width is LineWidth.NARROW
    other = EntryEditor(session)
    qtbot.addWidget(other)
    other.show()
    assert body(other).font().pointSizeF() == pytest.approx(1.3 * usual)
    qtbot.keyClick(body(editor), Qt.Key.Key_0, CTRL)
    assert body(editor).font().pointSizeF() == pytest.approx(usual)


def test_escape_leaves_what_was_opened_last(qtbot: QtBot, editor: EntryEditor, write: Write) -> None:
    write("words")
    editor.set_focus_mode(on=True)
    qtbot.keyClick(body(editor), Qt.Key.Key_F, CTRL)
    body(editor).setFocus()
    with qtbot.assertNotEmitted(editor.focus_mode_toggled):
        qtbot.keyClick(body(editor), Qt.Key.Key_Escape)
    with qtbot.waitSignal(editor.focus_mode_toggled) as told:
        qtbot.keyClick(body(editor), Qt.Key.Key_Escape)
    assert told.args == [False]
    editor.set_focus_mode(on=False)
    with qtbot.waitSignal(editor.left):
        qtbot.keyClick(body(editor), Qt.Key.Key_Escape)


def test_misspelt_words_are_underlined_and_mended(qtbot: QtBot, editor: EntryEditor, write: Write) -> None:
    pytest.importorskip("hunspell")
    write("I was not there, and the wrold was not either. `wrold` #wrold")
    qtbot.waitUntil(lambda: bool(_underlined(editor)), timeout=20_000)
    assert _underlined(editor) == ["wrold"]
    _mend(qtbot, editor, "wrold", "world")
    assert "the world was" in body(editor).text()
    qtbot.waitUntil(lambda: not _underlined(editor))


def test_a_word_is_mended_whole_behind_an_emoji_beside_a_hard_space_and_with_an_apostrophe(
    qtbot: QtBot, editor: EntryEditor, write: Write
) -> None:
    pytest.importorskip("hunspell")
    write("👩\u200d🔬😀 It doesb't\u00a0mattter, and it was not there either.")
    qtbot.waitUntil(lambda: _underlined(editor) == ["doesb't", "mattter"], timeout=20_000)
    _mend(qtbot, editor, "mattter", "matter")
    _mend(qtbot, editor, "doesb't", "doesn't")
    assert body(editor).text() == "👩\u200d🔬😀 It doesn't\u00a0matter, and it was not there either."


def test_own_words_are_kept_in_the_journal(
    qtbot: QtBot, editor: EntryEditor, write: Write, session: Session
) -> None:
    pytest.importorskip("hunspell")
    write("This is the asyncapi of the day, and it is fine.")
    qtbot.waitUntil(lambda: _underlined(editor) == ["asyncapi"], timeout=20_000)
    menu = QMenu(editor)
    body(editor).menu_wanted.emit(menu, 14)
    next(action for action in menu.actions() if "Add" in action.text()).trigger()
    qtbot.waitUntil(lambda: not _underlined(editor))
    assert session.journal.spelling.words == {"asyncapi"}


def test_the_language_is_told_and_can_be_chosen(
    qtbot: QtBot, editor: EntryEditor, write: Write, session: Session
) -> None:
    pytest.importorskip("hunspell")
    entry = write("Heute war es nicht so gut, aber ich habe das Gespräch mit der Mentorin gehabt.")
    said = editor.footer.spelling
    assert said.text() in ("Deutsch: no dictionary", "Deutsch")
    qtbot.mouseClick(said, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "English").trigger()
    menu.close()
    assert said.text() == "English"
    assert session.journal.spelling.languages == {str(entry.id): "en"}


def test_nothing_is_left_when_the_journal_is_locked(qtbot: QtBot, editor: EntryEditor, write: Write) -> None:
    write("secret words here and there")
    qtbot.keyClick(body(editor), Qt.Key.Key_F, CTRL)
    qtbot.keyClicks(named(editor, "Find in this entry", QLineEdit), "secret")
    editor.show_preview(shown=True)
    editor.forget()
    assert body(editor).text() == part(editor, PreviewPane).toPlainText() == ""
    assert not any(line.text() for line in editor.findChildren(QLineEdit))
    assert not body(editor).document().isUndoAvailable()
    assert part(editor, WritingArea).view is View.PREVIEW


def _mend(qtbot: QtBot, editor: EntryEditor, wrong: str, right: str) -> None:
    """Ask for the menu near the end of a word, and choose another word in it."""
    menu = QMenu(editor)
    body(editor).menu_wanted.emit(menu, body(editor).document().find(wrong).position() - 1)
    qtbot.waitUntil(lambda: right in [action.text() for action in menu.actions()], timeout=20_000)
    next(action for action in menu.actions() if action.text() == right).trigger()


def _underlined(editor: EntryEditor) -> list[str]:
    return [
        mark.cursor.selectedText()
        for mark in body(editor).extraSelections()
        if mark.format.underlineStyle() == mark.format.UnderlineStyle.SpellCheckUnderline
    ]
