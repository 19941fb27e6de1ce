"""What was shared outlives the entry in the share log, until it is deleted there too."""

import errno
import os
import stat
from hashlib import sha256
from pathlib import Path
from threading import Thread

import pytest

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.errors import CannotExportError, MayHaveLeftError, NotLoggedError, NotSavedError
from amp_desktop.domain.share import Share
from amp_desktop.journal import Journal
from amp_desktop.journal.share_log import QUESTION
from amp_desktop.sharing import NUDGE, READ_BACK
from amp_desktop.sharing.templates.mentor_meeting import MENTOR_MEETING
from amp_desktop.storage.store import Store
from tests.conftest import MakeEntry
from tests.shares import has_left


@pytest.fixture
def three(journal: Journal, make_entry: MakeEntry) -> tuple[Entry, ...]:
    titles = ("canary one", "canary two", "canary three")
    return tuple(journal.save_entry(make_entry(title=title, sharing=Sharing.SHAREABLE)) for title in titles)


def _share(journal: Journal, *entries: Entry) -> Share:
    disclosure = journal.sharing.disclose(journal.sharing.offer(), {entry.id for entry in entries})
    data = journal.sharing.render(disclosure, "txt")
    return has_left(journal.sharing, disclosure, "txt", data, audience="my mentor")


def test_what_was_shared_of_a_deleted_entry_can_be_deleted_from_the_log(
    journal: Journal, three: tuple[Entry, ...]
) -> None:
    one, two, three_ = three
    both, other = _share(journal, one, two), _share(journal, three_)
    journal.put_in_bin([one.id])
    journal.bin.delete([one.id])
    assert journal.sharing.count_logged([one.id]) == 1
    assert "canary one" in journal.sharing.log().items[1].text
    assert journal.sharing.delete_from_log([one.id]) == 1
    newest, oldest = journal.sharing.log().items
    assert newest == other
    assert (oldest.text, oldest.shared_at, oldest.to_whom, oldest.entry_ids, oldest.sha256) == (
        "",
        both.shared_at,
        both.to_whom,
        both.entry_ids,
        both.sha256,
    )
    assert journal.sharing.count_logged([one.id, two.id]) == 0
    assert journal.sharing.count_logged([three_.id]) == 1


@pytest.mark.parametrize("message", [QUESTION, NUDGE, READ_BACK])
def test_a_message_does_not_decide_the_format_of_the_next_page(
    journal: Journal, three: tuple[Entry, ...], message: str
) -> None:
    def leave(form: str, template: str) -> None:
        disclosure = journal.sharing.disclose(journal.sharing.offer(), {three[0].id})
        data = journal.sharing.render(disclosure, form)
        has_left(journal.sharing, disclosure, form, data, template=template)

    leave("txt", message)
    assert journal.sharing.usual_format() == "pdf"
    leave("html", MENTOR_MEETING.file_stem)
    leave("txt", message)
    assert journal.sharing.usual_format() == "html"


def test_what_was_never_shared_is_not_in_the_log(journal: Journal, three: tuple[Entry, ...]) -> None:
    _share(journal, three[0])
    assert journal.sharing.count_logged([three[1].id]) == 0
    assert journal.sharing.delete_from_log([three[1].id]) == 0
    assert "canary one" in journal.sharing.log().items[0].text


def test_the_bin_tells_what_lies_in_it(journal: Journal, three: tuple[Entry, ...]) -> None:
    journal.put_in_bin([three[0].id, three[2].id])
    assert set(journal.bin.ids()) == {three[0].id, three[2].id}


def test_a_line_of_the_log_is_found_by_its_id_however_old(journal: Journal, three: tuple[Entry, ...]) -> None:
    oldest = _share(journal, three[0])
    for _ in range(201):
        _share(journal, three[1])
    assert journal.sharing.shared(oldest.id) == oldest
    assert journal.sharing.shared(three[0].id) is None


def _refused(journal: Journal, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise NotSavedError("The disk is full.")

    monkeypatch.setattr(Store, "record_share", refuse)


def test_it_is_in_the_log_before_it_leaves_once(journal: Journal, three: tuple[Entry, ...]) -> None:
    door = journal.sharing.disclose(journal.sharing.offer(), {three[0].id})
    in_log: list[int] = []

    share = journal.sharing.let_out(
        door, "txt", b"all", lambda: in_log.append(len(journal.sharing.log().items)), sent=b"protected"
    )

    assert in_log == [1]
    assert share is not None
    assert share == journal.sharing.log().items[0]
    assert share.sha256 == sha256(b"protected").hexdigest()


def test_what_did_not_leave_is_not_in_the_log(journal: Journal, three: tuple[Entry, ...]) -> None:
    door = journal.sharing.disclose(journal.sharing.offer(), {three[0].id})

    def fail() -> None:
        raise CannotExportError("The stick is gone.")

    with pytest.raises(CannotExportError):
        journal.sharing.let_out(door, "txt", b"all", fail)
    assert journal.sharing.log().items == ()


def test_what_left_before_the_disk_failed_is_in_the_log(
    journal: Journal, three: tuple[Entry, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    door, target = journal.sharing.disclose(journal.sharing.offer(), {three[0].id}), tmp_path / "summary.txt"
    write_down = os.fsync

    def fsync(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        write_down(descriptor)

    def leave() -> None:
        with monkeypatch.context() as patched:
            patched.setattr(os, "fsync", fsync)
            journal.sharing.save(b"all", target)

    with pytest.raises(MayHaveLeftError):
        journal.sharing.let_out(door, "txt", b"all", leave)
    assert target.read_bytes() == b"all"
    assert [one.text for one in journal.sharing.log().items] == ["all"]


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="needs open streams with names")
def test_what_went_into_a_pipe_that_broke_is_in_the_log(journal: Journal, three: tuple[Entry, ...]) -> None:
    door, many = journal.sharing.disclose(journal.sharing.offer(), {three[0].id}), b"all of it " * 100_000
    reading, writing = os.pipe()
    read: list[bytes] = []

    def read_some() -> None:
        read.append(os.read(reading, 10))
        os.close(reading)

    reader = Thread(target=read_some)
    reader.start()
    with pytest.raises(MayHaveLeftError):
        journal.sharing.let_out(
            door, "txt", many, lambda: journal.sharing.save(many, Path(f"/dev/fd/{writing}"))
        )
    reader.join()
    os.close(writing)
    assert read == [b"all of it "]
    assert len(journal.sharing.log().items) == 1


def test_what_cannot_be_noted_leaves_only_where_the_mentee_says_so(
    journal: Journal, three: tuple[Entry, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    door = journal.sharing.disclose(journal.sharing.offer(), {three[0].id})
    left: list[str] = []
    _refused(journal, monkeypatch)

    with pytest.raises(NotLoggedError):
        journal.sharing.let_out(door, "txt", b"all", lambda: left.append("unasked"))
    assert left == []
    assert journal.sharing.let_out(door, "txt", b"all", lambda: left.append("asked"), unlogged=True) is None
    assert left == ["asked"]
