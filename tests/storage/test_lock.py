import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from amp_desktop.domain.errors import OpenElsewhereError
from amp_desktop.storage.lock import WindowLock

HOLDER = (
    "import sys; from pathlib import Path; from amp_desktop.storage.lock import WindowLock\n"
    "WindowLock(Path(sys.argv[1])).acquire(); print('held', flush=True); sys.stdin.read()"
)


def test_one_window_at_a_time_and_a_kill_gives_it_free(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)],
        stdin=subprocess.PIPE,  # it waits for what never comes
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        lock = WindowLock(tmp_path)
        with pytest.raises(OpenElsewhereError):
            lock.acquire()
        holder.kill()
        holder.wait()
    lock.acquire()
    with pytest.raises(OpenElsewhereError):
        WindowLock(tmp_path).acquire()
    lock.release()
    lock.release()
    again = WindowLock(tmp_path)
    again.acquire()
    again.release()


def test_a_leftover_lock_file_is_no_lock(tmp_path: Path) -> None:
    (tmp_path / "window.lock").write_text("4711")
    lock = WindowLock(tmp_path)
    lock.acquire()
    lock.release()


@pytest.mark.parametrize("reason", ["EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT"])
def test_where_nothing_can_be_written_there_is_nothing_to_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: str
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(getattr(errno, reason), "refused")

    lock = WindowLock(tmp_path)
    with monkeypatch.context() as patched:
        patched.setattr(os, "open", refuse)
        lock.acquire()
    assert list(tmp_path.iterdir()) == []
    lock.release()


def test_a_disk_that_fails_is_not_taken_for_one_that_may_only_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise OSError(errno.EIO, "failed")

    monkeypatch.setattr(os, "open", fail)
    with pytest.raises(OSError, match="failed"):
        WindowLock(tmp_path).acquire()
