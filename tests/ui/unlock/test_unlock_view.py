"""The unlock view as a person passes it: making a journal, unlocking, forgetting, what can be in the way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QDateEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from amp_desktop.domain import preferences
from amp_desktop.domain.errors import (
    DamagedError,
    LostKeysError,
    NewerJournalError,
    NoJournalError,
    OpenElsewhereError,
)
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.journal.location import DATABASE
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.program.heading import program_lines
from amp_desktop.ui.unlock.answers import CodeQuestion, NewPassphrase
from amp_desktop.ui.unlock.code_pages import CodePage, CodeSheet
from amp_desktop.ui.unlock.passphrase_field import PassphraseField
from amp_desktop.ui.unlock.presenter import (
    Keyring,
    Remedy,
    UnlockStage,
    first_step,
    is_trouble,
    place_below,
    remedies,
)
from amp_desktop.ui.unlock.trouble_page import TroublePage
from amp_desktop.ui.unlock.unlock_page import UnlockPage
from amp_desktop.ui.unlock.unlock_view import UnlockView
from amp_desktop.vault import Cost, Way, passphrase
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui.people import press, seen, shows, write

CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789-A"


@pytest.fixture
def unlock_view(qtbot: QtBot) -> Iterator[UnlockView]:
    made = UnlockView()
    made.resize(1000, 700)
    made.show()
    yield made
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    made.forget()
    made.close()
    made.deleteLater()


@pytest.fixture
def locked(journal_folder: Path) -> tuple[Path, str]:
    """A journal that is closed, and its recovery code."""
    journal, code = Journal.create(journal_folder, PASSPHRASE, cost=CHEAP)
    journal.close()
    return journal_folder, code


@pytest.fixture
def _cheap_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "LOWEST_COST", CHEAP)
    monkeypatch.setattr(passphrase, "USUAL_COST", CHEAP)


# What decides


def restored(qtbot: QtBot, unlock_view: UnlockView) -> Journal:
    """The journal that the chosen backup becomes, open."""
    press(unlock_view, "Restore the backup into a new folder…")
    write(unlock_view, "Passphrase of the backup", PASSPHRASE)
    with qtbot.waitSignal(unlock_view.opened, timeout=20_000) as opened:
        press(unlock_view, "Restore")
    journal: Journal = opened.args[0]
    return journal


def test_the_first_page_fits_what_stands_in_the_folder(tmp_path: Path, locked: tuple[Path, str]) -> None:
    assert first_step(tmp_path / "none", expected=False) is UnlockStage.WELCOME
    assert first_step(tmp_path / "none", expected=True) is UnlockStage.TROUBLE
    assert first_step(locked[0], expected=False) is UnlockStage.UNLOCK


def test_backups_without_a_journal_are_no_first_start(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    assert first_step(tmp_path, expected=False) is UnlockStage.TROUBLE


@pytest.mark.parametrize(
    ("first", "second", "complete", "differ"),
    [
        ("", "", False, False),
        ("river", "", False, False),
        ("river", "riv", False, False),
        ("river", "rip", False, True),
        ("river", "river", True, False),
        ("river", "rivers", False, True),
    ],
)
def test_two_passphrases_differ_only_when_they_can_no_longer_meet(
    first: str, second: str, complete: bool, differ: bool
) -> None:
    typed = NewPassphrase(first, second)
    assert (typed.is_complete, typed.differ) == (complete, differ)


def test_the_question_asks_for_two_whole_groups() -> None:
    asked = {at for _ in range(200) for at in CodeQuestion.about(CODE).asked}
    assert asked == set(range(8))


def test_a_group_may_be_written_as_a_hand_writes_it() -> None:
    question = CodeQuestion(tuple(CODE.split("-")), (5, 6))
    assert question.wrong(["yzo l".replace(" ", ""), " 2345 "]) == ()
    assert question.wrong(["YZ01", "2346"]) == (6,)


def test_a_new_journal_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    assert place_below(tmp_path) == tmp_path
    (tmp_path / "letter.txt").write_text("")
    assert place_below(tmp_path) == tmp_path / "amp-journal"
    (tmp_path / "amp-journal").mkdir()
    assert place_below(tmp_path) == tmp_path / "amp-journal-2"


def test_what_helps_depends_on_what_is_wrong() -> None:
    assert remedies(DamagedError(""), has_backups=True)[0] is Remedy.RESTORE
    assert Remedy.RESTORE not in remedies(DamagedError(""), has_backups=False)
    assert Remedy.MAKE_NEW not in remedies(DamagedError(""), has_backups=True)
    assert remedies(OpenElsewhereError(""), has_backups=True) == (Remedy.LOOK_AGAIN, Remedy.OPEN_ANOTHER)
    assert remedies(NewerJournalError(""), has_backups=True) == (Remedy.OPEN_ANOTHER,)
    assert remedies(NoJournalError(""), has_backups=False)[0] is Remedy.LOOK_AGAIN
    assert remedies(LostKeysError(""), has_backups=True)[0] is Remedy.KEYS_FROM_LISTED
    assert remedies(LostKeysError(""), has_backups=False)[0] is Remedy.KEYS_FROM_FILE
    assert Remedy.MAKE_NEW not in remedies(LostKeysError(""), has_backups=False)
    assert all(map(is_trouble, (DamagedError(""), NoJournalError(""), NewerJournalError(""))))


# Making a journal


def test_another_folder_leaves_the_passphrase_as_it_was_typed(
    unlock_view: UnlockView, tmp_path: Path, locked: tuple[Path, str]
) -> None:
    unlock_view.begin(tmp_path / "here", expected=False)
    write(unlock_view, "New passphrase", PASSPHRASE)
    write(unlock_view, "Repeat the passphrase", PASSPHRASE)
    unlock_view.begin(tmp_path / "there", expected=False)
    assert shows(unlock_view, str(tmp_path / "there"))
    assert seen(unlock_view, QLineEdit, "New passphrase").text() == PASSPHRASE
    assert seen(unlock_view, QPushButton, "Make the journal").isEnabled()

    unlock_view.begin(locked[0])
    unlock_view.begin(tmp_path / "there", expected=False)
    assert seen(unlock_view, QLineEdit, "New passphrase").text() == ""


@pytest.mark.usefixtures("_cheap_keys")
def test_a_journal_is_made_and_its_code_is_asked_back(
    qtbot: QtBot, unlock_view: UnlockView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preferences, "day_of", lambda *_: date(2026, 7, 22))
    folder = tmp_path / "日記 # new"
    unlock_view.begin(folder, expected=False)
    assert shows(unlock_view, str(folder))
    write(unlock_view, "New passphrase", PASSPHRASE)
    write(unlock_view, "Repeat the passphrase", PASSPHRASE)
    press(unlock_view, "Make the journal")
    qtbot.waitUntil(lambda: shows(unlock_view, "Write down your recovery code"))
    code = _shown_code(unlock_view)
    press(unlock_view, "I have written it down")
    for at, group in enumerate(code.split("-")[:8], start=1):
        if shows(unlock_view, f"Group {at}"):
            write(unlock_view, f"Group {at}", group.lower())
    press(unlock_view, "Check")
    write(unlock_view, "My project", "CLI")
    write(unlock_view, "My mentor", "my mentor")
    with qtbot.waitSignal(unlock_view.opened) as opened:
        press(unlock_view, "Open the journal")
    with opened.args[0] as journal:
        assert (journal.program.project, journal.program.mentor) == ("CLI", "my mentor")
        assert journal.program.weeks == 18
    Journal.open(folder, recovery_code=code).close()
    assert code not in _all_texts(unlock_view)


@pytest.mark.usefixtures("_cheap_keys")
@pytest.mark.parametrize(
    ("day", "shown"),
    [(date(2026, 7, 22), date(2026, 6, 15)), (date(2026, 11, 29), None), (date(2027, 1, 10), None)],
)
def test_no_program_is_claimed_that_is_months_away(
    qtbot: QtBot,
    unlock_view: UnlockView,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    day: date,
    shown: date | None,
) -> None:
    monkeypatch.setattr(preferences, "day_of", lambda *_: day)
    _make(qtbot, unlock_view, tmp_path / "new")
    press(unlock_view, "I will make another one later")
    press(unlock_view, "Go on without it")
    with qtbot.waitSignal(unlock_view.opened) as opened:
        press(unlock_view, "Open the journal")
    with opened.args[0] as journal:
        assert journal.program.starts == shown
        assert bool(program_lines(journal.program, day)) == (shown is not None)


@pytest.mark.usefixtures("_cheap_keys")
def test_the_first_day_of_the_program_can_be_said(
    qtbot: QtBot, unlock_view: UnlockView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preferences, "day_of", lambda *_: date(2026, 11, 29))
    _make(qtbot, unlock_view, tmp_path / "new")
    press(unlock_view, "I will make another one later")
    press(unlock_view, "Go on without it")
    press(unlock_view, "First day of the program: choose a day")
    calendar = QApplication.activePopupWidget()
    assert isinstance(calendar, QCalendarWidget)
    QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Right)
    QTest.keyClick(calendar.focusWidget() or calendar, Qt.Key.Key_Return)
    assert shows(unlock_view, "18 weeks, 30 November 2026")
    with qtbot.waitSignal(unlock_view.opened) as opened:
        press(unlock_view, "Open the journal")
    with opened.args[0] as journal:
        assert (journal.program.starts, journal.program.weeks) == (date(2026, 11, 30), 18)


@pytest.mark.usefixtures("_cheap_keys")
def test_enter_in_the_first_day_opens_the_journal_as_in_the_lines_above(
    qtbot: QtBot, unlock_view: UnlockView, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preferences, "day_of", lambda *_: date(2026, 7, 22))
    _make(qtbot, unlock_view, tmp_path / "new")
    press(unlock_view, "I will make another one later")
    press(unlock_view, "Go on without it")
    first_day = seen(unlock_view, QDateEdit, "First day of the program")
    first_day.setFocus()
    QTest.keyClick(first_day, Qt.Key.Key_Up)
    with qtbot.waitSignal(unlock_view.opened) as opened:
        QTest.keyClick(first_day, Qt.Key.Key_Return)
    with opened.args[0] as journal:
        assert journal.program.starts is not None
        assert journal.program.starts != date(2026, 6, 15)


@pytest.mark.usefixtures("_cheap_keys")
def test_a_group_mistyped_is_said_beside_it(qtbot: QtBot, unlock_view: UnlockView, tmp_path: Path) -> None:
    _make(qtbot, unlock_view, tmp_path / "new")
    code = _shown_code(unlock_view)
    press(unlock_view, "I have written it down")
    press(unlock_view, "Check")
    assert shows(unlock_view, "This is not what was shown")
    press(unlock_view, "Show the code again")
    assert _shown_code(unlock_view) == code


@pytest.mark.usefixtures("_cheap_keys")
def test_the_code_can_be_put_off_only_after_reading_what_that_means(
    qtbot: QtBot, unlock_view: UnlockView, tmp_path: Path
) -> None:
    _make(qtbot, unlock_view, tmp_path / "new")
    press(unlock_view, "I will make another one later")
    assert shows(unlock_view, "a forgotten passphrase means a lost journal")
    press(unlock_view, "Go on without it")
    assert shows(unlock_view, "Your mentorship")


def test_two_different_passphrases_make_nothing(unlock_view: UnlockView, tmp_path: Path) -> None:
    unlock_view.begin(tmp_path / "new", expected=False)
    write(unlock_view, "New passphrase", "river stone")
    write(unlock_view, "Repeat the passphrase", "river bone")
    assert not seen(unlock_view, QPushButton, "Make the journal").isEnabled()
    assert shows(unlock_view, "The two do not match yet.")
    assert not (tmp_path / "new").exists()


def test_the_strength_is_told_while_typing(qtbot: QtBot, unlock_view: UnlockView, tmp_path: Path) -> None:
    unlock_view.begin(tmp_path / "new", expected=False)
    write(unlock_view, "New passphrase", "password")
    qtbot.waitUntil(lambda: shows(unlock_view, "guessed at once"))
    write(unlock_view, "New passphrase", "plum gravel antenna whistle")
    qtbot.waitUntil(lambda: shows(unlock_view, "Very strong."))


@pytest.mark.usefixtures("_cheap_keys")
@pytest.mark.parametrize("weak", ["qzwxtv", "kJ9#xq", "password1"])
def test_a_weak_passphrase_is_advised_against_before_it_is_taken(
    qtbot: QtBot, unlock_view: UnlockView, tmp_path: Path, weak: str
) -> None:
    unlock_view.begin(tmp_path / "new", expected=False)
    write(unlock_view, "New passphrase", weak)
    write(unlock_view, "Repeat the passphrase", weak)
    for _ in range(2):  # a double click takes nothing either
        press(unlock_view, "Make the journal")
    qtbot.waitUntil(lambda: shows(unlock_view, "could guess this passphrase"))
    press(unlock_view, "Make the journal")
    assert not (tmp_path / "new").exists()
    press(unlock_view, "Use it anyway")
    qtbot.waitUntil(lambda: shows(unlock_view, "Write down your recovery code"))


@pytest.mark.usefixtures("_cheap_keys")
def test_a_better_passphrase_is_taken_without_a_word(
    qtbot: QtBot, unlock_view: UnlockView, tmp_path: Path
) -> None:
    unlock_view.begin(tmp_path / "new", expected=False)
    for words in ("qzwxtv", PASSPHRASE):
        write(unlock_view, "New passphrase", words)
        write(unlock_view, "Repeat the passphrase", words)
        if words != PASSPHRASE:
            press(unlock_view, "Make the journal")
            qtbot.waitUntil(lambda: shows(unlock_view, "could guess this passphrase"))
    assert not shows(unlock_view, "could guess this passphrase")
    press(unlock_view, "Make the journal")
    qtbot.waitUntil(lambda: shows(unlock_view, "Write down your recovery code"))


# Unlocking


def test_the_right_passphrase_opens(qtbot: QtBot, unlock_view: UnlockView, locked: tuple[Path, str]) -> None:
    unlock_view.begin(locked[0])
    assert shows(unlock_view, "Unlock your journal")
    write(unlock_view, "Passphrase", PASSPHRASE)
    with qtbot.waitSignal(unlock_view.opened) as opened:
        press(unlock_view, "Unlock")
    with opened.args[0] as journal:
        assert journal.keys.opened_by is Way.PASSPHRASE
    assert PASSPHRASE not in _all_texts(unlock_view)


def test_a_wrong_passphrase_is_said_on_the_page_and_stays(
    qtbot: QtBot, unlock_view: UnlockView, locked: tuple[Path, str]
) -> None:
    unlock_view.begin(locked[0])
    write(unlock_view, "Passphrase", "a quiet river")
    press(unlock_view, "Unlock")
    qtbot.waitUntil(lambda: shows(unlock_view, "This is not the passphrase of this journal."))
    assert seen(unlock_view, PassphraseField, "").text() == "a quiet river"
    assert QApplication.activeModalWidget() is None


def test_the_recovery_code_opens_and_a_new_passphrase_is_offered(
    qtbot: QtBot, unlock_view: UnlockView, locked: tuple[Path, str]
) -> None:
    folder, code = locked
    unlock_view.begin(folder)
    press(unlock_view, "Forgotten? Use the recovery code")
    write(unlock_view, "Recovery code", code.lower().replace("-", " "))
    press(unlock_view, "Open the journal")
    qtbot.waitUntil(lambda: shows(unlock_view, "Your journal is open"))
    write(unlock_view, "New passphrase", "another quiet river")
    write(unlock_view, "Repeat the passphrase", "another quiet river")
    with qtbot.waitSignal(unlock_view.opened, timeout=20_000) as opened:
        press(unlock_view, "Set the new passphrase")
    opened.args[0].close()
    Journal.open(folder, passphrase="another quiet river").close()


def test_a_mistyped_code_is_told_from_another_journals(
    qtbot: QtBot, unlock_view: UnlockView, locked: tuple[Path, str], tmp_path: Path
) -> None:
    other, foreign = Journal.create(tmp_path / "other", PASSPHRASE, cost=Cost(8 * 1024, 1, 1))
    other.close()
    unlock_view.begin(locked[0])
    press(unlock_view, "Forgotten? Use the recovery code")
    write(unlock_view, "Recovery code", foreign)
    press(unlock_view, "Open the journal")
    qtbot.waitUntil(lambda: shows(unlock_view, "another journal's"))
    write(unlock_view, "Recovery code", foreign[:-3])
    press(unlock_view, "Open the journal")
    qtbot.waitUntil(lambda: shows(unlock_view, "mistyped"))


def test_the_keyring_opens_by_itself_where_it_was_chosen(
    qtbot: QtBot, unlock_view: UnlockView, locked: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with Journal.open(locked[0], passphrase=PASSPHRASE) as journal:
        key = journal.keys._keys.data_key
    monkeypatch.setattr("amp_desktop.vault.keyring_store.write", lambda *_: None)
    monkeypatch.setattr("amp_desktop.vault.keyring_store.read", lambda _: key)
    with Journal.open(locked[0], passphrase=PASSPHRASE) as journal:
        journal.keys.remember_in_keyring()
    with qtbot.waitSignal(unlock_view.opened) as opened:
        unlock_view.begin(locked[0], keyring=Keyring.ASK)
    with opened.args[0] as journal:
        assert journal.keys.opened_by is Way.KEYRING
    unlock_view.begin(locked[0], keyring=Keyring.OFFER)
    qtbot.waitUntil(lambda: bool(seen(unlock_view, QPushButton, "Open with the system's keyring")))
    assert not shows(unlock_view, "Asking the system's keyring")


def test_a_keyring_that_does_not_answer_leaves_the_passphrase(
    qtbot: QtBot, unlock_view: UnlockView, locked: tuple[Path, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("amp_desktop.ui.unlock.unlocking.keyring_chosen", lambda _: True)
    unlock_view.begin(locked[0], keyring=Keyring.ASK)
    qtbot.waitUntil(lambda: shows(unlock_view, "The keyring does not hold the key of this journal."))
    write(unlock_view, "Passphrase", PASSPHRASE)
    with qtbot.waitSignal(unlock_view.opened) as opened:
        press(unlock_view, "Unlock")
    opened.args[0].close()


# What can be in the way


def test_a_damaged_journal_shows_its_backups_and_one_comes_back(
    qtbot: QtBot,
    unlock_view: UnlockView,
    locked: tuple[Path, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from amp_desktop.domain.kinds.note import Note

    folder, _ = locked
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        journal.save_entry(Note(title="Kept", day=date(2026, 7, 22)))
        journal.maintenance.back_up()
    (folder / DATABASE).write_bytes(b"no journal at all, but long enough to be looked at" * 100)
    unlock_view.begin(folder)
    write(unlock_view, "Passphrase", PASSPHRASE)
    press(unlock_view, "Unlock")
    qtbot.waitUntil(lambda: isinstance(unlock_view.currentWidget(), TroublePage))
    assert seen(unlock_view, QListWidget, "Backups of this journal").count() == 1
    monkeypatch.setattr(
        "amp_desktop.ui.platform.file_dialogs.choose_folder", lambda *a: a[3](str(tmp_path / "restored"))
    )
    with restored(qtbot, unlock_view) as journal:
        assert [row.title for row in journal.rows().items] == ["Kept"]
        assert journal.folder == tmp_path / "restored"


def test_one_can_go_back_to_a_backup_of_a_journal_that_opens(
    qtbot: QtBot,
    unlock_view: UnlockView,
    locked: tuple[Path, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder, _ = locked
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        kept = Note(title="Kept", day=date(2026, 7, 22))
        journal.save_entry(kept)
        journal.maintenance.back_up()
        journal.save_entry(replace(kept, title="Written over"))
    unlock_view.begin(folder)
    press(unlock_view, "Restore a backup…")
    assert seen(unlock_view, QListWidget, "Backups of this journal").count() == 1
    assert not shows(unlock_view, "cannot be opened")
    press(unlock_view, "Back")
    assert seen(unlock_view, QLineEdit, "Passphrase")
    press(unlock_view, "Restore a backup…")
    monkeypatch.setattr(
        "amp_desktop.ui.platform.file_dialogs.choose_folder", lambda *a: a[3](str(tmp_path / "restored"))
    )
    with restored(qtbot, unlock_view) as journal:
        assert [row.title for row in journal.rows().items] == ["Kept"]
        assert journal.folder == tmp_path / "restored"
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        assert [row.title for row in journal.rows().items] == ["Written over"]


def test_where_no_backup_is_that_is_said(unlock_view: UnlockView, locked: tuple[Path, str]) -> None:
    unlock_view.begin(locked[0])
    press(unlock_view, "Restore a backup…")
    assert shows(unlock_view, "There is no backup in the folder of this journal yet.")
    press(unlock_view, "Back")
    assert seen(unlock_view, QLineEdit, "Passphrase")


@pytest.fixture
def keyless(locked: tuple[Path, str]) -> Path:
    """A journal with a backup, an entry that is newer than it, and no key files any more."""
    folder = locked[0]
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        journal.maintenance.back_up()
        journal.save_entry(Note(title="newest"))
    for name in ("keys.json", "keys.json.bak"):
        (folder / name).unlink()
    return folder


def _unlock_all(qtbot: QtBot, unlock_view: UnlockView) -> list[str]:
    qtbot.waitUntil(lambda: shows(unlock_view, "The keys are back"), timeout=20_000)
    write(unlock_view, "Passphrase", PASSPHRASE)
    with qtbot.waitSignal(unlock_view.opened, timeout=20_000) as opened:
        press(unlock_view, "Unlock")
    with opened.args[0] as journal:
        return [row.title for row in journal.rows().items]


def test_lost_keys_are_said_at_once_and_come_back_from_a_backup(
    qtbot: QtBot, unlock_view: UnlockView, keyless: Path
) -> None:
    unlock_view.begin(keyless)
    assert shows(unlock_view, "The key files of the journal")
    offered = [
        one for one in unlock_view.findChildren(QPushButton) if one.property("remedy") and one.isVisible()
    ]
    assert min(offered, key=QPushButton.y).text() == "Restore the keys from this backup"
    press(unlock_view, "Restore the keys from this backup")
    assert _unlock_all(qtbot, unlock_view) == ["newest"]


def test_keys_come_from_a_backup_that_is_kept_elsewhere(
    qtbot: QtBot, unlock_view: UnlockView, keyless: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (kept,) = (keyless / "backups").iterdir()
    elsewhere = kept.rename(tmp_path / kept.name)
    with Journal.create(tmp_path / "other", PASSPHRASE, cost=CHEAP)[0] as other:
        foreign = other.maintenance.back_up().path
    chosen = iter([foreign, elsewhere])
    monkeypatch.setattr(
        "amp_desktop.ui.platform.file_dialogs.choose_file", lambda *a: a[4](str(next(chosen)))
    )
    unlock_view.begin(keyless)
    press(unlock_view, "Restore the keys from another backup…")
    qtbot.waitUntil(lambda: shows(unlock_view, "This is a backup of another journal"), timeout=20_000)
    press(unlock_view, "Restore the keys from another backup…")
    assert _unlock_all(qtbot, unlock_view) == ["newest"]


def test_damaged_keys_are_found_when_the_passphrase_is_given(
    qtbot: QtBot, unlock_view: UnlockView, locked: tuple[Path, str]
) -> None:
    folder = locked[0]
    with Journal.open(folder, passphrase=PASSPHRASE) as journal:
        journal.save_entry(Note(title="kept"))
        journal.maintenance.back_up()
    for name in ("keys.json", "keys.json.bak"):
        (folder / name).write_bytes(b"junk")
    unlock_view.begin(folder)
    write(unlock_view, "Passphrase", PASSPHRASE)
    press(unlock_view, "Unlock")
    qtbot.waitUntil(lambda: shows(unlock_view, "key file is damaged"), timeout=20_000)
    press(unlock_view, "Restore the keys from this backup")
    assert _unlock_all(qtbot, unlock_view) == ["kept"]


def test_a_journal_that_is_gone_is_no_first_start(unlock_view: UnlockView, tmp_path: Path) -> None:
    unlock_view.begin(tmp_path / "usb stick", expected=True)
    assert shows(unlock_view, "The journal is no longer in")
    press(unlock_view, "Make a new journal")
    assert shows(unlock_view, "Begin your journal")


def test_one_can_look_again_when_the_disk_is_back(unlock_view: UnlockView, tmp_path: Path) -> None:
    unlock_view.begin(tmp_path / "usb stick", expected=True)
    Journal.create(tmp_path / "usb stick", PASSPHRASE, cost=CHEAP)[0].close()
    press(unlock_view, "Look again")
    assert isinstance(unlock_view.currentWidget(), UnlockPage)


def test_caps_lock_is_noticed(qtbot: QtBot, unlock_view: UnlockView, locked: tuple[Path, str]) -> None:
    unlock_view.begin(locked[0])
    write(unlock_view, "Passphrase", "A")  # without Shift
    assert shows(unlock_view, "Caps Lock seems to be on.")


def _make(qtbot: QtBot, unlock_view: UnlockView, folder: Path) -> None:
    unlock_view.begin(folder, expected=False)
    write(unlock_view, "New passphrase", PASSPHRASE)
    write(unlock_view, "Repeat the passphrase", PASSPHRASE)
    press(unlock_view, "Make the journal")
    qtbot.waitUntil(lambda: isinstance(unlock_view.currentWidget(), CodePage), timeout=20_000)


def _shown_code(unlock_view: UnlockView) -> str:
    sheet = next(one for one in unlock_view.findChildren(CodeSheet) if one.isVisible())
    return sheet.accessibleName().removeprefix("Recovery code: ")


def _all_texts(unlock_view: UnlockView) -> str:
    lines = [one.text() for one in unlock_view.findChildren(QLineEdit)] + [
        one.text() for one in unlock_view.findChildren(QLabel)
    ]
    names = [one.accessibleName() for one in unlock_view.findChildren(CodeSheet)]
    return "\n".join([*lines, *names])
