"""The list where the window has no room for it beside the page: it lies over the page while it is used."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QSplitter, QWidget

from amp_desktop.ui.entries.list.list_pane import ListPane
from amp_desktop.ui.style.theme import set_variant


class ListDrawer(QObject):
    """Folds the list, and opens it over the page; the page loses nothing but what lies under it meanwhile.

    It is open from when it is asked for until an entry is picked with the pointer or the keyboard goes on to
    the page. Rows can be walked through with the arrow keys all the while.

    Attributes:
        changed: It opened or folded, and is to be laid out.
        picked: It folded since an entry was picked with the pointer: the page is to have the keyboard.
    """

    changed = Signal()
    picked = Signal()

    def __init__(self, pane: ListPane, page: QWidget, split: QSplitter, view: QWidget) -> None:
        """Make it.

        Args:
            pane: The list.
            page: What it lies over; the keyboard there folds it.
            split: Where the list stands while there is room, first of all.
            view: What holds both; it owns this.
        """
        super().__init__(view)
        self._pane, self._page, self._split, self._view = pane, page, split, view
        self._is_open = False
        pane.picked.connect(self._pick)
        pane.destroyed.connect(self._go)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_went)

    def lies_over(self) -> bool:
        """Whether there is no room beside the page."""
        return self._pane.parentWidget() is not self._split

    def is_open(self) -> bool:
        """Whether it was asked for."""
        return self._is_open

    def set_open(self, is_open: bool) -> None:
        """Open or fold it; where there is room beside the page, nothing is seen of this."""
        if is_open != self._is_open:
            self._is_open = is_open
            self.changed.emit()

    def hang(self, *, over: bool) -> None:
        """Take the list out from beside the page, or put it back."""
        if over == self.lies_over():
            return
        holds = self._pane.isAncestorOf(QApplication.focusWidget() or self._view)
        focused = QApplication.focusWidget() if holds else None
        if over:
            self._is_open = holds
            self._pane.setParent(self._view)
        else:
            self._split.insertWidget(0, self._pane)
        set_variant(self._pane, "panel-over" if over else "panel")
        self._pane.show()
        if focused is not None:
            focused.setFocus(Qt.FocusReason.OtherFocusReason)

    def cover(self, width: int) -> None:
        """Lie over the page, so many pixels wide, at the side where lines begin."""
        view = self._view
        width = min(width, view.width())
        left = view.width() - width if view.isRightToLeft() else 0
        self._pane.setGeometry(left, 0, width, view.height())
        self._pane.raise_()

    @Slot(QWidget, QWidget)
    def _focus_went(self, _left: QWidget | None, reached: QWidget | None) -> None:
        if self._is_open and self.lies_over() and reached is not None and self._page.isAncestorOf(reached):
            self.set_open(False)

    @Slot()
    def _go(self) -> None:
        """The page is thrown away, part by part, and the keyboard goes from one to the next meanwhile."""
        self._is_open = False

    @Slot()
    def _pick(self) -> None:
        """Once the press is over: what is being opened is still on its way."""
        if self.lies_over():
            QTimer.singleShot(0, self, self._fold_for_page)

    @Slot()
    def _fold_for_page(self) -> None:
        if self.lies_over():
            self.set_open(False)
            self.picked.emit()
