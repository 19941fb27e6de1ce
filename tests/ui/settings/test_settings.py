"""The settings page: each change holds at once."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
)
from pytestqt.qtbot import QtBot

from amp_desktop.domain.errors import KeyringError, WrongPassphraseError
from amp_desktop.domain.waiting import WaitingDays
from amp_desktop.journal import Journal
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings import SettingsPage
from amp_desktop.ui.settings.contents import sections
from amp_desktop.ui.settings.keys_section import KeysSection
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.style.theme import apply_theme, theme
from amp_desktop.ui.unlock.code_pages import CodeSheet
from amp_desktop.ui.widgets.reading_column import ScrollPage
from amp_desktop.vault import passphrase
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui.people import press, seen, shows, write


@pytest.fixture
def page(qtbot: QtBot, journal: Journal, monkeypatch: pytest.MonkeyPatch) -> Iterator[SettingsPage]:
    monkeypatch.setattr(passphrase, "LOWEST_COST", CHEAP)
    monkeypatch.setattr(passphrase, "USUAL_COST", CHEAP)
    session = Session(journal)
    made = SettingsPage(session)
    made.resize(900, 2000)
    made.show()
    made.arrive()
    made.make_whole()
    yield made
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    made.forget()
    made.close()
    made.deleteLater()
    session.deleteLater()


def choose(page: SettingsPage, name: str, words: str) -> None:
    box = seen(page, QComboBox, name)
    at = next(at for at in range(box.count()) if words in box.itemText(at))
    box.setCurrentIndex(at)
    box.activated.emit(at)


def test_nothing_is_cut_off_in_a_small_window(page: SettingsPage, qtbot: QtBot) -> None:
    page.resize(500, 500)
    scroll = page.findChildren(ScrollPage)[0]
    qtbot.waitUntil(lambda: scroll.widget().width() == scroll.viewport().width())


def test_the_appearance_changes_at_once_and_is_kept(page: SettingsPage, qapp: QApplication) -> None:
    choose(page, "Colours", "Dark")
    assert theme().tokens.dark
    assert AppSettings().appearance is Appearance.DARK
    apply_theme(qapp, Appearance.LIGHT)


def test_larger_letters_are_kept_for_the_next_start(page: SettingsPage, qapp: QApplication) -> None:
    now = qapp.font().pointSizeF()
    choose(page, "Letters", "Larger")
    assert AppSettings().letter_size == 130
    assert qapp.font().pointSizeF() == now
    AppSettings().letter_size = 150  # by another window
    page.session.refreshed.emit()
    assert seen(page, QComboBox, "Letters").currentText() == "Much larger"
    choose(page, "Letters", "Same as the system")
    assert AppSettings().letter_size == 100


def test_other_colours_keep_the_size_of_letters(page: SettingsPage, qapp: QApplication) -> None:
    apply_theme(qapp, Appearance.LIGHT, 1.3)
    large = qapp.font().pointSizeF()
    choose(page, "Colours", "Dark")
    assert qapp.font().pointSizeF() == large
    apply_theme(qapp, Appearance.LIGHT)


def test_the_program_has_a_page_of_its_own(qtbot: QtBot, page: SettingsPage) -> None:
    with qtbot.waitSignal(page.page_requested) as asked:
        press(page, "Open the program")
    assert asked.args == ["program"]


def test_days_and_locking_are_kept_in_the_journal(page: SettingsPage, journal: Journal) -> None:
    choose(page, "Lock the journal", "after 30 minutes")
    choose(page, "A day ends at", "5")
    assert (journal.preferences.lock_after, journal.preferences.day_ends_at) == (30, 5)
    choose(page, "Lock the journal", "never")
    assert journal.preferences.lock_after == 0


def test_own_words_are_shown_taken_away_and_had_back(page: SettingsPage, journal: Journal) -> None:
    assert shows(page, "None yet.")
    page.session.save_spelling(page.session.spelling.with_word("tokeniser").with_word("Wanjiku"))
    assert not shows(page, "None yet.")
    press(page, "Remove the word tokeniser")
    assert journal.spelling.words == {"Wanjiku"}
    assert not shows(page, "tokeniser") or shows(page, "is no longer one of your words")
    press(page, "Undo")
    assert journal.spelling.words == {"tokeniser", "Wanjiku"}
    page.forget()
    assert not shows(page, "Wanjiku")


def test_spelling_is_switched_off_and_where_dictionaries_come_from_is_said(
    page: SettingsPage, journal: Journal
) -> None:
    assert shows(page, "English")
    assert shows(page, ".dic")
    seen(page, QCheckBox, "Underline words that are misspelt").click()
    assert not journal.spelling.is_on


def test_the_bin_is_emptied_by_hand_unless_a_time_is_chosen(page: SettingsPage, journal: Journal) -> None:
    assert seen(page, QComboBox, "Empty the bin").currentText() == "by hand"
    choose(page, "Empty the bin", "after 90 days")
    assert journal.preferences.empty_bin_after == 90
    choose(page, "Empty the bin", "by hand")
    assert journal.preferences.empty_bin_after == 0


def test_the_passphrase_is_changed_by_whoever_knows_the_old_one(
    qtbot: QtBot, page: SettingsPage, journal: Journal
) -> None:
    press(page, "Change the passphrase…")
    write(page, "Current passphrase", "a guess")
    write(page, "New passphrase", "another quiet river")
    write(page, "Repeat the passphrase", "another quiet river")
    press(page, "Change the passphrase")
    qtbot.waitUntil(lambda: shows(page, "This is not the passphrase of this journal."))
    write(page, "Current passphrase", PASSPHRASE)
    press(page, "Change the passphrase")
    qtbot.waitUntil(lambda: shows(page, "The passphrase was changed."))
    Journal.open(journal.folder, passphrase="another quiet river").close()
    with pytest.raises(WrongPassphraseError):
        Journal.open(journal.folder, passphrase=PASSPHRASE)


def test_a_new_code_is_shown_once_and_opens(qtbot: QtBot, page: SettingsPage, journal: Journal) -> None:
    press(page, "New recovery code…")
    write(page, "Current passphrase", PASSPHRASE)
    press(page, "Make a new code")
    sheet = page.findChild(CodeSheet)
    assert isinstance(sheet, CodeSheet)
    qtbot.waitUntil(sheet.isVisible)
    code = sheet.accessibleName().removeprefix("Recovery code: ")
    press(page, "I have written it down")
    assert sheet.accessibleName() == ""
    Journal.open(journal.folder, recovery_code=code).close()


def test_no_keyring_is_said_and_the_box_is_not_ticked(
    qtbot: QtBot, page: SettingsPage, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> None:
        raise KeyringError("This system has no keyring that keeps secrets safely.")

    monkeypatch.setattr(journal.keys, "remember_in_keyring", refuse)
    press(page, "Let this computer's keyring open the journal too")
    qtbot.waitUntil(lambda: shows(page, "This system has no keyring"))
    assert not seen(page, QCheckBox, "Let this computer's keyring open the journal too").isChecked()
    assert not AppSettings().asks_keyring


def test_the_place_and_the_version_are_told(page: SettingsPage, journal: Journal) -> None:
    from amp_desktop import __version__

    assert shows(page, str(journal.folder))
    assert shows(page, __version__)


def test_when_what_is_offered_is_the_mentees(page: SettingsPage, journal: Journal) -> None:
    choose(page, "Offer a nudge to copy", "10 days")
    assert journal.waiting.days == WaitingDays(10, 14, 5)
    choose(page, "Offer a nudge to copy", "21 days")
    assert journal.waiting.days == WaitingDays(21, 21, 5), "another person comes no earlier than a nudge"
    choose(page, "Offer to ask someone else", "5 days")
    assert journal.waiting.days == WaitingDays(5, 5, 5)
    choose(page, "Offer help with a challenge that is stuck", "never")
    assert journal.waiting.days.stands_still == 0
    journal.waiting.set_days(WaitingDays(4, 17, 33))
    page.arrive()
    shown = [seen(page, QComboBox, name).currentText() for name in ("Offer a nudge to copy",)]
    assert shown == ["after 4 days"]


def test_what_one_scrolls_to_is_made_when_the_page_stands(qtbot: QtBot, journal: Journal) -> None:
    made = SettingsPage(Session(journal))
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.arrive()
    assert seen(made, QComboBox, "Colours")
    assert not made.is_whole()
    qtbot.waitUntil(made.is_whole)
    assert list(sections().values()) == [
        section.findChildren(QLabel)[0].text() for section in made.findChildren(SettingsSection)
    ]


def test_a_part_one_goes_to_is_there_at_once(qtbot: QtBot, journal: Journal) -> None:
    made = SettingsPage(Session(journal))
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    made.arrive()
    made.show_part("KeysSection")
    section = made.findChild(KeysSection)
    assert isinstance(section, KeysSection)
    assert not section.visibleRegion().isEmpty()
    assert section.isAncestorOf(made.focusWidget())
