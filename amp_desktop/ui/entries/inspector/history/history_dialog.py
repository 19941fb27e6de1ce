"""The earlier versions of an entry: what changed since each of them, and one of them brought back."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.domain.clock import utc_now
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.domain.query import Version
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.inspector.history.difference import ComparedParagraph, difference_of_parts
from amp_desktop.ui.entries.inspector.history.difference_view import DifferenceView
from amp_desktop.ui.entries.inspector.history.entry_words import entry_parts
from amp_desktop.ui.entries.inspector.history.version_words import version_words
from amp_desktop.ui.platform.dialogs import within_window
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import primary_button
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.empty_state import EmptyState
from amp_desktop.ui.widgets.labels import label

_NUMBER = Qt.ItemDataRole.UserRole
LONG = 40_000
"""Characters of both texts above which they are compared on another thread."""


class HistoryDialog(Dialog):
    """Shows each version against the entry as it stands now: all of it, as all of it is brought back.

    Attributes:
        bring_back_requested: Make that version the present state; carries its number.
    """

    bring_back_requested = Signal(int)

    def __init__(self, journal: Journal, entry: Entry, parent: QWidget | None = None) -> None:
        """Show the versions of an entry.

        Args:
            journal: Has them.
            entry: As it stands on the page.
            parent: The window that the dialog stands over.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("Earlier versions"))
        self._journal = journal
        self._entry = entry
        self._asked = 0
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Saved versions"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        set_variant(self._list, "rows")
        self._summary = label("", "strong")
        self._view = DifferenceView()
        self._plain = QCheckBox(self.tr("Show that version only"))
        self._none = EmptyState("history", self.tr("Versions are saved while you write. There are none yet."))
        self._back = primary_button(self.tr("Bring this back"), "undo-2")
        self._back.clicked.connect(self._bring_back)
        self._list.currentItemChanged.connect(self._compare)
        self._plain.toggled.connect(self._compare)
        self._lay_out()
        self.resize(self.sizeHint())
        self._fill(journal.versions(entry.id))

    def choose(self, number: int) -> None:
        """Show that version."""
        for row in range(self._list.count()):
            if self._list.item(row).data(_NUMBER) == number:
                self._list.setCurrentRow(row)

    def sizeHint(self) -> QSize:
        """Room for the list and a readable text, within a small window."""
        room = self.fontMetrics().height()
        return within_window(self, QSize(room * 54, room * 34))

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        right = QVBoxLayout()
        right.setSpacing(room // 2)
        right.addWidget(self._summary)
        right.addWidget(self._view, 1)
        right.addWidget(self._plain)
        panes = QHBoxLayout()
        panes.setSpacing(room)
        panes.addWidget(self._list, 3)
        panes.addLayout(right, 7)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._back, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room)
        column.addWidget(self._none)
        column.addLayout(panes, 1)
        column.addWidget(buttons)

    def _fill(self, versions: tuple[Version, ...]) -> None:
        for version in versions:
            item = QListWidgetItem(version_words(version, utc_now()), self._list)
            item.setData(_NUMBER, version.number)
        some = bool(versions)
        self._none.setHidden(some)
        for part in (self._list, self._summary, self._plain, self._view, self._back):
            part.setVisible(some)
        self._back.setEnabled(some and self._entry.binned_at is None)
        if some:
            self._list.setCurrentRow(0)
            self._list.setFocus()

    def _number(self) -> int | None:
        row = self._list.currentRow()
        return int(self._list.item(row).data(_NUMBER)) if row >= 0 else None

    @Slot()
    def _compare(self) -> None:
        """Show the chosen version; a long one a moment later."""
        number = self._number()
        if number is None:
            return
        self._asked += 1
        try:
            former = self._journal.version(self._entry.id, number)
        except JournalError as error:
            self._summary.setText(str(error))
            return
        now = former if self._plain.isChecked() else self._entry
        old, new = (entry_parts(state, self._journal) for state in (former, now))
        work = _Comparison(self._asked, old, new)
        if work.length <= LONG:
            self._show(work.compare())
        else:
            self._summary.setText(self.tr("Comparing…"))
            run_job(self, work.run, self._show, self._failed)

    def _show(self, answer: tuple[int, tuple[ComparedParagraph, ...]]) -> None:
        number, paragraphs = answer
        if number != self._asked:
            return  # another version was chosen meanwhile
        self._view.show_difference(paragraphs, whole=self._plain.isChecked())
        since = self.tr("Since then: {changes}").format(changes=self._view.summary())
        self._summary.setText(self.tr("As it was then") if self._plain.isChecked() else since)

    def _failed(self, error: JournalError) -> None:
        self._summary.setText(str(error))

    @Slot()
    def _bring_back(self) -> None:
        number = self._number()
        if number is not None:
            self.bring_back_requested.emit(number)
            self.accept()


class _Comparison:
    """Two states to be compared, with a number, so that an old answer never replaces a new one."""

    def __init__(self, number: int, old: Sequence[str], new: Sequence[str]) -> None:
        self._number = number
        self._old = old
        self._new = new
        self.length = sum(map(len, (*old, *new)))

    def compare(self) -> tuple[int, tuple[ComparedParagraph, ...]]:
        return self._number, difference_of_parts(self._old, self._new)

    def run(self, progress: Progress) -> tuple[int, tuple[ComparedParagraph, ...]]:  # noqa: ARG002
        return self.compare()


def open_history(parent: QWidget, journal: Journal, entry: Entry, number: int | None = None) -> HistoryDialog:
    """Open the dialog over a page's window; a lock closes it, and it is thrown away when it is closed.

    Args:
        parent: The page.
        journal: Has the versions.
        entry: As it stands on the page.
        number: The version that is chosen at first; None for the newest.
    """
    dialog = HistoryDialog(journal, entry, parent)
    if number is not None:
        dialog.choose(number)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
