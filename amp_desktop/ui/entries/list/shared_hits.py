"""What has left and holds the words that are looked for, in the place of the list of entries."""

from uuid import UUID

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTime, Signal, Slot
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from amp_desktop.domain.share import ShareHit
from amp_desktop.ui.kinds.plain_line import plain_line
from amp_desktop.ui.style.dates import long_day
from amp_desktop.ui.style.theme import set_variant

translate = QCoreApplication.translate


class SharedHits(QListWidget):
    """When, to whom, and the words around the find. Enter or a double click shows all that left.

    Signals:
        share_chosen(UUID): That line of the share log is to be shown.
    """

    share_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "rows")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Found in what was shared"))
        self.itemActivated.connect(self._choose)

    def show_hits(self, hits: tuple[ShareHit, ...]) -> None:
        """Show these, the newest first."""
        self.clear()
        for hit in hits:
            item = QListWidgetItem(_words(hit))
            item.setData(Qt.ItemDataRole.UserRole, str(hit.share.id))
            self.addItem(item)
        if hits:
            self.setCurrentRow(0)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.share_chosen.emit(UUID(item.data(Qt.ItemDataRole.UserRole)))


def _words(hit: ShareHit) -> str:
    local = hit.share.shared_at.astimezone()
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    when = translate("SharedHits", "{day}, {time}").format(day=long_day(local.date()), time=time)
    head = translate("SharedHits", "{when}, for {whom}").format(when=when, whom=hit.share.to_whom)
    return "\n".join((head if hit.share.to_whom else when, plain_line(hit.snippet)[0]))
