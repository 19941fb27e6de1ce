"""Writing files so that they are whole or not there, and durable when the call returns."""

import errno
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

UNFINISHED = ".amp-journal-"
"""What the names of files and folders begin with until all of them is written; eight letters follow."""
_STAGED = ".partial"
_OWN_NAME = re.compile(re.escape(UNFINISHED) + "[a-z0-9_]{8}(" + re.escape(_STAGED) + ")?")
_FOR_WRITING = 3600
"""So many seconds nothing that is being written is left without being written to."""
_MOST_LINKS = 40
_KNOWS_NO_FOLDERS = frozenset({errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EBADF})
"""How shares of a network and some sticks answer who wants a folder written down: there is nothing to do."""
_OPEN_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody writes to would keep us waiting for ever
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_CLOEXEC", 0)
)
_OF_THE_SYSTEM = frozenset(
    {
        "lost+found",
        ".Spotlight-V100",
        ".Trashes",
        ".fseventsd",
        ".DS_Store",
        "System Volume Information",
        "$RECYCLE.BIN",
    }
)


_HAS_NO_ROOM = {
    errno.ENOSPC: "full",
    errno.EDQUOT: "full or over its quota",
    errno.EFBIG: "full or over its quota",
}


def fullness(number: int | None) -> str:
    """What a disk is that answered with this error: “full”, or “full or over its quota”; nothing for others.

    A quota ends before the disk does, which then still reports free space.
    """
    return _HAS_NO_ROOM.get(number or 0, "")


class NotAFileError(OSError):
    """What was to be read is a folder, a pipe or a device."""

    def __init__(self) -> None:
        super().__init__(errno.EINVAL, os.strerror(errno.EINVAL))


class PartlyWrittenError(OSError):
    """What was to be written stands there, in part or as a whole but maybe not beyond a power cut."""


def open_ordinary(path: Path) -> IO[bytes]:
    """Open an ordinary file for reading, and nothing that never ends or is waited for.

    Raises:
        NotAFileError: It is a folder, a pipe or a device.
        OSError: It is missing, or may not be read.
    """
    if not stat.S_ISREG(path.stat().st_mode):  # before it is opened: opening a device can do something
        raise NotAFileError
    file = os.fdopen(os.open(path, _OPEN_FLAGS), "rb")
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise NotAFileError
    return file


def typed_path(text: str) -> Path:
    """A path as somebody wrote it, `~` for the home folder included.

    A shell leaves that alone in quotes, behind an equals sign and in a file of settings.
    """
    try:
        return Path(text).expanduser()
    except RuntimeError:  # there is nobody of that name
        return Path(text)


def is_empty_folder(folder: Path) -> bool:
    """Whether a folder holds nothing but what systems put on an empty disk by themselves.

    Raises:
        OSError: It cannot be read, or is none.
    """
    return all(one.name in _OF_THE_SYSTEM for one in folder.iterdir())


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
        take_away(path)
        raise


def take_away(path: Path) -> None:
    """Take away a file of ours that is of no use any more, if it is there and as far as it can be.

    Whether that is done says nothing of what was to be written: that stands, or failed, before.
    """
    with suppress(OSError):
        path.unlink(missing_ok=True)


def _write_down(file: IO[bytes], data: bytes) -> None:
    file.write(data)
    file.flush()
    os.fsync(file.fileno())


