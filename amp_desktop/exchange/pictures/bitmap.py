"""BMP: a file header, what the picture is like, colours and points (Windows, "Bitmap Storage")."""

from amp_desktop.exchange.pictures.blocks import Blocks, MalformedPictureError, little, taken

_FILE_HEADER = 14
_HEADERS = (40, 52, 56, 108, 124)
_WITH_PROFILE = 124
_COLOURS_AT, _PROFILE_AT = _FILE_HEADER + 56, _FILE_HEADER + 112
_SRGB = b"BGRs"
_PROFILES = (b"KNIL", b"DEBM")
"""The colours follow a profile: that in a file of that name, or in this one."""
_NOT_PACKED = frozenset({0, 3, 6})


def is_bitmap(data: bytes) -> bool:
    """Whether a file begins like one; many a text begins with its two letters."""
    return data.startswith(b"BM") and little(data[_FILE_HEADER : _FILE_HEADER + 4]) in _HEADERS


def bitmap_blocks(data: memoryview) -> Blocks:
    """The headers, colours and points; a profile, which may name a file, and what follows are left out.

    Raises:
        MalformedPictureError: It is cut off or has no size.
    """
    said = taken(data, 0, _FILE_HEADER + little(data[_FILE_HEADER : _FILE_HEADER + 4]))
    width, height = (int.from_bytes(said[at : at + 4], "little", signed=True) for at in (18, 22))
    blocks = Blocks(max(width, 0), abs(height))  # negative when the top line comes first
    blocks.require_size()
    start = little(said[10:14])
    if start < len(said):
        raise MalformedPictureError
    end = start + _length_of_points(said, blocks)
    points = taken(data, len(said), end - len(said))
    blocks.kept += [_head(said, end), points]
    return blocks


def _head(said: memoryview, length: int) -> bytes:
    """The headers of a file so long, with no profile."""
    head = bytearray(said)
    head[2:10] = length.to_bytes(8, "little")  # four bytes of them mean nothing, and could say anything
    if len(head) == _FILE_HEADER + _WITH_PROFILE:
        if head[_COLOURS_AT : _COLOURS_AT + 4] in _PROFILES:
            head[_COLOURS_AT : _COLOURS_AT + 4] = _SRGB
        head[_PROFILE_AT : _PROFILE_AT + 8] = bytes(8)
    return bytes(head)


def _length_of_points(said: memoryview, blocks: Blocks) -> int:
    bits, packed = little(said[28:30]), little(said[30:34])
    if packed in _NOT_PACKED:
        return (blocks.width * bits + 31) // 32 * 4 * blocks.height
    length = little(said[34:38])
    if not length:
        raise MalformedPictureError
    return length
