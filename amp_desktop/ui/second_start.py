"""How a second start of the program has the first one's window come forward, without a socket."""

from pathlib import Path

NAME = "window.raise"


def ask_to_come_forward(folder: Path) -> None:
    """Ask the window that has the journal in `folder` open to come forward; nothing happens if it cannot be."""
    try:
        (folder / NAME).touch(mode=0o600)
    except OSError:
        return


class Doorbell:
    """Hears a second start: the file that it touches has another time than before."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / NAME
        self._heard = self._time()

    def rang(self) -> bool:
        """Whether it rang since it was last asked."""
        time = self._time()
        if time == self._heard:
            return False
        self._heard = time
        return time is not None

    def _time(self) -> int | None:
        try:
            return self._file.stat().st_mtime_ns
        except OSError:
            return None