def _compare(path: Path, data: bytes) -> None:
    if path.read_bytes() != data:
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def replace_durably(path: Path, data: bytes) -> None:
    """Write `data` to `path`, which holds either what it held before or all of `data`, never a part.

    A link stays, and what it leads to is replaced. What is no file, a pipe or a device, is written to.

    Raises:
        PartlyWrittenError: It failed when something had been written.
        OSError: It could not be written; what was there still is.
    """
    path = _followed(path)
    if _is_open_stream(path) or (path.exists() and not path.is_file()):
        _write_through(path, data)
        return
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    # A name of its own: whatever stands beside `path` is not ours, and its name may be as long as names get.
    sweep_unfinished_files(path.parent)
    descriptor, name = tempfile.mkstemp(prefix=UNFINISHED, suffix=_STAGED, dir=path.parent)
    staged = Path(name)
    try:
        with os.fdopen(descriptor, "wb") as file:
            _write_down(file, data)
        _compare(staged, data)
        staged.replace(path)
    finally:
        take_away(staged)
    try:
        make_names_durable(path.parent)
    except OSError as error:
        raise PartlyWrittenError(*error.args) from error


def left_unfinished(folder: Path) -> Iterator[Path]:
    """What a program of ours that was killed left in `folder`, files and folders, in plain text and unseen.

    Only what bears the name of such, is this user's, and what nobody has written to for an hour, by the clock
    of its own disk: a new file there says what time it is, and a time ahead is no younger than one long ago.
    """
    with suppress(OSError):
        with os.scandir(folder) as there:
            named = [Path(one.path) for one in there if _OWN_NAME.fullmatch(one.name)]
        if not named:
            return
        with tempfile.TemporaryFile(dir=folder) as new:
            new.write(b"\n")
            new.flush()
            now = os.fstat(new.fileno())
        for path in named:
            held = path.lstat()
            times = [held.st_mtime, *(one.lstat().st_mtime for one in path.rglob("*"))]
            is_kind = stat.S_ISREG(held.st_mode) if path.suffix == _STAGED else stat.S_ISDIR(held.st_mode)
            if is_kind and held.st_uid == now.st_uid and _lie_long_ago(times, now.st_mtime):
                yield path


def _lie_long_ago(times: list[float], now: float) -> bool:
    return all(abs(now - time) >= _FOR_WRITING for time in times)


def sweep_unfinished_files(folder: Path) -> None:
    """Take away the files that were left unfinished in `folder`; what cannot be taken away stays."""
    for path in left_unfinished(folder):
        if path.suffix == _STAGED:
            with suppress(OSError):
                path.unlink()


def _followed(path: Path) -> Path:
    """What a link leads to in the end, whether it is there or not.

    The links of open streams, which `/dev/stdout` leads to, are followed by the system alone.
    """
    for _ in range(_MOST_LINKS):
        path = Path(os.path.realpath(path.parent), path.name)
        if _is_open_stream(path) or not path.is_symlink():
            return path
        path = path.parent / path.readlink()
    raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))


def _is_open_stream(path: Path) -> bool:
    """Whether a path means something that this process has open already."""
    return path.name.isdecimal() and path.parent == Path("/proc", str(os.getpid()), "fd")


def _write_through(path: Path, data: bytes) -> None:
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if _is_open_stream(path):
        # It cannot be opened by name: this process lets nobody look into it.
        descriptor = os.dup(int(path.name))
    else:
        descriptor = os.open(path, os.O_WRONLY | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "wb", buffering=0) as file:
        rest = memoryview(data)
        while rest:
            try:
                rest = rest[file.write(rest) :]
            except OSError as error:
                if len(rest) == len(data):
                    raise
                raise PartlyWrittenError(*error.args) from error


def make_names_durable(folder: Path) -> None:
    """Let the names of the files in `folder` outlive a power cut, where its file system can be asked to.

    Raises:
        OSError: The disk failed.
    """
    # Windows has no descriptor for a folder, and none is needed there.
    if not hasattr(os, "O_DIRECTORY"):
        return
    try:
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    except PermissionError:  # files can be put into it, and it cannot be read
        return
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _KNOWS_NO_FOLDERS:
            raise
    finally:
        os.close(descriptor)


def free_name(path: Path) -> Path:
    """`path`, or the same name with a number at its end where something bears it already."""
    names = (path, *(path.with_name(f"{path.name}-{number}") for number in range(2, 1000)))
    return next(name for name in names if not os.path.lexists(name))
