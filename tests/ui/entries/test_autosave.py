"""Keyboard to disk, without a widget."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import DiskFullError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.merge import Merge
from amp_desktop.ui.entries.autosave import PAUSE_MS, Autosave, SaveState, SaveStatus


class Disk:
    """Keeps what is saved, and fails when it is full."""

    def __init__(self) -> None:
        self.saved: list[Entry] = []
        self.bases: list[Entry | None] = []
        self.others: dict[str, Any] = {}
        self.full = False

    def save(self, entry: Entry, base: Entry | None) -> Merge[Entry]:
        if self.full:
            raise DiskFullError("The disk is full.", "Make room.")
        self.saved.append(entry)
        self.bases.append(base)
        return Merge(replace(entry, **self.others))


class Page:
    """What stands on the page."""

    def __init__(self) -> None:
        self.body = ""

    def draft(self, entry: Entry) -> Entry:
        return replace(entry, body=self.body)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def workspace() -> Page:
    return Page()


@pytest.fixture
def news() -> list[SaveStatus]:
    return []


@pytest.fixture
def autosave(qapp: object, disk: Disk, workspace: Page, news: list[SaveStatus]) -> Autosave:
    made = Autosave(disk.save, workspace.draft)
    made.status_changed.connect(news.append)
    made.load(Note(), stored=False)
    return made


def pause_of(autosave: Autosave) -> QTimer:
    pause = autosave.findChild(QTimer)
    assert isinstance(pause, QTimer)
    return pause


def test_it_waits_for_a_pause_and_writes_once(
    autosave: Autosave,
    disk: Disk,
    workspace: Page,
    news: list[SaveStatus],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pause, begun = pause_of(autosave), list[str]()
    begin = pause.start

    def noted() -> None:
        begun.append(workspace.body)
        begin()

    monkeypatch.setattr(pause, "start", noted)
    for letter in "abc":
        workspace.body += letter
        autosave.mark_dirty()
    assert begun == ["a", "ab", "abc"]  # the pause is counted from the last key
    assert (pause.isActive(), pause.isSingleShot(), pause.interval()) == (True, True, PAUSE_MS)
    assert disk.saved == []
    assert news[-1].step is SaveState.WAITING
    pause.timeout.emit()
    assert not pause.isActive()
    assert news[-1].step is SaveState.SAVED
    assert [entry.body for entry in disk.saved] == ["abc"]
    assert news[-1].at is not None


def test_nothing_exists_before_something_is_typed(
    autosave: Autosave, disk: Disk, workspace: Page, news: list[SaveStatus]
) -> None:
    for body in ("", "  \n"):
        workspace.body = body
        autosave.mark_dirty()
        assert autosave.flush()
    assert disk.saved == []
    assert not autosave.is_stored
    assert news[-1].step is SaveState.UNTOUCHED


def test_an_emptied_entry_stays(autosave: Autosave, disk: Disk, workspace: Page) -> None:
    for body in ("words", ""):
        workspace.body = body
        autosave.mark_dirty()
        assert autosave.flush()
    assert [entry.body for entry in disk.saved] == ["words", ""]
    assert disk.saved[0].id == disk.saved[1].id


def test_what_did_not_change_is_not_written(autosave: Autosave, disk: Disk, workspace: Page) -> None:
    workspace.body = "words"
    autosave.mark_dirty()
    autosave.flush()
    autosave.mark_dirty()
    assert autosave.flush()
    assert len(disk.saved) == 1


def test_a_failure_keeps_the_text_and_the_next_flush_tries_again(
    autosave: Autosave, disk: Disk, workspace: Page, news: list[SaveStatus]
) -> None:
    disk.full = True
    workspace.body = "words"
    autosave.mark_dirty()
    assert not autosave.flush()
    assert news[-1].step is SaveState.FAILED
    assert str(news[-1].error) == "The disk is full. Make room."
    assert not autosave.is_clean
    assert SaveState.SAVED not in [one.step for one in news]
    disk.full = False
    assert autosave.flush()
    assert [entry.body for entry in disk.saved] == ["words"]
    assert news[-1].step is SaveState.SAVED


def test_no_timer_writes_after_another_entry_was_taken_up(
    autosave: Autosave, disk: Disk, workspace: Page
) -> None:
    workspace.body = "words"
    autosave.mark_dirty()
    autosave.load(Note(), stored=False)
    assert not pause_of(autosave).isActive()
    pause_of(autosave).timeout.emit()  # even one that was on its way already
    assert disk.saved == []


def test_a_save_names_the_state_it_began_from(autosave: Autosave, disk: Disk, workspace: Page) -> None:
    merged: list[Merge[Entry]] = []
    autosave.merged.connect(merged.append)
    for body in ("one", "one two"):
        workspace.body = body
        autosave.mark_dirty()
        autosave.flush()
    assert disk.bases == [None, disk.saved[0]]
    assert merged == []
    disk.others = {"title": "from elsewhere"}
    workspace.body = "one two three"
    autosave.mark_dirty()
    autosave.flush()
    assert [one.entry.title for one in merged] == ["from elsewhere"]
    assert autosave.entry == merged[0].entry


def test_the_first_key_in_another_entry_is_told_at_once(
    autosave: Autosave, workspace: Page, news: list[SaveStatus]
) -> None:
    workspace.body = "words"
    autosave.mark_dirty()
    autosave.load(Note(), stored=False)
    autosave.mark_dirty()
    assert [one.step for one in news[-2:]] == [SaveState.UNTOUCHED, SaveState.WAITING]
    autosave.flush()
