"""One window per journal."""

import errno
import os
import sys
from pathlib import Path

from amp_desktop.domain.errors import OpenElsewhereError
from amp_desktop.storage.names import WINDOW_LOCK

_NOBODY_MAY_WRITE = (errno.EACCES, errno.EPERM, errno.EROFS)
_IS_FULL = (errno.ENOSPC, errno.EDQUOT)
_HAS_NO_LOCKS = (errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)
"""What the file systems of some network disks and phones answer."""


class WindowLock:
    """The right to show a journal in a window, held by one process at a time.

    It is the system's own file lock, which ends with its process, however that ends. It is taken before the
    first window shows, so it is asked for directly: a library for it takes longer to load than all else at
    the start. Terminal commands do not take it; they wait for each other's writes as SQLite does.
    """

    def __init__(self, folder: Path) -> None:
        self._path = folder / WINDOW_LOCK
        self._descriptor: int | None = None

    def acquire(self) -> None:
        """Take it. Where nobody may write, or the disk is full, there is nothing to take and nothing to fear.

        Raises:
            OpenElsewhereError: Another window has the journal open.
        """
        if self._descriptor is not None:
            return
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            if error.errno in (*_NOBODY_MAY_WRITE, *_IS_FULL):
                return
            raise
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _HAS_NO_LOCKS:
                return
            raise OpenElsewhereError(
                "The journal is open in another window.", "Use that window, or close it first."
            ) from None
        self._descriptor = descriptor

    def release(self) -> None:
        """Give it back; without having it, this does nothing."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":

    def _lock(descriptor: int) -> None:
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def _lock(descriptor: int) -> None:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
