"""What all formats have in common: a file is a row of blocks, of which some are kept."""

from dataclasses import dataclass, field


class MalformedPictureError(ValueError):
    """The file is not what it begins like: cut off, damaged, or made to trip up whoever reads it."""


@dataclass
class Blocks:
    """What is kept of a picture's file.

    Attributes:
        width: In pixels; 0 until it was met.
        height: The same.
        kept: Parts of the file, or what stands in their place, in order.
    """

    width: int = 0
    height: int = 0
    kept: list[bytes | memoryview] = field(default_factory=list)

    def require_size(self) -> None:
        """Make sure that the picture has a size.

        Raises:
            MalformedPictureError: None was met.
        """
        if not (self.width and self.height):
            raise MalformedPictureError


def taken(data: memoryview, at: int, length: int) -> memoryview:
    """So many bytes from that place.

    Raises:
        MalformedPictureError: The file ends before.
    """
    part = data[at : at + length]
    if len(part) != length:
        raise MalformedPictureError
    return part


def number(part: bytes | memoryview) -> int:
    """The number that bytes hold, the highest first, as PNG and JPEG write it."""
    return int.from_bytes(part, "big")


def little(part: bytes | memoryview) -> int:
    """The number that bytes hold, the lowest first, as WebP and GIF write it."""
    return int.from_bytes(part, "little")
