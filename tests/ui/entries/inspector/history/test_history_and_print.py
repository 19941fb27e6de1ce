"""Earlier versions and paper."""

import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.entries.inspector.history.difference_view import DifferenceView
from amp_desktop.ui.entries.inspector.history.history_dialog import HistoryDialog
from amp_desktop.ui.entries.inspector.history.history_section import HistorySection
from amp_desktop.ui.preview.printing import JOB_NAME, print_on, printed_page
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.text_box import TextBox
from tests.conftest import MakeEntry
from tests.shares import has_left
from tests.ui.entries.pages import body, named, part

LONG_AGO = datetime(2026, 10, 17, 11, tzinfo=UTC)
"""An hour before the clock of the journal."""


@pytest.fixture
def journal(timed_journal: Journal) -> Journal:
    """A journal whose clock stands still."""
    return timed_journal


@pytest.fixture
def rewritten(session: Session, make_entry: MakeEntry) -> Entry:
    """An entry with one earlier version."""
    first = make_entry("note", title="Day", body="I was stuck.\n\nIt rained.", created_at=LONG_AGO)
    session.save(first)
    return session.save(replace(first, body="I was not stuck.\n\nIt rained.\n\nThe end."))


@pytest.fixture
def dialog(qtbot: QtBot, page: EntriesPage, rewritten: Entry) -> HistoryDialog:
    page.show_entry(rewritten.id)
    part(page, EntryEditor).history_requested.emit()
    return part(page, HistoryDialog)


def test_a_version_is_shown_against_the_entry_as_it_is(dialog: HistoryDialog) -> None:
    view = part(dialog, DifferenceView)
    assert view.summary() == "3 words added, 0 words removed."
    text = view.toPlainText()
    assert "1 word added\nI was not stuck." in text
    assert "2 words added\nThe end." in text
    added = [
        fragment.text()
        for block in _blocks(view)
        for fragment in block
        if fragment.charFormat().fontUnderline()
    ]
    assert added == ["not ", "The end."]


def test_the_versions_are_no_larger_than_a_small_window(
    qtbot: QtBot, page: EntriesPage, rewritten: Entry
) -> None:
    page.resize(760, 500)
    page.show_entry(rewritten.id)
    part(page, EntryEditor).history_requested.emit()
    dialog = part(page, HistoryDialog)
    assert QSize(760, 500).expandedTo(dialog.minimumSizeHint()) == QSize(760, 500)
    assert QSize(760, 500).expandedTo(dialog.size()) == QSize(760, 500)


def test_the_only_version_is_chosen_by_tab_alone(
    qtbot: QtBot, page: EntriesPage, session: Session, rewritten: Entry
) -> None:
    section = HistorySection(session, page)
    section.show()
    section.show_versions(rewritten.id)
    versions = part(section, QListWidget)
    versions.setFocus(Qt.FocusReason.TabFocusReason)
    assert len(versions.selectedItems()) == 1
    assert named(section, "Bring this back…", QPushButton).isVisible()


def test_another_entry_can_be_shown_while_a_version_is_read(
    qtbot: QtBot, session: Session, rewritten: Entry
) -> None:
    session.save(replace(rewritten, body="Both are true."))
    other = session.save(Note(title="Another day", body="No versions yet."))
    section = HistorySection(session)
    qtbot.addWidget(section)
    section.show_versions(rewritten.id)
    versions = part(section, QListWidget)
    assert versions.count() == 2
    versions.setCurrentRow(0)
    section.show_versions(other.id)
    assert versions.count() == 0
    assert not part(section, TextBox).toPlainText()


def test_that_version_alone_can_be_read(qtbot: QtBot, dialog: HistoryDialog) -> None:
    part(dialog, QCheckBox).click()
    whole = "Day\n\nI was stuck.\n\nIt rained.\n\nDay: Wednesday 22 July 2026"
    assert part(dialog, DifferenceView).toPlainText() == whole


def test_a_version_is_brought_back_and_undo_takes_that_back(
    qtbot: QtBot, page: EntriesPage, dialog: HistoryDialog, session: Session, rewritten: Entry
) -> None:
    assert part(dialog, QListWidget).hasFocus()
    qtbot.mouseClick(named(dialog, "Bring this back", QPushButton), Qt.MouseButton.LeftButton)
    assert session.journal.entry(rewritten.id).body == "I was stuck.\n\nIt rained."
    assert body(page).text() == "I was stuck.\n\nIt rained."
    body(page).undo()
    assert body(page).text() == rewritten.body
    assert page.flush()
    assert session.journal.entry(rewritten.id).body == rewritten.body


def test_an_entry_without_versions_says_so(qtbot: QtBot, session: Session, make_entry: MakeEntry) -> None:
    dialog = HistoryDialog(session.journal, make_entry(title="Day"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not part(dialog, QListWidget).isVisible()


def test_a_printed_page_says_all_but_the_asides(tmp_path: Path, make_entry: MakeEntry, qapp: object) -> None:
    entry = make_entry(
        title="A day %%not for you%%",
        body="# Head\n\nSome **words** for you. %%secret%%\n\n- [x] done\n\n![x](file:///etc/hostname)\n\n%%rest",
    )
    file = tmp_path / "page.pdf"
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    print_on(printer, entry)
    assert printer.docName() == JOB_NAME
    read = subprocess.run(
        ["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True
    ).stdout
    assert "A day" in read
    assert "Some words for you." in read
    assert "done" in read
    for secret in ("not for you", "secret", "rest", "%%"):
        assert secret not in read
    assert b"A day" not in file.read_bytes().split(b"stream", maxsplit=1)[0]
    listed = subprocess.run(["pdfimages", "-list", file], capture_output=True, text=True, check=True).stdout
    assert len(listed.splitlines()) == 2  # the heading of the list alone


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("A day %%not closed", "secret"),
        ("A day", "%\u200b%secret%\u200b%"),
        ("A day %\u2060%secret%%", ""),
    ],
)
def test_a_printed_page_leaves_out_what_a_summary_would(
    title: str, body: str, make_entry: MakeEntry, qapp: object
) -> None:
    words = printed_page(make_entry(title=title, body=body)).toPlainText()
    assert words.startswith("A day")
    assert "secret" not in words
    assert "closed" not in words


def _blocks(view: DifferenceView):  # type: ignore[no-untyped-def]
    block = view.document().begin()
    while block.isValid():
        part, fragments = block.begin(), []
        while not part.atEnd():
            fragments.append(part.fragment())
            part += 1
        yield fragments
        block = block.next()


def test_the_history_says_when_an_entry_left_and_for_whom(session: Session, rewritten: Entry) -> None:
    section = HistorySection(session)
    section.show_versions(rewritten.id)
    assert section.left() == ""
    sharing = session.journal.sharing
    other = session.save(Note(title="Another"))
    for whom, form, entry in (("my mentor", "pdf", rewritten), ("", "slack", rewritten), ("x", "md", other)):
        disclosure = sharing.disclose(sharing.offer(), {entry.id}, audience=whom)
        has_left(sharing, disclosure, form, sharing.render(disclosure, form), audience=whom)
    section.show_versions(rewritten.id)
    assert section.left() == "Left on 17 October, as Slack\nLeft on 17 October for my mentor, as PDF"
    sharing.delete_from_log([rewritten.id])
    section.show_versions(rewritten.id)
    assert section.left().count("Left on") == 2
    section.forget()
    assert section.left() == ""
