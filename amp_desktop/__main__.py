"""The start of the program: the window, or a command in the terminal."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> int:
    """Start what the command line asks for, and answer with the exit status.

    Without arguments, or with only `--journal DIR`, the window opens and nothing of the terminal is loaded;
    anything else is a command, for which no Qt is loaded.
    """
    _keep_private()
    arguments = sys.argv[1:]
    from amp_desktop import app

    if _asks_for_window(arguments):
        # Collecting garbage while modules load finds none and costs a tenth of the time to the first window,
        # which has a collector of its own.
        gc.disable()
        return app.start(_folder(arguments))
    from amp_desktop.cli.main import run

    return run(arguments, app.window())


def _keep_private() -> None:
    """Before anything else: files for the owner alone, and no memory of this process on the disk."""
    os.umask(0o077)
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        import ctypes

        pr_set_dumpable = 4
        ctypes.CDLL(None).prctl(pr_set_dumpable, 0, 0, 0, 0)


def _asks_for_window(arguments: Sequence[str]) -> bool:
    match arguments:
        case [] | ["--journal", _]:
            return True
        case [one]:
            return one.startswith("--journal=")
    return False


def _folder(arguments: Sequence[str]) -> Path | None:
    if not arguments:
        return None
    return Path(arguments[-1].removeprefix("--journal=")).absolute()


if __name__ == "__main__":
    sys.exit(main())
