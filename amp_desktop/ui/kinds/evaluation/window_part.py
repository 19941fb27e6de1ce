"""Where a pad stands: for which window it is, whether that is open, and the way to correct it afterwards."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.evaluation import KICK_OFF, Correction, Evaluation
from amp_desktop.domain.program import Phase
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.kinds.evaluation.labels import window_name
from amp_desktop.ui.style.dates import day_in_words
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.labels import label


class WindowPart(ControlsPart):
    """One sentence, and at most one thing to do.

    Attributes:
        turned: The pad was opened again to be corrected, or closed again. Told after `edited`.
    """

    turned = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        phase_of: Callable[[Evaluation], Phase | None],
        windows: Callable[[], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            today: Says which day it is.
            phase_of: Answers with the window of a pad.
            windows: Answers with the names of all windows of the program.
            parent: The owner.
        """
        super().__init__("", parent)
        self._today, self._phase_of, self._windows = today, phase_of, windows
        self._corrections: tuple[Correction, ...] = ()
        self._window = ""
        self._pad = Evaluation()
        self._writable = True
        self._words = label("")
        self._turn: QPushButton = link_button("")
        self._turn.clicked.connect(self._turned)
        self._choice = choice_field(self.tr("For which evaluation"), [])
        self._choice.activated.connect(self._chosen)
        self.column.addWidget(self._words)
        self.add_beside_each_other(self._turn, self._choice)

    def show_entry(self, entry: Entry) -> None:
        """Show where a pad stands."""
        assert isinstance(entry, Evaluation)
        self._pad = entry
        self._corrections, self._window = entry.corrections, entry.window
        self._show()

    def filled(self, entry: Entry) -> Entry:
        """The pad with its window, and with when it was opened again."""
        assert isinstance(entry, Evaluation)
        return replace(entry, window=self._window, corrections=self._corrections)

    def is_closed(self) -> bool:
        """Whether the pad, as it stands here, can only be read."""
        phase, pad = self._phase_of(self._now()), self._now()
        return phase is not None and not pad.is_being_corrected and pad.day <= phase.ends < self._today()

    def set_writable(self, writable: bool) -> None:
        """Whether it may be changed."""
        self._writable = writable
        self._show()

    def focus_first(self) -> None:
        """The one thing to do."""
        (self._turn if self._choice.isHidden() else self._choice).setFocus()

    def _now(self) -> Evaluation:
        return replace(self._pad, window=self._window, corrections=self._corrections)

    def _show(self) -> None:
        pad = self._now()
        phase = self._phase_of(pad)
        closed, corrected = self.is_closed(), pad.is_being_corrected
        sentence = self._sentence(phase, closed=closed, corrected=corrected)
        self._words.setText(sentence)
        self._words.setVisible(bool(sentence))  # or an empty line would stand over the choice
        self._turn.setText(self.tr("Close it again") if corrected else self.tr("Reopen to correct"))
        self._turn.setVisible(self._writable and (closed or corrected))
        asks = self._writable and not self._window
        if asks and self._choice.count() == 0:
            self._choice.addItem(self.tr("For which evaluation?"), "")
            for name in (KICK_OFF, *self._windows()):
                self._choice.addItem(window_name(name), name)
        self._choice.setVisible(asks)

    def _sentence(self, phase: Phase | None, *, closed: bool, corrected: bool) -> str:
        if self._window == KICK_OFF:
            return self.tr("Where you begin. It stays with you; nobody asks for it.")
        if phase is None:
            return ""
        today = self._today()
        starts, ends = day_in_words(phase.starts, today), day_in_words(phase.ends, today)
        if corrected:
            opened = day_in_words(self._corrections[-1].opened_on, today)
            return self.tr("The window closed on {ends}. Opened again on {day}.").format(
                ends=ends, day=opened
            )
        if closed:
            return self.tr("The window closed on {ends}: the pad is kept as it was.").format(ends=ends)
        if phase.ends < today:
            return self.tr("The window closed on {ends}. A late one is still worth it.").format(ends=ends)
        if today < phase.starts:
            return self.tr("Opens on {starts}, closes on {ends}. You can write from now on.").format(
                starts=starts, ends=ends
            )
        if today < phase.ends:
            return self.tr("Open until {ends}.").format(ends=ends)
        return self.tr("Open until today.")

    @Slot()
    def _turned(self) -> None:
        pad = self._now()
        turned = pad.closed_again if pad.is_being_corrected else pad.opened_again
        self._corrections = turned(self._today()).corrections
        self._show()
        self.edited.emit()
        self.turned.emit()

    @Slot()
    def _chosen(self) -> None:
        self._window = str(self._choice.currentData() or "")
        self._show()
        self.edited.emit()
        self.turned.emit()
