"""A picture's file says how it looks, and nothing about who took it where."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QImageReader

from amp_desktop.exchange.pictures import MalformedPictureError, read_picture
from tests.exchange.pictures.pictures_to_read import (
    HEIGHT,
    SECRET,
    WIDTH,
    bmp,
    gif,
    jpeg,
    painted,
    png,
    shown,
    webp,
)

WITH_NOTES = {"image/jpeg": jpeg, "image/png": png, "image/webp": webp, "image/gif": gif}
ALL = {**WITH_NOTES, "image/bmp": bmp}


@pytest.mark.parametrize("media_type", ALL)
def test_a_picture_looks_as_before_and_its_size_is_known(media_type: str) -> None:
    data = ALL[media_type]()
    picture = read_picture(data)
    assert picture is not None
    assert picture.media_type == media_type
    assert (picture.width, picture.height) == ((1, 1) if media_type == "image/gif" else (WIDTH, HEIGHT))
    assert not shown(picture.data).isNull()
    assert shown(picture.data) == shown(data)


@pytest.mark.parametrize("media_type", WITH_NOTES)
def test_nothing_is_left_of_what_it_told_about_its_maker(media_type: str) -> None:
    data = WITH_NOTES[media_type]()
    assert SECRET in data
    picture = read_picture(data)
    assert picture is not None
    for told in (SECRET, SECRET[:12], b"Author", b"XMP", b"Photoshop", b"tIME", b"MPF"):
        assert told not in picture.data


def test_a_bitmap_ends_where_its_points_end() -> None:
    data = bmp()
    picture = read_picture(data + SECRET)
    assert picture is not None
    assert SECRET not in picture.data
    assert shown(picture.data) == shown(data)


def test_a_bitmap_names_no_profile() -> None:
    data = bmp()
    points = int.from_bytes(data[10:14], "little")
    longer = bytearray(data[:54] + bytes(84) + data[54:])
    longer[10:14] = (points + 84).to_bytes(4, "little")
    longer[14:18] = (124).to_bytes(4, "little")
    longer[70:74] = b"KNIL"
    longer[126:134] = (len(longer) - 14).to_bytes(4, "little") + len(SECRET).to_bytes(4, "little")
    picture = read_picture(bytes(longer) + SECRET)
    assert picture is not None
    assert SECRET not in picture.data
    assert b"KNIL" not in picture.data
    assert shown(picture.data) == shown(data)


@pytest.mark.parametrize("cut", [30, 60, -1])
def test_a_bitmap_that_is_cut_off_is_refused(cut: int) -> None:
    with pytest.raises(MalformedPictureError):
        read_picture(bmp()[:cut])


def test_a_bitmap_that_says_that_it_is_huge_is_refused() -> None:
    most = (2**31 - 1).to_bytes(4, "little")
    with pytest.raises(MalformedPictureError):
        read_picture(bmp()[:18] + most + most + bmp()[26:])


@pytest.mark.parametrize("media_type", ALL)
def test_what_holds_nothing_else_stays_as_it_is(media_type: str) -> None:
    picture = read_picture(ALL[media_type]())
    assert picture is not None
    again = read_picture(picture.data)
    assert again == picture


@pytest.mark.parametrize("order", [">", "<"])
@pytest.mark.parametrize("orientation", range(10))
def test_a_photograph_taken_on_its_side_is_shown_upright(orientation: int, order: str) -> None:
    before = jpeg(orientation, order)
    after = read_picture(before)
    assert after is not None
    assert _turned(after.data) == _turned(before)
    assert (b"Exif" in after.data) == (2 <= orientation <= 8)


def _turned(data: bytes) -> int:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    return reader.transformation().value


def test_both_frames_of_an_animation_are_kept() -> None:
    picture = read_picture(gif())
    assert picture is not None
    buffer = QBuffer()
    buffer.setData(QByteArray(picture.data))
    reader = QImageReader(buffer)
    assert (reader.imageCount(), reader.loopCount()) == (2, -1)


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.7", b"BM", b"RIFF1234WAVE", b"\xff\xd8"])
def test_other_files_are_no_pictures(data: bytes) -> None:
    assert read_picture(data) is None


@pytest.mark.parametrize("media_type", WITH_NOTES)
def test_a_picture_cut_off_anywhere_is_refused(media_type: str) -> None:
    whole = read_picture(WITH_NOTES[media_type]())
    assert whole is not None
    for length in range(12, len(whole.data)):
        with pytest.raises(MalformedPictureError):
            read_picture(whole.data[:length])


@pytest.mark.parametrize(
    "data",
    [
        painted("PNG").replace(b"IDAT", b"IDAX"),
        painted("PNG")[:40] + b"\0" + painted("PNG")[41:],
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 40,
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\x02\x00\x02",
        b"\xff\xd8\xff\xe1\x00\x00" + bytes(50),
        b"RIFF\xff\xff\xff\xffWEBPVP8X",
        b"JUNK\x04\x00\x00\x00WEBP",
        b"RIFF\x04\x00\x00\x00WEBP",
        b"GIF89a\0\0\0\0\0\0\0\x3b",
        b"GIF89a\1\0\1\0\0\0\0\x3b",
        b"GIF89a\1\0\1\0\0\0\0\x99",
        b"BM" + bytes(12) + b"\x28\0\0\0" + bytes(40),
    ],
)
def test_a_picture_that_is_damaged_is_refused(data: bytes) -> None:
    with pytest.raises(MalformedPictureError):
        read_picture(data)


@given(
    st.sampled_from(sorted(ALL)), st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 255)), max_size=8)
)
def test_no_damage_does_more_than_be_refused(media_type: str, flips: list[tuple[int, int]]) -> None:
    data = bytearray(SAMPLES[media_type])
    for at, value in flips:
        data[at % len(data)] = value
    _read(bytes(data))


@given(
    st.sampled_from((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF89a", b"BM", b"RIFF\x10\0\0\0WEBP")),
    st.binary(),
)
def test_nothing_that_begins_like_a_picture_does_more_than_be_refused(mark: bytes, rest: bytes) -> None:
    _read(mark + rest)


SAMPLES = {media_type: make() for media_type, make in ALL.items()}


def _read(data: bytes) -> None:
    with suppress(MalformedPictureError):
        read_picture(data)
