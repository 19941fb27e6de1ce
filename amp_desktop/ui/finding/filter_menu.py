"""The menu that writes filters into the search, for those who have not learnt the words yet."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from amp_desktop.domain.search.search_edit import has_filter
from amp_desktop.domain.search.search_filters import STATUSES
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.widgets.mnemonics import without_mnemonic

MOST_TAGS = 20

translate = QCoreApplication.translate


class FilterMenu(QMenu):
    """Every filter by what it means; those that stand in the search are ticked.

    Attributes:
        filter_toggled: A filter was ticked or not any more; carries its name and its value.
    """

    filter_toggled = Signal(str, str)

    def __init__(
        self, typed: Callable[[], str], today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        """Make the menu, with nothing in it until it is opened.

        Args:
            typed: Answers with what stands in the search.
            today: Says which day it is.
            parent: The widget it belongs to.
        """
        super().__init__(parent)
        self._typed = typed
        self._today = today
        self._last: QAction | None = None
        self._ask_tags: Callable[[], Sequence[str]] = tuple
        self.aboutToShow.connect(self._fill)
        self.triggered.connect(self._tell)

    def offer_tags(self, tags: Callable[[], Sequence[str]]) -> None:
        """Where the tags come from; asked when the menu opens."""
        self._ask_tags = tags

    def offer_last(self, action: QAction) -> None:
        """Have something stand under the filters that is none; over the bin, which is out of the way."""
        self._last = action

    @Slot()
    def _fill(self) -> None:
        for action in self.actions():
            if (former := action.menu()) is not None:
                former.deleteLater()
        self.clear()
        typed = self._typed()
        for words, name, value in _plain():
            self._add(self, typed, words, name, value)
        self.addSeparator()
        tags = [(tag, tag) for tag in self._ask_tags()[:MOST_TAGS]]
        for words, name, choices in (
            (self.tr("With a tag"), "tag", tags),
            (self.tr("With a status"), "status", [(value.replace("-", " "), value) for value in STATUSES]),
            (self.tr("With something in it"), "has", _had()),
            (self.tr("From a period"), "on", _times(self._today())),
        ):
            menu = self.addMenu(words)
            menu.setEnabled(bool(choices))
            for shown, value in choices:
                self._add(menu, typed, shown, name, value)
        self.addSeparator()
        if self._last is not None:
            self.addAction(self._last)
        self._add(self, typed, self.tr("Bin"), "in", "bin").setIcon(icon("trash-2"))
        self._add(self, typed, self.tr("What was shared"), "in", "shared").setIcon(icon("send"))

    def _add(self, menu: QMenu, typed: str, words: str, name: str, value: str) -> QAction:
        action = menu.addAction(without_mnemonic(words))
        action.setCheckable(True)
        action.setChecked(has_filter(typed, name, value))
        action.setData([name, value])
        return action

    @Slot(QAction)
    def _tell(self, action: QAction) -> None:
        data = action.data()
        if isinstance(data, list):
            self.filter_toggled.emit(*data)


def _plain() -> list[tuple[str, str, str]]:
    return [
        (translate("FilterMenu", "Still open"), "is", "open"),
        (translate("FilterMenu", "On the agenda"), "is", "agenda"),
        (translate("FilterMenu", "Pinned"), "is", "pinned"),
        (translate("FilterMenu", "Shareable"), "is", "shareable"),
        (translate("FilterMenu", "Private"), "is", "private"),
        (translate("FilterMenu", "Sealed"), "is", "sealed"),
    ]


def _had() -> list[tuple[str, str]]:
    return [
        (translate("FilterMenu", "A picture"), "picture"),
        (translate("FilterMenu", "A file"), "file"),
        (translate("FilterMenu", "A link"), "link"),
        (translate("FilterMenu", "A task"), "task"),
        (translate("FilterMenu", "A private aside"), "aside"),
        (translate("FilterMenu", "Evidence"), "evidence"),
    ]


def _times(day: date) -> list[tuple[str, str]]:
    return [
        (translate("FilterMenu", "Today"), "today"),
        (translate("FilterMenu", "Yesterday"), "yesterday"),
        (translate("FilterMenu", "This month"), f"{day:%Y-%m}"),
        (translate("FilterMenu", "This year"), f"{day:%Y}"),
    ]
