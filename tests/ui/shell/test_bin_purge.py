"""The bin that empties itself: when it is told, what goes, and that nothing happens unasked."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.preferences import Preferences
from amp_desktop.journal import Journal
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell import bin_purge as bin_emptying
from amp_desktop.ui.shell.bin_purge import BinPurge
from amp_desktop.ui.widgets.banner import Banner, Tone
from tests.conftest import SetClock
from tests.ui.people import press, shows


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bin_emptying, "BEGINS_AFTER_MS", 0)


@pytest.fixture
def banner(qtbot: QtBot) -> Iterator[Banner]:
    made = Banner()
    qtbot.addWidget(made)
    yield made
    qtbot.waitUntil(lambda: jobs_under_way() == 0)


@pytest.fixture
def seen(timed_journal: Journal, clock: SetClock) -> Journal:
    """A journal whose clock went on as it should, with an entry in its bin since yesterday."""
    clock.go_on(days=-1)
    timed_journal.put_in_bin([timed_journal.save_entry(Note(title="lies there since yesterday")).id])
    clock.go_on(days=1)
    return timed_journal


def fill_bin(journal: Journal, clock: SetClock, *days_ago: int) -> None:
    journal.save_entries(Note(title="gone", binned_at=clock.now - timedelta(days=days)) for days in days_ago)


def test_what_is_due_goes_and_it_is_told_once(
    qtbot: QtBot, seen: Journal, clock: SetClock, banner: Banner
) -> None:
    fill_bin(seen, clock, 100, 200, 5)
    seen.save_preferences(Preferences(empty_bin_after=90))
    session = Session(seen, banner)
    with qtbot.waitSignal(session.refreshed):
        BinPurge(session, banner, banner)
    assert banner.sentence() == "2 entries that had been in the bin for a long time were deleted for ever."
    assert seen.bin.count() == 2
    banner.dismissed.emit()
    banner.clear()
    banner.dismissed.emit()
    assert banner.sentence() == ""


def test_it_waits_its_turn_to_be_told(qtbot: QtBot, seen: Journal, clock: SetClock, banner: Banner) -> None:
    fill_bin(seen, clock, 100)
    seen.save_preferences(Preferences(empty_bin_after=30))
    session = Session(seen, banner)
    banner.show_message(Tone.INFO, "Your system's keyring opened the journal.")
    with qtbot.waitSignal(session.refreshed):
        BinPurge(session, banner, banner)
    assert "keyring" in banner.sentence()
    banner.clear()
    banner.dismissed.emit()
    assert banner.sentence() == "One entry that had been in the bin for a long time was deleted for ever."


def test_when_the_clock_has_leapt_it_is_asked_and_the_answer_counts(
    qtbot: QtBot, seen: Journal, clock: SetClock, banner: Banner
) -> None:
    seen.save_preferences(Preferences(empty_bin_after=30))
    clock.now = clock.now.replace(year=2030)
    session = Session(seen, banner)
    banner.show()
    BinPurge(session, banner, banner)
    qtbot.waitUntil(lambda: "Is the date right?" in banner.sentence())
    assert shows(banner, "17 October 2030")
    assert seen.bin.count() == 1
    with qtbot.waitSignal(session.refreshed):
        press(banner, "The date is right: delete")
    assert seen.bin.count() == 0
    assert banner.sentence() == "One entry that had been in the bin for a long time was deleted for ever."
    banner.hide()


def test_a_question_that_is_closed_deletes_nothing(
    qtbot: QtBot, seen: Journal, clock: SetClock, banner: Banner
) -> None:
    seen.save_preferences(Preferences(empty_bin_after=30))
    clock.go_on(days=100)
    banner.show()
    BinPurge(Session(seen, banner), banner, banner)
    qtbot.waitUntil(lambda: "Is the date right?" in banner.sentence())
    press(banner, "Close this message")
    banner.show_message(Tone.INFO, "Another sentence.", action="Undo")
    press(banner, "Undo")
    assert jobs_under_way() == 0
    assert seen.bin.count() == 1
    banner.hide()


def test_what_could_not_be_backed_up_stays_and_it_is_said(
    qtbot: QtBot, seen: Journal, clock: SetClock, banner: Banner
) -> None:
    fill_bin(seen, clock, 100)
    seen.save_preferences(Preferences(empty_bin_after=30))
    (seen.folder / "backups").write_text("no folder")
    BinPurge(Session(seen, banner), banner, banner)
    qtbot.waitUntil(lambda: "cannot be written" in banner.sentence())
    assert seen.bin.count() == 2


def test_by_hand_nothing_begins(seen: Journal, clock: SetClock, banner: Banner) -> None:
    fill_bin(seen, clock, 10_000)
    BinPurge(Session(seen, banner), banner, banner)
    QApplication.processEvents()
    assert jobs_under_way() == 0
    assert seen.bin.count() == 2
    assert banner.sentence() == ""
