"""Choosing a passphrase: typed twice, with what may be said about its strength."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.ui.gate.answers import NewPassphrase
from amp_desktop.ui.gate.passphrase_field import PassphraseField
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.widgets.strength_meter import StrengthMeter

PAUSE_MS = 120
"""How long the keys rest before the strength is judged."""

GOOD_SCORE = 3
"""From here on the meter's own word says all."""


class NewPassphraseFields(QWidget):
    """Two hidden lines and a meter between them.

    Signals:
        completed(bool): Both lines now say the same, or no longer.
        entered(): Enter was pressed in the second line while both say the same.
    """

    completed = Signal(bool)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = PassphraseField(self.tr("New passphrase"))
        self._second = PassphraseField(self.tr("The same once more"))
        self._meter = StrengthMeter()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        self._first.edited.connect(self._pause.start)
        self._first.edited.connect(self._compare)
        self._second.edited.connect(self._compare)
        self._first.entered.connect(self._second.setFocus)
        self._second.entered.connect(self._enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() * 3 // 4)
        for part in (self._first, self._meter, self._second):
            column.addWidget(part)
        self.setFocusProxy(self._first)

    def chosen(self) -> NewPassphrase:
        """What was typed."""
        return NewPassphrase(self._first.text(), self._second.text())

    def clear(self) -> None:
        """Drop what was typed."""
        self._pause.stop()
        self._first.clear()
        self._second.clear()
        self._meter.set_strength(None)
        self.completed.emit(False)  # noqa: FBT003 - what a signal carries has no name

    @Slot()
    def _compare(self) -> None:
        chosen = self.chosen()
        self._second.set_hint(self.tr("The two differ so far.") if chosen.differ else "")
        self.completed.emit(chosen.is_complete)

    @Slot()
    def _enter(self) -> None:
        if self.chosen().is_complete:
            self.entered.emit()

    @Slot()
    def _judge(self) -> None:
        typed = self._first.text()
        if not typed:
            self._meter.set_strength(None)
            return

        def judged(_: Progress) -> tuple[str, int, str]:
            # zxcvbn and its word lists take a tenth of a second to load the first time.
            from amp_desktop.vault import strength

            found = strength(typed)
            return typed, found.score, found.advice

        run_job(self, judged, self._show_strength, _ignore)

    def _show_strength(self, judged: tuple[str, int, str]) -> None:
        typed, score, advice = judged
        if typed == self._first.text():
            self._meter.set_strength(score, advice if score < GOOD_SCORE else "")


def _ignore(_: JournalError) -> None:
    """The strength is advice; without it one can go on."""
