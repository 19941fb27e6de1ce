"""How many words the open page has: counted when the texts have come to rest."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from amp_desktop.domain.text.word_count import count_words
from amp_desktop.ui.editing.page_texts import PageTexts

PAUSE_MS = 300
"""Counting 50,000 words takes longer than a key may."""

LONG = 20_000
"""Characters above which words are counted when the text was painted."""


class WordCounting(QObject):
    """Counts the words of all texts of a page.

    Attributes:
        counted: It has; carries how many there are.
    """

    counted = Signal(int)

    def __init__(self, texts: PageTexts, parent: QObject) -> None:
        super().__init__(parent)
        self._texts = texts
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._count)
        texts.changed.connect(self._pause.start)

    def follow(self) -> None:
        """Other texts stand there: count now, or a moment later where they are long."""
        if sum(text.document().characterCount() for text in self._texts.all()) < LONG:
            self._count()
        else:
            self._pause.start()

    def stop(self) -> None:
        """There is nothing to count any more."""
        self._pause.stop()

    @Slot()
    def _count(self) -> None:
        self._pause.stop()
        self.counted.emit(sum(count_words(text.text()) for text in self._texts.all()))
