"""What could leave, as a list that is ticked, and in which one says how much of each leaves."""

from uuid import UUID

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from amp_desktop.domain.summary import Level
from amp_desktop.ui.share.candidates import CandidateModel, CandidateRole
from amp_desktop.ui.share.row_delegate import CandidateDelegate
from amp_desktop.ui.share.row_menu import CandidateMenu
from amp_desktop.ui.share.rows import Candidate, CandidateGroup, Fold
from amp_desktop.ui.style.theme import set_variant

Index = QModelIndex | QPersistentModelIndex

LEAST_ROWS = 3
"""Entries that are seen at once, however low the window."""

_LEVELS = list(Level)


class CandidateView(QTreeView):
    """Headings and rows. Space ticks, Left and Right change how much leaves, Enter words a line anew.

    With Shift, Left and Right change how much leaves of everything. A heading is moved with Alt and Up or
    Down or by dragging, and left out with Delete.

    Signals:
        level_chosen(tuple[UUID, ...], Level | None): So much leaves of these; None for what is usual.
        every_level_chosen(Level): So much leaves of all that is ticked.
        section_dropped(str): The section with that key is to be left out.
        section_brought(str): It is to stand there again.
        fold_pressed(Kind): Left-out entries of a kind are to be shown one by one, or no longer.
        wording_wanted(UUID): What is told of that entry is to be worded anew.
        heading_wanted(str): The heading of the section with that key is.
        all_wanted(): Everything is to be ticked.
    """

    level_chosen = Signal(object, object)
    every_level_chosen = Signal(object)
    section_dropped = Signal(str)
    section_brought = Signal(str)
    fold_pressed = Signal(object)
    wording_wanted = Signal(object)
    heading_wanted = Signal(str)
    all_wanted = Signal()

    def __init__(self, model: CandidateModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = model
        self._current: object = None
        self._asked = QPersistentModelIndex()  # the row that the menu was opened for
        self._asked_of: tuple[UUID, ...] = ()  # the entries that it was opened for
        self._left_out: tuple[tuple[str, str], ...] = ()
        self._was_left_out = False
        self._at = 0
        self._delegate = CandidateDelegate(self)
        self._delegate.level_pressed.connect(self.open_menu)
        self._delegate.fold_pressed.connect(self.fold_pressed)
        self._menu = CandidateMenu(self)
        self._menu.level_chosen.connect(self._choose)
        self._menu.moved.connect(self._move)
        self._menu.dropped.connect(self._drop_section)
        self._menu.brought.connect(self.section_brought)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setAccessibleName(self.tr("What you could share"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)
        self.setIndentation(0)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_variant(self, "candidates")
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._restore)

    def minimumSizeHint(self) -> QSize:
        """Room for three entries, below which ticking is peeping."""
        row = QFontMetrics(self.font()).height() * 3
        return QSize(super().minimumSizeHint().width(), row * LEAST_ROWS)

    def select_first(self) -> None:
        """Stand on the first entry, ready for Space."""
        self.setCurrentIndex(self._shown.index(0, 0, self._shown.index(0, 0)))

    def show_left_out(self, sections: tuple[tuple[str, str], ...]) -> None:
        """These sections are left out this time, each by its key and heading; they can be had back."""
        self._left_out = sections

    def drawBranches(self, painter: object, rect: QRect, index: Index) -> None:
        """Nothing: a heading is not folded."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Titles take other lines in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What can be done with the row at hand."""
        key, held = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if held == Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_A:
            self.all_wanted.emit()
        elif held == Qt.KeyboardModifier.AltModifier and key in _MOVES:
            self._asked = QPersistentModelIndex(self.currentIndex())
            self._move(_MOVES[key])
        elif held == Qt.KeyboardModifier.ShiftModifier and key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step_all(1 if self._is_forward(key) else -1)
        elif held:
            super().keyPressEvent(event)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self._step(1 if self._is_forward(key) else -1)
        elif key == Qt.Key.Key_Delete:
            self._asked = QPersistentModelIndex(self.currentIndex())
            self._drop_section()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._enter()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """How much leaves, of the row at hand."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        self.open_menu(index)

    @Slot(QModelIndex)
    def open_menu(self, index: QModelIndex) -> None:
        """Offer how much leaves of a row, or of all that is ticked under a heading."""
        entries, level = _chosen(index)
        group = _section_at(index)
        if not entries and group is None:
            return
        self.setCurrentIndex(index)
        self._asked, self._asked_of = QPersistentModelIndex(index), entries
        self._menu.offer_levels(level, shown=bool(entries))
        self._menu.offer_places(is_heading=group is not None, left_out=self._left_out)
        row = self.visualRect(index)
        end = row.left() if self.isRightToLeft() else row.right() - self._menu.sizeHint().width()
        self._menu.popup(self.viewport().mapToGlobal(QPoint(end, row.bottom())))

    def menu(self) -> CandidateMenu:
        """What can be chosen for the row at hand."""
        return self._menu

    @Slot(object)
    def _choose(self, level: Level | None) -> None:
        if self._asked_of:
            self.level_chosen.emit(self._asked_of, level)

    @Slot(int)
    def _move(self, by: int) -> None:
        group = _section_at(self._asked)
        if group is not None:
            row = self._asked.row()
            self._shown.move_section(group.key, row - 1 if by < 0 else row + 2)

    @Slot()
    def _drop_section(self) -> None:
        group = _section_at(self._asked)
        if group is not None:
            self.section_dropped.emit(group.key)

    def _is_forward(self, key: Qt.Key) -> bool:
        return (key == Qt.Key.Key_Right) is not self.isRightToLeft()

    def _step_all(self, by: int) -> None:
        """One level more or less of everything: counted from what most leaves now."""
        headings = (self._shown.index(row, 0) for row in range(self._shown.rowCount()))
        groups = [heading.data(CandidateRole.GROUP) for heading in headings]
        levels = [one.level for group in groups for one in group.candidates if one.ticked and one.level]
        if levels:
            at = max(map(_LEVELS.index, levels)) if by > 0 else min(map(_LEVELS.index, levels))
            whole = len(set(levels)) == 1
            self.every_level_chosen.emit(_LEVELS[min(max(at + by if whole else at, 0), len(_LEVELS) - 1)])

    def _step(self, by: int) -> None:
        """One level more or less of what is at hand; a fold opens or closes."""
        index = self.currentIndex()
        fold = index.data(CandidateRole.FOLD)
        if isinstance(fold, Fold):
            if fold.is_open is not (by > 0):
                self.fold_pressed.emit(fold.kind)
            return
        entries, level = _chosen(index)
        if not entries:
            return
        at = _LEVELS.index(level) + by if level else (0 if by < 0 else len(_LEVELS) - 1)
        wanted = _LEVELS[min(max(at, 0), len(_LEVELS) - 1)]
        if wanted is not level:
            self.level_chosen.emit(entries, wanted)

    def _enter(self) -> None:
        index = self.currentIndex()
        fold, candidate = index.data(CandidateRole.FOLD), index.data(CandidateRole.CANDIDATE)
        group = index.data(CandidateRole.GROUP)
        if isinstance(fold, Fold):
            self.fold_pressed.emit(fold.kind)
        elif isinstance(candidate, Candidate) and candidate.ticked:
            self.wording_wanted.emit(candidate.entry.id)
        elif isinstance(group, CandidateGroup) and not group.is_left_out:
            self.heading_wanted.emit(group.key)

    @Slot()
    def _remember(self) -> None:
        candidate, fold, group = (self.currentIndex().data(role) for role in _NAMED)
        self._current = None
        if isinstance(candidate, Candidate):
            self._current = candidate.entry.id
        elif isinstance(fold, Fold):
            self._current = fold.kind
        elif isinstance(group, CandidateGroup):
            self._current = group
        self._was_left_out = _is_left_out(self.currentIndex())
        self._at = self.verticalScrollBar().value()

    @Slot()
    def _restore(self) -> None:
        self.expandAll()
        known = self._current
        current = self._shown.index_of_fold(known) if isinstance(known, str) else QModelIndex()
        if isinstance(known, UUID):
            current = self._shown.index_of(known)
        if isinstance(known, CandidateGroup) and known.key:
            current = self._shown.index_of_section(known.key)
        gone = not current.isValid() or (_is_left_out(current) and not self._was_left_out)
        # As by another template: the keyboard comes back to the top. It waits there, too, for the first rows.
        if gone and (known is None or not self.hasFocus()):
            self.select_first()
            self._at = 0
        elif current.isValid():
            self.setCurrentIndex(current)
        self.verticalScrollBar().setValue(self._at)


_NAMED = (CandidateRole.CANDIDATE, CandidateRole.FOLD, CandidateRole.GROUP)

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


def _section_at(index: Index) -> CandidateGroup | None:
    """The section whose heading stands there, if one does."""
    group = index.data(CandidateRole.GROUP) if index.isValid() else None
    return group if isinstance(group, CandidateGroup) and group.key else None


def _is_left_out(index: Index) -> bool:
    """Whether a row stands among what is left out."""
    group = index.parent().data(CandidateRole.GROUP) if index.isValid() else None
    return isinstance(group, CandidateGroup) and group.is_left_out


def _chosen(index: Index) -> tuple[tuple[UUID, ...], Level | None]:
    """The ticked entries of a row or heading whose level can be chosen, and what they have in common."""
    if not index.isValid():
        return (), None
    candidate, group = index.data(CandidateRole.CANDIDATE), index.data(CandidateRole.GROUP)
    if isinstance(candidate, Candidate):
        can = candidate.ticked and candidate.level is not None
        return ((candidate.entry.id,) if can else ()), candidate.level
    if isinstance(group, CandidateGroup) and group.has_levels:
        return tuple(one.entry.id for one in group.candidates if one.ticked), group.level
    return (), None
