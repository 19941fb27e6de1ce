"""The rows of a list as it is seen: those of one source, or several groups one under the other."""

from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from amp_desktop.domain.program import Program
from amp_desktop.domain.query import SearchHit
from amp_desktop.ui.entries.list.group_heading import GroupHeading
from amp_desktop.ui.entries.list.model import EntryRole, EntryRows, Index
from amp_desktop.ui.entries.list.section import ListSection
from amp_desktop.ui.entries.list.source import EntrySource
from amp_desktop.ui.kinds.base import RowGroup

NEAR = 25
"""Rows before the end of a group at which what follows is fetched: more than a tall window shows."""


class GroupedModel(EntryRows):
    """Rows of one source without a heading, or groups, each a heading and, unless folded, its rows.

    A group without entries has no heading. The keyboard can stand upon a heading, which is no entry and
    cannot be chosen.

    Attributes:
        folded_changed: The person folded a group or unfolded it.
    """

    folded_changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self._flat = ListSection(self, self._start)
        self._sections: list[ListSection] = [self._flat]
        self._strayed: set[UUID] = set()  # stood elsewhere than was meant when last looked at

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are now, headings included."""
        return 0 if parent is not None and parent.isValid() else sum(map(len, self._sections))

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What the row of an entry says (see `EntryListModel`), or the `GroupHeading`."""
        section, row = self._at(index.row()) if index.isValid() else (None, 0)
        if section is None:
            return None
        if row >= 0:
            return None if role == EntryRole.GROUP else section.rows.data(section.rows.index(row), role)
        heading = section.heading
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return heading.label if heading else None
            case Qt.ItemDataRole.AccessibleTextRole:
                return heading.spoken if heading else None
            case EntryRole.GROUP:
                return heading
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading can have the keyboard and cannot be chosen."""
        flags = super().flags(index)
        return flags if self.hit_at(index.row()) else flags & ~Qt.ItemFlag.ItemIsSelectable

    def canFetchMore(self, parent: Index) -> bool:
        """Whether more rows come at the very end."""
        last = self._sections[-1]
        return not parent.isValid() and not last.folded and last.rows.canFetchMore(QModelIndex())

    def fetchMore(self, parent: Index) -> None:
        """Read one more page at the very end; Qt asks when one scrolls there."""
        if self.canFetchMore(parent):
            self._sections[-1].rows.fetchMore(QModelIndex())

    def fetch_near(self, first: int, last: int) -> None:
        """Fetch on in the groups whose end is in sight, or nearly."""
        for section in self._sections[:-1]:
            end = section.first() + section.rows.rowCount()
            is_near = not section.folded and first < end <= last + NEAR
            if is_near and section.rows.canFetchMore(QModelIndex()):
                section.rows.fetchMore(QModelIndex())

    # What the list asks

    @property
    def is_headed(self) -> bool:
        """Whether headings tell the days."""
        return self._is_flat and self._flat.rows.is_headed

    def bears_heading(self, row: int) -> bool:
        """Whether a day's heading stands over the row."""
        return self._is_flat and self._flat.rows.bears_heading(row)

    def row_of(self, entry_id: UUID) -> int | None:
        """The number of the entry's row, or None while it was not fetched, is folded away or not meant."""
        for section in self._sections:
            row = None if section.folded else section.rows.row_of(entry_id)
            if row is not None:
                return section.first() + row
        return None

    def hit_at(self, row: int) -> SearchHit | None:
        """The row of that number, if there is one and it is no heading."""
        section, at = self._at(row)
        return section.rows.hit_at(at) if section is not None else None

    def heading_of(self, row: int) -> int | None:
        """The number of the heading under which a row stands, or that it is."""
        section, _ = self._at(row)
        return self._start(section) if section is not None and section.has_heading else None

    def group_at(self, row: int) -> GroupHeading | None:
        """What the heading says that is that row; None where an entry stands."""
        section, at = self._at(row)
        return section.heading if section is not None and at < 0 else None

    def set_folded(self, row: int, *, folded: bool) -> None:
        """Fold the group whose heading that row is, or unfold it.

        Raises:
            JournalError: What is to be shown cannot be read; it stays folded.
        """
        section, at = self._at(row)
        if section is None or at >= 0 or section.folded is folded:
            return
        if folded:
            self._fold(section)
        else:
            self._unfold(section)
        self.dataChanged.emit(self.index(row), self.index(row))
        self.folded_changed.emit()

    def folded(self) -> Collection[str]:
        """The names of the groups that are folded."""
        return {section.group.name for section in self._sections if section.group and section.folded}

    # What the page asks

    def head_days(self, program: Program, now: date) -> None:
        """Have the first row of each day bear a heading, where rows are not grouped."""
        self._flat.rows.head_days(program, now)

    def show_source(self, source: EntrySource) -> None:
        """Show what `source` gives, from its beginning, without groups.

        Raises:
            JournalError: It cannot be read; the former rows stay.
        """
        if self._is_flat:
            self._flat.rows.show_source(source)
            return
        self._flat.rows.show_source(source)  # nobody sees it yet
        self._become([self._flat])

    def show_groups(self, groups: Sequence[tuple[RowGroup, EntrySource]], folded: Collection[str]) -> None:
        """Show these groups, some of them folded.

        Raises:
            JournalError: They cannot be read; the former rows stay.
        """
        made = [
            ListSection(self, self._start, group, source, folded=group.name in folded)
            for group, source in groups
        ]
        try:
            for section in made:
                section.read()
                section.has_heading = section.entries > 0
        except Exception:
            for section in made:
                section.deleteLater()
            raise
        self._become(made)
        self._flat.rows.clear()

    def clear(self) -> None:
        """Hold nothing any more."""
        self._become([self._flat])
        self._flat.rows.clear()

    def reload(self) -> None:
        """Anything may have changed: read again what is shown, and tell exactly what differs."""
        self.reloading.emit()
        self._recount()
        for section in self._sections:
            if not section.folded:
                section.rows.reload()
        self._drop_headings()
        self.reloaded.emit()

    def refresh(self, entry_id: UUID, day: date, *, keep: bool = False) -> None:
        """An entry was written, or came back, and belongs to `day` now: bring its row up to date.

        Args:
            entry_id: The entry.
            day: The day that it belongs to now.
            keep: Its row stays where it would be folded away, or is not meant any more: a list does not lose
                the entry that is being written.
        """
        if self._is_flat:
            self._flat.rows.refresh(entry_id, day, keep=keep)
            return
        held = next((one for one in self._sections if one.rows.row_of(entry_id) is not None), None)
        meant = next((one for one in self._sections if one.source and one.source.one(entry_id)), None)
        if held is not meant or entry_id in self._strayed:  # one that was kept elsewhere may have come back
            self._recount()
        if held is meant:
            self._strayed.discard(entry_id)
        else:
            self._strayed.add(entry_id)
        if meant is None or meant.folded:
            if held is not None:
                held.rows.refresh(entry_id, day, keep=keep)
        else:
            if held is not None and held is not meant:
                held.rows.remove([entry_id])
            meant.rows.refresh(entry_id, day, keep=keep)
        self._drop_headings()

    def remove(self, ids: Iterable[UUID]) -> None:
        """These entries left the list."""
        gone = tuple(ids)
        for section in self._sections:
            section.rows.remove(gone)
        self._recount()
        self._drop_headings()

    def count(self) -> int:
        """How many entries are shown, also those that were not fetched yet; not those folded away.

        Raises:
            JournalError: They cannot be counted.
        """
        if self._is_flat:
            return self._flat.rows.count()
        return sum(section.rows.count() for section in self._sections if not section.folded)

    def shown_ids(self) -> tuple[UUID, ...]:
        """The ids of all groups that are not folded, also of what was not fetched yet.

        Raises:
            JournalError: They cannot be read.
        """
        shown = (one.source for one in self._sections if one.source is not None and not one.folded)
        return tuple(entry_id for source in shown for entry_id in source.ids())

    @property
    def is_grouped(self) -> bool:
        """Whether there are groups."""
        return not self._is_flat

    def first_hit(self) -> SearchHit | None:
        """The first entry that is shown."""
        found = (one.rows.hit_at(0) for one in self._sections if not one.folded)
        return next((hit for hit in found if hit is not None), None)

    # How groups change

    @property
    def _is_flat(self) -> bool:
        return self._sections == [self._flat]

    def _start(self, section: ListSection) -> int:
        """The number of the section's first row, its heading included; -1 for one that is not shown."""
        if section not in self._sections:
            return -1
        return sum(map(len, self._sections[: self._sections.index(section)]))

    def _at(self, row: int) -> tuple[ListSection | None, int]:
        """The section of a row, and its number there; -1 for the heading."""
        for section in self._sections:
            if 0 <= row < len(section):
                return section, row - section.has_heading
            row -= len(section)
        return None, 0

    def _become(self, sections: list[ListSection]) -> None:
        former = self._sections
        self._strayed.clear()
        self.beginResetModel()
        self._sections = sections
        self.endResetModel()
        for section in former:
            if section is not self._flat and section not in sections:
                section.deleteLater()

    def _fold(self, section: ListSection) -> None:
        first, rows = section.first(), section.rows.rowCount()
        if rows:
            self.beginRemoveRows(QModelIndex(), first, first + rows - 1)
        section.folded = True
        if rows:
            self.endRemoveRows()
        section.rows.clear()

    def _unfold(self, section: ListSection) -> None:
        if section.source is not None:
            section.rows.show_source(section.source)
        first, rows = section.first(), section.rows.rowCount()
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + rows - 1)
        section.folded = False
        if rows:
            self.endInsertRows()

    def _recount(self) -> None:
        """Count the groups; one that had no entries and has some now gets its heading."""
        for section in self._sections:
            if section.source is None:
                continue
            before, section.entries = section.entries, section.source.count()
            start = self._start(section)
            if section.entries and not section.has_heading:
                self.beginInsertRows(QModelIndex(), start, start)
                section.has_heading = True
                self.endInsertRows()
            elif section.has_heading and section.entries != before:
                self.dataChanged.emit(self.index(start), self.index(start))

    def _drop_headings(self) -> None:
        """Take the headings away from groups without entries."""
        for section in self._sections:
            if section.has_heading and not section.entries and not section.rows.rowCount():
                start = self._start(section)
                self.beginRemoveRows(QModelIndex(), start, start)
                section.has_heading = False
                self.endRemoveRows()
