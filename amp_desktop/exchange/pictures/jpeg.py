"""JPEG: segments that begin with 0xFF and a marker (ITU T.81, annex B), and after each scan's its points."""

import re

from amp_desktop.exchange.pictures.blocks import Blocks, MalformedPictureError, number, taken
from amp_desktop.exchange.pictures.orientation import orientation_in, orientation_note

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""Markers of what says how large the picture is and how its points are written."""
_TABLES = frozenset({0xC4, 0xCC, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF})
_APPLICATIONS = frozenset(range(0xE0, 0xF0))
_COMMENT = 0xFE
_JFIF, _EXIF, _COLOUR, _ADOBE = b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
_JFIF_BYTES = 14
"""What a JFIF segment says before its small form of the picture."""
_AFTER_POINTS = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
"""Within the points of a scan, 0xFF stands before 0 or a marker to begin again; any other ends them.

0xFF may stand there several times; all but the last then count as points, which no reader minds.
"""


def jpeg_blocks(data: memoryview) -> Blocks:
    """The segments that say how the picture looks; of EXIF its orientation alone is kept.

    Raises:
        MalformedPictureError: A segment is cut off or not known, or the picture has no size, points or end.
    """
    blocks = Blocks(kept=[data[:2]])
    at, scans, notes, lies = 2, 0, 0, False
    while True:
        marker, at = _marker(data, at)
        if marker == _END:
            break
        segment = taken(data, at, max(number(taken(data, at, 2)), 2))
        at += len(segment)
        kept = _kept(marker, segment[2:])
        if marker in _FRAMES:
            blocks.width, blocks.height = _size(segment)
        if marker == 0xE1 and kept:
            notes += 1
            lies = _lies_on_its_side(bytes(kept)) if notes == 1 else lies
        if kept is not None and (marker != 0xE1 or notes == 1):
            blocks.kept += [bytes((0xFF, marker)), (len(kept) + 2).to_bytes(2, "big"), kept]
        if marker == _SCAN:
            scans, points = scans + 1, _points(data, at)
            blocks.kept.append(points)
            at += len(points)
    blocks.kept.append(bytes((0xFF, _END)))
    blocks.require_size()
    if lies:
        blocks.width, blocks.height = blocks.height, blocks.width
    if not scans:
        raise MalformedPictureError
    return blocks


def _marker(data: memoryview, at: int) -> tuple[int, int]:
    """The marker at this place, before which 0xFF may stand several times, and where it ends."""
    start = at
    while at < len(data) and data[at] == 0xFF:
        at += 1
    if at == start or at == len(data):
        raise MalformedPictureError
    return data[at], at + 1


def _kept(marker: int, content: memoryview) -> bytes | memoryview | None:
    """What of a segment's content is kept, or None when nothing of the segment is."""
    if marker in _FRAMES or marker in _TABLES or marker == _SCAN:
        return content
    if marker not in _APPLICATIONS and marker != _COMMENT:
        raise MalformedPictureError
    begins = bytes(content[:12])
    if marker == 0xE0 and begins.startswith(_JFIF) and len(content) >= _JFIF_BYTES:
        return bytes(content[: _JFIF_BYTES - 2]) + b"\0\0"  # without the small form, which may show more
    if marker == 0xE1 and begins.startswith(_EXIF):
        turned = orientation_in(bytes(content[len(_EXIF) :]))
        return _EXIF + orientation_note(turned) if turned else None
    if (marker == 0xE2 and begins.startswith(_COLOUR)) or (marker == 0xEE and begins.startswith(_ADOBE)):
        return content
    return None


def _lies_on_its_side(note: bytes) -> bool:
    """Whether its points are as wide as the picture is high; the last four ways to turn it end on a side."""
    return (orientation_in(note[len(_EXIF) :]) or 1) >= 5


def _size(segment: memoryview) -> tuple[int, int]:
    return number(taken(segment, 5, 2)), number(taken(segment, 3, 2))


def _points(data: memoryview, at: int) -> memoryview:
    """The points of a scan, up to the marker after them."""
    end = _AFTER_POINTS.search(data, at)
    if end is None:
        raise MalformedPictureError
    return data[at : end.start()]
