"""The quiet line under the text: how much it is, whether it is safe, and that nobody else can read it."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QWidget

from amp_desktop.ui.editing.spelling.context import SpellingContext
from amp_desktop.ui.entries.autosave import SaveState, SaveStatus
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import quiet_button
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.save_state import SaveStateLabel

SHORTEST_SPELLING = 8
"""Letters that are shown of how it stands with spelling, however narrow the text is."""


class EditorFooter(QWidget):
    """Word count, save state, spelling, "Encrypted".

    It takes the room that the text has and never asks for more: where that is little, the word beside the
    lock goes, then what is said of spelling is cut short, and at last it goes too.

    Attributes:
        spelling: Says how it stands with spelling, and is there to be pressed.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        set_variant(self._words, "muted")
        self._state = SaveStateLabel()
        self.spelling = quiet_button("")
        self.spelling.hide()
        self._spelling_words = ""
        self._is_empty = False
        self._safe = QLabel(self.tr("Encrypted"))
        lock = IconLabel("lock", factor=1.0)
        for sign in (self._safe, lock):
            sign.setToolTip(self.tr("On the disk, the journal can be read only with your passphrase."))
        set_variant(self._safe, "muted")
        self._row = row = QHBoxLayout(self)
        row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        row.setContentsMargins(0, 0, 0, 0)
        room = self.fontMetrics().height()
        row.setSpacing(room)
        row.addWidget(self._words)
        row.addWidget(self._state)
        row.addStretch(1)
        row.addWidget(self.spelling)
        self._together = together = QHBoxLayout()
        together.setSpacing(room // 3)
        together.addWidget(lock)
        together.addWidget(self._safe)
        row.addLayout(together)

    def show_standing(self, context: SpellingContext) -> None:
        """Say in which language spelling is checked, or why not."""
        self._spelling_words = context.words()
        self.spelling.setToolTip(context.sentence())
        self.spelling.setAccessibleDescription(context.sentence())
        self.spelling.setAccessibleName(context.words())
        self._fit()

    def show_words(self, count: int) -> None:
        """Say how many words there are; of an empty page nothing is said, of its spelling neither."""
        self._words.setText(self.tr("1 word") if count == 1 else self.tr("%n words", "", count))
        self._is_empty = not count
        self._words.setHidden(self._is_empty)
        self._fit()

    @Slot(object)
    def show_news(self, news: SaveStatus) -> None:
        """Say how saving goes."""
        match news.step:
            case SaveState.UNTOUCHED:
                self._state.clear()
            case SaveState.WAITING:
                self._state.show_saving()
            case SaveState.SAVED if news.at is not None:
                self._state.show_saved(news.at)
            case SaveState.FAILED:
                self._state.show_not_saved()
        self._fit()

    def state_words(self) -> str:
        """What it says about saving."""
        return self._state.text()

    def minimumSizeHint(self) -> QSize:
        """No width: what is beside the text keeps its own."""
        return QSize(0, max(super().minimumSizeHint().height(), self.spelling.sizeHint().height()))

    def sizeHint(self) -> QSize:
        """As high whatever is said, so that nothing moves with the first word."""
        return super().sizeHint().expandedTo(self.minimumSizeHint())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say as much as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        inner = self._state.layout()
        assert inner is not None
        inner.activate()  # what it says has only now changed, and its width with it
        self._safe.show()
        self.spelling.setText(self._spelling_words)
        self.spelling.setVisible(bool(self._spelling_words) and not self._is_empty)
        if self._missing() > 0:
            self._safe.hide()
            self._cut_spelling()
        if self._missing() > 0:
            self.spelling.hide()  # the menu over the text says it too
        self._row.setGeometry(self.contentsRect())  # asked for its width, it waits for no event to lay out

    def _cut_spelling(self) -> None:
        """Say of spelling what there is room for, but never less than its beginning."""
        words, metrics = self._spelling_words, self.spelling.fontMetrics()
        over = self._missing()
        if over > 0:
            least = metrics.averageCharWidth() * SHORTEST_SPELLING
            room = max(metrics.horizontalAdvance(words) - over, least)
            self.spelling.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))

    def _missing(self) -> int:
        """How many pixels it is too narrow."""
        for layout in (self._together, self._row):
            layout.invalidate()  # they remember widths until the next round of events
        return self._row.sizeHint().width() - self.width()
