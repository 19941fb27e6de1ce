"""What is dragged out of a text is copied, whoever takes it; and no file's place is dropped into one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QDragEnterEvent, QGuiApplication, QMouseEvent, QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit
from amp_desktop.ui.widgets.text_box import TextBox

LEFT = Qt.MouseButton.LeftButton
_BUTTONS = {
    QEvent.Type.MouseButtonPress: (LEFT, LEFT),
    QEvent.Type.MouseMove: (Qt.MouseButton.NoButton, LEFT),
    QEvent.Type.MouseButtonRelease: (LEFT, Qt.MouseButton.NoButton),
}


@pytest.fixture
def dragged(monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> list[str]:
    """What was dragged. No pointer moves here, and whoever gets it says that it was moved."""
    taken: list[str] = []

    def taken_away(drag: QDrag, *_: object) -> Qt.DropAction:
        taken.append(drag.mimeData().text())
        return Qt.DropAction.MoveAction

    monkeypatch.setattr(QDrag, "exec", taken_away)
    return taken


def move(edit: PrivateTextEdit, kind: QEvent.Type, x: float) -> None:
    place = QPointF(x, edit.cursorRect().center().y())
    view = edit.viewport()
    event = QMouseEvent(
        kind, place, QPointF(view.mapToGlobal(place)), *_BUTTONS[kind], Qt.KeyboardModifier(0)
    )
    QApplication.sendEvent(view, event)


@pytest.fixture(params=[BodyEdit, lambda: TextBox("Title")], ids=["body", "field"])
def edit(request: pytest.FixtureRequest, qtbot: QtBot) -> PrivateTextEdit:
    made: PrivateTextEdit = request.param()
    qtbot.addWidget(made)
    made.resize(400, 100)
    made.show()
    made.setPlainText("precious words of mine")
    return made


def test_what_another_program_takes_stays(edit: PrivateTextEdit, dragged: list[str]) -> None:
    edit.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    move(edit, QEvent.Type.MouseButtonPress, 12)
    move(edit, QEvent.Type.MouseMove, 60)
    assert dragged == ["precious "]
    assert edit.toPlainText() == "precious words of mine"


def test_a_press_beside_what_is_selected_selects_anew(edit: PrivateTextEdit, dragged: list[str]) -> None:
    edit.moveCursor(QTextCursor.MoveOperation.NextWord, QTextCursor.MoveMode.KeepAnchor)
    move(edit, QEvent.Type.MouseButtonPress, 100)
    move(edit, QEvent.Type.MouseMove, 160)
    move(edit, QEvent.Type.MouseButtonRelease, 160)
    assert dragged == []
    assert edit.textCursor().selectedText() in ["", " words of mine"][1]


@pytest.mark.parametrize("make", [PrivateTextEdit, lambda: TextBox("Answer")])
def test_where_a_file_lies_is_never_written(qtbot: QtBot, make: Callable[[], PrivateTextEdit]) -> None:
    edit = make()
    qtbot.addWidget(edit)
    edit.setPlainText("Mine")
    files, words = QMimeData(), QMimeData()
    files.setUrls([QUrl.fromLocalFile("/home/someone/secret.pdf")])
    files.setText("/home/someone/secret.pdf")
    words.setText(" and yours")
    for data, takes in ((files, False), (words, True)):
        entered = QDragEnterEvent(QPoint(3, 3), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier(0))
        QApplication.sendEvent(edit.viewport(), entered)
        assert entered.isAccepted() is takes
        QGuiApplication.clipboard().setMimeData(data)
        edit.moveCursor(QTextCursor.MoveOperation.End)
        edit.paste()
    assert edit.toPlainText() == "Mine and yours"
