"""Whatever is copied in the program is plain text, and kept out of clipboard histories."""

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QClipboard, QGuiApplication, QImage
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.editing.title_edit import TitleEdit
from amp_desktop.ui.entries.inspector.history.difference import difference_of_parts
from amp_desktop.ui.entries.inspector.history.difference_view import DifferenceView
from amp_desktop.ui.platform.clipboard import ClipboardGuard, clear_clipboard
from amp_desktop.ui.preview.preview import PreviewPane
from amp_desktop.ui.share.text_views import PageView, TextView
from amp_desktop.ui.widgets.text_box import TextBox

HINT = "x-kde-passwordManagerHint"
RICH = {"text/html", "text/markdown", "application/vnd.oasis.opendocument.text"}


def title() -> QTextEdit:
    edit = TitleEdit()
    edit.set_text("some words")
    return edit


def field() -> QTextEdit:
    box = TextBox("Success")
    box.set_text("some words")
    return box


def preview() -> QTextEdit:
    pane = PreviewPane()
    pane.setHtml("<p><b>some</b> words</p>")
    return pane


def page() -> QTextEdit:
    view = PageView("Page")
    view.setHtml("<p><b>some</b> words</p>")
    return view


def changes() -> QTextEdit:
    view = DifferenceView()
    view.show_difference(difference_of_parts(["some"], ["some words"]), whole=True)
    return view


def text() -> QPlainTextEdit:
    view = TextView("Text")
    view.show_text("some words", "txt")
    return view


def assert_private() -> None:
    data = QGuiApplication.clipboard().mimeData()
    assert bytes(data.data(HINT).data()) == b"secret"
    assert not RICH & set(data.formats())


@pytest.mark.parametrize("make", [title, field, preview, page, changes, text])
def test_what_is_copied_from_a_text_is_plain_and_private(
    qtbot: QtBot, make: Callable[[], QTextEdit | QPlainTextEdit]
) -> None:
    view = make()
    qtbot.addWidget(view)
    view.selectAll()
    view.copy()
    assert "words" in QGuiApplication.clipboard().text()
    assert_private()


def test_what_is_copied_from_a_line_is_private_too(qtbot: QtBot) -> None:
    line = QLineEdit("some words")
    qtbot.addWidget(line)
    guard = ClipboardGuard(line, owns=lambda: True)
    line.selectAll()
    line.copy()
    assert QGuiApplication.clipboard().text() == "some words"
    assert_private()
    guard.deleteLater()


def test_what_another_program_copied_is_left_alone(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    guard = ClipboardGuard(widget, owns=lambda: False)
    QGuiApplication.clipboard().setText("theirs")
    assert QGuiApplication.clipboard().mimeData().formats() == ["text/plain"]
    guard.deleteLater()


def test_a_picture_that_is_copied_stays_a_picture(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    guard = ClipboardGuard(widget, owns=lambda: True)
    picture = QImage(2, 3, QImage.Format.Format_RGB32)
    picture.fill(0)
    QGuiApplication.clipboard().setImage(picture)
    assert QGuiApplication.clipboard().image().size() == picture.size()
    guard.deleteLater()


@pytest.mark.parametrize("mode", [QClipboard.Mode.Clipboard, QClipboard.Mode.Selection])
def test_neither_clipboard_nor_selection_keeps_what_was_ours(
    monkeypatch: pytest.MonkeyPatch, mode: QClipboard.Mode
) -> None:
    owned = {mode}
    desktop = SimpleNamespace(  # the platform of the tests has no selection
        ownsClipboard=lambda: QClipboard.Mode.Clipboard in owned,
        ownsSelection=lambda: QClipboard.Mode.Selection in owned,
        mimeData=QMimeData,
        clear=owned.discard,
    )
    monkeypatch.setattr(QGuiApplication, "clipboard", lambda: desktop)
    clear_clipboard()
    assert owned == set()
