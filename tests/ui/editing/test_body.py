"""Writing in the text: what keys do, and that undo stays."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QImage, QTextCursor, QTextOption
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.highlighter import MarkdownHighlighter
from amp_desktop.ui.editing.text_document import LINE_HEIGHT
from amp_desktop.ui.style.theme import theme


@pytest.fixture
def around(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def body(qtbot: QtBot, around: QWidget) -> BodyEdit:
    """A text with a field before and after it."""
    made = BodyEdit()
    column = QVBoxLayout(around)
    for part in (QLineEdit(), made, QLineEdit()):
        column.addWidget(part)
    around.resize(500, 400)
    with qtbot.waitExposed(around):
        around.show()
    made.setFocus()
    return made


def put(body: BodyEdit, at: int, end: int | None = None) -> None:
    cursor = body.textCursor()
    cursor.setPosition(at)
    cursor.setPosition(at if end is None else end, QTextCursor.MoveMode.KeepAnchor)
    body.setTextCursor(cursor)


def colour_at(body: BodyEdit, line: int, at: int) -> QColor:
    formats = body.document().findBlockByNumber(line).layout().formats()
    found = [run.format for run in formats if run.start <= at < run.start + run.length]
    return found[-1].foreground().color() if found else QColor()


def test_enter_goes_on_with_a_list_and_ends_it(qtbot: QtBot, body: BodyEdit) -> None:
    qtbot.keyClicks(body, "- [ ] one")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.keyClicks(body, "two")
    qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.keyClicks(body, "after")
    assert body.text() == "- [ ] one\n- [ ] two\n\nafter"


def test_enter_twice_begins_a_paragraph_and_every_line_is_as_high(qtbot: QtBot, body: BodyEdit) -> None:
    qtbot.keyClicks(body, "one")
    for _ in range(3):
        qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.keyClicks(body, "two")
    assert body.text() == "one\n\n\ntwo"
    blocks = [body.document().findBlockByNumber(line) for line in range(4)]
    assert [block.blockFormat().lineHeight() for block in blocks] == [LINE_HEIGHT] * 4
    body.undo()
    assert "two" not in body.text()


def test_enter_takes_the_place_of_what_is_selected(qtbot: QtBot, body: BodyEdit) -> None:
    body.set_text("one and two")
    put(body, 3, 7)
    qtbot.keyClick(body, Qt.Key.Key_Return)
    assert body.text() == "one\n two"


def test_tab_moves_items_and_leaves_everywhere_else(qtbot: QtBot, body: BodyEdit) -> None:
    body.set_text("- one\n- two")
    put(body, 11)
    qtbot.keyClick(body, Qt.Key.Key_Tab)
    assert body.text() == "- one\n  - two"
    qtbot.keyClick(body, Qt.Key.Key_Backtab)
    assert body.text() == "- one\n- two"
    body.set_text("words")
    qtbot.keyClick(body, Qt.Key.Key_Tab)
    assert body.text() == "words"
    assert not body.hasFocus()


def test_a_marking_is_one_step_of_undo(body: BodyEdit) -> None:
    body.set_text("one 😀 word here")
    put(body, 7, 11)  # Qt counts the emoji as two
    body.mark("bold")
    assert body.text() == "one 😀 **word** here"
    assert body.textCursor().selectedText() == "word"
    body.undo()
    assert body.text() == "one 😀 word here"
    assert not body.document().isUndoAvailable()


def test_undo_does_not_go_back_to_another_entry(body: BodyEdit) -> None:
    body.set_text("first")
    body.set_text("second")
    body.undo()
    assert body.text() == "second"


def test_only_the_person_edits(qtbot: QtBot, body: BodyEdit) -> None:
    with qtbot.assertNotEmitted(body.edited):
        body.set_text("words")
        theme().theme_changed.emit()
    with qtbot.waitSignal(body.edited):
        qtbot.keyClicks(body, "x")


def test_a_paste_becomes_markdown_and_every_line_is_as_high(body: BodyEdit) -> None:
    data = QMimeData()
    data.setHtml("<h1 style='color:red'>Big</h1><p>a <b>small</b> <script>x</script>one</p>")
    data.setText("Big\na small one")
    body.insertFromMimeData(data)
    assert body.text() == "# Big\n\na **small** one"
    block = body.document().firstBlock()
    while block.isValid():
        assert block.blockFormat().lineHeight() == LINE_HEIGHT
        block = block.next()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("```py\n", "\n```"),
        ("~~~\n", ""),
        ("> ```\n> ", "\n> ```"),
        ("run `", "` now"),
        ("run `a ", " b` now"),
        ("`", "`"),
    ],
)
def test_into_code_everything_is_pasted_plain(body: BodyEdit, before: str, after: str) -> None:
    data = QMimeData()
    data.setHtml("<p>a <b>bold</b> *x*</p>")
    data.setText("a bold *x*")
    body.set_text(f"{before}old{after}")
    put(body, len(before), len(before) + 3)
    body.insertFromMimeData(data)
    assert body.text() == f"{before}a bold *x*{after}"


def test_into_code_an_address_is_pasted_plain(body: BodyEdit) -> None:
    data = QMimeData()
    data.setText("https://e.org")
    body.set_text("run `here` now")
    put(body, 5, 9)
    body.insertFromMimeData(data)
    assert body.text() == "run `https://e.org` now"


@pytest.mark.parametrize("before", ["```\nx\n```\n", "`x` ", "it`s ", r"\` "])
def test_beside_code_a_paste_becomes_markdown(body: BodyEdit, before: str) -> None:
    data = QMimeData()
    data.setHtml("<b>bold</b>")
    data.setText("bold")
    body.set_text(f"{before} more")
    put(body, len(before))
    body.insertFromMimeData(data)
    assert body.text() == f"{before}**bold** more"


def test_plain_text_is_pasted_as_it_is(body: BodyEdit) -> None:
    data = QMimeData()
    data.setText("*as* it_is\u00a0here")
    body.insertFromMimeData(data)
    assert body.text() == "*as* it_is\u00a0here"


def test_an_address_pasted_upon_words_makes_them_a_link(body: BodyEdit) -> None:
    body.set_text("see the docs 😀")
    put(body, 8, 12)
    data = QMimeData()
    data.setText("https://example.org")
    body.insertFromMimeData(data)
    assert body.text() == "see the [docs](https://example.org) 😀"
    body.undo()
    assert body.text() == "see the docs 😀"


def test_what_is_copied_stays_out_of_clipboard_histories(body: BodyEdit) -> None:
    body.set_text("one\ntwo")
    body.selectAll()
    data = body.createMimeDataFromSelection()
    assert data.text() == "one\ntwo"
    assert not data.hasHtml()
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"


def test_undo_lasts_while_other_entries_are_open(qtbot: QtBot, body: BodyEdit) -> None:
    body.open_text("first", "one")
    put(body, 3)
    qtbot.keyClicks(body, " more")
    body.open_text("second", "two")
    body.undo()
    assert body.text() == "two"
    body.open_text("first", "one more")
    assert body.textCursor().position() == 8
    body.undo()
    assert body.text() == "one"
    body.redo()
    assert body.text() == "one more"


def test_what_others_wrote_meanwhile_can_be_undone(body: BodyEdit) -> None:
    body.open_text("first", "one two")
    body.open_text("second", "")
    with_theirs = "one new two"
    body.open_text("first", with_theirs)
    assert body.text() == with_theirs
    body.undo()
    assert body.text() == "one two"


def test_shift_enter_is_a_line_end_that_every_program_knows(qtbot: QtBot, body: BodyEdit) -> None:
    qtbot.keyClicks(body, "- a")
    qtbot.keyClick(body, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClicks(body, "b")
    assert body.text() == "- a\nb"


def test_escape_leaves(qtbot: QtBot, body: BodyEdit) -> None:
    with qtbot.waitSignal(body.left):
        qtbot.keyClick(body, Qt.Key.Key_Escape)


def test_an_aside_dims_what_follows_to_its_end_however_far(qtbot: QtBot, body: BodyEdit) -> None:
    lines = ["%%mine", *(f"line {n}" for n in range(100)), "end%% open"]
    body.set_text("\n".join(lines))
    faint = theme().tokens.faint
    qtbot.waitUntil(lambda: colour_at(body, 101, 0) == faint)
    assert colour_at(body, 100, 0) == faint
    assert colour_at(body, 101, 8) != faint
    put(body, 0, 2)
    body.insertPlainText("")
    qtbot.waitUntil(lambda: colour_at(body, 60, 0) != faint)


def test_read_only_text_takes_no_keys(qtbot: QtBot, body: BodyEdit) -> None:
    body.set_text("- one")
    body.setReadOnly(True)
    qtbot.keyClick(body, Qt.Key.Key_Return)
    qtbot.keyClick(body, Qt.Key.Key_Tab)
    assert body.text() == "- one"


def test_every_line_is_to_be_seen_however_it_is_coloured(qtbot: QtBot, body: BodyEdit) -> None:
    lines = ["# Head", "plain", "- [x] done", "- [ ] open", "> said", "`code`", "%%mine%%", "**bold**"] * 30
    body.set_text("\n".join(lines))
    highlighter = body.document().findChild(MarkdownHighlighter)
    assert isinstance(highlighter, MarkdownHighlighter)
    later = highlighter._later
    assert later.isActive()
    qtbot.waitUntil(lambda: not later.isActive())
    body.moveCursor(QTextCursor.MoveOperation.End)
    block = body.document().firstBlock()
    while block.isValid():
        assert block.layout().lineCount() == 1, block.text()
        assert block.layout().lineAt(0).naturalTextWidth() > 0
        block = block.next()


@pytest.mark.parametrize("way", ["opened", "pasted", "from elsewhere"])
def test_a_word_without_end_is_broken_anywhere_since_its_end_would_be_looked_for_in_each_line(
    body: BodyEdit, way: str
) -> None:
    body.set_text("Before")
    assert body.wordWrapMode() == QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
    endless = "A0b/+" * 30_000
    if way == "opened":
        body.set_text(endless)
    elif way == "pasted":
        body.selectAll()
        data = QMimeData()
        data.setText(endless)
        body.insertFromMimeData(data)
    else:
        body.bring_to(endless)
    assert body.wordWrapMode() == QTextOption.WrapMode.WrapAnywhere
    assert body.text() == endless
    body.set_text("字" * 5_000)
    assert body.wordWrapMode() != QTextOption.WrapMode.WrapAnywhere


@pytest.mark.parametrize(
    ("html", "pasted"),
    [("<p>Hello <b>you</b></p>", "Hello **you**"), ('<img src="https://example.org/a.png" alt="a">', "")],
)
def test_words_go_before_the_picture_that_a_program_makes_of_them(
    body: BodyEdit, html: str, pasted: str
) -> None:
    data, picture = QMimeData(), QImage(8, 8, QImage.Format.Format_RGB32)
    offered: list[object] = []
    picture.fill(0)
    data.setImageData(picture)
    data.setHtml(html)
    body.offered.connect(offered.append)
    body.insertFromMimeData(data)
    assert body.text() == pasted
    assert len(offered) == (not pasted)
