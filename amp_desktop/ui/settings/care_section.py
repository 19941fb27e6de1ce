"""Taking self-care notes alone away, step by step, each told plainly and taken back until the last."""

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.journal.care_removal import CareRemoved
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.banner import Tone
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.labels import label


class CareSection(SettingsSection):
    """Says what there is, moves it to the bin and back, takes it away for ever after one more question."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._words = label("")
        self._look = self._button(self.tr("See what there is"), self._show_plan)
        self._bin = self._button(self.tr("Move all to the bin"), self._put_in_bin)
        self._back = self._button(self.tr("Bring back from the bin"), self._take_from_bin)
        self._ask = self._button(self.tr("Remove for ever…"), self._ask_once_more)
        self._go = self._button(self.tr("Yes, remove them for ever"), self._take_away)
        self._stay = self._button(self.tr("No, keep them"), self._show_plan)
        self._later = (self._bin, self._back, self._ask, self._go, self._stay)
        self.column.addWidget(self._words)
        self.column.addWidget(flowing(self.fontMetrics().height() // 2, self._look, *self._later))
        self._start()

    def show_values(self) -> None:
        """Begin anew: what there is was read some time ago."""
        self._start()

    def forget(self) -> None:
        """Drop every word."""
        super().forget()
        self._start()

    def _start(self) -> None:
        self._look.setDisabled(self.session.journal.curtain.is_down)  # lift it first: they are covered
        self._words.setText(
            self.tr(
                "Removes self-care notes and nothing else: to the bin first, and then, if you say "
                "so, from the journal, the list of what was shared and every backup in the journal's "
                "folder."
            )
        )
        self._offer(self._look)

    def _offer(self, *buttons: QPushButton) -> None:
        for button in (self._look, *self._later):
            button.setVisible(button in buttons)

    @Slot()
    def _show_plan(self) -> None:
        try:
            plan = self.session.journal.care_removal.plan()
        except JournalError as error:
            self.banner.show_error(error)
            return
        self._words.setText(
            self.tr(
                "In the journal: {notes}. In the bin: {binned}. Shared texts that hold one: {shared}. "
                "Backups here: {backups}."
            ).format(notes=len(plan.notes), binned=len(plan.binned), shared=plan.shared, backups=plan.backups)
        )
        steps = (self._bin,) * bool(plan.notes) + (self._back, self._ask) * bool(plan.binned)
        if not steps and plan.backups:  # older ones may hold some, or a removal was cut off
            steps = (self._ask,)
        self._offer(*steps or (self._look,))

    @Slot()
    def _put_in_bin(self) -> None:
        ids = self.session.journal.care_removal.plan().notes
        if self.banner.tries(partial(self.session.put_in_bin, ids)):
            self._show_plan()

    @Slot()
    def _take_from_bin(self) -> None:
        ids = self.session.journal.care_removal.plan().binned
        if self.banner.tries(partial(self.session.take_from_bin, ids)):
            self._show_plan()

    @Slot()
    def _ask_once_more(self) -> None:
        self._words.setText(
            self.tr(
                "Those in the bin go for ever, with every version: no undo and no backup here brings "
                "them back. Backups in other folders, exports and what you have sent stay as they "
                "are."
            )
        )
        self._offer(self._stay, self._go)
        self._stay.setFocus()

    @Slot()
    def _take_away(self) -> None:
        self._words.setText(self.tr("Going through the journal and its backups…"))
        self._offer()
        run_job(self, self.session.journal.care_removal.finish, self._done, self._failed)

    def _done(self, removed: CareRemoved) -> None:
        self._start()
        words = self.tr("Removed for ever: {notes} self-care notes, from {backups} backups too.")
        said = words.format(notes=removed.notes, backups=removed.backups)
        names = ", ".join(path.name for path in removed.left)
        left = self.tr("These could not be searched, and may still hold some: {names}").format(names=names)
        self.banner.show_message(Tone.CARE if names else Tone.GOOD, said, left if names else "")
        self.session.refreshed.emit()

    def _failed(self, error: JournalError) -> None:
        self._show_plan()
        self.banner.show_error(error)

    def _button(self, words: str, slot: object) -> QPushButton:
        button = secondary_button(words)
        button.clicked.connect(slot)
        return button
