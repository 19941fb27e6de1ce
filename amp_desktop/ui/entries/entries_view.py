"""The three panes of a page of entries, side by side. This module lays out and decides nothing."""

from PySide6.QtCore import QByteArray, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontInfo, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.entries.inspector.inspector import Inspector
from amp_desktop.ui.entries.list.grouped_model import GroupedModel
from amp_desktop.ui.entries.list.list_pane import ListPane
from amp_desktop.ui.entries.list_drawer import ListDrawer
from amp_desktop.ui.entries.not_saved_banner import NotSavedBanner
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.empty_state import EmptyState
from amp_desktop.ui.widgets.undo_keys import UndoKeys

WIDTHS = "entries-widths"
"""Of list and inspector; all pages of entries stand alike, and the text gets the rest."""
INSPECTOR = "entries-inspector"
FOLDED = QByteArray(b"folded")

LINES_FOR_LIST = 34
"""From this width on there is room for the list beside the page; below, it is folded."""

LINES_WIDE_ENOUGH = 50
"""From this width on (in heights of a line) all three panes have room; below, the inspector waits."""


class EntriesView(QWidget):
    """List, editor and inspector, and over the editor what is to be said.

    Attributes:
        list: Where one finds an entry.
        editor: Where one writes it.
        inspector: What it is.
        not_saved: Says that a save failed.
        notice: Says everything else.
        focus_mode_changed: Nothing but the text is to be seen from now on, or all again.
        undo_requested, redo_requested: What was done last is to be taken back, or done again.
    """

    focus_mode_changed = Signal(bool)
    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(
        self, session: Session, model: GroupedModel, only: Kind | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._settings = AppSettings()
        self._wanted = self._settings.panel(INSPECTOR) != FOLDED
        self._asked_for = False
        self._focus_mode = False
        em = QFontInfo(self.font()).pixelSize()
        self._widths = [round(em * 20.5), round(em * 16)]
        # Each part is made where it will stand: to move a tree of widgets costs as much as to make it.
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self.list = ListPane(model, only, self._split)
        self._middle = QWidget(self._split)
        self.editor = EntryEditor(session, self._middle)
        self.inspector = Inspector(session, self._split)
        self.not_saved = NotSavedBanner(self._middle)
        self.notice = Banner(self._middle)
        nothing = self.tr("Choose an entry from the list, or begin a new one.")
        self._nothing = EmptyState("feather", nothing, parent=self._middle)
        self._lay_out()
        self._drawer = ListDrawer(self.list, self._middle, self._split, self)
        self._drawer.changed.connect(self._place_panes)
        self._drawer.picked.connect(self.editor.focus_body)
        self._actions = ActionSet(self)
        self._actions.add("undo", self.undo_requested)
        self._actions.add("redo", self.redo_requested)
        self._keys = UndoKeys((*self.editor.fields(), self.inspector), self)
        self.addActions(self.editor.page_actions())
        self.editor.panel_toggled.connect(self._toggle_inspector)
        self.editor.bar.list_wanted.connect(self.go_to_list)
        self.editor.focus_mode_toggled.connect(self.set_focus_mode)

    def show_editor(self, *, shown: bool) -> None:
        """Show the open entry, or that none is open."""
        self._stack.setCurrentWidget(self.editor if shown else self._nothing)
        if not shown:
            self.set_focus_mode(False)
        self._place_panes()

    @Slot(bool)
    def set_focus_mode(self, on: bool) -> None:
        """Show nothing but the text, or list and inspector again."""
        if on != self._focus_mode:
            self._focus_mode = on
            self.editor.set_focus_mode(on=on)
            focused: QWidget | None = self.focusWidget()
            if on and (focused is None or not self.editor.isAncestorOf(focused)):
                self.editor.focus_body()  # what had the keyboard is about to be hidden
            self._place_panes()
            self.focus_mode_changed.emit(on)

    @Slot()
    def go_to_list(self) -> None:
        """Give the keyboard to the list, which comes back if the inspector took its place."""
        self._bring_list()
        self.list.focus_list()

    def is_in_list(self) -> bool:
        """Whether the list has the keyboard, or what stands beside it."""
        focused: QWidget | None = self.focusWidget()
        return focused is not None and self.list.isAncestorOf(focused)

    def go_to_page(self) -> None:
        """Give the keyboard to the page of the open entry; a list that lies over it folds.

        Its text may not take the keyboard, as that of a closed pad: the page is to be seen all the same.
        """
        self.editor.focus_body()
        self._drawer.set_open(False)

    def uncover_page(self) -> None:
        """Go to the page if the list lies over it, as where a step back led to the open entry."""
        if self._drawer.lies_over():
            self.go_to_page()

    def go_to_beginning(self) -> None:
        """As `go_to_page`, where one begins to write in it."""
        self.editor.focus_beginning()
        self._drawer.set_open(False)

    def go_to_search(self) -> None:
        """Give the keyboard to the search."""
        self._bring_list()
        self.list.focus_search()

    def focus(self) -> None:
        """Give the keyboard to the list, or to the text where the open entry has no row."""
        if self.list.has_current() or self._stack.currentWidget() is not self.editor:
            self._drawer.set_open(True)
            self.list.focus_list()
        else:
            self.editor.focus_body()

    def arrange(self) -> None:
        """Let the panes stand as they were left, here or on another page of entries."""
        self._wanted = self._settings.panel(INSPECTOR) != FOLDED
        widths = bytes(self._settings.panel(WIDTHS).data()).split()
        if len(widths) == len(self._widths) and all(width.isdigit() for width in widths):
            self._widths = [int(width) for width in widths]
        self._place_panes()

    def minimumSizeHint(self) -> QSize:
        """Room for the page; list and inspector give way before the window has to grow."""
        width = max(self.list.minimumWidth(), self._middle.minimumSizeHint().width())
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for the text first."""
        super().resizeEvent(event)
        self._place_panes()

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        set_variant(self._middle, "page")
        self._stack = QStackedLayout()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.editor)
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        said = QVBoxLayout()
        said.setContentsMargins(room // 2, room // 2, room // 2, 0)
        said.addWidget(self.not_saved)
        said.addWidget(self.notice)
        column.addLayout(said)
        column.addLayout(self._stack, 1)
        self._split.setHandleWidth(1)
        self._split.setChildrenCollapsible(False)
        self._split.setStretchFactor(1, 1)
        self._split.splitterMoved.connect(self._moved)
        self.list.setMinimumWidth(room * 13)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.addWidget(self._split)

    @Slot(bool)
    def _toggle_inspector(self, shown: bool) -> None:
        self._wanted = self._asked_for = shown
        self._settings.keep_panel(INSPECTOR, QByteArray() if shown else FOLDED)
        self._place_panes()

    @Slot(int, int)
    def _moved(self, position: int, handle: int) -> None:  # noqa: ARG002
        panes: tuple[QWidget, ...] = (self.list, self.inspector)
        self._widths = [
            pane.width() if pane.isVisible() and pane.parentWidget() is self._split else kept
            for pane, kept in zip(panes, self._widths, strict=True)
        ]
        self._settings.keep_panel(WIDTHS, QByteArray(b"%d %d" % tuple(self._widths)))

    def _bring_list(self) -> None:
        self.set_focus_mode(False)
        self._asked_for = False
        self._drawer.set_open(True)
        self._place_panes()

    @Slot()
    def _place_panes(self) -> None:
        """Beside the page where there is room, over it where there is none and they were asked for."""
        narrow = self.width() < self.fontMetrics().height() * LINES_FOR_LIST
        self._drawer.hang(over=narrow)
        wide = self.width() >= self.fontMetrics().height() * LINES_WIDE_ENOUGH
        if wide:
            self._asked_for = False
        open_entry = self._stack.currentWidget() is self.editor
        shown = open_entry and not self._focus_mode and ((wide and self._wanted) or self._asked_for)
        beside = shown and wide
        folded = narrow and open_entry and not self._drawer.is_open()
        self.list.setHidden(self._focus_mode or folded)
        self.editor.bar.set_list_folded(narrow and not self._focus_mode)
        self._hang(over=shown and not wide)
        self.inspector.setVisible(shown)
        self.editor.bar.set_panel(shown)
        listed, inspected = self._widths
        if narrow:
            self._drawer.cover(max(listed, self.list.minimumWidth()))
        else:
            listed = 0 if self.list.isHidden() else min(listed, self._most_for_list())
            text = max(self.width() - listed - (inspected if beside else 0), 1)
            self._split.setSizes([listed, text, *([inspected] if beside else [])])
        self._cover()

    def _hang(self, *, over: bool) -> None:
        """Take the inspector out from among the panes, or put it back."""
        if over and self.inspector.parentWidget() is self._split:
            self.inspector.setParent(self)
            set_variant(self.inspector, "over")
        elif not over and self.inspector.parentWidget() is not self._split:
            self.inspector.hide()
            set_variant(self.inspector, "")
            self._split.addWidget(self.inspector)

    def _cover(self) -> None:
        """Where the inspector hangs over the page, leave the bar free: its button is what closes it."""
        if self.inspector.parentWidget() is self and self.inspector.isVisible():
            bar = self.editor.bar
            top = bar.mapTo(self, bar.rect().bottomLeft()).y() + self.fontMetrics().height() // 3
            width = min(max(self._widths[1], self.inspector.minimumWidth()), self.width())
            self.inspector.setGeometry(self.width() - width, top, width, self.height() - top)
            self.inspector.raise_()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes what lies over the page, and gives the keyboard back to it."""
        focused: QWidget | None = self.focusWidget()
        over = self.inspector.parentWidget() is self and self.inspector.isVisible()
        if event.key() == Qt.Key.Key_Escape and over and focused and self.inspector.isAncestorOf(focused):
            self._asked_for = False
            self._place_panes()
            self.editor.focus_body()
        elif event.key() == Qt.Key.Key_Escape and self._drawer.lies_over() and self.is_in_list():
            self.editor.focus_body()
        else:
            super().keyPressEvent(event)

    def _most_for_list(self) -> int:
        """In a narrow window the text gets the larger part."""
        return max(self.width() * 2 // 5, self.list.minimumWidth())
