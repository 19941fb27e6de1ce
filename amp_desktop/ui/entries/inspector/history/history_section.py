"""Former states of an entry: which there are, how they read, and one of them brought back."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from amp_desktop.domain.clock import utc_now
from amp_desktop.domain.share import Share
from amp_desktop.sharing import renderer_told
from amp_desktop.ui.entries.inspector.history.entry_words import entry_words
from amp_desktop.ui.entries.inspector.history.version_words import version_words
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import day_in_words
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.text_box import TextBox

translate = QCoreApplication.translate

MOST_LINES = 6
_NUMBER = Qt.ItemDataRole.UserRole


class HistorySection(QWidget):
    """The kept versions, newest first, and when the entry left; read when it is unfolded, not before.

    Attributes:
        version_requested: That version is to be compared, and perhaps brought back; carries its number.
    """

    version_requested = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._id: UUID | None = None
        self._none = label(self.tr("No earlier versions yet."), "muted")
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Saved versions"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_variant(self._list, "rows")
        self._list.currentItemChanged.connect(self._show_version)
        self._text = TextBox(self.tr("That version"), lines=3, most_lines=10)
        self._text.setReadOnly(True)
        self._back = secondary_button(self.tr("Bring this back…"), "undo-2")
        self._back.clicked.connect(self._ask)
        self._left = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 3)
        for part in (self._none, self._list, self._text, self._back, self._left):
            column.addWidget(part)

    def show_versions(self, entry_id: UUID | None) -> None:
        """Show the versions of an entry, or of none."""
        self.forget()  # a row that goes makes its neighbour the chosen one, which is no version of this entry
        self._id = entry_id
        versions = self._session.journal.versions(entry_id) if entry_id is not None else ()
        for version in versions:
            item = QListWidgetItem(version_words(version, utc_now()), self._list)
            item.setData(_NUMBER, version.number)
        row = self._list.sizeHintForRow(0) if versions else 0
        self._list.setFixedHeight(row * min(len(versions), MOST_LINES) + 2)
        self._list.setVisible(bool(versions))
        self._none.setHidden(bool(versions))
        self._show_version()
        shares = self._session.journal.sharing.left_with(entry_id) if entry_id is not None else ()
        self._left.setText("\n".join(map(left_words, shares)))
        self._left.setHidden(not shares)

    def left(self) -> str:
        """When it left and for whom, as it is said."""
        return self._left.text()

    def forget(self) -> None:
        """Drop every word."""
        self._id = None
        self._left.clear()
        self._list.clear()
        self._text.set_text("")

    @Slot()
    def _show_version(self) -> None:
        number = self._number()
        for part in (self._text, self._back):
            part.setVisible(number is not None)
        if number is not None and self._id is not None:
            self._list.currentItem().setSelected(True)  # coming by Tab makes a row the current one only
            journal = self._session.journal
            self._text.set_text(entry_words(journal.version(self._id, number), journal))

    @Slot()
    def _ask(self) -> None:
        number = self._number()
        if number is not None:
            self.version_requested.emit(number)

    def _number(self) -> int | None:
        row = self._list.currentRow()
        return int(self._list.item(row).data(_NUMBER)) if row >= 0 else None


def left_words(share: Share) -> str:
    """That the entry left: when, for whom and in which form."""
    day = day_in_words(share.shared_at.astimezone().date(), utc_now().astimezone().date())
    form = translate("Share", renderer_told(share.format).name)
    if not share.to_whom:
        return translate("HistorySection", "Left on {day}, as {form}").format(day=day, form=form)
    words = translate("HistorySection", "Left on {day} for {whom}, as {form}")
    return words.format(day=day, whom=share.to_whom, form=form)
