"""What the pointer does to the rows of steps, for the tests."""

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from amp_desktop.ui.kinds.goal.steps.handle import StepHandle
from amp_desktop.ui.kinds.goal.steps.row import StepRow


def point_at(row: StepRow) -> None:
    """Come over a row, beside which the handle stands then."""
    place = QPointF(row.rect().center())
    QApplication.sendEvent(row, QEnterEvent(place, place, place))


def drag(handle: StepHandle, place: QPoint) -> None:
    """Carry the handle, which was pressed, to that place of the screen."""
    QTest.mouseMove(handle, handle.mapFromGlobal(place))
    assert handle.is_dragged


def middle(widget: QWidget) -> QPoint:
    """Where its middle is on the screen."""
    return widget.mapToGlobal(widget.rect().center())
