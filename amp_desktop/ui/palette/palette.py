"""The box over the window in which a few letters find any command and any entry."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Slot
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QListView,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.palette.host import PaletteHost
from amp_desktop.ui.palette.line import PAGE, PaletteLine
from amp_desktop.ui.palette.offers import offers
from amp_desktop.ui.palette.presenter import PalettePresenter
from amp_desktop.ui.palette.rows import ChoiceDelegate, ChoiceModel
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.labels import label

LETTERS_WIDE = 76


class Palette(QFrame):
    """Lies over its host while it is open; Escape or a click elsewhere closes it.

    The keyboard stays in its line, while arrows and Enter mean the rows.
    """

    def __init__(self, host: PaletteHost) -> None:
        super().__init__(host)
        self._host = host
        self._before: QWidget | None = None
        self._stale = True
        self._presenter = PalettePresenter(host.session.journal, host.show_entry)
        self._line = PaletteLine(self)
        self._model = ChoiceModel(self)
        self._list = QListView(self)
        self._nothing = label(self.tr("Nothing found."), "muted", parent=self)
        set_variant(self, "palette")
        self.setAccessibleName(self.tr("Commands and entries"))
        self._lay_out()
        self._connect()
        self.hide()

    @Slot()
    def open(self) -> None:
        """Come to be seen, with nothing typed; when it is there already, go."""
        if self.isVisible():
            self.close_quietly()
            return
        self._before = QApplication.focusWidget()
        self._presenter.begin(offers(self._host))
        self._line.clear()
        self._look_up()
        self._place()
        self.show()
        self.raise_()
        self._line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._gather()

    @Slot()
    def close_quietly(self) -> None:
        """Go, and give the keyboard back to where it was."""
        before, self._before = self._before, None
        self.hide()
        self._model.show(())
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    @Slot()
    def forget(self) -> None:
        """Drop every word."""
        self._before = None
        self._line.clear()
        self._model.show(())
        self._presenter.forget()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window gets another size."""
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self._list.setModel(self._model)
        self._list.setItemDelegate(ChoiceDelegate(self._list))
        self._list.setAccessibleName(self.tr("Results"))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setUniformItemSizes(True)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self._nothing.setContentsMargins(room, room // 2, room, room // 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(room // 2, room // 4, room // 2, room // 2)
        column.setSpacing(room // 3)
        column.addWidget(self._line)
        column.addWidget(self._list)
        column.addWidget(self._nothing)

    def _connect(self) -> None:
        session = self._host.session
        self._line.textChanged.connect(self._look_up)
        self._line.stepped.connect(self._step)
        self._line.taken.connect(self._take)
        self._line.left.connect(self.close_quietly)
        self._line.focus_left.connect(self._left)
        self._list.clicked.connect(self._take)
        self._list.selectionModel().currentChanged.connect(self._say)
        session.saved.connect(self._note)
        session.refreshed.connect(self._lose_track)
        self._host.forgotten.connect(self.forget)
        self._host.installEventFilter(self)

    def _place(self) -> None:
        """In the middle, a little under the upper edge, as high as what there is to be seen."""
        metrics, whole = self.fontMetrics(), self._host.size()
        width = min(metrics.averageCharWidth() * LETTERS_WIDE, whole.width() - 2 * metrics.height())
        top = whole.height() // 10
        self._list.setFixedHeight(self._list_height(whole.height() - 2 * top - 4 * metrics.height()))
        self.resize(width, self.layout().totalSizeHint().height())  # type: ignore[union-attr]  # it has one
        self.move((whole.width() - width) // 2, top)

    def _list_height(self, most: int) -> int:
        row = max(self._list.sizeHintForRow(0), 1)
        return min(self._model.rowCount(), PAGE, max(most // row, 1)) * row

    @Slot()
    def _look_up(self) -> None:
        try:
            self._model.show(self._presenter.choices(self._line.text()))
        except JournalError as error:
            self.close_quietly()
            self._host.say_error(error)
            return
        some = self._model.rowCount() > 0
        self._list.setVisible(some)
        self._nothing.setVisible(not some)
        self._place()
        if some:
            self._list.setCurrentIndex(self._model.index(0))
            self._list.scrollToTop()
        else:
            self._tell(self._nothing.text())

    @Slot(int)
    def _step(self, by: int) -> None:
        """Choose the row so many further down; a single step goes round, a page stops at the ends."""
        rows, row = self._model.rowCount(), self._list.currentIndex().row() + by
        if rows:
            row = row % rows if abs(by) == 1 else min(max(row, 0), rows - 1)
            self._list.setCurrentIndex(self._model.index(row))

    @Slot()
    def _take(self) -> None:
        choice = self._model.at(self._list.currentIndex().row())
        if choice is not None:
            self.close_quietly()  # first: what is chosen may want the keyboard, or the text that had it
            self._presenter.choose(choice)

    @Slot(QModelIndex, QModelIndex)
    def _say(self, current: QModelIndex, previous: QModelIndex) -> None:  # noqa: ARG002
        choice = self._model.at(current.row())
        if choice is not None:
            self._tell(choice.spoken)

    def _tell(self, words: str) -> None:
        """Have a screen reader say the chosen row, though the keyboard stays in the line."""
        self._line.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(self._line, QAccessible.Event.DescriptionChanged))

    @Slot()
    def _left(self) -> None:
        """The keyboard went elsewhere by itself: do not fetch it back."""
        self._before = None
        self.close_quietly()

    def _gather(self) -> None:
        """Read all titles behind the scenes, at the first opening and when anything may have changed."""
        if self._stale:
            self._stale = False
            run_job(self, self._host.session.journal.titles.gather, self._gathered, self._host.say_error)

    def _gathered(self, _: None) -> None:
        if self.isVisible() and self._line.text():
            self._look_up()

    @Slot(object)
    def _note(self, entry: Entry) -> None:
        self._host.session.journal.titles.note(entry.id, entry.title)

    @Slot()
    def _lose_track(self) -> None:
        self._stale = True
