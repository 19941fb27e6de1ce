"""Where Tab leads: from one thing to the next as one reads them.

Qt goes through widgets in the order in which they were made. That is another one wherever a part is made when
it is first needed, or a row is added later; so the order is asked of the layouts, when Tab is pressed.
"""

from collections.abc import Iterator
from operator import itemgetter
from typing import TypeGuard, cast

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QGridLayout,
    QLayout,
    QLineEdit,
    QMainWindow,
    QRadioButton,
    QScrollArea,
    QSplitter,
    QWidget,
)

_ONE_THING = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)
"""What has parts that are no places of their own."""


def step_focus(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to what is read next in a window, or before; after the last comes the first.

    Whether there is one; not where the desktop has Tab go through text fields alone, as macOS may.
    """
    if QGuiApplication.styleHints().tabFocusBehavior() is not Qt.TabFocusBehavior.TabFocusAllControls:
        return False
    places = list(_places(window))
    at = _where(places, window.focusWidget(), forward=forward)
    ordered = places[at + 1 :] + places[: at + 1] if forward else places[:at][::-1] + places[at:][::-1]
    following = next((place for place in ordered if _is_stop(place)), None)
    if following is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    following.setFocus(reason)
    _bring_to_sight(following)
    return True


def reading_order(window: QWidget) -> list[QWidget]:
    """Everything in a window that Tab leads to, in order."""
    return [place for place in _places(window) if _is_stop(place)]


def _where(places: list[QWidget], focused: QWidget | None, *, forward: bool) -> int:
    """The number of the place that has the keyboard, or one before the first or after the last."""
    while focused is not None:
        if focused in places:
            return places.index(focused)
        focused = focused.parentWidget()
    return -1 if forward else len(places)


def _places(widget: QWidget) -> Iterator[QWidget]:
    """What can have the keyboard, by Tab or by a click."""
    if not widget.isVisible():
        return
    if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None and widget.isEnabled():
        yield widget
    if not isinstance(widget, _ONE_THING):
        for child in _children(widget):
            yield from _places(child)


def _children(widget: QWidget) -> list[QWidget]:
    """The parts of a widget as they are read: as laid out, then what lies over it, from top to bottom."""
    laid_out = list(_laid_out(widget))
    if isinstance(widget, QScrollArea):
        return laid_out  # what holds it is no part to be read
    others = (one for one in widget.children() if isinstance(one, QWidget) and not one.isWindow())
    loose = [one for one in others if one not in laid_out]
    return laid_out + sorted(loose, key=_top_left)


def _laid_out(widget: QWidget) -> Iterator[QWidget]:
    if isinstance(widget, QSplitter):
        parts = [widget.widget(number) for number in range(widget.count())]
    elif isinstance(widget, QScrollArea):
        parts = [widget.widget()]
    elif isinstance(widget, QMainWindow):
        parts = [widget.centralWidget()]
    else:
        parts = list(_in_layout(widget.layout()))
    yield from (part for part in parts if part is not None)


def _in_layout(layout: QLayout | None) -> Iterator[QWidget]:
    """The widgets of a layout and of those within it.

    It is never asked for its items: PySide would keep them beyond their end, and take for them whatever came
    to lie in their place.
    """
    if layout is None:
        return
    holder = layout.parentWidget()
    parts = [one for one in (*layout.children(), *(holder.children() if holder else ())) if _is_part(one)]
    placed = [(_place(layout, part), part) for part in parts if layout.indexOf(part) >= 0]
    for _, part in sorted(placed, key=itemgetter(0)):
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _in_layout(part)


def _is_part(one: QObject) -> TypeGuard[QWidget | QLayout]:
    return isinstance(one, QWidget | QLayout)


def _place(layout: QLayout, part: QWidget | QLayout) -> tuple[int, int]:
    """Row and column in a grid; else which it is of those that were added."""
    number = layout.indexOf(part)
    if isinstance(layout, QGridLayout):
        row, column = cast("tuple[int, int, int, int]", layout.getItemPosition(number))[:2]
        return row, column
    return number, 0


def _is_stop(place: QWidget) -> bool:
    """Whether Tab stops there; of radio buttons that belong together, only at the chosen one."""
    if not place.focusPolicy() & Qt.FocusPolicy.TabFocus:
        return False
    if not isinstance(place, QRadioButton) or place.isChecked():
        return True
    parent = place.parentWidget()
    return parent is None or not any(
        other.isChecked() and other.group() is place.group() for other in parent.findChildren(QRadioButton)
    )


def _top_left(widget: QWidget) -> tuple[int, int]:
    return widget.y(), widget.x()


def _bring_to_sight(widget: QWidget) -> None:
    """Scroll every page that holds it to where it can be seen."""
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(widget)
        holder = holder.parentWidget()
