"""The bin that empties itself: when it is told, what goes, and that nothing happens unasked."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from amp_desktop.domain.clock import utc_now
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.preferences import Preferences
from amp_desktop.journal import Journal
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell import bin_purge as bin_emptying
from amp_desktop.ui.shell.bin_purge import BinEmptying
from amp_desktop.ui.widgets.banner import Banner, Tone


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bin_emptying, "BEGINS_AFTER_MS", 0)


@pytest.fixture
def banner(qtbot: QtBot) -> Iterator[Banner]:
    made = Banner()
    qtbot.addWidget(made)
    yield made
    qtbot.waitUntil(lambda: jobs_under_way() == 0)


def fill_bin(journal: Journal, *days_ago: int) -> None:
    journal.save_entries(Note(title="gone", binned_at=utc_now() - timedelta(days=days)) for days in days_ago)


def test_what_is_due_goes_and_it_is_told_once(qtbot: QtBot, journal: Journal, banner: Banner) -> None:
    fill_bin(journal, 100, 200, 5)
    journal.save_preferences(Preferences(empty_bin_after=90))
    session = Session(journal, banner)
    with qtbot.waitSignal(session.refreshed):
        BinEmptying(session, banner, banner)
    assert banner.sentence() == "2 entries that had lain in the bin for long were deleted for ever."
    assert journal.bin.count() == 1
    banner.dismissed.emit()
    banner.clear()
    banner.dismissed.emit()
    assert banner.sentence() == ""


def test_it_waits_its_turn_to_be_told(qtbot: QtBot, journal: Journal, banner: Banner) -> None:
    fill_bin(journal, 100)
    journal.save_preferences(Preferences(empty_bin_after=30))
    session = Session(journal, banner)
    banner.show_message(Tone.INFO, "Your system's keyring opened the journal.")
    with qtbot.waitSignal(session.refreshed):
        BinEmptying(session, banner, banner)
    assert "keyring" in banner.sentence()
    banner.clear()
    banner.dismissed.emit()
    assert banner.sentence() == "One entry that had lain in the bin for long was deleted for ever."


def test_by_hand_nothing_begins(journal: Journal, banner: Banner) -> None:
    fill_bin(journal, 10_000)
    BinEmptying(Session(journal, banner), banner, banner)
    QTest.qWait(50)
    assert jobs_under_way() == 0
    assert journal.bin.count() == 1
    assert banner.sentence() == ""
