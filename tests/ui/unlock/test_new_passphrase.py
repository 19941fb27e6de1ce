"""A new passphrase is taken when that is asked for, of what both lines say then, and not before."""

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from amp_desktop import vault
from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.unlock import new_passphrase
from amp_desktop.ui.unlock.new_passphrase import NewPassphraseFields
from tests.conftest import PASSPHRASE


class Choosing:
    """The two lines, and what came of them."""

    def __init__(self, qtbot: QtBot, judged: list[str]) -> None:
        self.fields = NewPassphraseFields()
        qtbot.addWidget(self.fields)
        self.taken: list[str] = []
        self.completed: list[bool] = []
        self.fields.taken.connect(self.taken.append)
        self.fields.completed.connect(self.completed.append)
        self._qtbot = qtbot
        self._judged = judged

    def type(self, *lines: str) -> None:
        for line, words in zip(self.fields.findChildren(QLineEdit), lines, strict=False):
            line.setText(words)
            line.textEdited.emit(words)

    def wait_for(self, words: str) -> None:
        """Until these were judged once more."""
        self._qtbot.waitUntil(lambda: words in self._judged and jobs_under_way() == 0)
        self._judged.clear()


@pytest.fixture
def judged() -> list[str]:
    """What was judged, in order."""
    return []


@pytest.fixture
def choosing(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, judged: list[str]) -> Choosing:
    strength = vault.strength

    def judge(words: str) -> vault.Strength:
        judged.append(words)
        return strength(words)

    monkeypatch.setattr(vault, "strength", judge)
    monkeypatch.setattr(new_passphrase, "PAUSE_MS", 0)
    return Choosing(qtbot, judged)


def test_it_is_complete_while_both_lines_say_the_same(choosing: Choosing) -> None:
    choosing.type(PASSPHRASE)
    assert choosing.completed[-1] is False
    choosing.type(PASSPHRASE, PASSPHRASE)
    assert choosing.completed[-1] is True
    choosing.type(PASSPHRASE, f"{PASSPHRASE}!")
    assert choosing.completed[-1] is False
    choosing.fields.take()
    choosing.wait_for(PASSPHRASE)
    assert choosing.taken == []


def test_what_cannot_be_judged_is_taken_when_it_is_wanted_and_not_before(
    choosing: Choosing, judged: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(words: str) -> vault.Strength:
        judged.append(words)
        raise JournalError("No word list.")

    monkeypatch.setattr(vault, "strength", fail)
    choosing.type(PASSPHRASE, PASSPHRASE)
    choosing.wait_for(PASSPHRASE)
    assert choosing.taken == []
    choosing.fields.take()
    choosing.wait_for(PASSPHRASE)
    assert choosing.taken == [PASSPHRASE]


def test_what_is_changed_while_it_is_judged_is_no_longer_wanted(choosing: Choosing) -> None:
    choosing.type(PASSPHRASE, PASSPHRASE)
    choosing.fields.take()
    other = f"{PASSPHRASE} and on"
    choosing.type(other, other)
    choosing.wait_for(other)
    assert choosing.taken == []
    choosing.fields.take()
    assert choosing.taken == [other]
