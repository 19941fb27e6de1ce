"""Choosing a passphrase: typed twice, with what may be said about its strength."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.unlock.answers import NewPassphrase
from amp_desktop.ui.unlock.passphrase_field import PassphraseField
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.strength_meter import StrengthMeter

if TYPE_CHECKING:
    from amp_desktop.vault import Strength

PAUSE_MS = 120
"""How long the keys rest before the strength is judged."""


class NewPassphraseFields(QWidget):
    """Two hidden lines and a meter between them; a weak passphrase is advised against before it is taken.

    Signals:
        completed(bool): Both lines now say the same, or no longer.
        taken(str): That is to be the passphrase.
        advised(): It is said below them what is against it, which takes room.
    """

    advised = Signal()
    completed = Signal(bool)
    taken = Signal(str)

    def __init__(self, risk: str = "", parent: QWidget | None = None) -> None:
        """Make them.

        Args:
            risk: What is said of a passphrase that can be guessed; else that somebody may copy the journal.
            parent: The owner.
        """
        super().__init__(parent)
        self._risk = risk or self.tr("Anyone who copies your journal could guess this passphrase.")
        self._first = PassphraseField(self.tr("New passphrase"))
        self._second = PassphraseField(self.tr("Repeat the passphrase"))
        self._meter = StrengthMeter()
        self._advice = Banner()
        self._advice.action_requested.connect(self._take_anyway)
        self._judged: tuple[str, Strength] | None = None
        self._is_wanted = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._judge)
        self._first.edited.connect(self._pause.start)
        self._first.edited.connect(self._compare)
        self._second.edited.connect(self._compare)
        self._first.entered.connect(self._second.setFocus)
        self._second.entered.connect(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() * 3 // 4)
        for part in (self._first, self._meter, self._second, self._advice):
            column.addWidget(part)
        self.setFocusProxy(self._first)

    def chosen(self) -> NewPassphrase:
        """What was typed."""
        return NewPassphrase(self._first.text(), self._second.text())

    @Slot()
    def take(self) -> None:
        """Take what was typed, if it is strong; else advise against it, and leave it to the mentee."""
        words = self.chosen()
        if not words.is_complete:
            return
        if self._judged is None or self._judged[0] != words.first:
            self._is_wanted = True
            self._judge()
        elif self._judged[1].is_good:
            self._give(words.first)
        else:
            self._advice.show_message(Tone.CARE, self._risk, action=self.tr("Use it anyway"))
            self.advised.emit()

    def clear(self) -> None:
        """Drop what was typed."""
        self._pause.stop()
        self._advice.clear()
        self._judged, self._is_wanted = None, False
        self._first.clear()
        self._second.clear()
        self._meter.set_strength(None)
        self.completed.emit(False)  # noqa: FBT003 - what a signal carries has no name

    @Slot()
    def _compare(self) -> None:
        chosen = self.chosen()
        self._advice.clear()
        self._is_wanted = False
        self._second.set_hint(self.tr("The two do not match yet.") if chosen.differ else "")
        self.completed.emit(chosen.is_complete)

    @Slot()
    def _take_anyway(self) -> None:
        self._advice.clear()
        if self.chosen().is_complete:
            self._give(self.chosen().first)

    def _give(self, passphrase: str) -> None:
        """Hand over what is strong enough, or is wanted all the same."""
        self.taken.emit(passphrase)

    def _refuse(self, error: JournalError) -> None:
        """Say why it cannot be used."""
        self._advice.show_error(error)
        self.advised.emit()

    @Slot()
    def _judge(self) -> None:
        typed = self._first.text()
        if not typed:
            self._meter.set_strength(None)
            return

        def judged(_: Progress) -> "tuple[str, Strength]":
            # zxcvbn and its word lists take a tenth of a second to load the first time.
            from amp_desktop.vault import strength

            return typed, strength(typed)

        run_job(self, judged, self._show_strength, self._go_on_without)

    def _show_strength(self, judged: "tuple[str, Strength]") -> None:
        typed, found = judged
        if typed == self._first.text():
            self._judged = judged
            self._meter.set_strength(found.score, "" if found.is_good else found.advice)
            if self._is_wanted:
                self._is_wanted = False
                self.take()

    def _go_on_without(self, _: JournalError) -> None:
        """The strength is advice; without it one can go on."""
        if self._is_wanted:
            self._take_anyway()
