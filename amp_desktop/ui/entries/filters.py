"""The quiet row under the search: which entries the list shows."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.traits import Trait
from amp_desktop.ui.entries.kind_view import kind_view
from amp_desktop.ui.widgets.buttons import icon_button, quiet_button

HAS_OPEN = frozenset({Kind.GOAL, Kind.CHALLENGE})
"""The kinds that something can still be to be done about."""


class Filters(QWidget):
    """Kinds to choose from (or, on a kind's own page, what is still open), and the bin.

    Attributes:
        changed: The person asked for other entries.
    """

    changed = Signal()

    def __init__(self, only: Kind | None, parent: QWidget | None = None) -> None:
        """Make the row.

        Args:
            only: The one kind of the page, or None on the journal's page.
            parent: The widget it stands on.
        """
        super().__init__(parent)
        self._only = only
        self._kinds: dict[Kind, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self.fontMetrics().height() // 4)
        if only is None:
            for kind in Kind:
                self._kinds[kind] = self._kind_button(kind)
                row.addWidget(self._kinds[kind])
        self._open = quiet_button(self.tr("Only what is open"))
        self._open.setCheckable(True)
        self._open.clicked.connect(self._pressed)
        self._open.setVisible(only in HAS_OPEN)
        self._bin = self._switch("trash-2", self.tr("Bin"))
        row.addWidget(self._open)
        row.addStretch(1)
        row.addWidget(self._bin)

    def query(self) -> EntryQuery:
        """Which entries are asked for."""
        wants_open = self._open.isChecked() and not self._bin.isChecked()
        chosen = frozenset(kind for kind, button in self._kinds.items() if button.isChecked())
        return EntryQuery(
            kinds=frozenset({self._only}) if self._only else chosen,
            traits=frozenset({Trait.OPEN}) if wants_open else frozenset(),
            binned=self._bin.isChecked(),
        )

    def shows_bin(self) -> bool:
        """Whether the bin is what one sees."""
        return self._bin.isChecked()

    def is_narrowed(self) -> bool:
        """Whether something is left out that the page could show."""
        return any(button.isChecked() for button in (*self._kinds.values(), self._open))

    def clear(self) -> bool:
        """Leave nothing out, without telling anybody; whether anything was."""
        switches = (*self._kinds.values(), self._open, self._bin)
        chosen = [button for button in switches if button.isChecked()]
        for button in chosen:
            button.setChecked(False)
        return bool(chosen)

    def _kind_button(self, kind: Kind) -> QToolButton:
        view = kind_view(kind)
        return self._switch(view.icon_name, view.plural())

    def _switch(self, icon_name: str, words: str) -> QToolButton:
        button = icon_button(icon_name, words, self)
        button.setCheckable(True)
        button.clicked.connect(self._pressed)
        return button

    @Slot()
    def _pressed(self) -> None:
        self.changed.emit()
