"""One window per journal."""

import errno
from pathlib import Path

from amp_desktop.domain.errors import OpenElsewhereError
from amp_desktop.storage.names import WINDOW_LOCK


class WindowLock:
    """The right to show a journal in a window, held by one process at a time.

    The system's own file lock: it ends with its process, however that ends. Terminal commands do not take
    it; they wait for each other's writes as SQLite does.
    """

    def __init__(self, folder: Path) -> None:
        # A command in the terminal never needs this library.
        from filelock import FileLock

        self._lock = FileLock(folder / WINDOW_LOCK, mode=0o600, thread_local=False, fallback_to_soft=False)

    def acquire(self) -> None:
        """Take it. Where nobody may write, there is nothing to take and nothing to fear.

        Raises:
            OpenElsewhereError: Another window has the journal open.
        """
        from filelock import Timeout

        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise OpenElsewhereError(
                "The journal is open in another window.", "Use that window, or close it first."
            ) from None
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EPERM, errno.EROFS):
                raise

    def release(self) -> None:
        """Give it back; without having it, this does nothing."""
        self._lock.release()
