"""What the inspector holds: what all kinds of entries share, beside the page."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.query import Linked
from amp_desktop.domain.text.entry_tags import tags_of
from amp_desktop.ui.entries.inspector.evidence_section import EvidenceSection
from amp_desktop.ui.entries.inspector.history.history_section import HistorySection
from amp_desktop.ui.entries.inspector.links_section import LinksSection
from amp_desktop.ui.entries.inspector.sharing_section import SharingSection
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import quiet_button
from amp_desktop.ui.widgets.chips import ChipRow
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.foldable import Foldable

if TYPE_CHECKING:
    from amp_desktop.ui.entries.inspector.inspector import Inspector

LONG = 20_000
"""Characters of text from which on the tags in it are looked for when the page was painted."""


class InspectorFields(QFrame):
    """Day, tags, links, sharing, evidence, history, bin.

    What happens in them is told by the signals of the `Inspector` that they stand in.
    """

    def __init__(self, session: Session, pane: "Inspector") -> None:
        super().__init__(pane)
        self._session = session
        self._pane = pane
        self._entry: Entry | None = None
        set_variant(self, "panel")
        self._tags_later = QTimer(self, singleShot=True, interval=0)
        self._tags_later.timeout.connect(self._show_text_tags)
        self._day = DayField(self.tr("Day"))
        self._tags = ChipRow(self.tr("Tags"))
        self._links = LinksSection(session)
        self._sharing = SharingSection()
        self._evidence = EvidenceSection()
        self._history = HistorySection(session)
        self._fold = Foldable(self.tr("History"), self._history, folded=True)
        self._bin = quiet_button(self.tr("Move to bin"), "trash-2")
        self._restore = quiet_button(self.tr("Take out of the bin"), "undo-2")
        self._delete = quiet_button(self.tr("Delete for ever…"), "x")
        for button in (self._bin, self._restore, self._delete):
            set_variant(button, "flush")
        self._connect()
        self._lay_out()

    def show_entry(self, entry: Entry, *, stored: bool) -> None:
        """Show an entry as it stands, without telling anybody."""
        if self._entry is None or self._entry.id != entry.id:
            self._tags.drop_typed()  # it was meant for another entry
        self._entry = entry
        self._day.set_day(entry.day)
        self._day_field.setVisible(not view_of(entry).has_own_day)
        self._tags.set_tags(entry.tags)
        if len(entry.body) < LONG:
            self.show_text_tags(entry)
        else:
            self._tags.set_text_tags(())
            self._tags_later.start()
        self._links.show_entry(entry)
        self._sharing.show_entry(entry)
        self._evidence.show_entry(entry)
        self._evidence_field.setVisible(stored and self._has_evidence(entry))
        binned = entry.binned_at is not None
        self._writable.setEnabled(entry.is_writable)
        self._bin.setVisible(stored and not binned)
        self._restore.setVisible(binned)
        self._delete.setVisible(binned)
        self._show_history()

    def show_text_tags(self, entry: Entry) -> None:
        """Show the tags that stand in the entry's texts beside those that were given to it."""
        given = {tag.casefold() for tag in entry.tags}
        self._tags.set_text_tags(tag for tag in tags_of(entry) if tag.casefold() not in given)

    def set_stored(self) -> None:
        """The entry exists in the journal now: it can be binned, and has a history."""
        if self._entry is not None and self._entry.binned_at is None:
            self._bin.show()
            self._evidence_field.setVisible(self._has_evidence(self.filled(self._entry)))

    def show_linked(self, linked: Linked) -> None:
        """Show which entries belong together with this one."""
        self._links.show_linked(linked)

    def filled(self, entry: Entry) -> Entry:
        """The entry with everything as it stands here."""
        day = entry.day if view_of(entry).has_own_day else self._day.day() or entry.day
        changed = replace(entry, day=day, tags=tuple(self._tags.tags()))
        return self._sharing.filled(self._links.filled(changed))

    def forget(self) -> None:
        """Drop every word."""
        self._tags_later.stop()
        self._entry = None
        self._tags.set_tags(())
        self._tags.set_text_tags(())
        self._tags.set_suggestions(())
        self._links.show_linked(Linked())
        self._evidence.forget()
        self._history.forget()

    def _connect(self) -> None:
        self._day.day_changed.connect(self._changed)
        self._tags.changed.connect(self._changed)
        self._tags.begun.connect(self._suggest_tags)
        self._sharing.edited.connect(self._pane.edited)
        self._sharing.edited.connect(self._offer_evidence)
        self._links.edited.connect(self._pane.linked)
        self._links.entries_dropped.connect(self._pane.entries_dropped)
        self._links.entry_requested.connect(self._pane.entry_requested)
        self._evidence.pin_requested.connect(self._pane.evidence_requested)
        self._evidence.unpin_requested.connect(self._pane.unpin_requested)
        self._fold.folded_changed.connect(self._show_history)
        self._history.version_requested.connect(self._pane.version_requested)
        self._bin.clicked.connect(self._pane.bin_requested)
        self._restore.clicked.connect(self._pane.restore_requested)
        self._delete.clicked.connect(self._pane.delete_requested)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self._writable = QWidget()
        inner = QVBoxLayout(self._writable)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(room)
        self._day_field = Field(self.tr("Day"), self._day)
        inner.addWidget(self._day_field)
        inner.addWidget(Field(self.tr("Tags"), self._tags))
        inner.addWidget(Field(self.tr("Linked"), self._links))
        inner.addWidget(Field(self.tr("Sharing"), self._sharing))
        self._evidence_field = Field(self.tr("Evidence"), self._evidence)
        inner.addWidget(self._evidence_field)
        inner.addWidget(self._fold)
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room // 2)
        column.addWidget(self._writable)
        for button in (self._bin, self._restore, self._delete):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)

    @staticmethod
    def _has_evidence(entry: Entry) -> bool:
        """Whether it can be pinned to evidence, or was before it was sealed."""
        return bool(entry.pins) or not entry.is_sealed

    @Slot()
    def _offer_evidence(self) -> None:
        """It was sealed, or is no longer: what follows for its evidence is seen at once."""
        if self._entry is not None and not self._bin.isHidden():
            entry = self._sharing.filled(self._entry)
            self._evidence.show_entry(entry)
            self._evidence_field.setVisible(self._has_evidence(entry))

    @Slot()
    def _changed(self) -> None:
        self._pane.edited.emit()

    @Slot()
    def _show_text_tags(self) -> None:
        if self._entry is not None:
            self.show_text_tags(self._entry)

    @Slot()
    def _suggest_tags(self) -> None:
        # Counting the tags of 100,000 entries takes longer than opening one may.
        self._tags.set_suggestions([known.tag for known in self._session.journal.tags()])

    @Slot()
    def _show_history(self) -> None:
        if self._entry is not None and not self._fold.folded():
            self._history.show_versions(self._entry.id)
