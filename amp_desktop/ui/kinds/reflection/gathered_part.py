"""What the week held, beside the questions: only shown, never written into the entry."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.kinds.reflection import Reflection
from amp_desktop.journal.weeks import gathered, went_by
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.kinds.reflection.labels import gathered_lines, week_words
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import clear_layout
from amp_desktop.ui.widgets.menu_button import word_button


class GatheredPart(ControlsPart):
    """The week in a few lines, which can be folded away."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The week held"), parent)
        self._session = session
        self._which = label("", "muted")
        self._fold = word_button(self.tr("Hide"))
        self._fold.setAccessibleName(self.tr("Show or hide what the week held"))
        self._fold.clicked.connect(self._unfold)
        self._ground = QWidget()
        self._lines = QVBoxLayout(self._ground)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(self.fontMetrics().height() // 4)
        self.column.addWidget(self._which)
        self.column.addWidget(self._ground)
        self.head.addWidget(self._fold)

    def show_entry(self, entry: Entry) -> None:
        """Show what the week of this page held."""
        assert isinstance(entry, Reflection)
        self._which.setText(week_words(entry.monday))
        try:
            journal = self._session.journal
            week = gathered(journal, entry.day)
            lines = gathered_lines(week, went_by=went_by(journal, entry.day))
            self._say([(heading, list(told)) for heading, told in lines if told])
        except JournalError:
            self._say([])  # the page says what is the matter where it saves

    def filled(self, entry: Entry) -> Entry:
        """The entry as it is: nothing is written here."""
        return entry

    def set_writable(self, writable: bool) -> None:
        """Nothing is written here."""

    def focus_first(self) -> None:
        """The word that folds it."""
        self._fold.setFocus()

    @Slot()
    def _unfold(self) -> None:
        shown = self._ground.isHidden()
        self._ground.setVisible(shown)
        self._fold.setText(self.tr("Hide") if shown else self.tr("Show"))

    def _say(self, told: list[tuple[str, list[str]]]) -> None:
        clear_layout(self._lines)
        for heading, lines in told:
            if heading:
                self._add(heading, "small", air=bool(self._lines.count()))
            for words in lines:
                self._add(words, "" if heading else "muted")

    def _add(self, words: str, look: str, *, air: bool = False) -> None:
        line = label(words, look, self._ground)
        if air:
            line.setContentsMargins(0, self.fontMetrics().height() // 2, 0, 0)
        self._lines.addWidget(line)
        line.show()
