"""What a person does on a page of entries, for the tests."""

from datetime import date
from typing import TypeVar, cast

from PySide6.QtCore import QDate, QModelIndex, QObject, QPointF, Qt
from PySide6.QtGui import QAction, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QMenu,
    QPushButton,
    QTextEdit,
    QWidget,
)

from amp_desktop.domain.entry import Entry
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.title_edit import TitleEdit
from amp_desktop.ui.editing.undo.recorder import FieldRecorder
from amp_desktop.ui.entries.bulk_actions import BulkAction
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.entries.entry_actions import EntryActions
from amp_desktop.ui.entries.inspector.history.history_dialog import HistoryDialog
from amp_desktop.ui.entries.inspector.inspector import Inspector
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.entries.list.model import EntryRole
from amp_desktop.ui.entries.tag_dialog import TagDialog
from amp_desktop.ui.finding.filter_menu import FilterMenu
from amp_desktop.ui.kinds.goal.steps.handle import StepHandle
from amp_desktop.ui.kinds.goal.steps.part import StepsPart
from amp_desktop.ui.kinds.goal.steps.row import StepRow
from amp_desktop.ui.widgets.choice_chip import ChoiceChip
from amp_desktop.ui.widgets.day_chip import DayChip
from amp_desktop.ui.widgets.menu_button import MenuButton

P = TypeVar("P", bound=QObject)
W = TypeVar("W", bound=QWidget)
E = TypeVar("E", bound=Entry)


def part(page: QObject, kind: type[P]) -> P:
    """The only widget, or other part, of that class on the page."""
    found = page.findChildren(kind)
    assert len(found) == 1, f"{len(found)} of {kind.__name__}"
    return found[0]


def named(page: QWidget, name: str, kind: type[W]) -> W:
    """The visible widget of that class and accessible name or text."""
    found = [
        widget
        for widget in page.findChildren(kind)
        if widget.isVisible() and name in (widget.accessibleName(), _text(widget))
    ]
    assert found, f"nothing is called {name}"
    return found[0]


def rows(page: QWidget) -> list[str]:
    """The titles in the list; headings over groups are no titles."""
    return [str(index.data()) for index in _entries(page)]


def headings(page: QWidget) -> list[str]:
    """What stands over the groups of the list, as a screen reader says it."""
    model = part(page, EntryListView).model()
    found = (model.index(row, 0).data(EntryRole.GROUP) for row in range(model.rowCount()))
    return [heading.spoken for heading in found if heading is not None]


def _entries(page: QWidget) -> list[QModelIndex]:
    model = part(page, EntryListView).model()
    indexes = (model.index(row, 0) for row in range(model.rowCount()))
    return [index for index in indexes if index.data(EntryRole.ID) is not None]


def current(page: QWidget) -> str:
    """The title of the list's current row, or an empty string."""
    index = part(page, EntryListView).currentIndex()
    return str(index.data()) if index.isValid() else ""


def filter_by(page: QWidget, *path: str) -> None:
    """Choose something in the menu of filters, by what stands there."""
    _trigger(part(page, FilterMenu), *path)


def only_kind(page: QWidget, plural: str) -> QAction:
    """The line of a kind in the menu of kinds."""
    kinds = next(
        button for button in page.findChildren(MenuButton) if not isinstance(button.menu(), FilterMenu)
    )
    return next(action for action in kinds.menu().actions() if action.text() == plural)


def _trigger(menu: QMenu, *path: str) -> None:
    menu.aboutToShow.emit()
    for words in path[:-1]:
        inner = next(action.menu() for action in menu.actions() if action.text() == words)
        assert isinstance(inner, QMenu)
        menu = inner
    next(action for action in menu.actions() if action.text() == path[-1]).trigger()


def title(page: QWidget) -> TitleEdit:
    """The field of the title."""
    return part(page, TitleEdit)


def body(page: QWidget) -> BodyEdit:
    """The free text."""
    return text(page, "body")


def text(page: QWidget, field: str) -> BodyEdit:
    """The text that the open entry keeps in that attribute."""
    found = [one for one in page.findChildren(BodyEdit) if one.field == field and _stands(one, page)]
    assert len(found) == 1, f"{len(found)} texts of {field}"
    return found[0]


