"""The rows of a list, fetched a page at a time and kept in step with the journal one day at a time."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from enum import IntEnum
from itertools import groupby
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.program import Program
from amp_desktop.domain.query import PAGE_SIZE, Cursor, FieldOrder, SearchHit
from amp_desktop.ui.entries.list.day_heading import DayHeading, day_heading
from amp_desktop.ui.entries.list.day_starts import DayStarts
from amp_desktop.ui.entries.list.group_heading import GroupHeading
from amp_desktop.ui.entries.list.row_words import spoken_row
from amp_desktop.ui.entries.list.source import EntrySource
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.widgets.row_runs import runs

Index = QModelIndex | QPersistentModelIndex

MOST_RELOADED = 20 * PAGE_SIZE
"""Rows read again at most when anything may have changed; what follows is fetched by scrolling."""

MOST_BETWEEN = 5 * MOST_RELOADED
"""Rows read at most so that those which were shown are still among them after others came in between."""

FIRST_FINDS = 24
"""More than a tall window shows: while one types a search, each letter has another answer."""


class EntryRole(IntEnum):
    """What a row can be asked for beyond Qt's own roles."""

    HIT = Qt.ItemDataRole.UserRole + 1
    ID = Qt.ItemDataRole.UserRole + 2
    HEADING = Qt.ItemDataRole.UserRole + 3
    GROUP = Qt.ItemDataRole.UserRole + 4


class EntryRows(QAbstractListModel):
    """What a list asks of its rows.

    Attributes:
        today: Says which day it is.
        reloading, reloaded: Any of the rows are about to change at once, or have changed.
    """

    reloading = Signal()
    reloaded = Signal()
    today: Callable[[], date]

    @property
    def is_headed(self) -> bool:
        """Whether headings tell the days."""
        return False

    @property
    def is_grouped(self) -> bool:
        """Whether headings tell the state."""
        return False

    def bears_heading(self, row: int) -> bool:  # noqa: ARG002
        """Whether a day's heading stands over the row."""
        return False

    def row_of(self, entry_id: UUID) -> int | None:
        """The number of the entry's row, or None while it was not fetched or is not meant."""
        raise NotImplementedError

    def hit_at(self, row: int) -> SearchHit | None:
        """The row of that number, if there is one and it is that of an entry."""
        raise NotImplementedError

    def kinds(self) -> frozenset[Kind]:
        """Of which kinds the entries are whose rows were fetched."""
        hits = filter(None, map(self.hit_at, range(self.rowCount())))
        return frozenset(hit.row.kind for hit in hits)

    def count(self) -> int:
        """How many entries there are, those included that were not fetched yet.

        Raises:
            JournalError: They cannot be counted.
        """
        raise NotImplementedError

    def fetch_near(self, first: int, last: int) -> None:
        """Fetch what follows soon after these rows, which are in sight; Qt asks at the very end only."""

    def heading_of(self, row: int) -> int | None:  # noqa: ARG002
        """The number of the group's heading under which a row stands, or that it is; None without groups."""
        return None

    def group_at(self, row: int) -> GroupHeading | None:  # noqa: ARG002
        """What the group's heading says that is that row; None where an entry stands."""
        return None

    def set_folded(self, row: int, *, folded: bool) -> None:
        """Fold the group whose heading that row is, or unfold it."""


