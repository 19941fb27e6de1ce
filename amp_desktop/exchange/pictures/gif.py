"""GIF: a screen, then pictures and extensions, each a row of sub-blocks (GIF89a, appendix A)."""

from amp_desktop.exchange.pictures.blocks import Blocks, MalformedPictureError, little, taken

_SCREEN = 13
_PICTURE, _EXTENSION, _TRAILER = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_ANIMATION = frozenset({b"NETSCAPE2.0", b"ANIMEXTS1.0"})
"""Applications whose extension says how often an animation is shown; another's may hold anything."""


def gif_blocks(data: memoryview) -> Blocks:
    """The pictures and how they follow each other; comments, XMP and what programs added are left out.

    Raises:
        MalformedPictureError: It is cut off, or holds no picture.
    """
    screen = taken(data, 0, _SCREEN)
    blocks = Blocks(little(screen[6:8]), little(screen[8:10]))
    at = _SCREEN + _colours(screen[10])
    blocks.kept.append(taken(data, 0, at))
    pictures = 0
    while (kind := taken(data, at, 1)[0]) != _TRAILER:
        if kind == _PICTURE:
            head = 10 + _colours(taken(data, at, 10)[9]) + 1
            pictures += 1
        elif kind == _EXTENSION:
            head = 2
        else:
            raise MalformedPictureError
        end = _after_sub_blocks(data, at + head)
        if kind == _PICTURE or _says_how_it_looks(data, at):
            blocks.kept.append(data[at:end])
        at = end
    blocks.kept.append(bytes((_TRAILER,)))
    blocks.require_size()
    if not pictures:
        raise MalformedPictureError
    return blocks


def _colours(flags: int) -> int:
    """How many bytes the table of colours takes that these flags speak of."""
    return 3 * 2 ** ((flags & 7) + 1) if flags & 0x80 else 0


def _says_how_it_looks(data: memoryview, at: int) -> bool:
    """Whether the extension at this place does."""
    label = data[at + 1]
    return label == _CONTROL or (label == _APPLICATION and bytes(data[at + 3 : at + 14]) in _ANIMATION)


def _after_sub_blocks(data: memoryview, at: int) -> int:
    """Where the row of sub-blocks at this place ends: with one that holds nothing."""
    while length := taken(data, at, 1)[0]:
        taken(data, at, length + 1)
        at += length + 1
    return at + 1
