"""What is read to be attached, and what is refused before a byte of it is kept."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from amp_desktop.domain.attachment import LONGEST
from amp_desktop.domain.errors import CannotAttachError
from amp_desktop.exchange.attaching import media_type_of, read_file
from amp_desktop.journal import Journal
from tests.exchange.pictures.pictures_to_read import HEIGHT, SECRET, WIDTH, jpeg, png


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    data = os.urandom(3_000_000)
    (tmp_path / "notes.txt").write_bytes(data)
    read = read_file(tmp_path / "notes.txt")
    assert (read.data, read.media_type, read.width) == (data, "text/plain", None)


def test_a_picture_is_told_by_its_content_and_says_nothing_about_its_maker(tmp_path: Path) -> None:
    (tmp_path / "photo.txt").write_bytes(jpeg(6))
    read = read_file(tmp_path / "photo.txt")
    assert (read.media_type, read.width, read.height) == ("image/jpeg", HEIGHT, WIDTH)  # it lies on its side
    assert SECRET not in read.data


@pytest.mark.parametrize(
    ("data", "name", "media_type"),
    [
        (b"%PDF-1.7 ...", "plan.txt", "application/pdf"),
        (b"words", "plan.pdf", "application/pdf"),
        (b"words", "notes.md", "text/markdown"),
        (b"words", "no suffix", "application/octet-stream"),
        (b"words", "not a picture.png", "application/octet-stream"),
        (b"\x1f\x8b...", "all.tar.gz", "application/gzip"),
        (b"<svg/>", "drawn.svg", "image/svg+xml"),
    ],
)
def test_what_is_no_picture_is_told_by_content_or_else_by_name(
    data: bytes, name: str, media_type: str
) -> None:
    assert media_type_of(data, name) == media_type


def _too_large(folder: Path) -> Path:
    path = folder / "film.mp4"
    with path.open("wb") as file:
        file.truncate(300 * 1024**2)  # it takes no room, and reading it would be noticed
    return path


def _unreadable(folder: Path) -> Path:
    path = folder / "secret"
    path.write_bytes(b"x")
    path.chmod(0)
    return path


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def _damaged(folder: Path) -> Path:
    path = folder / "half.png"
    path.write_bytes(png()[:200])
    return path


def _loop(folder: Path) -> Path:
    (folder / "loop").symlink_to("loop")
    return folder / "loop"


REFUSED: dict[str, tuple[Callable[[Path], Path], str]] = {
    "missing": (lambda folder: folder / "nowhere", "no file here"),
    "a name too long": (lambda folder: folder / ("x" * 5000), "cannot be read"),
    "folder": (lambda folder: folder, "folder"),
    "too large": (_too_large, "larger than 64 MB"),
    "damaged picture": (_damaged, "damaged"),
    "pipe": (_pipe, "pipe"),
    "device": (lambda _: Path("/dev/zero"), "device"),
    "loop": (_loop, "cannot be read"),
    "unreadable": (_unreadable, "cannot be read"),
}


@pytest.mark.skipif(sys.platform == "win32", reason="no pipes and no devices of this kind there")
@pytest.mark.parametrize("what", REFUSED)
def test_what_cannot_be_attached_is_said_in_a_sentence_and_nothing_is_stored(
    journal: Journal, tmp_path: Path, what: str
) -> None:
    make, said = REFUSED[what]
    path = make(tmp_path)
    if what == "unreadable" and os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(CannotAttachError, match=said) as caught:
        journal.attachments.add_file(path)
    assert str(caught.value).count("\n") == 0
    assert journal.attachments.all() == ()


def test_a_file_that_grows_while_it_is_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log"
    path.write_bytes(b"x")

    def grow(done: int, total: int) -> None:
        if total < LONGEST:
            with path.open("r+b") as file:
                file.truncate(LONGEST + 1)

    with pytest.raises(CannotAttachError):
        read_file(path, grow)


def _iso(brand: bytes, *others: bytes) -> bytes:
    brands = brand + b"\0\0\0\0" + b"".join(others)
    return (len(brands) + 8).to_bytes(4, "big") + b"ftyp" + brands + b"\0" * 40 + SECRET


@pytest.mark.parametrize(
    "data",
    [
        _iso(b"heic", b"mif1"),
        _iso(b"mif1", b"heic"),
        _iso(b"isom", b"avif"),
        _iso(b"avif"),
        _iso(b"crx "),
        b"II*\0" + SECRET,
        b"MM\0*" + SECRET,
        b"\0\0\0\x0cJXL \r\n\x87\n" + SECRET,
        b"8BPS" + SECRET,
    ],
)
def test_a_picture_that_may_tell_of_its_maker_is_refused_with_what_to_do(
    journal: Journal, tmp_path: Path, data: bytes
) -> None:
    path = tmp_path / "IMG_1.dat"
    path.write_bytes(data)
    with pytest.raises(CannotAttachError, match="where, when and with what") as caught:
        journal.attachments.add_file(path)
    assert "JPEG or PNG" in caught.value.advice
    assert journal.attachments.all() == ()


def test_a_film_or_a_sound_is_no_such_picture(tmp_path: Path) -> None:
    path = tmp_path / "talk.mp4"
    path.write_bytes(_iso(b"isom", b"mp42"))
    assert read_file(path).media_type == "video/mp4"
