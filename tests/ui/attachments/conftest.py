"""A page of entries to attach things to, and pictures to attach."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from tests.ui.entries.conftest import open_page, page, session

__all__ = ["open_page", "page", "session"]


def drawn(width: int = 400, height: int = 300) -> QImage:
    """A picture whose upper left quarter is red, the rest blue."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("blue"))
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 2, height // 2, QColor("red"))
    painter.end()
    return image


def in_file(image: QImage, form: bytes = b"png") -> bytes:
    """The picture as a file of that format."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, form).write(image)
    return bytes(buffer.data().data())


def huge_png(width: int = 100_000, height: int = 100_000) -> bytes:
    """A file of some bytes that says that it is so large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        for name, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def with_note(jpeg: bytes, *, orientation: int) -> bytes:
    """A JPEG with an EXIF note that says how to turn it, and where it was taken."""
    secret = b"taken at home\0"
    entries = struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)
    entries += struct.pack("<HHII", 0x010E, 2, len(secret), 8 + 2 + 24 + 4)
    tiff = b"II*\0" + struct.pack("<I", 8) + struct.pack("<H", 2) + entries + bytes(4) + secret
    note = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(note) + 2) + note + jpeg[2:]


@pytest.fixture
def picture_file(tmp_path: Path) -> Path:
    """A picture on the disk."""
    path = tmp_path / "Board at noon.png"
    path.write_bytes(in_file(drawn()))
    return path