class EntryListModel(EntryRows):
    """Frozen rows of one source. It reads ahead by pages and never holds more than was scrolled to."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self._source: EntrySource | None = None
        self._hits: list[SearchHit] = []
        self._next: Cursor | None = None
        self._starts = DayStarts()
        self._program: Program | None = None
        self._headed_on = date.min

    # What Qt asks

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows were fetched so far."""
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, spoken text, the hit itself, its id, or the `DayHeading` over it."""
        hit = self.hit_at(index.row()) if index.isValid() else None
        if hit is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title_of(hit.row)
            case Qt.ItemDataRole.AccessibleTextRole:
                return spoken_row(hit, self.today(), self._heading(index.row()))
            case EntryRole.HIT:
                return hit
            case EntryRole.ID:
                return hit.row.id
            case EntryRole.HEADING:
                return self._heading(index.row())
        return None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether the source has rows after the last one."""
        return not parent.isValid() and self._next is not None

    def fetchMore(self, parent: Index) -> None:
        """Read one more page; Qt asks when one scrolls there."""
        if self._source is None or not self.canFetchMore(parent):
            return
        # Where a field orders them a page begins after so many rows, and of those some may have gone since.
        after = self._next if self._source.order is None else max(len(self._hits) - 1, 0)
        page = self._source.page(after)
        self._next = page.next
        held = {hit.row.id for hit in self._hits[-2 * PAGE_SIZE :]}
        self._insert(len(self._hits), [hit for hit in page.items if hit.row.id not in held])

    # What the page asks

    def head_days(self, program: Program, now: date) -> None:
        """Have the first row of each day bear a heading, as long as the newest day comes first.

        Args:
            program: Whose weeks the headings tell.
            now: The day it is.
        """
        if (program, now) != (self._program, self._headed_on):
            self.layoutAboutToBeChanged.emit()
            self._program, self._headed_on = program, now
            self.layoutChanged.emit()

    @property
    def is_headed(self) -> bool:
        """Whether headings tell the days."""
        return self._program is not None and self._source is not None and self._source.is_by_day

    def headed(self) -> Sequence[int]:
        """The rows that bear a heading, in order."""
        return self._starts.among(self._hits) if self.is_headed else ()

    def bears_heading(self, row: int) -> bool:
        """Whether it is the first row of its day, and days are told."""
        starts = self.headed()
        at = bisect_left(starts, row)
        return at < len(starts) and starts[at] == row

    def show_source(self, source: EntrySource) -> None:
        """Show what `source` gives, from its beginning.

        Raises:
            JournalError: It cannot be read; the former rows stay.
        """
        page = source.page(limit=FIRST_FINDS if source.search.wanted else PAGE_SIZE)
        self.beginResetModel()
        self._source, self._hits, self._next = source, list(page.items), page.next
        self._starts.forget_from(0)
        self.endResetModel()

    def clear(self) -> None:
        """Hold nothing any more."""
        self.beginResetModel()
        self._source, self._hits, self._next = None, [], None
        self._starts.forget_from(0)
        self.endResetModel()

    def reload(self) -> None:
        """Anything may have changed: read again what is shown, and tell exactly what differs."""
        if self._source is None:
            return
        hits = self._read_again(self._source)
        self.reloading.emit()
        self._become(hits, 0, len(self._hits))
        self.reloaded.emit()

    def _read_again(self, source: EntrySource) -> list[SearchHit]:
        """What stands now where the rows are that are shown: to the last of them, with all that came between.

        Raises:
            JournalError: It cannot be read; the former rows stay.
        """
        last = self._hits[-1].row if self._hits else None
        page = source.page(limit=min(max(len(self._hits), PAGE_SIZE), MOST_RELOADED))
        hits = list(page.items)
        if source.order is not None:
            last = None
        while page.next is not None and last is not None and len(hits) < MOST_BETWEEN:
            if last.day > hits[-1].row.day or any(hit.row.id == last.id for hit in hits):
                break
            page = source.page(page.next, MOST_RELOADED // 2)
            hits.extend(page.items)
        self._next = page.next
        return hits

    def refresh(self, entry_id: UUID, day: date, *, keep: bool = False) -> None:
        """An entry was written, or came back, and belongs to `day` now: bring its row up to date.

        Args:
            entry_id: The entry.
            day: The day that it belongs to now.
            keep: Its row stays even when what is looked for no longer stands in it; so that a list does not
                lose the entry that is being written.
        """
        row = self.row_of(entry_id)
        former = self._hits[row] if row is not None else None
        if self._source is not None and self._source.order is not None:
            self._refresh_in_order(self._source, entry_id, keep=keep)
            return
        if self._source is not None and not self._source.is_by_day:
            self._refresh_in_place(entry_id, keep=keep)
            return
        if former is not None and former.row.day != day:
            self.remove([entry_id])
        self._refresh_day(day, former if keep else None)

    def remove(self, ids: Iterable[UUID]) -> None:
        """These entries left the list."""
        gone = set(ids)
        self._remove_all(row for row, hit in enumerate(self._hits) if hit.row.id in gone)

    def count(self) -> int:
        """How many rows there are, those included that were not fetched yet.

        Raises:
            JournalError: They cannot be counted.
        """
        return self._source.count() if self._source is not None else 0

    def row_of(self, entry_id: UUID) -> int | None:
        """The number of the entry's row, or None while it was not fetched or is not meant."""
        return next((row for row, hit in enumerate(self._hits) if hit.row.id == entry_id), None)

    def hit_at(self, row: int) -> SearchHit | None:
        """The row of that number, if there is one."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def _heading(self, row: int) -> DayHeading | None:
        if self._program is None or not self.bears_heading(row):
            return None
        return day_heading(self._hits[row].row.day, self._headed_on, self._program)

    # How rows change

    def _refresh_day(self, day: date, keep: SearchHit | None) -> None:
        """Read one day anew, if the list has come as far as that day."""
        reached = self._next is None or (bool(self._hits) and self._hits[-1].row.day <= day)
        if self._source is None or not reached:
            return
        first = next((at for at, hit in enumerate(self._hits) if hit.row.day <= day), len(self._hits))
        after = next((at for at, hit in enumerate(self._hits) if hit.row.day < day), len(self._hits))
        hits = list(self._source.of_day(day, after - first + PAGE_SIZE))
        if keep is not None and all(hit.row.id != keep.row.id for hit in hits):
            row = self.row_of(keep.row.id)
            hits.insert(0 if row is None else row - first, keep)
        self._become(hits, first, after)

    def _refresh_in_place(self, entry_id: UUID, *, keep: bool) -> None:
        """Where what fits best comes first, a row stays in its place while it is there; none comes in."""
        row = self.row_of(entry_id)
        if self._source is None or row is None:
            return
        hit = self._source.one(entry_id)
        if hit is not None:
            self._settle(row, hit)
        elif not keep:
            self._remove(row, row)

    def _refresh_in_order(self, source: EntrySource, entry_id: UUID, *, keep: bool) -> None:
        """Where a field orders them, all are read again only if the entry comes in or changes its place."""
        row, hit = self.row_of(entry_id), source.one(entry_id)
        if hit is None:
            kept = source.whatever_it_is(entry_id) if keep and row is not None else None
            if row is not None and kept is not None:
                self._settle(row, kept)
            elif row is not None:
                self._remove(row, row)
        elif row is not None and source.order is not None and _same_place(self._hits[row], hit, source.order):
            self._settle(row, hit)
        else:
            self._become(self._read_again(source), 0, len(self._hits))

    def _become(self, hits: Sequence[SearchHit], first: int, after: int) -> None:
        """Turn the rows from `first` up to `after` into `hits`, by the fewest exact signals."""
        wanted = {hit.row.id for hit in hits}
        self._remove_all(row for row in range(first, after) if self._hits[row].row.id not in wanted)
        held, row = {hit.row.id for hit in self._hits}, first
        for known, run in groupby(hits, key=lambda hit: hit.row.id in held):
            come = list(run)
            if not known:
                self._insert(row, come)
            else:
                for at, hit in enumerate(come, start=row):
                    self._settle(at, hit)
            row += len(come)

    def _settle(self, row: int, hit: SearchHit) -> None:
        """Have `hit` stand at `row`, all rows before it being right already."""
        held = self._hits[row] if row < len(self._hits) else None
        if held is None or held.row.id != hit.row.id:
            former = self.row_of(hit.row.id)
            if former is None:
                self._insert(row, [hit])
                return
            self.beginMoveRows(QModelIndex(), former, former, QModelIndex(), row)
            self._hits.insert(row, self._hits.pop(former))
            self._starts.forget_from(row)
            self.endMoveRows()
        if self._hits[row] != hit:
            if self._hits[row].row.day != hit.row.day:
                self._starts.forget_from(row)
            self._hits[row] = hit
            self.dataChanged.emit(self.index(row), self.index(row))

    def _insert(self, row: int, hits: Sequence[SearchHit]) -> None:
        if hits:
            self.beginInsertRows(QModelIndex(), row, row + len(hits) - 1)
            self._hits[row:row] = hits
            self._starts.forget_from(row)
            self.endInsertRows()

    def _remove_all(self, rows: Iterable[int]) -> None:
        """Take away rows, given in order, one signal for all that stand together."""
        for first, last in reversed(runs(rows)):
            self._remove(first, last)

    def _remove(self, first: int, last: int) -> None:
        self.beginRemoveRows(QModelIndex(), first, last)
        del self._hits[first : last + 1]
        self._starts.forget_from(first)
        self.endRemoveRows()


def _same_place(former: SearchHit, hit: SearchHit, order: FieldOrder) -> bool:
    before, after = former.row, hit.row
    return before.day == after.day and before.values.get(order.field) == after.values.get(order.field)
