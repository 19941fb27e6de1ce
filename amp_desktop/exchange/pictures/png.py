"""PNG: a signature, then chunks of length, name, content and checksum (https://www.w3.org/TR/png-3/)."""

import zlib

from amp_desktop.exchange.pictures.blocks import Blocks, MalformedPictureError, number, taken

_SIGNATURE = 8
_AROUND = 12
"""The bytes of a chunk beside its content."""
_NEEDED = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_COLOURS = frozenset({b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"mDCV", b"cLLI", b"sBIT"})
_LOOKS = frozenset({b"tRNS", b"bKGD", b"hIST", b"pHYs"})
_FRAMES = frozenset({b"acTL", b"fcTL", b"fdAT"})
_KEPT = _NEEDED | _COLOURS | _LOOKS | _FRAMES


def png_blocks(data: memoryview) -> Blocks:
    """The chunks that say how the picture looks; texts, times, EXIF and what programs added are left out.

    Raises:
        MalformedPictureError: A chunk is cut off or its checksum is wrong, one is missing, or one that the
            picture cannot be shown without is not known.
    """
    blocks = Blocks(kept=[data[:_SIGNATURE]])
    at, name, names = _SIGNATURE, b"", set[bytes]()
    while name != b"IEND":
        length = number(taken(data, at, 4))
        chunk = taken(data, at, length + _AROUND)
        name = bytes(chunk[4:8])
        _require_sound(chunk, name, is_first=not names)
        if name == b"IHDR":
            blocks.width, blocks.height = number(chunk[8:12]), number(chunk[12:16])
        if name in _KEPT:
            blocks.kept.append(chunk)
        names.add(name)
        at += len(chunk)
    blocks.require_size()
    if b"IDAT" not in names:
        raise MalformedPictureError
    return blocks


def _require_sound(chunk: memoryview, name: bytes, *, is_first: bool) -> None:
    is_needed = name[:1].isupper()
    if (
        not name.isalpha()
        or (is_needed and name not in _NEEDED)
        or is_first != (name == b"IHDR")
        or (name == b"IHDR" and len(chunk) != 13 + _AROUND)
        or zlib.crc32(chunk[4:-4]) != number(chunk[-4:])
    ):
        raise MalformedPictureError
