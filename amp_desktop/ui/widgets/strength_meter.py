"""How hard a passphrase is to guess, in words and as a bar."""

from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.labels import label


class StrengthMeter(QWidget):
    """A bar of four steps with the word for it and, if there is one, a hint how to do better."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = QProgressBar()
        self._bar.setRange(0, 4)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Strength of the passphrase"))
        self._words = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 4)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        self.set_strength(None)

    def set_strength(self, score: int | None, hint: str = "") -> None:
        """Show a strength.

        Args:
            score: 0 (guessed at once) to 4 (very strong), or None while nothing is typed.
            hint: How to make it stronger, as a sentence.
        """
        word = self._word(score)
        self._bar.setValue(0 if score is None else max(score, 0))
        self._bar.setAccessibleDescription(word)
        set_variant(self._bar, "good" if score is not None and score >= 3 else "care")
        self._words.setText(f"{word} {hint}".strip())

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _word(self, score: int | None) -> str:
        if score is None:
            return ""
        words = (
            self.tr("Very weak."),
            self.tr("Weak."),
            self.tr("Fair."),
            self.tr("Strong."),
            self.tr("Very strong."),
        )
        return words[min(max(score, 0), 4)]
