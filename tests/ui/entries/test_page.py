"""The journal page as a person uses it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt, QUrl
from PySide6.QtGui import QTextDocument, QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDateEdit,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTextBrowser,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import DiskFullError, UnknownEntryError
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.editor.footer import EditorFooter
from amp_desktop.ui.entries.entry_actions import EntryActions
from amp_desktop.ui.entries.inspector.history.history_dialog import HistoryDialog
from amp_desktop.ui.entries.inspector.inspector import Inspector
from amp_desktop.ui.entries.kind_page import kind_page
from amp_desktop.ui.entries.list.bin_bar import BinBar
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.entries.not_saved_banner import NotSavedBanner
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.chips import Chip, ChipRow
from amp_desktop.ui.widgets.search_field import SearchField
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import body, current, filter_by, named, only_kind, part, rows, select, title
from tests.ui.people import shows

DAY = date(2026, 7, 22)


@pytest.fixture
def three(journal: Journal) -> list[Entry]:
    """Three notes of one day each, newest first: Third, Second, First."""
    notes = [
        Note(title=name, body=f"{name} body", day=DAY.replace(day=day))
        for name, day in (("Third", 22), ("Second", 21), ("First", 20))
    ]
    for note in notes:
        journal.save_entry(note)
    return list(notes)


def stored(journal: Journal) -> list[Entry]:
    return list(journal.entries())


def notice(page: EntriesPage) -> Banner:
    return next(banner for banner in page.findChildren(Banner) if not isinstance(banner, NotSavedBanner))


# Writing


def test_tags_of_the_text_stand_among_the_tags_of_the_entry(
    qtbot: QtBot, journal: Journal, page: EntriesPage
) -> None:
    journal.save_entry(Note(title="Tagged", body="On #review and #CLI, `#code`.", tags=("cli",), day=DAY))
    page.show_entry(stored(journal)[0].id)
    assert chips(page) == ["cli", "review"]
    qtbot.keyClicks(body(page), "#later ")
    assert page.flush()
    assert chips(page) == ["cli", "later", "review"]
    assert stored(journal)[0].tags == ("cli",)
    named(page, "Remove the tag cli", QToolButton).click()
    assert page.flush()
    assert chips(page) == ["later", "review", "CLI"]


def chips(page: EntriesPage) -> list[str]:
    """The tags that are shown beside the text, in order."""
    shown = [chip for chip in part(page, ChipRow).findChildren(Chip) if not chip.isHidden()]
    QApplication.processEvents()
    return [chip.text() for chip in sorted(shown, key=lambda chip: (chip.y(), chip.x()))]


def test_a_new_note_exists_once_something_is_typed(qtbot: QtBot, journal: Journal, page: EntriesPage) -> None:
    page.new_entry()
    assert title(page).hasFocus()
    assert page.flush()
    assert stored(journal) == []
    qtbot.keyClicks(title(page), "First light")
    qtbot.keyClick(title(page), Qt.Key.Key_Return)
    qtbot.keyClicks(body(page), "words")
    qtbot.waitUntil(lambda: [entry.body for entry in stored(journal)] == ["words"])
    assert stored(journal)[0].title == "First light"
    assert rows(page) == ["First light"]
    assert current(page) == "First light"
    assert part(page, EditorFooter).state_words().startswith("Saved")


def test_saving_is_told_before_saved(qtbot: QtBot, page: EntriesPage) -> None:
    page.new_entry()
    qtbot.keyClicks(body(page), "w")
    assert part(page, EditorFooter).state_words() == "Saving…"
    qtbot.waitUntil(lambda: part(page, EditorFooter).state_words().startswith("Saved"))


def test_undo_cursor_and_selection_survive_a_save(
    qtbot: QtBot, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    select(page, 1)
    body(page).setFocus()
    qtbot.keyClicks(body(page), "Added ")
    assert page.flush()
    assert current(page) == "Second"
    assert body(page).textCursor().position() == len("Added ")
    body(page).undo()
    assert body(page).text() == "Second body"


def test_another_row_is_opened_after_the_former_was_written(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    assert body(page).text() == "Third body"
    qtbot.keyClicks(body(page), "More. ")
    select(page, 2)
    assert body(page).text() == "First body"
    assert journal.entry(three[0].id).body == "More. Third body"


def test_leaving_the_text_writes_it(qtbot: QtBot, journal: Journal, page: EntriesPage) -> None:
    page.new_entry()
    body(page).setFocus()
    qtbot.keyClicks(body(page), "words")
    title(page).setFocus()
    assert [entry.body for entry in stored(journal)] == ["words"]


def test_hiding_the_page_writes_it(qtbot: QtBot, journal: Journal, page: EntriesPage) -> None:
    page.new_entry()
    title(page).clearFocus()
    qtbot.keyClicks(body(page), "words")
    page.hide()
    assert [entry.body for entry in stored(journal)] == ["words"]


def test_an_emptied_entry_stays(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    title(page).setFocus()
    title(page).selectAll()
    qtbot.keyClick(title(page), Qt.Key.Key_Delete)
    body(page).setFocus()
    body(page).selectAll()
    qtbot.keyClick(body(page), Qt.Key.Key_Delete)
    assert page.flush()
    assert journal.count() == 3
    assert rows(page)[0] == "Untitled"


def _detail(page: EntriesPage) -> str:
    return next(label.text() for label in page.findChildren(QLabel) if " · " in label.text())


def test_every_kind_can_be_begun_from_the_menu(page: EntriesPage) -> None:
    menu = named(page, "New entry", QPushButton).menu()
    kinds = [action for action in menu.actions() if isinstance(action.data(), str)]
    asked: list[Entry] = []
    page.begin_requested.connect(asked.append)
    for action, kind in zip(kinds, ENTRY_TYPES, strict=True):
        action.trigger()
        if asked:  # there is one page of a week, which the window looks for first
            page.begin_entry(asked.pop())
        assert kind_view(kind).name() in _detail(page)


# When saving fails


@pytest.fixture
def full(monkeypatch: pytest.MonkeyPatch, journal: Journal) -> pytest.MonkeyPatch:
    """A disk without room, until it is undone."""

    def fail(*_: object, **__: object) -> Entry:
        raise DiskFullError("The disk is full.", "Make room, then try again.")

    for name in ("save_entry", "merge_entry"):
        monkeypatch.setattr(journal, name, fail)
    return monkeypatch


def test_a_failed_save_keeps_the_text_and_offers_to_try_again(
    qtbot: QtBot, journal: Journal, page: EntriesPage, full: pytest.MonkeyPatch
) -> None:
    page.new_entry()
    qtbot.keyClicks(body(page), "words")
    assert not page.flush()
    banner = part(page, NotSavedBanner)
    assert banner.isVisible()
    assert banner.sentence() == "The disk is full."
    assert part(page, EditorFooter).state_words() == "Not saved"
    assert body(page).text() == "words"
    full.undo()
    named(page, "Try again", QPushButton).click()
    assert not banner.isVisible()
    assert [entry.body for entry in stored(journal)] == ["words"]


def test_nobody_leaves_an_entry_that_cannot_be_written(
    qtbot: QtBot, open_page: OpenPage, three: list[Entry], full: pytest.MonkeyPatch
) -> None:
    page = open_page()
    qtbot.keyClicks(body(page), "X")
    select(page, 2)
    assert body(page).text() == "XThird body"
    assert current(page) == "Third"
    page.new_entry()
    assert body(page).text() == "XThird body"


def test_a_copy_can_be_saved_elsewhere(
    qtbot: QtBot, page: EntriesPage, full: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page.new_entry()
    qtbot.keyClicks(title(page), "Saved words")
    qtbot.keyClicks(body(page), "words")
    page.flush()
    named(page, "Save a copy elsewhere…", QPushButton).click()
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "copy.md"))
    dialog.reject()
    assert (tmp_path / "copy.md").read_text("utf-8") == "# Saved words\n\nwords\n"


# Finding


def test_search_finds_as_one_types_and_escape_shows_all(
    qtbot: QtBot, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    page.begin_search()
    search = part(page, SearchField)
    qtbot.waitUntil(search.hasFocus)
    qtbot.keyClicks(search, "seco")
    qtbot.waitUntil(lambda: rows(page) == ["Second"])
    assert body(page).text() == "Third body"
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert part(page, EntryListView).hasFocus()
    qtbot.waitUntil(lambda: body(page).text() == "Second body")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(rows(page)) == 3)


def test_nothing_found_is_said(qtbot: QtBot, open_page: OpenPage, three: list[Entry]) -> None:
    page = open_page()
    qtbot.keyClicks(part(page, SearchField), 'nowhere ( " *')
    qtbot.waitUntil(lambda: rows(page) == [])
    assert any("Nothing found" in label.text() for label in page.findChildren(QLabel))


def test_kinds_can_be_chosen(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Note(title="Note"))
    journal.save_entry(Goal(title="Goal"))
    journal.save_entry(Challenge(title="Challenge"))
    page = open_page()
    only_kind(page, "Goals").trigger()
    assert rows(page) == ["Goal"]
    only_kind(page, "Notes").trigger()
    assert sorted(rows(page)) == ["Goal", "Note"]
    page.new_entry("challenge")
    assert len(rows(page)) == 3


def test_keys_lead_from_list_to_text_and_back(qtbot: QtBot, open_page: OpenPage, three: list[Entry]) -> None:
    page = open_page()
    view = part(page, EntryListView)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert body(page).text() == "Second body"
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert body(page).hasFocus()
    qtbot.keyClick(body(page), Qt.Key.Key_Escape)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Up)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert part(page, SearchField).hasFocus()


def test_an_arrow_of_the_keypad_leads_from_the_list_to_the_search(
    qtbot: QtBot, open_page: OpenPage, three: list[Entry]
) -> None:
    """On macOS every arrow bears the mark of the keypad."""
    page = open_page()
    qtbot.keyClick(part(page, EntryListView), Qt.Key.Key_Up, Qt.KeyboardModifier.KeypadModifier)
    assert part(page, SearchField).hasFocus()


def test_an_entry_is_shown_though_the_list_leaves_it_out(
    qtbot: QtBot, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    qtbot.keyClicks(part(page, SearchField), "third")
    qtbot.waitUntil(lambda: rows(page) == ["Third"])
    page.show_entry(three[2].id)
    assert body(page).text() == "First body"
    assert current(page) == "First"
    assert part(page, SearchField).text() == ""


def test_rows_are_as_wide_without_a_scroll_bar_as_with_one(
    journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    few = part(open_page(), EntryListView)
    journal.save_entries([Note(title=f"note {number}") for number in range(40)])
    many = part(open_page(), EntryListView)
    assert few.viewport().width() == many.viewport().width()


# The bin


def test_delete_bins_and_undo_brings_back(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    view = part(page, EntryListView)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert rows(page) == ["Second", "First"]
    assert current(page) == "Second"
    assert body(page).text() == "Second body"
    assert notice(page).sentence() == "“Third” is in the bin."
    named(page, "Undo", QPushButton).click()
    assert rows(page) == ["Third", "Second", "First"]
    assert body(page).text() == "Third body"
    assert journal.count(EntryQuery(binned=True)) == 0


def test_a_tag_that_is_typed_and_not_entered_stays_with_its_entry(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    page.activateWindow()
    named(page, "Add a tag", QToolButton).click()
    line = named(page, "New tag", QLineEdit)
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "ci")
    part(page, EntryListView).setFocus()
    select(page, 1)
    assert journal.entry(three[0].id).tags == ("ci",)
    named(page, "Add a tag", QToolButton).click()
    qtbot.keyClicks(line, "rel")
    page.show_entry(three[2].id)
    assert page.flush()
    assert line.text() == ""
    assert journal.entry(three[2].id).tags == ()


def test_the_undo_of_other_entries_outlasts_one_that_goes_to_the_bin(
    qtbot: QtBot, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    page.show_entry(three[1].id)
    body(page).selectAll()
    qtbot.keyClicks(body(page), "Typed over by mistake")
    page.show_entry(three[0].id)
    part(page, EntryActions).put_open_in_bin()
    page.show_entry(three[1].id)
    body(page).undo()
    assert body(page).text() == "Second body"


def test_from_the_bin_back_or_gone_for_ever_after_asking(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    journal.put_in_bin([three[0].id, three[1].id])
    page = open_page()
    assert rows(page) == ["First"]
    filter_by(page, "Bin")
    assert rows(page) == ["Third", "Second"]
    select(page, 0)
    assert body(page).isReadOnly()
    named(page, "Delete for ever…", QPushButton).click()
    assert journal.count(EntryQuery(binned=True)) == 2
    named(page, "Delete for ever", QPushButton).click()
    with pytest.raises(UnknownEntryError):
        journal.entry(three[0].id)
    assert rows(page) == ["Second"]
    select(page, 0)
    named(page, "Take out of the bin", QPushButton).click()
    assert journal.count(EntryQuery(binned=True)) == 0
    assert not body(page).isReadOnly()


def test_what_was_taken_out_of_the_bin_since_it_was_asked_about_stays(
    journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    journal.put_in_bin([three[0].id])
    page = open_page()
    page.show_entry(three[0].id)
    named(page, "Delete for ever…", QPushButton).click()
    page.session.take_from_bin([three[0].id])
    page.session.save(replace(journal.entry(three[0].id), body="Written since."))
    named(page, "Delete for ever", QPushButton).click()
    assert journal.entry(three[0].id).body == "Written since."
    assert body(page).text() == "Written since."


def test_the_bin_says_how_much_lies_there_and_is_emptied_after_asking(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    journal.put_in_bin([three[0].id, three[1].id])
    page = open_page()
    assert not page.findChildren(BinBar)
    filter_by(page, "Bin")
    assert shows(part(page, BinBar), "2 entries")
    named(page, "Empty the bin…", QPushButton).click()
    assert notice(page).sentence() == "Delete all 2 entries in the bin for ever?"
    assert journal.bin.count() == 2
    named(page, "Delete for ever", QPushButton).click()
    qtbot.waitUntil(lambda: shows(page, "2 entries were deleted for ever."))
    assert (rows(page), journal.bin.count()) == ([], 0)
    assert not part(page, BinBar).isVisible()
    filter_by(page, "Bin")
    assert rows(page) == ["First"]


def test_on_the_page_of_a_kind_only_its_own_part_of_the_bin_is_emptied(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    goal = journal.save_entry(Goal(title="A goal"))
    journal.put_in_bin([three[0].id, goal.id])
    page = open_page(kind_page("goal"))
    filter_by(page, "Bin")
    assert shows(part(page, BinBar), "One entry")
    named(page, "Empty the bin…", QPushButton).click()
    named(page, "Delete for ever", QPushButton).click()
    qtbot.waitUntil(lambda: shows(page, "One entry was deleted for ever."))
    assert journal.entry(three[0].id).binned_at is not None
    assert journal.bin.count() == 1


def test_binning_a_new_entry_that_was_typed_works(qtbot: QtBot, journal: Journal, page: EntriesPage) -> None:
    page.new_entry()
    assert not any(
        button.isVisible() for button in page.findChildren(QPushButton) if button.text() == "Move to bin"
    )
    qtbot.keyClicks(body(page), "words")
    page.flush()
    named(page, "Move to bin", QPushButton).click()
    assert stored(journal) == []
    assert rows(page) == []


# What others write


def test_an_entry_written_elsewhere_is_shown_when_nothing_is_unwritten(
    session: Session, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    session.save(replace(three[0], title="Third, again", body="from elsewhere"))
    assert body(page).text() == "from elsewhere"
    assert rows(page)[0] == "Third, again"


def test_what_is_changed_elsewhere_beside_the_text_leaves_cursor_and_undo(
    qtbot: QtBot, session: Session, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    qtbot.keyClicks(body(page), "Mine. ")
    page.flush()
    session.save(replace(journal.entry(three[0].id), tags=("from-elsewhere",)))
    assert part(page, ChipRow).tags() == ["from-elsewhere"]
    assert body(page).textCursor().position() == len("Mine. ")
    body(page).undo()
    assert body(page).text() == "Third body"


def test_no_neighbour_is_opened_when_the_current_row_goes(
    session: Session, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    session.put_in_bin([three[0].id])
    assert body(page).text() == "Third body"
    assert body(page).isReadOnly()
    assert current(page) == ""


def test_unwritten_text_goes_before_what_others_write(
    qtbot: QtBot, session: Session, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    qtbot.keyClicks(body(page), "Mine. ")
    session.save(replace(three[0], body="from elsewhere"))
    assert body(page).text() == "Mine. Third body"
    page.flush()
    assert journal.entry(three[0].id).body == "Mine. Third body"


def test_what_another_process_wrote_appears(
    session: Session, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    journal.save_entry(Note(title="From the terminal", day=DAY))
    journal.delete_for_ever([three[2].id])
    session.refreshed.emit()
    assert "From the terminal" in rows(page)
    assert "First" not in rows(page)


def test_a_hidden_page_is_up_to_date_when_it_is_seen_again(
    session: Session, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    page.hide()
    session.save(Note(title="Meanwhile", day=DAY))
    session.put_in_bin([three[2].id])
    page.show()
    page.arrive()
    assert "Meanwhile" in rows(page)
    assert "First" not in rows(page)


# Beside the text


def test_tags_and_sharing_are_written(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    named(page, "Shareable", QCheckBox).click()
    part(page, ChipRow).changed.emit(["cli"])
    part(page, ChipRow).set_tags(["cli"])
    named(page, "Put on the agenda", QPushButton).click()
    assert page.flush()
    entry = journal.entry(three[0].id)
    assert isinstance(entry, Note)
    assert (entry.tags, entry.sharing.value, entry.on_agenda) == (("cli",), "shareable", True)
    assert named(page, "Take off the agenda", QPushButton)


def test_self_care_has_no_switch(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(SelfCareNote(mood=4))
    page = open_page()
    assert not any(box.isVisible() and box.text() == "Shareable" for box in page.findChildren(QCheckBox))
    assert not any(b.isVisible() and "agenda" in b.text() for b in page.findChildren(QPushButton))


@pytest.mark.qt_log_ignore("does not support (grabbing the keyboard|raise)", extend=True)
def test_links_show_on_both_sides_and_can_be_followed(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    line = named(page, "Link an entry by its title", QLineEdit)
    qtbot.keyClicks(line, "firs")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert journal.entry(three[0].id).links == (three[2].id,)
    QApplication.processEvents()
    named(page, "Go to First", QPushButton).click()
    assert body(page).text() == "First body"
    QApplication.processEvents()
    assert named(page, "Go to Third", QPushButton)


def test_a_former_version_can_be_brought_back(
    qtbot: QtBot, journal: Journal, open_page: OpenPage, three: list[Entry]
) -> None:
    journal.save_entry(replace(three[0], body="x" * 400))
    journal.save_entry(replace(three[0], body="short"))
    page = open_page()
    named(page, "History, folded", QPushButton).click()
    versions = [v for v in journal.versions(three[0].id) if v.words]
    assert versions
    named(page, "Saved versions", QListWidget).setCurrentRow(0)
    named(page, "Bring this back…", QPushButton).click()
    assert body(page).text() == "short"  # all of it is shown first
    named(part(page, HistoryDialog), "Bring this back", QPushButton).click()
    assert body(page).text() == "x" * 400


def test_the_inspector_folds_and_stays_so(open_page: OpenPage, three: list[Entry]) -> None:
    page = open_page()
    assert part(page, Inspector).isVisible()
    named(page, "Show or hide the details", QToolButton).click()
    assert not part(page, Inspector).isVisible()
    page.hide()
    again = open_page()
    assert not part(again, Inspector).isVisible()


def test_preview_shows_how_it_reads(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Note(title="A", body="# Head\n\n**bold** %%mine%%\n\n![x](https://example.org/x.png)"))
    page = open_page()
    named(page, "Preview", QPushButton).click()
    shown = part(page, QTextBrowser)
    assert shown.isVisible()
    assert "bold" in shown.toPlainText()
    assert "**" not in shown.toPlainText()


# Locking


def test_locking_leaves_no_word_behind(qtbot: QtBot, open_page: OpenPage, three: list[Entry]) -> None:
    page = open_page()
    qtbot.keyClicks(part(page, SearchField), "third")
    qtbot.waitUntil(lambda: rows(page) == ["Third"])
    page.flush()
    page.forget()
    assert rows(page) == []
    assert body(page).text() == ""
    assert not body(page).document().isUndoAvailable()
    assert title(page).text() == ""
    assert part(page, SearchField).text() == ""
    assert not [d for d in page.findChildren(QDialog) if d.isVisible()]


def test_a_link_in_the_preview_leads_to_its_entry(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Note(title="Day one", body="It began.", day=DAY.replace(day=1)))
    journal.save_entry(Note(title="A", body="See [[Day one]] and [[Nowhere]].", day=DAY))
    page = open_page()
    named(page, "Preview", QPushButton).click()
    shown = part(page, QTextBrowser)
    shown.anchorClicked.emit(QUrl("https://example.org/"))
    assert title(page).text() == "A"
    shown.anchorClicked.emit(QUrl("entry:Nowhere"))
    assert notice(page).sentence() == "No entry is called “Nowhere” yet."
    shown.anchorClicked.emit(QUrl("entry:Day%20one"))
    assert title(page).text() == "Day one"


def test_the_preview_loads_nothing(journal: Journal, open_page: OpenPage, tmp_path: Path) -> None:
    shown = part(open_page(), QTextBrowser)
    (tmp_path / "x.txt").write_text("secret")
    for address in ("https://example.org/x.png", QUrl.fromLocalFile(str(tmp_path / "x.txt")).toString()):
        given = shown.loadResource(QTextDocument.ResourceType.HtmlResource.value, QUrl(address))
        assert given.size() == QSize(1, 1)


def test_the_wheel_scrolls_and_changes_no_field(
    qtbot: QtBot, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    day = part(page, QDateEdit)
    before = day.date()
    point = QPointF(5, 5)
    wheel = QWheelEvent(
        point,
        day.mapToGlobal(point),
        QPoint(0, 120),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 -- Qt takes no name here
    )
    QApplication.sendEvent(day, wheel)
    assert day.date() == before


def test_in_a_narrow_window_the_inspector_gives_way_and_can_be_asked_for(
    qtbot: QtBot, open_page: OpenPage, three: list[Entry]
) -> None:
    page = open_page()
    assert part(page, Inspector).isVisible()
    page.resize(720, 600)
    assert page.width() == 720
    assert not part(page, Inspector).isVisible()
    named(page, "Show or hide the details", QToolButton).click()
    over = part(page, Inspector)
    assert over.isVisible()
    assert part(page, EntryListView).isVisible()
    assert over.mapTo(page, over.rect().bottomRight()).x() == page.width() - 1
    button = named(page, "Show or hide the details", QToolButton)
    assert button.visibleRegion().boundingRect() == button.rect(), "it does not cover what closes it"
    named(page, "Day", QDateEdit).setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert body(page).hasFocus()
    assert not over.isVisible()
    named(page, "Show or hide the details", QToolButton).click()
    body(page).setFocus()
    qtbot.keyClick(body(page), Qt.Key.Key_Escape)
    assert part(page, EntryListView).hasFocus()
    assert not part(page, Inspector).isVisible()
    named(page, "Show or hide the details", QToolButton).click()
    named(page, "Show or hide the details", QToolButton).click()
    page.resize(1100, 600)
    assert not part(page, Inspector).isVisible()
    named(page, "Show or hide the details", QToolButton).click()
    assert part(page, Inspector).isVisible()
