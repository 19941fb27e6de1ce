"""What becomes of a picture before it is kept."""

import os

import pytest
from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QColorSpace, QImage

from amp_desktop.domain.errors import CannotAttachError
from amp_desktop.exchange.pictures import read_picture
from amp_desktop.ui.attachments.pictures import LONGEST_SIDE, as_file, picture_format, prepared, read
from tests.ui.attachments.conftest import drawn, huge_png, in_file, with_note


def noise(width: int, height: int) -> QImage:
    """A picture with as many colours as a photograph."""
    return QImage(os.urandom(width * height * 4), width, height, QImage.Format.Format_RGB32).copy()


def test_a_drawing_stays_a_png_and_loses_nothing() -> None:
    image = drawn()
    made = prepared(in_file(image))
    assert (made.media_type, made.suffix, made.width, made.height) == ("image/png", ".png", 400, 300)
    assert QImage.fromData(made.data).convertToFormat(QImage.Format.Format_RGB32) == image


def test_a_photograph_becomes_a_jpeg() -> None:
    made = prepared(in_file(noise(300, 200)))
    assert (made.media_type, made.suffix) == ("image/jpeg", ".jpg")
    assert made.data.startswith(b"\xff\xd8\xff")
    assert QImage.fromData(made.data).size() == QSize(300, 200)


def test_a_jpeg_stays_one_though_it_has_few_colours() -> None:
    made = prepared(in_file(drawn(), b"jpeg"))
    assert (made.media_type, made.suffix) == ("image/jpeg", ".jpg")


def test_what_can_be_seen_through_stays_so() -> None:
    image = noise(301, 200).convertToFormat(QImage.Format.Format_ARGB32)
    image.setPixelColor(300, 199, QColor(0, 0, 0, 0))
    made = prepared(in_file(image))
    assert made.media_type == "image/png"
    assert QImage.fromData(made.data).pixelColor(300, 199).alpha() == 0


def test_an_unused_transparency_does_not_make_a_photograph_a_png() -> None:
    assert prepared(in_file(noise(301, 200).convertToFormat(QImage.Format.Format_ARGB32))).suffix == ".jpg"


@pytest.mark.parametrize(("width", "height"), [(5120, 10), (20, 5120)])
def test_a_large_one_is_made_smaller(width: int, height: int) -> None:
    made = prepared(in_file(drawn(width, height)))
    assert max(made.width, made.height) == LONGEST_SIDE
    assert min(made.width, made.height) == min(width, height) // 2


def test_it_is_turned_upright_and_does_not_say_where_it_was_taken() -> None:
    lying = with_note(in_file(drawn(400, 200), b"jpeg"), orientation=6)
    assert b"taken at home" in lying
    made = prepared(lying)
    assert (made.width, made.height) == (200, 400)
    assert b"taken at home" not in made.data
    assert b"Exif" not in made.data
    upright = QImage.fromData(made.data)
    assert upright.pixelColor(190, 10).red() > 200  # the red quarter was turned to the right
    assert upright.pixelColor(10, 10).blue() > 200


def test_one_that_lies_on_its_side_fits_its_room_when_it_stands() -> None:
    lying = with_note(in_file(drawn(400, 200), b"jpeg"), orientation=8)
    assert read(lying, QSize(100, 1000)).size() == QSize(100, 200)
    assert read(lying, QSize(1000, 100)).size() == QSize(50, 100)


def test_the_terminal_tells_its_size_as_it_stands() -> None:
    for orientation, size in (
        (1, (400, 200)),
        (3, (400, 200)),
        (5, (200, 400)),
        (6, (200, 400)),
        (8, (200, 400)),
    ):
        picture = read_picture(with_note(in_file(drawn(400, 200), b"jpeg"), orientation=orientation))
        assert picture is not None
        assert (picture.width, picture.height) == size


@pytest.mark.parametrize("make", [drawn, noise])
def test_words_in_its_file_are_gone(make: type) -> None:
    image: QImage = make(200, 100)
    image.setText("Description", "a secret")
    image.setText("Author", "somebody")
    assert b"a secret" in in_file(image)
    made = prepared(in_file(image))
    assert b"secret" not in made.data
    assert QImage.fromData(made.data).textKeys() == []


def test_colours_of_other_screens_become_those_of_every_screen() -> None:
    image = drawn()
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.AdobeRgb))
    made = QImage.fromData(prepared(in_file(image)).data)
    assert not made.colorSpace().isValid() or made.colorSpace() == QColorSpace(
        QColorSpace.NamedColorSpace.SRgb
    )


def test_a_picture_out_of_the_memory_is_read_like_a_file() -> None:
    file = as_file(drawn())
    assert isinstance(file, QByteArray)
    assert prepared(file).data == prepared(in_file(drawn())).data


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x89PNG\r\n\x1a\n",
        in_file(drawn())[:300],
        in_file(drawn(), b"jpeg")[:-200],
        b"GIF89a",
        b"BM" + b"\xff" * 60,
        b"RIFF\x10\0\0\0WEBPVP8 " + bytes(40),
        b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
        b"\x89PNG" + os.urandom(500),
        huge_png(),
    ],
)
def test_what_is_no_whole_picture_is_one_sentence(data: bytes) -> None:
    with pytest.raises(CannotAttachError) as caught:
        prepared(data)
    assert caught.value.sentence.endswith(".")
    assert caught.value.sentence.count(". ") == 0


def test_an_absurd_one_says_how_large_it_would_be() -> None:
    with pytest.raises(CannotAttachError, match="100,000 × 100,000"):
        prepared(huge_png())


def test_it_is_told_by_what_is_in_it() -> None:
    assert picture_format(in_file(drawn(), b"webp")) == b"webp"
    assert picture_format(b"<svg>") == b""
    assert read(in_file(drawn(), b"bmp"), QSize(40, 40)).size() == QSize(40, 30)
    assert read(in_file(drawn()), QSize(4000, 40)).height() == 40
    assert Qt.GlobalColor.red == read(in_file(drawn()), QSize(9, 9)).pixelColor(0, 0)
