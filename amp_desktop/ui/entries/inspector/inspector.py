"""The right part of a page of entries: what an entry is, beside its text."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.query import Linked
from amp_desktop.ui.entries.inspector.fields import InspectorFields
from amp_desktop.ui.session import Session


class Inspector(QScrollArea):
    """What an entry is: day, tags, links, sharing, history, bin.

    Its fields are made when it is first seen: in a narrow window, or folded away, it is not, and they are
    half of all widgets of the page.

    Attributes:
        edited: The person changed something; `filled` has it.
        linked: The person added or removed a link; to be saved at once, so that both sides show it.
        entries_dropped: Entries were dropped on the links, to be linked to this one; carries their ids.
        entry_requested: Go to that entry; carries its id.
        evidence_requested: The entry, or a fact of it, is to be pinned to a topic.
        unpin_requested: It is to be taken off a topic; carries the `Pin`.
        version_requested: That version is to be compared, and perhaps brought back; carries its number.
        bin_requested: The entry is to go to the bin.
        restore_requested: The entry is to come back from the bin.
        delete_requested: The entry is to be deleted for ever.
    """

    edited = Signal()
    linked = Signal()
    entries_dropped = Signal(object)
    entry_requested = Signal(object)
    evidence_requested = Signal()
    unpin_requested = Signal(object)
    version_requested = Signal(int)
    bin_requested = Signal()
    restore_requested = Signal()
    delete_requested = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._fields: InspectorFields | None = None
        self._entry: Entry | None = None
        self._stored = False
        self._linked = Linked()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMinimumWidth(self.fontMetrics().height() * 13)

    def show_entry(self, entry: Entry, *, stored: bool) -> None:
        """Show an entry as it stands, without telling anybody."""
        self._entry, self._stored = entry, stored
        if self._fields is not None:
            self._fields.show_entry(entry, stored=stored)

    def set_stored(self) -> None:
        """The entry exists in the journal now: it can be binned, and has a history."""
        self._stored = True
        if self._fields is not None:
            self._fields.set_stored()

    def show_text_tags(self, entry: Entry) -> None:
        """The entry's texts were written: show the tags in them."""
        self._entry = entry
        if self._fields is not None:
            self._fields.show_text_tags(entry)

    def show_linked(self, linked: Linked) -> None:
        """Show which entries belong together with this one."""
        self._linked = linked
        if self._fields is not None:
            self._fields.show_linked(linked)

    def filled(self, entry: Entry) -> Entry:
        """The entry with everything as it stands here, or would if the fields had been seen."""
        if self._fields is not None:
            return self._fields.filled(entry)
        shown = self._entry
        if shown is None or (shown.id, shown.kind) != (entry.id, entry.kind):
            return entry
        names = ("day", "tags", "links", "sharing") + ("on_agenda",) * entry.CAN_GO_ON_AGENDA
        return replace(entry, **{name: getattr(shown, name) for name in names})

    def forget(self) -> None:
        """Drop every word."""
        self._entry, self._linked = None, Linked()
        if self._fields is not None:
            self._fields.forget()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the fields, with what was to be shown meanwhile."""
        super().showEvent(event)
        if self._fields is not None:
            return
        self._fields = fields = InspectorFields(self._session, self)
        if self._entry is not None:
            fields.show_entry(self._entry, stored=self._stored)
            fields.show_linked(self._linked)
        self.setWidget(fields)
