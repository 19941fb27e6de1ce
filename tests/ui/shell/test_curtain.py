"""The inner curtain in the window: with it down, no word of care and of sealed entries is anywhere in it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QEventLoop, Qt, QThreadPool, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.pages import PAGES
from amp_desktop.ui.palette.palette import Palette
from amp_desktop.ui.palette.rows import ChoiceModel
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.platform.clipboard import copy_private
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.settings.archive_dialog import ArchiveDialog
from amp_desktop.ui.settings.archive_section import ArchiveSection
from amp_desktop.ui.settings.care_section import CareSection
from amp_desktop.ui.shell.curtain import Curtain
from amp_desktop.ui.shell.curtain_dialog import CurtainDialog
from amp_desktop.ui.shell.window import MainWindow
from amp_desktop.ui.shell.workspace import Workspace
from tests.canaries import with_canaries
from tests.conftest import PASSPHRASE
from tests.ui.entries.pages import title
from tests.ui.every_word import words_of
from tests.ui.people import seen, shows

CANARY = "zq"


@pytest.fixture
def covered(journal: Journal) -> tuple[Entry, ...]:
    """A sealed entry of every kind and an unsealed one of the most private; and an open note among them."""
    today = journal.today()
    made = []
    for kind, entry_type in ENTRY_TYPES.items():
        entry, _ = with_canaries(kind, day=today, pinned=True)
        entry = replace(entry, body=f"{entry.body} [[An open note]]")
        made.append(journal.save_entry(entry.as_sealed()))
        if entry_type.IS_MOST_PRIVATE and not entry_type.IS_ALWAYS_SEALED:
            open_one, _ = with_canaries(kind, day=today, pinned=True)
            made.append(journal.save_entry(open_one))
    ids = tuple(entry.id for entry in made)
    journal.save_entry(Note(title="An open note", body="Open words", day=today, links=ids, pinned=True))
    binned, _ = with_canaries(SelfCareNote.KIND, day=today)
    journal.put_in_bin([journal.save_entry(binned).id])
    return tuple(made)


@pytest.fixture
def window(qtbot: QtBot, journal: Journal, covered: tuple[Entry, ...]) -> Iterator[MainWindow]:
    made = MainWindow(AppSettings(), remembers=False)
    with qtbot.waitExposed(made):
        made.show()
    made.begin(journal.folder, claimed=True)
    made.open_journal(journal)
    yield made
    made.lock()
    with qtbot.waitSignal(made.left, timeout=20_000):
        made.close()
    made.deleteLater()


def workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def let_events_pass() -> None:
    """Have what was put off be done: pages that went are gone, and what waited for its turn has had it."""
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()


def turn(window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_F12)
    let_events_pass()
    qtbot.waitUntil(lambda: jobs_under_way() == 0)


def settled(window: MainWindow, qtbot: QtBot) -> str:
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    let_events_pass()
    return words_of(window)


@pytest.mark.parametrize("name", PAGES)
def test_no_page_holds_a_word_of_what_is_covered(
    window: MainWindow, covered: tuple[Entry, ...], qtbot: QtBot, name: str
) -> None:
    pages = workspace(window)
    pages.go_to(name)
    pages.show_entry(covered[0].id)
    assert CANARY in settled(window, qtbot)
    pages.go_to(name)
    turn(window, qtbot)
    assert pages.session.journal.curtain.is_down
    assert CANARY not in settled(window, qtbot)
    for other in (name, "journal", name):
        pages.go_to(other)
        assert CANARY not in settled(window, qtbot)
    turn(window, qtbot)
    pages.show_entry(covered[0].id)
    assert CANARY in settled(window, qtbot)


@pytest.mark.parametrize("typed", ["", " and more"])
@pytest.mark.parametrize("locks", [False, True])
def test_a_line_with_the_keyboard_is_kept_as_it_stands_when_its_page_is_thrown_away(
    window: MainWindow, journal: Journal, qtbot: QtBot, *, locks: bool, typed: str
) -> None:
    journal.change_program(lambda program: replace(program, project="A project"))
    workspace(window).go_to("program")
    line = seen(window, QLineEdit, "My project")
    window.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    QTest.keyClicks(line, typed)
    if locks:
        window.lock()
    else:
        turn(window, qtbot)
    qtbot.waitUntil(lambda: jobs_under_way() == 0, timeout=20_000)
    with Journal.open(journal.folder, passphrase=PASSPHRASE) as again:
        assert again.program.project == f"A project{typed}"


def test_the_open_entry_closes_and_its_text_is_saved_first(
    window: MainWindow, covered: tuple[Entry, ...], qtbot: QtBot
) -> None:
    pages = workspace(window)
    care = next(entry for entry in covered if entry.kind == SelfCareNote.KIND and not entry.is_sealed)
    pages.show_entry(care.id)
    page = pages.page()
    assert isinstance(page, EntriesPage)
    title(page).setFocus()
    QTest.keyClicks(title(page), "zqmore ")
    turn(window, qtbot)
    assert CANARY not in settled(window, qtbot)
    turn(window, qtbot)
    assert pages.session.journal.entry(care.id).title.count("zqmore") == 1


def test_an_open_entry_that_is_not_covered_stays_open(window: MainWindow, qtbot: QtBot) -> None:
    pages = workspace(window)
    (note,) = [row for row in pages.session.journal.rows(limit=99).items if row.title == "An open note"]
    pages.show_entry(note.id)
    turn(window, qtbot)
    page = pages.page()
    assert page is not None
    assert page.location().entry == note.id


def test_palette_completions_tags_counts_and_ways_back_know_nothing_of_it(
    window: MainWindow, covered: tuple[Entry, ...], qtbot: QtBot
) -> None:
    pages, journal = workspace(window), workspace(window).session.journal
    every = journal.count()
    pages.show_entry(covered[0].id)
    turn(window, qtbot)
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    line = seen(window, QLineEdit, "Find a command or an entry")
    for typed in (CANARY, covered[0].title, covered[0].title[2:6]):
        line.setText(typed)
        (palette,) = window.findChildren(Palette)
        shown = [
            str(model.index(row, 0).data())
            for model in palette.findChildren(ChoiceModel)
            for row in range(model.rowCount())
        ]
        assert not [words for words in shown if CANARY in words]
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert journal.links.offers(CANARY) == ()
    assert journal.tagging.offers(CANARY) == ()
    assert journal.tags() == ()
    assert journal.count() == 1 == every - len(covered)
    assert sum(journal.calendar.counts().values()) == 1
    assert journal.search(CANARY).items == ()
    assert journal.bin.count() == 0
    assert journal.happened() == ()
    note = journal.rows().items[0]
    assert journal.links.of(note.id).to.items == journal.links.of(note.id).by.items == ()
    QTest.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert CANARY not in settled(window, qtbot)


def find_by_letters(window: MainWindow, qtbot: QtBot, letters: str) -> list[str]:
    """The rows of Ctrl+K that hold these letters in order."""
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    line = seen(window, QLineEdit, "Find a command or an entry")
    line.setText(letters)
    (palette,) = window.findChildren(Palette)
    (model,) = palette.findChildren(ChoiceModel)
    rows = [str(model.index(row, 0).data()) for row in range(model.rowCount())]
    QTest.keyClick(line, Qt.Key.Key_Escape)
    return rows


def test_titles_that_were_gathered_go_when_it_is_dropped_and_come_when_it_is_lifted(
    window: MainWindow, qtbot: QtBot
) -> None:
    journal = workspace(window).session.journal
    journal.save_entry(Note(title="Xylophone quartz").as_sealed())
    assert "Xylophone quartz" in find_by_letters(window, qtbot, "xlphn")
    turn(window, qtbot)
    assert journal.titles._title_index is None
    assert find_by_letters(window, qtbot, "xlphn") == []
    turn(window, qtbot)
    assert "Xylophone quartz" in find_by_letters(window, qtbot, "xlphn")


def test_it_falls_when_those_that_waited_for_an_answer_have_got_theirs(
    window: MainWindow, qtbot: QtBot
) -> None:
    pages, (curtain,), order, outer = workspace(window), window.findChildren(Curtain), [], QEventLoop()

    def ask() -> None:
        dialog = QDialog(window)
        QTimer.singleShot(0, dialog, curtain.drop)
        dialog.exec()
        order.append("answered")
        dialog.deleteLater()

    pages.forgotten.connect(lambda: order.append("thrown away"))
    pages.forgotten.connect(outer.quit)
    QTimer.singleShot(0, window, ask)
    outer.exec()  # as the program's own loop, within which a dialog has another
    assert order == ["answered", "thrown away"]
    assert pages.session.journal.curtain.is_down
    turn(window, qtbot)


def test_what_is_written_is_saved_and_what_keeps_the_journal_sees_all(
    window: MainWindow, covered: tuple[Entry, ...], qtbot: QtBot
) -> None:
    pages, journal = workspace(window), workspace(window).session.journal
    turn(window, qtbot)
    written = pages.session.save(Note(title="Written meanwhile", day=date(2026, 10, 1)))
    pages.session.save(SelfCareNote(title="zq written behind it", day=date(2026, 10, 1)))
    pages.go_to("journal")
    words = settled(window, qtbot)
    assert "Written meanwhile" in words
    assert CANARY not in words
    journal.tagging.rename(covered[0].tags[0], "renamed")
    journal.put_in_bin([written.id])
    assert journal.maintenance.check().is_whole
    turn(window, qtbot)
    assert "renamed" in {one.tag for one in journal.tags()}
    assert journal.count(EntryQuery(binned=True)) == 2


def test_lifting_asks_for_the_passphrase_where_that_is_wanted(window: MainWindow, qtbot: QtBot) -> None:
    pages, journal = workspace(window), workspace(window).session.journal
    pages.session.save_preferences(replace(journal.preferences, curtain_asks=True))
    turn(window, qtbot)
    turn(window, qtbot)
    (dialog,) = window.findChildren(CurtainDialog)
    field = seen(dialog, QLineEdit, "Passphrase")
    field.setText("another one")
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    let_events_pass()
    assert journal.curtain.is_down
    assert dialog.isVisible()
    field.setText(PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not journal.curtain.is_down)


def test_a_passphrase_that_was_called_off_meanwhile_lifts_nothing(window: MainWindow, qtbot: QtBot) -> None:
    pages, journal = workspace(window), workspace(window).session.journal
    pages.session.save_preferences(replace(journal.preferences, curtain_asks=True))
    turn(window, qtbot)
    turn(window, qtbot)
    (dialog,) = window.findChildren(CurtainDialog)
    field = seen(dialog, QLineEdit, "Passphrase")
    field.setText(PASSPHRASE)
    QTest.keyClick(field, Qt.Key.Key_Return)
    QThreadPool.globalInstance().waitForDone()
    dialog.reject()
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    let_events_pass()
    assert journal.curtain.is_down


def test_what_was_copied_before_cannot_be_pasted_behind_it(window: MainWindow, qtbot: QtBot) -> None:
    copy_private("zq copied from a self-care note")
    turn(window, qtbot)
    assert QApplication.clipboard().text() == ""


def test_self_care_is_taken_away_only_where_it_is_to_be_seen(window: MainWindow, qtbot: QtBot) -> None:
    for can in (True, False, True):
        workspace(window).show_part("settings", "CareSection")
        section = window.findChildren(CareSection)[-1]
        looks = [one for one in section.findChildren(QPushButton) if one.text() == "See what there is"]
        assert [one.isEnabled() for one in looks] == [can]
        turn(window, qtbot)


def test_an_archive_of_everything_is_offered_only_where_everything_is_to_be_seen(
    window: MainWindow, qtbot: QtBot
) -> None:
    for can in (True, False, True):
        workspace(window).show_part("settings", "ArchiveSection")
        section = window.findChildren(ArchiveSection)[-1]
        save = seen(section, QPushButton, "Save an archive…")
        assert save.isEnabled() is can
        assert shows(section, "Lift the curtain first (F12).") is not can
        save.click()
        asked = window.findChildren(ArchiveDialog)
        assert bool(asked) is can
        for dialog in asked:
            dialog.reject()
        turn(window, qtbot)


def test_a_strip_says_what_it_is_and_is_not(window: MainWindow, qtbot: QtBot) -> None:
    strip = workspace(window).curtain_strip
    assert not strip.isVisible()
    turn(window, qtbot)
    assert strip.isVisible()
    assert "The curtain covers the window. It is not encryption." in words_of(strip)
    seen(strip, QPushButton, "Lift the curtain").click()
    assert not strip.isVisible()


def test_down_stays_down_after_unlocking(journal: Journal, qtbot: QtBot, covered: tuple[Entry, ...]) -> None:
    journal.curtain.drop()
    folder = journal.folder
    journal.close()
    with Journal.open(folder, passphrase=PASSPHRASE) as again:
        assert not again.curtain.is_down  # a terminal is not covered
        again.curtain.take_up(down=again.preferences.curtain_first)
        assert again.curtain.is_down
        again.curtain.lift()
        again.curtain.take_up(down=False)
        assert not again.curtain.is_down
        again.curtain.take_up(down=True)
        assert again.curtain.is_down
