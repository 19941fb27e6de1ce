"""Looking into what has left, from the search of the window."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.share import Share
from amp_desktop.journal import Journal
from amp_desktop.ui.entries.list.shared_hits import SharedHits
from tests.stores import store_beside
from tests.ui.entries.conftest import OpenPage

SHARE = Share(
    shared_at=datetime(2026, 7, 1, 12, tzinfo=UTC),
    to_whom="Ada",
    format="txt",
    text="Two **reviews**, and the [[Straße]] is closed.",
    sha256="0" * 64,
)


def test_what_left_stands_in_the_place_of_entries_and_leads_to_the_log(
    qtbot: QtBot, journal: Journal, open_page: OpenPage
) -> None:
    with store_beside(journal) as store:
        store.record_share(SHARE)
    journal.save_entry(Note(title="Reviews of my own"))
    page = open_page()
    page.search_for("in:shared strasse")
    found = page.findChild(SharedHits)
    assert isinstance(found, SharedHits)
    assert found.isVisible()
    assert found.item(0).text().splitlines()[0].endswith("for Ada")
    assert "Two reviews, and the Straße is closed." in found.item(0).text()
    with qtbot.waitSignal(page.part_requested) as asked:
        qtbot.keyClick(found, Qt.Key.Key_Return)
    assert asked.args == ["share", f"share:{SHARE.id}"]
    page.search_for("in:shared unheard")
    assert not found.isVisible()
    page.search_for("review")
    assert not found.isVisible()
    page.forget()
    assert found.count() == 0
