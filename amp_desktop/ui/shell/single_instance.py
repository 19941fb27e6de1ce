"""One window per journal; a second start has the first one's window come forward, without a socket."""

from pathlib import Path
from typing import TYPE_CHECKING

from amp_desktop.domain.errors import OpenElsewhereError
from amp_desktop.journal.location import holds_journal

if TYPE_CHECKING:
    from amp_desktop.storage.lock import WindowLock

RAISE_FILE = "window.raise"
"""Touched in the journal's folder by a second start; the first one looks at its time."""


class SingleInstance:
    """A window's claim on the journal in one folder."""

    def __init__(self) -> None:
        self._lock: WindowLock | None = None
        self._bell: Path | None = None
        self._heard: int | None = None

    def take(self, folder: Path) -> None:
        """Claim the journal in `folder`, if one stands there; the claim on another is given up first.

        Raises:
            OpenElsewhereError: Another window has it; that one was asked to come forward.
        """
        self.give_up()
        if not holds_journal(folder):
            return
        from amp_desktop.storage.lock import WindowLock

        lock = WindowLock(folder)
        try:
            lock.acquire()
        except OpenElsewhereError:
            _ring(folder / RAISE_FILE)
            raise
        self._lock, self._bell = lock, folder / RAISE_FILE
        self._heard = _time_of(self._bell)

    def give_up(self) -> None:
        """Give up the claim; without one, this does nothing."""
        if self._lock is not None:
            self._lock.release()
        self._lock = self._bell = None

    def holds(self) -> bool:
        """Whether a journal is claimed."""
        return self._lock is not None

    def rang(self) -> bool:
        """Whether another start asked this window to come forward since this was last asked."""
        if self._bell is None:
            return False
        before, self._heard = self._heard, _time_of(self._bell)
        return self._heard is not None and self._heard != before


def _ring(bell: Path) -> None:
    try:
        bell.touch(mode=0o600)
    except OSError:  # the folder may only be read; then the other window stays where it is
        return


def _time_of(bell: Path) -> int | None:
    try:
        return bell.stat().st_mtime_ns
    except OSError:
        return None
