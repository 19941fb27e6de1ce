"""What helps the mentee, in an own list, and one quiet sentence for those who ask for it."""

from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import UnknownEntryError
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.program import Program
from amp_desktop.ui.mentorship.keeper import ProgramKeeper
from amp_desktop.ui.mentorship.part import ProgramPart
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.check_box import CheckBox
from amp_desktop.ui.widgets.labels import label


class CarePart(ProgramPart):
    """The list is a self-care note, the most private kind; here stands only the way to it.

    Attributes:
        entry_requested: The list is to be shown; carries its id.
    """

    entry_requested = Signal(object)

    def __init__(self, keeper: ProgramKeeper, parent: QWidget | None = None) -> None:
        super().__init__(keeper, "", parent)
        self.heading.setText(self.tr("Taking care"))
        self.heading.show()
        self._open = link_button(self.tr("What helps me"))
        self._open.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._open.clicked.connect(self._go)
        self._speaks = CheckBox(self.tr("After some hard days, one quiet sentence on Today"))
        self._speaks.switched.connect(self._choose)
        hint = self.tr("It opens nothing, shows no number, and does not come again for a week.")
        self.column.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addWidget(self._speaks)
        self.column.addWidget(label(hint, "small"))
        self.setFocusProxy(self._open)

    def show_program(self, program: Program, today: date) -> None:  # noqa: ARG002
        """Show what is chosen; under the curtain there is nothing to see of it."""
        journal = self.keeper.session.journal
        self.setHidden(journal.curtain.is_down)
        self._speaks.show_checked(journal.preferences.low_run_sentence)

    @Slot()
    def _choose(self) -> None:
        session = self.keeper.session
        chosen = replace(session.journal.preferences, low_run_sentence=self._speaks.isChecked())
        if not self.keeper.banner.tries(partial(session.save_preferences, chosen)):
            self.keeper.refused.emit()

    @Slot()
    def _go(self) -> None:
        """Open the list; the first time it is begun."""
        opened: list[UUID] = []
        if self.keeper.banner.tries(lambda: opened.append(self._list().id)):
            self.entry_requested.emit(opened[0])

    def _list(self) -> Entry:
        session = self.keeper.session
        preferences = session.journal.preferences
        if preferences.helps_entry:
            try:
                known = session.journal.entry(UUID(preferences.helps_entry))
            except (UnknownEntryError, ValueError):
                known = None
            if known is not None and known.binned_at is None:
                return known
        made = session.save(SelfCareNote(title=self.tr("What helps me"), day=session.today()))
        session.save_preferences(replace(preferences, helps_entry=str(made.id)))
        return made
