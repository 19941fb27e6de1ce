"""What the page of a kind consists of: chips under its title, parts, and where the free text stands."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal, Slot

from amp_desktop.domain.entry import Entry
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.kinds.part import Part
from amp_desktop.ui.session import Session


class KindForm(QObject):
    """The parts of one kind's page. Whoever lays out the page owns them from then on.

    A kind's own form calls `compose` when it is made. Without that, the page is title and text alone.

    Attributes:
        edited: The person changed something in it, by typing too.
        fields_edited: It was no text: undo looks at the fields.
        entry_requested: Another entry is to be shown; carries its id.
        share_requested: The page for the mentor is wanted, for the meeting of that id.
        report_requested: A protected report of the entry of that id is to be saved.
        focus_mode_wanted: Nothing but the page is wanted, or all again.
        files_offered: Pictures or files were pasted or dropped where no text is; carries the offers.
        flush_wanted: What stands on the page is to be written before this returns.
        failed: Something that was done here could not be kept; carries the error.
        session: The open journal.
        chips: The row under the title, or None.
        above: The parts above the free text.
        below: The parts below it.
        heading: What the free text is called; empty for nothing.
        invitation: What stands in its place while it is empty.
        entry: The entry that is shown, as it was when it was.
    """

    edited = Signal()
    fields_edited = Signal()
    entry_requested = Signal(object)
    share_requested = Signal(object)
    report_requested = Signal(object)
    focus_mode_wanted = Signal(bool)
    files_offered = Signal(object)
    flush_wanted = Signal()
    failed = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.entry: Entry | None = None
        self._seen: tuple[Part, ...] = ()
        self.chips: Part | None = None
        self.above: tuple[Part, ...] = ()
        self.below: tuple[Part, ...] = ()
        self.heading = ""
        self.invitation = self.tr("Write…")

    def compose(
        self,
        *,
        chips: Part | None = None,
        above: Sequence[Part] = (),
        below: Sequence[Part] = (),
        heading: str = "",
        invitation: str = "",
    ) -> None:
        """Say what the page consists of, top to bottom.

        Args:
            chips: The row under the title, if any.
            above: The parts above the free text.
            below: The parts below it.
            heading: What the free text is called here; empty for nothing.
            invitation: What stands in its place while it is empty; the usual words where this is empty.
        """
        self.chips, self.above, self.below = chips, tuple(above), tuple(below)
        self.heading, self.invitation = heading, invitation or self.invitation
        for part in self.parts():
            part.edited.connect(self.edited)
            part.offered.connect(self.files_offered)
            if not part.texts():
                part.edited.connect(self.fields_edited)

    def parts(self) -> tuple[Part, ...]:
        """All of them, top to bottom, without the free text."""
        return (*self.parts_above(), *self.below)

    def hide_parts(self) -> None:
        """The page of another kind is in front; which parts this form shows is remembered."""
        self._seen = tuple(part for part in self.parts() if not _is_hidden_by_form(part))
        for part in self.parts():
            part.hide()

    def show_parts(self) -> None:
        """The page is in front: show the parts again that this form shows, and none for nothing."""
        for part in self._seen:
            part.show()

    def parts_above(self) -> tuple[Part, ...]:
        """Those above the free text, with the chips."""
        return (*((self.chips,) if self.chips is not None else ()), *self.above)

    def texts_above(self) -> tuple[BodyEdit, ...]:
        """The texts above the free text."""
        return tuple(text for part in self.above for text in part.texts())

    def texts_below(self) -> tuple[BodyEdit, ...]:
        """The texts below the free text."""
        return tuple(text for part in self.below for text in part.texts())

    def show_entry(self, entry: Entry) -> None:
        """Show the entry's own fields, without telling anybody."""
        self.entry = entry
        for part in self.parts():
            part.show_entry(entry)

    def filled(self, entry: Entry) -> Entry:
        """The entry with the fields as they stand in the parts."""
        for part in self.parts():
            entry = part.filled(entry)
        return entry

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be changed; what lies in the bin may not."""
        for part in self.parts():
            part.set_writable(writable)

    def tick(self, field: str, line: int) -> None:
        """Tick or untick what is read in that line of a field that is no text."""

    def first_text(self) -> BodyEdit | None:
        """The text that waits to be written first when an entry is opened; None for the free text."""
        return None

    def offered(self) -> Sequence[str]:
        """What is offered to be done with the entry as it stands here, by the names of its actions."""
        return ()

    def do(self, name: str) -> None:
        """Do what is offered by that name."""

    def settle(self) -> None:
        """Keep what was half typed and belongs to no text of the page; the page is about to be written."""

    @Slot()
    def delete(self) -> None:
        """Drop every word, and the parts with them."""
        for part in self.parts():
            part.hide()
            part.deleteLater()
        self.deleteLater()


def _is_hidden_by_form(part: Part) -> bool:
    """Whether it was hidden by somebody; what was not shown yet counts as hidden to Qt as well."""
    return part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
