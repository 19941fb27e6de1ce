"""What the page of an incident consists of."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.incident import Incident
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.incident.labels import part_words, times_text
from amp_desktop.ui.kinds.part import Part, TextPart
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.labels import label


class IncidentForm(KindForm):
    """Whom one can turn to, then who, what, when, where, which rule, evidence; and the report."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._times = TimesPart()
        self._report = ReportPart()
        heading, invitation = part_words("body")
        self.compose(
            above=(WaysPart(), TextPart("who", *part_words("who"))),
            below=(
                *(TextPart(part, *part_words(part)) for part in ("happened_on", "where", "rule", "evidence")),
                self._times,
                self._report,
            ),
            heading=heading,
            invitation=invitation,
        )
        self._report.save.clicked.connect(self._ask_for_report)

    @Slot()
    def _ask_for_report(self) -> None:
        self.flush_wanted.emit()
        if self.entry is not None:
            self.report_requested.emit(self.entry.id)


class _WordsPart(Part):
    """Words that are only shown."""

    def filled(self, entry: Entry) -> Entry:
        """The entry as it is."""
        return entry

    def set_writable(self, writable: bool) -> None:
        """It never is."""

    def focus_first(self) -> None:
        """There is nothing to write in: on to the next."""
        self.left_downwards.emit()

    def focus_last(self) -> None:
        """There is nothing to write in: back to the one before."""
        self.left_upwards.emit()

    def focus_writing(self) -> bool:
        """One does not write here."""
        return False


class WaysPart(_WordsPart):
    """Whom one can turn to. Nobody has to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        words = self.tr(
            "Take your time. You need not fill in everything, and nobody is told unless you tell them. When "
            "you want to: first your mentor, if it is safe to; else the organizers; and for what breaks the "
            "code of conduct, its committee. A report asks for who, what, when, where, which rule, and "
            "evidence."
        )
        self.column.addWidget(label(words, "muted"))

    def show_entry(self, entry: Entry) -> None:
        """The same for every incident."""


class TimesPart(_WordsPart):
    """When each part was first written. It is set by saving, and stays."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("First written"))
        self.heading.show()
        self._lines = label("", "small")
        self.column.addWidget(self._lines)
        self.column.addWidget(
            label(self.tr("These times are kept as they are. Nobody can edit them."), "small")
        )

    def show_entry(self, entry: Entry) -> None:
        """Show the times of an incident."""
        assert isinstance(entry, Incident)
        self._lines.setText(times_text(entry))
        self.setHidden(not entry.written)


class ReportPart(ControlsPart):
    """How a report of it leaves, when the mentee wants it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.save = secondary_button(self.tr("Save a protected report…"), "lock")
        self.column.addWidget(
            label(
                self.tr(
                    "This page is sealed: no summary offers it. A report of it can be saved as a file that "
                    "only a passphrase opens. Private asides stay out of it."
                ),
                "small",
            )
        )
        self.add_beside_each_other(self.save)

    def show_entry(self, entry: Entry) -> None:
        """The same for every incident."""

    def filled(self, entry: Entry) -> Entry:
        """The entry as it is."""
        return entry

    def set_writable(self, writable: bool) -> None:
        """What lies in the bin is not reported."""
        self.save.setEnabled(writable)

    def focus_first(self) -> None:
        """The button."""
        self.save.setFocus()
