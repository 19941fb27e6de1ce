"""Who scrolls a page by the wheel changes nothing that the pointer meets on the way."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QDateTime, QPoint, QPointF, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import amp_desktop.ui
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.part_edits import DateEdit, TimeEdit

TURNED_BY_QT = {"QComboBox", "QDateEdit", "QDateTimeEdit", "QDial", "QDoubleSpinBox", "QSlider", "QSpinBox"}


def turn(where: QWidget) -> bool:
    """Turn the wheel over a field; whether the field kept that for itself."""
    place = QPointF(where.rect().center())
    turned = QWheelEvent(
        place,
        where.mapToGlobal(place),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by its place alone
    )
    turned.ignore()
    QApplication.sendEvent(where, turned)
    return turned.isAccepted()


def shown_below_a_line(qtbot: QtBot, field: QWidget) -> tuple[QWidget, QLineEdit]:
    """A page with the field on it, and the line above that has the keyboard."""
    page, line = QWidget(), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(line)
    column.addWidget(field)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    line.setFocus()
    return page, line


def test_the_wheel_never_chooses(qtbot: QtBot) -> None:
    field = choice_field("Lock the journal", [("at once", 0), ("after a minute", 1), ("never", 2)])
    field.setCurrentIndex(1)
    _page, line = shown_below_a_line(qtbot, field)
    assert not turn(field)
    assert line.hasFocus()
    field.setFocus()  # as it has been since something was chosen in its list
    assert not turn(field)
    assert field.currentData() == 1


@pytest.mark.parametrize("made", [DateEdit, TimeEdit])
def test_it_turns_a_day_and_a_time_with_the_keyboard_in_it_alone(
    qtbot: QtBot, made: type[DateEdit | TimeEdit]
) -> None:
    field = made()
    field.setDateTime(QDateTime(QDate(2026, 7, 22), QTime(12, 0)))
    before = field.dateTime()
    _page, line = shown_below_a_line(qtbot, field)
    assert not turn(field)
    assert line.hasFocus()
    assert field.dateTime() == before
    field.setFocus()
    turn(field)
    assert field.dateTime() != before


def made_by_qt(source: str) -> Iterator[str]:
    """What of Qt's own fields that the wheel turns is made in a module."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TURNED_BY_QT:
            yield node.func.id


def test_no_page_has_a_field_that_the_wheel_turns_in_passing() -> None:
    files = sorted(Path(amp_desktop.ui.__file__).parent.rglob("*.py"))
    assert [(file.name, name) for file in files for name in made_by_qt(file.read_text("utf-8"))] == []