def _stands(widget: QWidget, page: QWidget) -> bool:
    """Whether it is no part of the page of another kind, which is hidden."""
    return widget.isVisibleTo(page) or (isinstance(widget, BodyEdit) and widget.field == "body")


def trigger(page: QWidget, action: str) -> None:
    """Do what the action of that name in the table of actions does."""
    found = page.findChild(QAction, action)
    assert isinstance(found, QAction)
    found.trigger()


def draft(page: QWidget, entry: E) -> E:
    """The entry as it stands on the page now, saved or not."""
    return cast("E", part(page, Inspector).filled(part(page, EntryEditor).filled(entry)))


def undo(page: QWidget) -> None:
    """Take back what was done last to the open entry, wherever the keyboard is."""
    part(page, FieldRecorder).undo()


def redo(page: QWidget) -> None:
    """Do again what was taken back last."""
    part(page, FieldRecorder).redo()


def begin_next_step(page: QWidget) -> None:
    """Let what is typed from now on be a step of its own, though it goes on where the last one ended."""
    part(page, FieldRecorder).note()
    part(page, FieldRecorder).see()
    for box in page.findChildren(QTextEdit):
        box.document().setModified(False)


def bring_back(page: QWidget, number: int) -> None:
    """Choose an earlier version of the open entry, and bring it back."""
    part(page, EntryEditor).history_requested.emit()
    dialog = page.window().findChildren(HistoryDialog)[-1]  # the one before may not be deleted yet
    dialog.choose(number)
    named(dialog, "Bring this back", QPushButton).click()


def give_tags(page: QWidget, words: str) -> None:
    """Give tags to the entries that are chosen in the list."""
    part(page, EntryActions).do(BulkAction.TAG)
    dialog = part(page.window(), TagDialog)
    part(dialog, QLineEdit).setText(words)
    named(dialog, "OK", QPushButton).click()


def select(page: QWidget, row: int) -> None:
    """Choose an entry of the list, counted without headings."""
    part(page, EntryListView).setCurrentIndex(_entries(page)[row])


def _text(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QAbstractButton) else ""


def choose(box: QComboBox, words: str) -> None:
    """Choose one of a few, as a click on it does."""
    at = box.findText(words)
    assert at >= 0, f"no choice is called {words}"
    box.setCurrentIndex(at)
    box.activated.emit(at)


def choose_in_chip(page: QWidget, name: str, words: str) -> None:
    """Choose one of a few in the menu of a chip, whatever it shows now."""
    action = next(one for one in chip(page, name).menu_of_choices().actions() if one.text() == words)
    action.trigger()


def chip(page: QWidget, name: str) -> ChoiceChip:
    """The chip of that name, whatever it shows now."""
    return next(one for one in page.findChildren(ChoiceChip) if one.accessibleName().startswith(f"{name}: "))


def day_chip(page: QWidget, name: str) -> DayChip:
    """The chip of the day of that name, whichever it shows now."""
    return next(one for one in page.findChildren(DayChip) if one.accessibleName().startswith(f"{name}: "))


def choose_day(page: QWidget, name: str, day: date) -> None:
    """Choose a day in the calendar of a chip."""
    day_chip(page, name).click()
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, QCalendarWidget)
    calendar.setSelectedDate(QDate(day.year, day.month, day.day))
    QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)


def add_step(page: QWidget, words: str) -> None:
    """Write a step below the others."""
    part(page, StepsPart).focus_last()
    QTest.keyClicks(QApplication.focusWidget(), words)


def step_row(page: QWidget, words: str) -> StepRow:
    """The row of the step of these words."""
    return next(row for row in page.findChildren(StepRow) if row.isVisible() and row.step.text == words)


def remove_step(page: QWidget, words: str) -> None:
    """Take a step away, by its handle's menu."""
    row = step_row(page, words)
    QApplication.sendEvent(row, QEnterEvent(QPointF(9, 9), QPointF(9, 9), QPointF(9, 9)))
    handle = part(page, StepHandle)
    handle.pressed.emit()
    handle.asked.emit("remove")
