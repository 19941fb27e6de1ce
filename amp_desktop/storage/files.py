"""Files too large to hold in memory, whole or not there, readable by their owner alone."""

import os
from collections.abc import Iterable
from pathlib import Path

from amp_desktop.files import make_names_durable

_OWNER_ONLY = 0o600


def empty_file(path: Path) -> Path:
    """Make an empty file of the owner's alone, and give its path back.

    Raises:
        FileExistsError: Something stands there already.
    """
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY))
    return path


def write_file(path: Path, chunks: Iterable[bytes]) -> None:
    """Make a file of the owner's alone and write it down to the disk.

    Raises:
        FileExistsError: Something stands there already.
    """
    with empty_file(path).open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
        file.flush()
        os.fsync(file.fileno())


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished file its name, so that a power cut leaves either none or the whole of it."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    make_names_durable(target.parent)
