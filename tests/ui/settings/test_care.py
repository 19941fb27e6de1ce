"""Self-care notes are taken away from the settings: step by step, and had back until the last."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.journal import Journal
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.care_section import CareSection

DAY = date(2026, 9, 1)


@pytest.fixture
def section(qtbot: QtBot, journal: Journal) -> Iterator[CareSection]:
    journal.save_entries([Note(title="Story", day=DAY), *(SelfCareNote(mood=n, day=DAY) for n in (1, 2))])
    journal.maintenance.back_up()
    shown = CareSection(Session(journal))
    qtbot.addWidget(shown)
    shown.show()
    yield shown
    shown.forget()


def press(section: CareSection, words: str) -> None:
    buttons = [one for one in section.findChildren(QPushButton) if one.text() == words]
    assert [one.isVisible() for one in buttons] == [True], words
    buttons[0].click()


def says(section: CareSection, words: str) -> bool:
    return any(words in one.text() for one in section.findChildren(QLabel) if one.isVisible())


def test_they_go_to_the_bin_and_come_back(section: CareSection) -> None:
    press(section, "See what there is")
    assert says(section, "In the journal: 2. In the bin: 0.")
    press(section, "Move all to the bin")
    assert says(section, "In the journal: 0. In the bin: 2.")
    press(section, "Remove for ever…")
    assert says(section, "no backup here")
    press(section, "No, keep them")
    press(section, "Bring back from the bin")
    assert says(section, "In the journal: 2. In the bin: 0.")


def test_after_one_more_question_they_are_gone_for_ever(qtbot: QtBot, section: CareSection) -> None:
    press(section, "See what there is")
    press(section, "Move all to the bin")
    press(section, "Remove for ever…")
    press(section, "Yes, remove them for ever")
    qtbot.waitUntil(lambda: says(section, "Removed for ever: 2"), timeout=20_000)
    assert [entry.kind for entry in section.session.journal.entries()] == ["note"]


def test_a_removal_that_was_cut_off_can_be_gone_through_again(qtbot: QtBot, section: CareSection) -> None:
    journal = section.session.journal
    journal.put_in_bin(journal.care_removal.plan().notes)
    journal.bin.empty()
    press(section, "See what there is")
    press(section, "Remove for ever…")
    press(section, "Yes, remove them for ever")
    qtbot.waitUntil(lambda: says(section, "from 1 backups too"), timeout=20_000)
