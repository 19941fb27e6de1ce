"""Pictures as they come in: shown like before, but silent about where, when and with what they were taken.

What comes through the window is painted anew and holds nothing else. The terminal has no painter, so here a
picture's file is taken apart into the blocks that its format consists of, and those blocks alone are kept
which say how it looks: its points, colours, frames. Places, times, cameras, authors, comments, small
forms of the uncropped picture and whatever follows its end are left out.

A JPEG keeps its *orientation*, in a note that holds nothing else: cameras take pictures lying on their side
and write down how to turn them. Of PNG and WebP, which hardly any camera writes, it goes with the rest.
"""

from collections.abc import Callable
from dataclasses import dataclass

from amp_desktop.exchange.pictures.bitmap import bitmap_blocks, is_bitmap
from amp_desktop.exchange.pictures.blocks import Blocks, MalformedPictureError
from amp_desktop.exchange.pictures.gif import gif_blocks
from amp_desktop.exchange.pictures.jpeg import jpeg_blocks
from amp_desktop.exchange.pictures.png import png_blocks
from amp_desktop.exchange.pictures.webp import webp_blocks

__all__ = ["MalformedPictureError", "Picture", "may_tell_of_its_maker", "read_picture"]


@dataclass(frozen=True)
class Picture:
    """A picture's file without what it says about its maker.

    Attributes:
        data: The file.
        media_type: Such as "image/png".
        width: In pixels, when it stands upright.
        height: The same.
    """

    data: bytes
    media_type: str
    width: int
    height: int


_Reader = Callable[[memoryview], Blocks]

_FORMATS: tuple[tuple[bytes, int, str, _Reader], ...] = (
    (b"\x89PNG\r\n\x1a\n", 0, "image/png", png_blocks),
    (b"\xff\xd8\xff", 0, "image/jpeg", jpeg_blocks),
    (b"WEBP", 8, "image/webp", webp_blocks),
    (b"GIF87a", 0, "image/gif", gif_blocks),
    (b"GIF89a", 0, "image/gif", gif_blocks),
    (b"BM", 0, "image/bmp", bitmap_blocks),
)
"""How a format's files begin, or what stands in them at a place, its media type, and who reads it."""


def read_picture(data: bytes) -> Picture | None:
    """The picture that a file holds, or None when it begins like none that the program can show.

    Raises:
        MalformedPictureError: It begins like one and is not whole.
    """
    for mark, at, media_type, reader in _FORMATS:
        if data.startswith(mark, at) and (reader is not bitmap_blocks or is_bitmap(data)):
            blocks = reader(memoryview(data))
            return Picture(b"".join(blocks.kept), media_type, blocks.width, blocks.height)
    return None


_TELLING = (
    b"II*\0",  # TIFF, and what cameras write in its manner
    b"MM\0*",
    b"II+\0",
    b"MM\0+",
    b"IIRO",  # Olympus
    b"IIU\0",  # Panasonic
    b"FUJIFILMCCD-RAW",
    b"FOVb",  # Sigma
    b"8BPS",  # Photoshop
    b"\xff\x0a",  # JPEG XL, bare and in boxes
    b"\0\0\0\x0cJXL ",
    b"\0\0\0\x0cjP  ",  # JPEG 2000
    b"\xff\x4f\xff\x51",
)
"""How files of pictures begin that keep notes on their maker, and that nobody here can take apart."""

_BRANDS = frozenset(
    (
        b"heic",
        b"heix",
        b"heim",
        b"heis",
        b"hevc",
        b"hevx",
        b"mif1",
        b"mif2",
        b"msf1",
        b"avif",
        b"avis",
        b"crx ",
    )
)
"""What an ISO container says it is when it holds pictures: HEIC, AVIF, Canon's own."""


def may_tell_of_its_maker(data: bytes) -> bool:
    """Whether a file is a picture of a kind that mostly says where, when and with what it was taken.

    Those that `read_picture` takes apart are none of them.
    """
    if data[4:8] == b"ftyp":
        size = min(int.from_bytes(data[:4], "big"), 256)
        brands = {data[8:12], *(data[at : at + 4] for at in range(16, size, 4))}
        return bool(brands & _BRANDS)
    return data.startswith(_TELLING)
