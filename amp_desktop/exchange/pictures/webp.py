"""WebP: a RIFF file of chunks (https://developers.google.com/speed/webp/docs/riff_container)."""

from collections.abc import Iterator

from amp_desktop.exchange.pictures.blocks import Blocks, MalformedPictureError, little, taken

_HEADER, _CHUNK_HEADER, _FRAME_HEADER = 12, 8, 16
_KEPT = frozenset({b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_POINTS = frozenset({b"VP8 ", b"VP8L", b"ANMF"})
_SAYS_NOTES = 0x08 | 0x04
"""The bits of VP8X by which a file says that it holds EXIF and XMP."""


def webp_blocks(data: memoryview) -> Blocks:
    """The chunks that say how the picture looks; EXIF, XMP and all that is unknown are left out.

    Raises:
        MalformedPictureError: A chunk is cut off, or the picture has no size or no points.
    """
    if bytes(data[:4]) != b"RIFF":
        raise MalformedPictureError
    blocks = Blocks()
    names = set()
    for name, content in _chunks(taken(data, _HEADER, little(data[4:8]) - 4)):
        if name in _KEPT:
            names.add(name)
            blocks.kept.append(_chunk(name, _without_notes(name, content)))
        if not blocks.width:
            blocks.width, blocks.height = _size(name, content)
    blocks.require_size()
    if not names & _POINTS:
        raise MalformedPictureError
    size = 4 + sum(map(len, blocks.kept))
    blocks.kept.insert(0, b"RIFF" + size.to_bytes(4, "little") + b"WEBP")
    return blocks


def _chunks(data: memoryview) -> Iterator[tuple[bytes, memoryview]]:
    at = 0
    while at < len(data):
        header = taken(data, at, _CHUNK_HEADER)
        content = taken(data, at + _CHUNK_HEADER, little(header[4:]))
        yield bytes(header[:4]), content
        at += _CHUNK_HEADER + len(content) + len(content) % 2


def _chunk(name: bytes, content: bytes | memoryview) -> bytes:
    return b"".join((name, len(content).to_bytes(4, "little"), content, bytes(len(content) % 2)))


def _without_notes(name: bytes, content: memoryview) -> bytes | memoryview:
    """A chunk's content with nothing in it that is left out, or said to be there and is left out."""
    if name == b"VP8X":
        return bytes((taken(content, 0, 10)[0] & ~_SAYS_NOTES,)) + bytes(content[1:10])
    if name == b"ANMF":
        frame = _chunks(content[_FRAME_HEADER:])
        kept = (_chunk(part, inner) for part, inner in frame if part in _KEPT)
        return b"".join((taken(content, 0, _FRAME_HEADER), *kept))
    return content


def _size(name: bytes, content: memoryview) -> tuple[int, int]:
    """How large the picture is, by the first chunk of it; nothing for a chunk that does not say so."""
    if name == b"VP8X":
        canvas = taken(content, 4, 6)
        return little(canvas[:3]) + 1, little(canvas[3:]) + 1
    if name == b"VP8 ":
        size = taken(content, 6, 4)
        return little(size[:2]) & 0x3FFF, little(size[2:]) & 0x3FFF
    if name == b"VP8L":
        bits = little(taken(content, 1, 4))
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    return 0, 0
