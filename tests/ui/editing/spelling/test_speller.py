"""Hunspell itself, in its own process, with the dictionary that the program brings along."""

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from time import process_time

import pytest
from pytestqt.qtbot import QtBot

from amp_desktop.domain.spelling import SpellingChoices
from amp_desktop.places import resource
from amp_desktop.ui.editing.spelling.dictionaries import SHIPPED, Dictionary
from amp_desktop.ui.editing.spelling.marks import SpellMarks
from amp_desktop.ui.editing.spelling.speller import Speller

pytest.importorskip("hunspell")


@pytest.fixture
def speller(qtbot: QtBot) -> Iterator[Speller]:
    made = Speller(Dictionary(resource("dictionaries"), SHIPPED))
    yield made
    made.stop()


def test_it_learns_which_words_are_right(qtbot: QtBot, speller: Speller) -> None:
    assert speller.knows("hello") is None
    with qtbot.waitSignal(speller.answered):
        speller.ask(["hello", "wrold", "don't", "日本"])
    assert [speller.knows(word) for word in ("hello", "wrold", "don't", "日本")] == [True, False, True, False]


def test_asking_never_waits(qtbot: QtBot, speller: Speller) -> None:
    with qtbot.waitSignal(speller.answered):
        speller.ask(["start"])
    began = process_time()
    speller.ask(f"word{number}" for number in range(5_000))
    assert process_time() - began < 0.5
    qtbot.waitUntil(lambda: speller.knows("word0") is not None, timeout=20_000)


def test_it_suggests_what_was_meant(qtbot: QtBot, speller: Speller) -> None:
    with qtbot.waitSignal(speller.suggested, timeout=20_000) as told:
        speller.suggest("recieve")
    assert told.args is not None
    word, suggestions = told.args
    assert word == "recieve"
    assert "receive" in suggestions


def test_own_words_are_right(qtbot: QtBot, speller: Speller) -> None:
    choices = SpellingChoices()
    marks = SpellMarks(speller, lambda: choices)
    line = "The wrold of asyncapi and `asyncapi`"
    assert marks.unknown(line) == []
    qtbot.waitSignal(speller.answered).wait()
    assert [word.text for word in marks.unknown(line)] == ["wrold", "asyncapi"]
    choices = choices.with_word("asyncapi")
    assert [word.text for word in marks.unknown(line)] == ["wrold"]


def test_a_process_that_is_killed_is_started_anew(qtbot: QtBot, speller: Speller) -> None:
    with qtbot.waitSignal(speller.answered):
        speller.ask(["hello"])
    assert speller._process is not None
    os.kill(speller._process.processId(), signal.SIGKILL)
    qtbot.waitUntil(lambda: speller._process is None)
    with qtbot.waitSignal(speller.answered):
        speller.ask(["wrold"])
    assert speller.knows("wrold") is False


def test_a_dictionary_that_cannot_be_read_is_left_alone(qtbot: QtBot, tmp_path: Path) -> None:
    speller = Speller(Dictionary(tmp_path, "xx_XX"))
    with qtbot.waitSignal(speller.failed, timeout=20_000):
        speller.ask(["word"])
    assert speller.knows("word") is None


def test_nothing_is_left_after_it_was_stopped(qtbot: QtBot, speller: Speller) -> None:
    with qtbot.waitSignal(speller.answered):
        speller.ask(["hello"])
    assert speller._process is not None
    number = speller._process.processId()
    speller.stop()
    assert speller.knows("hello") is None
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
