"""The start of the program: the window, or a command in the terminal."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from amp_desktop.lazy_modules import defer_unused
from amp_desktop.private_process import keep_private

_COMPLETING = "_AMP_DESKTOP_COMPLETE"
"""What `click` is asked by to complete a command line, or to say how a shell asks it."""


def main() -> int:
    """Start what the command line asks for, and answer with the exit status.

    Without arguments, or with only `--journal DIR`, the window opens and nothing of the terminal is loaded;
    anything else is a command, for which no Qt is loaded.
    """
    keep_private()
    defer_unused()
    arguments = sys.argv[1:]
    from amp_desktop import app

    if _asks_for_window(arguments):
        # Collecting garbage while modules load finds none and costs a tenth of the time to the first window,
        # which has a collector of its own.
        gc.disable()
        return app.start(_folder(arguments))
    from amp_desktop.cli.main import run
    from amp_desktop.cli.streams import open_streams

    open_streams()
    return run(arguments, app.window())


def _asks_for_window(arguments: Sequence[str]) -> bool:
    if _COMPLETING in os.environ:  # a shell asks which commands there are
        return False
    match arguments:
        case []:
            return True
        case ["--journal", folder]:
            return not folder.startswith("-")
        case [one]:
            return one.startswith("--journal=")
    return False


def _folder(arguments: Sequence[str]) -> Path | None:
    if not arguments:
        return None
    from amp_desktop.files import typed_path

    return typed_path(arguments[-1].removeprefix("--journal=")).absolute()


if __name__ == "__main__":
    sys.exit(main())
