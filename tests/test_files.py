"""What a file is written to stays what it is, and what stands beside it stays."""

import errno
import os
import stat
import threading
from pathlib import Path

import pytest

from amp_desktop.files import replace_durably, write_new_durably
from tests.conftest import refuse_to_take_away

pytestmark = pytest.mark.skipif(os.name != "posix", reason="it has pipes and links")


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    target, first, second = tmp_path / "below" / "target", tmp_path / "first", tmp_path / "second"
    first.symlink_to("second")
    second.symlink_to("below/target")
    for data in (b"it was not there", b"and now it is"):
        replace_durably(first, data)
        assert target.read_bytes() == data
        assert first.is_symlink()
        assert second.is_symlink()


def test_links_in_a_circle_are_an_error(tmp_path: Path) -> None:
    (tmp_path / "one").symlink_to("other")
    (tmp_path / "other").symlink_to("one")
    with pytest.raises(OSError):
        replace_durably(tmp_path / "one", b"data")


def test_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe, got = tmp_path / "pipe", list[bytes]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    replace_durably(pipe, b"x" * 200_000)
    reader.join()
    assert got == [b"x" * 200_000]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_device_is_written_to(tmp_path: Path) -> None:
    link = tmp_path / "null.md"
    link.symlink_to(os.devnull)
    replace_durably(link, b"data")
    assert stat.S_ISCHR(link.stat().st_mode)
    with pytest.raises(OSError, match="No space"):
        replace_durably(Path("/dev/full"), b"data")


def test_an_open_stream_is_written_to_by_its_name(tmp_path: Path) -> None:
    with (tmp_path / "out").open("wb") as out:
        os.write(out.fileno(), b"before ")
        replace_durably(Path(f"/dev/fd/{out.fileno()}"), b"after")
    assert (tmp_path / "out").read_bytes() == b"before after"


def test_what_stands_beside_a_file_stays(tmp_path: Path) -> None:
    beside = tmp_path / "x.md.partial"
    beside.write_bytes(b"mine")
    replace_durably(tmp_path / "x.md", b"data")
    assert beside.read_bytes() == b"mine"
    assert {path.name for path in tmp_path.iterdir()} == {"x.md", "x.md.partial"}


@pytest.mark.parametrize("length", [200, 248, 255])
def test_a_name_may_be_as_long_as_names_get(tmp_path: Path, length: int) -> None:
    path = tmp_path / ("a" * (length - 3) + ".md")
    replace_durably(path, b"data")
    assert path.read_bytes() == b"data"


def test_a_folder_is_no_place_for_a_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError):
        replace_durably(tmp_path, b"data")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everything")
def test_a_file_that_may_not_be_written_stays(tmp_path: Path) -> None:
    path = tmp_path / "kept"
    path.write_bytes(b"kept")
    path.chmod(0o400)
    with pytest.raises(PermissionError):
        replace_durably(path, b"data")
    assert path.read_bytes() == b"kept"


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_a_disk_that_cannot_write_folders_down_takes_files_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    written_down = _fails_for_folders(monkeypatch, number)
    replace_durably(tmp_path / "file", b"whole")
    assert (tmp_path / "file").read_bytes() == b"whole"
    assert written_down == [False, True]


def test_a_disk_that_fails_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _fails_for_folders(monkeypatch, errno.EIO)
    with pytest.raises(OSError, match=os.strerror(errno.EIO)):
        replace_durably(tmp_path / "file", b"whole")


def _fails_for_folders(monkeypatch: pytest.MonkeyPatch, number: int) -> list[bool]:
    """Let the disk answer as shares and sticks do; tells of each file or folder whether it was a folder."""
    asked: list[bool] = []
    fsync = os.fsync

    def answer(descriptor: int) -> None:
        asked.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))
        if asked[-1]:
            raise OSError(number, os.strerror(number))
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", answer)
    return asked


def test_what_is_written_is_written_though_the_disk_takes_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "summary.md"
    path.write_bytes(b"an older one")
    refuse_to_take_away(monkeypatch)
    replace_durably(path, b"a newer one")
    assert path.read_bytes() == b"a newer one"
    assert [one.name for one in tmp_path.iterdir()] == ["summary.md"]


def test_why_nothing_was_written_is_told_though_the_disk_takes_nothing_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    refuse_to_take_away(monkeypatch)
    for write in (replace_durably, write_new_durably):
        with pytest.raises(OSError) as told:
            write(tmp_path / "summary.md", b"a newer one")
        assert told.value.errno == errno.ENOSPC
