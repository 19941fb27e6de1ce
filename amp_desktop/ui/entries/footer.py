"""The quiet line under the text: how much it is, whether it is safe, and that nobody else can read it."""

import re

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from amp_desktop.ui.editing.spelling.standing import Standing
from amp_desktop.ui.entries.autosave import SaveNews, SaveStep
from amp_desktop.ui.theme import set_look
from amp_desktop.ui.widgets.buttons import quiet_button
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.save_state import SaveState

_WORD = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]|[^\\s\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+")


def count_words(text: str) -> int:
    """How many words a text has; Chinese and Japanese, which write without spaces, count by character."""
    return len(text.split()) if text.isascii() else len(_WORD.findall(text))


class EditorFooter(QWidget):
    """Word count, save state, spelling, "Encrypted".

    Attributes:
        spelling: Says how it stands with spelling, and is there to be pressed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        set_look(self._words, "muted")
        self._state = SaveState()
        self.spelling = quiet_button("")
        self.spelling.hide()
        safe = QLabel(self.tr("Encrypted"))
        safe.setToolTip(self.tr("On the disk the journal can be read with your passphrase only."))
        set_look(safe, "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        room = self.fontMetrics().height()
        row.setSpacing(room)
        row.addWidget(self._words)
        row.addWidget(self._state)
        row.addStretch(1)
        row.addWidget(self.spelling)
        row.addWidget(IconLabel("lock", factor=1.0))
        row.addSpacing(-room * 2 // 3)
        row.addWidget(safe)

    def show_standing(self, standing: Standing) -> None:
        """Say in which language spelling is checked, or why not."""
        self.spelling.setText(standing.words())
        self.spelling.setToolTip(standing.sentence())
        self.spelling.setAccessibleDescription(standing.sentence())
        self.spelling.setVisible(bool(standing.words()))

    def show_words(self, count: int) -> None:
        """Say how many words there are."""
        self._words.setText(self.tr("1 word") if count == 1 else self.tr("%n words", "", count))

    @Slot(object)
    def show_news(self, news: SaveNews) -> None:
        """Say how saving goes."""
        match news.step:
            case SaveStep.UNTOUCHED:
                self._state.clear()
            case SaveStep.WAITING:
                self._state.show_saving()
            case SaveStep.SAVED if news.at is not None:
                self._state.show_saved(news.at)
            case SaveStep.FAILED:
                self._state.show_not_saved()

    def state_words(self) -> str:
        """What it says about saving."""
        return self._state.text()
