"""What stands in the write-ahead log before the journal is opened, and whether all of it was read.

A journal that was not closed, because its program or its computer was stopped, has its last changes in the
log alone. SQLite reads the log up to the first frame that is not as it was written, and passes over the rest
without a word: a log that was cut or changed looks like one that ended there. Two witnesses tell:

- the index beside the log (`-shm`), as the last program left it, says how many frames there were;
- the frames themselves say which of them ended a transaction.

Layouts: https://www.sqlite.org/fileformat2.html#walformat and https://www.sqlite.org/walformat.html.
"""

import os
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from amp_desktop.storage.names import beside

_HEADER, _FRAME_HEADER = 32, 24
_SALTS = slice(16, 24)
_BIG_ENDIAN, _LITTLE_ENDIAN = 0x377F0683, 0x377F0682
_WAL_VERSION = 3_007_000
_INDEX_HEADER = struct.Struct("=IIIBBHIIII8sII")
_BACKFILLED = struct.Struct("=I")
_INDEX_SIZE = 2 * _INDEX_HEADER.size + _BACKFILLED.size


@dataclass(frozen=True, slots=True)
class Log:
    """What the log holds by itself.

    Attributes:
        salts: What marks its frames; none when its beginning is damaged or missing.
        frames: How many frames there is room for in it.
        ended: How many of them there are up to the last that ended a transaction.
        is_damaged: Whether something stands in it whose beginning is not a log's.
    """

    salts: bytes = b""
    frames: int = 0
    ended: int = 0
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """What the index beside the log says about it.

    Attributes:
        salts: Of the log that it belongs to.
        frames: How many frames were written and ended a transaction.
        folded: How many of them stand in the journal's file too.
    """

    salts: bytes
    frames: int
    folded: int

    @property
    def is_folded(self) -> bool:
        """Whether the journal's file holds all that the log does."""
        return self.folded >= self.frames


def read_log(path: Path) -> Log:
    """Look through the log of the database at `path`; one that cannot be read says nothing."""
    try:
        with beside(path, "-wal").open("rb", buffering=0) as file:
            size = os.fstat(file.fileno()).st_size
            header = file.read(_HEADER)
            if len(header) < _HEADER:
                return Log()
            page_size = _page_size(header)
            if not page_size:
                return Log(is_damaged=True)
            salts, step = header[_SALTS], _FRAME_HEADER + page_size
            frames = (size - _HEADER) // step
            ended = 0
            for number in range(frames):
                file.seek(_HEADER + number * step)
                frame = file.read(_FRAME_HEADER)
                if frame[8:16] == salts and frame[4:8] != b"\0\0\0\0":
                    ended = number + 1
            return Log(salts, frames, ended)
    except OSError:
        return Log()


def read_index(path: Path) -> Index | None:
    """What the index beside the log of the database at `path` says; None where there is none that holds."""
    try:
        with beside(path, "-shm").open("rb") as file:
            held = file.read(_INDEX_SIZE)
    except OSError:
        return None
    if (
        len(held) < _INDEX_SIZE
        or held[: _INDEX_HEADER.size] != held[_INDEX_HEADER.size :][: _INDEX_HEADER.size]
    ):
        return None
    version, _, _, is_set, _, _, frames, *_, salts, _, _ = _INDEX_HEADER.unpack_from(held)
    if version != _WAL_VERSION or not is_set:
        return None
    return Index(salts, frames, *_BACKFILLED.unpack_from(held, 2 * _INDEX_HEADER.size))


def is_cut(path: Path, index: Index | None) -> bool:
    """Whether frames that the index counted are not in the log, and were not folded into the file either.

    To be asked before the database is opened, which begins the index anew. Who writes meanwhile changes the
    index too; then nothing is said.
    """
    if index is None or index.is_folded:
        return False
    log = read_log(path)
    lacks = not log.salts or (log.salts == index.salts and log.frames < index.frames)
    return lacks and read_index(path) == index


def is_passed_over(path: Path, before: Index | None) -> bool:
    """Whether the log holds ended transactions that were not read from it.

    To be asked while the database is open and nobody writes, so that its index counts what was read.

    Args:
        path: The database.
        before: Its index as it was before the database was opened.
    """
    log, index = read_log(path), read_index(path)
    if log.is_damaged or index is None or log.salts != index.salts:
        return log.is_damaged
    if before is None or before.salts != log.salts:
        return log.ended > index.frames
    return not before.is_folded and max(log.ended, before.frames) > index.frames


def is_there(path: Path, before: Index | None) -> bool:
    """Whether the log of a file that is marked as having one is there, or is not needed.

    A log that was begun anew still has room for the frames that stood in it before.

    Args:
        path: The database.
        before: Its index as it was before the database was opened.
    """
    log = read_log(path)
    return log.is_damaged or log.frames > 0 or (before is not None and before.frames > 0 and before.is_folded)


def _page_size(header: bytes) -> int:
    """Bytes of a page of the log with this header; 0 if it is no log's header, or was changed."""
    magic, _, page_size, *_ = struct.unpack(">IIIIII", header[:24])
    if magic not in {_BIG_ENDIAN, _LITTLE_ENDIAN} or not 512 <= page_size <= 65_536:
        return 0
    words = struct.iter_unpack(">II" if magic == _BIG_ENDIAN else "<II", header[:24])
    return page_size if _sums(words) == struct.unpack(">II", header[24:32]) else 0


def _sums(words: Iterator[tuple[int, ...]]) -> tuple[int, int]:
    first = second = 0
    for even, odd in words:
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
