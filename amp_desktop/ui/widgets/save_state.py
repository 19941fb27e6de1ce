"""Whether what was written is safe, in words and in shape."""

from datetime import datetime

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.style.tokens import Tint
from amp_desktop.ui.widgets.icon_label import IconLabel


class SaveStateLabel(QWidget):
    """A quiet line: nothing yet, saving, saved at a time, not saved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = IconLabel(factor=1.2)
        self._words = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.fontMetrics().height() // 3)
        row.addWidget(self._sign)
        row.addWidget(self._words)
        row.addStretch(1)
        self.clear()

    def clear(self) -> None:
        """Nothing was written yet."""
        self._say("", "", "muted", "muted")

    def show_saving(self) -> None:
        """A save is under way or about to begin."""
        self._say(self.tr("Saving…"), "pencil", "muted", "muted")

    def show_saved(self, at: datetime) -> None:
        """The last save is on the disk since then; `at` is local time."""
        time = QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)
        self._say(self.tr("Saved {time}").format(time=time), "check", "good", "muted")

    def show_not_saved(self) -> None:
        """The last save failed; the text is still in the window."""
        self._say(self.tr("Not saved"), "triangle-alert", "care", "care")

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _say(self, words: str, icon_name: str, tint: Tint, look: str) -> None:
        self._words.setText(words)
        self._words.setAccessibleName(words)
        set_variant(self._words, look)
        if icon_name:
            self._sign.set_icon(icon_name, tint)
        self._sign.setVisible(bool(icon_name))
