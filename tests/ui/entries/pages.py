"""What a person does on a page of entries, for the tests."""

from typing import TypeVar

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QMenu, QWidget

from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.title_edit import TitleEdit
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.entries.list.model import EntryRole
from amp_desktop.ui.finding.filter_menu import FilterMenu
from amp_desktop.ui.widgets.menu_button import MenuButton

W = TypeVar("W", bound=QWidget)


def part(page: QWidget, kind: type[W]) -> W:
    """The only widget of that class on the page."""
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
