"""What is new since the last time, and what is gone."""

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from amp_desktop.domain.share import Share
from amp_desktop.sharing import Difference, DifferingLine
from amp_desktop.ui.platform.dialogs import within_window
from amp_desktop.ui.share.labels import moment, share_line
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.labels import label

_ICONS = {Difference.NEW: "plus", Difference.GONE: "x", Difference.REWORDED: "pencil"}

translate = QCoreApplication.translate


class CompareDialog(Dialog):
    """Lists every line that differs, each with a word that says how. It is thrown away when it is closed."""

    def __init__(self, share: Share, lines: tuple[DifferingLine, ...], parent: QWidget | None = None) -> None:
        """Make the dialog.

        Args:
            share: What left the last time.
            lines: In what the text differs from it now.
            parent: Over whose window it lies.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Compared with the last time"))
        room = self.fontMetrics().height()
        self._list = QListWidget()
        set_variant(self._list, "rows")
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(self.tr("What differs"))
        for line in lines:
            self._list.addItem(_item(line))
        column = QVBoxLayout(self)
        column.setSpacing(room // 2)
        column.addWidget(label(moment(share.shared_at), "lead"))
        column.addWidget(label(share_line(share), "muted"))
        column.addWidget(label(_counted(lines)))
        column.addWidget(self._list, 1)
        self._list.setVisible(bool(lines))
        if not lines:
            column.addStretch(1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        column.addWidget(close)
        self.resize(within_window(self, QSize(room * 36, room * 30)))
        if lines:
            self._list.setCurrentRow(0)
            self._list.setFocus()

    def texts(self) -> list[str]:
        """What the list says, line by line."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def done(self, result: int) -> None:
        """Drop every word before the window goes."""
        self._list.clear()
        super().done(result)


def _item(line: DifferingLine) -> QListWidgetItem:
    words = {
        Difference.NEW: translate("CompareDialog", "New: {words}"),
        Difference.GONE: translate("CompareDialog", "Gone: {words}"),
        Difference.REWORDED: translate("CompareDialog", "Now: {words}\nBefore: {before}"),
    }[line.difference].format(words=line.words, before=line.before)
    item = QListWidgetItem(icon(_ICONS[line.difference], "muted"), words)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, words)
    return item


def _counted(lines: tuple[DifferingLine, ...]) -> str:
    """How much differs, in a sentence."""
    if not lines:
        return translate("CompareDialog", "Nothing is new, and nothing is gone.")
    kinds = [line.difference for line in lines]
    return translate("CompareDialog", "{new} new, {gone} gone, {reworded} in other words.").format(
        new=kinds.count(Difference.NEW),
        gone=kinds.count(Difference.GONE),
        reworded=kinds.count(Difference.REWORDED),
    )
