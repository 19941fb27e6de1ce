"""The right side of the page: what leaves, and the two ways out."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.sharing import find_renderer
from amp_desktop.ui.share.prepared import PreparedSummary
from amp_desktop.ui.share.preview import Preview
from amp_desktop.ui.widgets.buttons import primary_button, secondary_button


class LeavingPanel(QWidget):
    """Shows one summary, and lets that one leave and no other.

    Attributes:
        preview: What is shown.

    Signals:
        copy_requested(): It is to go to the clipboard.
        save_requested(): It is to become a file.
    """

    copy_requested = Signal()
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview = Preview()
        self._summary: PreparedSummary | None = None
        self._copy = secondary_button(self.tr("Copy"), "copy")
        self._copy.clicked.connect(self.copy_requested)
        self._save = primary_button(self.tr("Save…"), "save")
        self._save.clicked.connect(self.save_requested)
        room = self.fontMetrics().height()
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self._copy)
        buttons.addWidget(self._save)
        column = QVBoxLayout(self)
        column.setContentsMargins(room * 2 // 3, 0, room * 2 // 3, 0)
        column.setSpacing(room * 2 // 3)
        column.addWidget(self.preview, 1)
        column.addLayout(buttons)
        self._set_summary(None)

    def summary(self) -> PreparedSummary | None:
        """What leaves if the mentee says so; None while there is nothing, or while it is being made."""
        return self._summary

    def show_summary(self, summary: PreparedSummary) -> None:
        """Show what leaves, and let it."""
        if summary.is_empty:
            words = self.tr("What you ticked holds nothing but private asides, so nothing is shared.")
            self.show_nothing(summary.disclosure.staying, words)
        else:
            self._set_summary(summary)
            self.preview.show_summary(summary)

    def show_updating(self) -> None:
        """Something newer is being made: what is shown stays to be read, and can leave no more."""
        self._set_summary(None)
        self.preview.show_updating()

    def show_nothing(self, staying: int, sentence: str = "") -> None:
        """Nothing leaves; say why.

        Args:
            staying: How many could.
            sentence: Why; without one, that nothing is ticked, or that there is nothing.
        """
        self._set_summary(None)
        if staying and not sentence:
            sentence = self.tr(
                "Nothing is ticked, so nothing is shared. Tick what you want to share on the left."
            )
        nothing = self.tr(
            "Nothing to share from this period. Mark an entry as shareable or put it on the agenda, "
            "and it will be ticked here for you."
        )
        self.preview.show_nothing(staying, sentence or nothing)

    def forget(self) -> None:
        """Drop every word."""
        self._set_summary(None)
        self.preview.forget()

    def _set_summary(self, summary: PreparedSummary | None) -> None:
        self._summary = summary
        self._copy.setEnabled(summary is not None and bool(find_renderer(summary.format).clipboard))
        self._save.setEnabled(summary is not None)
