"""The page of an incident, as one writes on it, and its protected report."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.incident import Incident
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.report_dialog import ProtectedReportDialog
from amp_desktop.ui.pages import PAGES
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.widgets.segments import SegmentedRow
from amp_desktop.vault import age_files
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import part, text
from tests.ui.every_word import words_of
from tests.ui.people import seen

WORDS = "seven quiet boats at noon"


@pytest.fixture
def page(open_page: OpenPage, journal: Journal) -> EntriesPage:
    made = journal.save_entry(Incident(title="In the call", who="Somebody"))
    page = open_page()
    page.show_entry(made.id)
    return page


def test_its_page_has_no_row_in_the_side_bar() -> None:
    assert not PAGES["incidents"].in_side_bar


def test_it_tells_whom_to_turn_to_and_shows_times_that_nobody_can_edit(
    page: EntriesPage, journal: Journal
) -> None:
    said = words_of(page)
    assert said.index("first your mentor") < said.index("the organizers") < said.index("its committee")
    assert "Who: " in said
    text(page, "where").insertPlainText("In the call")
    assert page.flush()
    (incident,) = journal.entries()
    assert isinstance(incident, Incident)
    assert {one.part for one in incident.written} == {"who", "where"}
    assert "Where: " in words_of(page)


def test_a_report_is_saved_protected(
    page: EntriesPage, journal: Journal, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "report.md.age"
    monkeypatch.setattr(
        "amp_desktop.ui.unlock.protected_file_dialog.choose_new_file",
        lambda _parent, _title, _name, chosen: chosen(str(tmp_path / "report")),
    )
    seen(page, QPushButton, "Save a protected report…").click()
    (dialog,) = page.window().findChildren(ProtectedReportDialog)
    part(dialog, SegmentedRow).choose(2)
    first, second = (one for one in dialog.findChildren(QLineEdit) if one.isVisible())
    for line in (first, second):
        line.setText(WORDS)
        line.textEdited.emit(WORDS)
    qtbot.waitUntil(dialog.save.isEnabled)
    dialog.save.click()
    qtbot.waitUntil(lambda: jobs_under_way() == 0 and target.exists(), timeout=30_000)
    assert b"Somebody" in age_files.decrypt(target.read_bytes(), WORDS)
    assert "age -d" in words_of(dialog)
    assert all(line.height() >= line.sizeHint().height() for line in (first, second))
    (line,) = journal.sharing.log().items
    assert line.text == ""
    dialog.reject()


def test_what_is_sealed_always_cannot_be_unsealed_beside_its_page(page: EntriesPage) -> None:
    assert replace(Incident(title="It")).is_sealed
    from PySide6.QtWidgets import QCheckBox

    box = next(one for one in page.findChildren(QCheckBox) if one.text() == "Sealed")
    assert box.isChecked()
    assert not box.isEnabled()
