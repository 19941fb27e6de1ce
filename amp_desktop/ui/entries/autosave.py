"""Keyboard to disk: one open entry, written a moment after the last key and whenever somebody leaves.

It knows no widget. Whoever shows the entry gives the draft, and hears how saving went.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.merge import Merge
from amp_desktop.domain.unsaved import Draft

PAUSE_MS = 400
"""How long nothing must be typed before it is written."""


class SaveState(Enum):
    """Where the text stands between keyboard and disk."""

    UNTOUCHED = auto()
    WAITING = auto()
    SAVED = auto()
    FAILED = auto()


@dataclass(frozen=True)
class SaveStatus:
    """How saving went.

    Attributes:
        step: Where the text stands.
        at: When it was saved (local time), where it was.
        error: Why it was not, where it failed.
    """

    step: SaveState
    at: datetime | None = None
    error: JournalError | None = None


class Autosave(QObject):
    """Writes the open entry.

    1. `hold` an entry, new or stored.
    2. `touch` at every change; 400 ms after the last one the draft is written.
    3. `flush` when somebody leaves: another entry, another page, the lock, the end.

    An entry that nothing was put into is not written; one that was emptied again stays, empty. "Saved" is
    told when the save has returned, never before. After a failure the draft stays with whoever shows it,
    and the next key or `flush` tries again.

    Attributes:
        status_changed: How saving goes; carries `SaveStatus`.
        merged: The entry that was written is not the draft, for others had written it too; carries `Merge`.
    """

    status_changed = Signal(object)
    merged = Signal(object)

    def __init__(
        self,
        save: Callable[[Entry, Entry | None], Merge[Entry]],
        draft: Callable[[Entry], Entry],
        parent: QObject | None = None,
    ) -> None:
        """Start with no entry.

        Args:
            save: Writes an entry, durably, and answers with it as it stands; it is given the state that the
                entry was made from as well, or None for a new one.
            draft: The entry given, with all that the person has changed in it so far.
            parent: The owner.
        """
        super().__init__(parent)
        self._save = save
        self._draft = draft
        self._entry: Entry | None = None
        self._stored = False
        self._dirty = False
        self._saving = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._pause_over)

    @property
    def entry(self) -> Entry | None:
        """The open entry as it was last written or read."""
        return self._entry

    @property
    def is_stored(self) -> bool:
        """Whether the open entry exists in the journal."""
        return self._stored

    @property
    def is_clean(self) -> bool:
        """Whether nothing was changed since the entry was last written or read."""
        return not self._dirty

    def unsaved(self) -> Draft | None:
        """What is not written yet; None where that is nothing."""
        if self._entry is None or not self._dirty:
            return None
        draft = self._draft(self._entry)
        return Draft(draft, self._entry if self._stored else None) if self._is_worth_it(draft) else None

    @property
    def is_saving(self) -> bool:
        """Whether what is being announced as saved is our own doing."""
        return self._saving

    def load(self, entry: Entry | None, *, stored: bool) -> None:
        """Take up another entry, or the same one as it stands elsewhere; flush first."""
        self._pause.stop()
        self._entry, self._stored, self._dirty = entry, stored, False
        self.status_changed.emit(SaveStatus(SaveState.UNTOUCHED))

    @Slot()
    def mark_dirty(self) -> None:
        """Something was changed."""
        if self._entry is None:
            return
        if not self._pause.isActive():
            self.status_changed.emit(SaveStatus(SaveState.WAITING))
        self._dirty = True
        self._pause.start()

    @Slot()
    def flush(self) -> bool:
        """Write now what is not written yet; False when that failed."""
        self._pause.stop()
        if self._entry is None or not self._dirty:
            return True
        try:
            draft = self._draft(self._entry)
            merge = self._write(draft) if self._is_worth_it(draft) else None
        except JournalError as error:
            self.status_changed.emit(SaveStatus(SaveState.FAILED, error=error))
            return False
        self._dirty = False
        self._tell_clean()
        if merge is not None and merge.entry != replace(draft, updated_at=merge.entry.updated_at):
            self.merged.emit(merge)
        return True

    def _is_worth_it(self, draft: Entry) -> bool:
        return draft != self._entry and (self._stored or not draft.is_empty)

    def _write(self, draft: Entry) -> Merge[Entry]:
        self._saving = True
        try:
            merge = self._save(draft, self._entry if self._stored else None)
        finally:
            self._saving = False
        self._entry, self._stored = merge.entry, True
        return merge

    def _tell_clean(self) -> None:
        if self._stored and self._entry is not None:
            self.status_changed.emit(SaveStatus(SaveState.SAVED, at=self._entry.updated_at.astimezone()))
        else:
            self.status_changed.emit(SaveStatus(SaveState.UNTOUCHED))

    @Slot()
    def _pause_over(self) -> None:
        self.flush()
