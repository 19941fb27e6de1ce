"""Writing files so that they are whole or not there, and durable when the call returns."""

import errno
import os
from pathlib import Path

_STAGED = ".partial"


def write_durably(path: Path, data: bytes) -> None:
    """Write a file anew, readable by its owner alone, and read it back.

    Raises:
        OSError: It could not be written, or the disk holds something else than was written.
    """
    path.unlink(missing_ok=True)
    write_new_durably(path, data)


def write_new_durably(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, readable by its owner alone, and read it back.

    Raises:
        FileExistsError: Something stands there already; it is left untouched.
        OSError: It could not be written, or the disk holds something else than was written; it is gone again.
    """
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if path.read_bytes() != data:
            raise OSError(errno.EIO, os.strerror(errno.EIO))
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def replace_durably(path: Path, data: bytes) -> None:
    """Write `data` to `path`, which holds either what it held before or all of `data`, never a part.

    Raises:
        OSError: It could not be written; what was there still is.
    """
    staged = path.with_name(path.name + _STAGED)
    try:
        write_durably(staged, data)
        staged.replace(path)
    finally:
        staged.unlink(missing_ok=True)
    make_names_durable(path.parent)


def make_names_durable(folder: Path) -> None:
    """Let the names of the files in `folder` outlive a power cut.

    Raises:
        OSError: The disk refused.
    """
    # Windows has no descriptor for a folder, and none is needed there.
    if hasattr(os, "O_DIRECTORY"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def free_name(path: Path) -> Path:
    """`path`, or the same name with a number at its end where something bears it already."""
    names = (path, *(path.with_name(f"{path.name}-{number}") for number in range(2, 1000)))
    return next(name for name in names if not os.path.lexists(name))
