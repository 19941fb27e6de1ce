"""Pictures as cameras and programs write them, full of what their makers did not mean to tell."""

import struct
import zlib

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QImage

SECRET = b"Hummingbird Lane 12"
WIDTH, HEIGHT = 40, 24


def painted(form: str) -> bytes:
    """A small picture with something in it, as Qt writes it."""
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_ARGB32)
    for x in range(WIDTH):
        for y in range(HEIGHT):
            image.setPixelColor(x, y, QColor(x * 6, y * 10, (x * y) % 255, 255))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form, 90)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def shown(data: bytes) -> QImage:
    """What a reader of pictures makes of it, not turned."""
    image = QImage.fromData(data)
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def exif(orientation: int = 1, order: str = ">") -> bytes:
    """An EXIF block with a place, and how the picture is to be turned."""
    mark = b"MM\0*" if order == ">" else b"II*\0"
    entries = (
        struct.pack(f"{order}HHII", 0x010F, 2, len(SECRET), 8 + 2 + 24 + 4),
        struct.pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0),
    )
    return b"".join((mark, struct.pack(f"{order}IH", 8, 2), *entries, bytes(4), SECRET))


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def jpeg(orientation: int = 1, order: str = ">") -> bytes:
    """A photograph: notes before, between and behind what is shown, and a second small picture after it."""
    plain = painted("JPG")
    assert plain[2:4] == b"\xff\xe0"
    notes = b"".join((
        segment(0xE1, b"Exif\0\0" + exif(orientation, order)),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
        segment(0xE2, b"MPF\0" + SECRET),
        segment(0xED, b"Photoshop 3.0\0" + SECRET),
        segment(0xE0, b"JFXX\0\x13" + SECRET),
        segment(0xFE, SECRET),
        b"\xff\xff" + segment(0xEF, SECRET),
    ))  # fmt: skip
    small = segment(0xE0, plain[6:18] + b"\x02\x02" + SECRET[:12])  # with a picture of 2 by 2 points
    rest = plain[20:]
    return plain[:2] + small + notes + rest[:-2] + b"\xff" + segment(0xFE, SECRET) + rest[-2:] + SECRET


def chunk(name: bytes, content: bytes) -> bytes:
    body = name + content
    return len(content).to_bytes(4, "big") + body + zlib.crc32(body).to_bytes(4, "big")


def png() -> bytes:
    """A screenshot: texts, a time, EXIF, what a program added, and something after the end."""
    plain = painted("PNG")
    header, rest = plain[:33], plain[33:]
    notes = b"".join((
        chunk(b"tEXt", b"Author\0" + SECRET),
        chunk(b"zTXt", b"Author\0\0" + zlib.compress(SECRET)),
        chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + SECRET),
        chunk(b"eXIf", exif()),
        chunk(b"tIME", bytes((7, 234, 7, 22, 19, 14, 5))),
        chunk(b"prVW", SECRET),
    ))  # fmt: skip
    return header + notes + rest[:-12] + chunk(b"tEXt", b"Comment\0" + SECRET) + rest[-12:] + SECRET


def part(name: bytes, content: bytes) -> bytes:
    return name + len(content).to_bytes(4, "little") + content + bytes(len(content) % 2)


def webp() -> bytes:
    """A picture of a telephone's: an extended file with EXIF, XMP and what nobody knows."""
    plain = painted("WEBP")
    points = plain[12:]
    if points[:4] == b"VP8X":
        points = points[18:]
    size = (WIDTH - 1).to_bytes(3, "little") + (HEIGHT - 1).to_bytes(3, "little")
    chunks = b"".join((
        b"WEBP",
        part(b"VP8X", bytes((0x08 | 0x04, 0, 0, 0)) + size),
        points,
        part(b"EXIF", exif()),
        part(b"XMP ", SECRET),
        part(b"what", SECRET),
    ))  # fmt: skip
    return b"RIFF" + len(chunks).to_bytes(4, "little") + chunks + SECRET


def gif() -> bytes:
    """Two frames of one point each, with a comment and XMP between them."""
    point = b"\x2c" + bytes(4) + b"\1\0\1\0\0" + b"\x02\x02\x44\x01\0"
    control = b"\x21\xf9\x04\0\x0a\0\0\0"
    comment = b"\x21\xfe" + bytes((len(SECRET),)) + SECRET + b"\0"
    xmp = b"\x21\xff\x0bXMP DataXMP" + bytes((len(SECRET),)) + SECRET + b"\0"
    again = b"\x21\xff\x0bNETSCAPE2.0\x03\x01\0\0\0"
    screen = b"GIF89a\1\0\1\0\x80\0\0" + b"\xff\0\0\0\0\xff"
    return screen + again + comment + control + point + xmp + control + point + b"\x3b" + SECRET


def bmp() -> bytes:
    return painted("BMP")
