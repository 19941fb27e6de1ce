"""Summaries made beside the window: of what was asked, only the newest is told."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from amp_desktop.domain.errors import DamagedError
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.journal.sample import make_sample
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.share.prepared import Preparation, PreparedSummary, Preparer


@dataclass(frozen=True)
class Slow:
    """Stands in for a preparation; it is at work until it may end, and hears of no cancelling."""

    answer: str
    began: Event = field(default_factory=Event)
    may_end: Event = field(default_factory=Event)
    is_quick: bool = True

    def run(self, _progress: Progress) -> PreparedSummary:
        self.began.set()
        assert self.may_end.wait(10)
        if self.answer == "fails":
            raise DamagedError("It cannot be made.")
        return cast("PreparedSummary", self.answer)


@pytest.fixture
def preparer(qtbot: QtBot) -> Iterator[Preparer]:
    owner = QObject()
    yield Preparer(owner)
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    owner.deleteLater()


def ask(preparer: Preparer, slow: Slow) -> None:
    preparer.ask(cast("Preparation", slow))


def test_an_answer_that_comes_after_a_newer_question_is_not_told(qtbot: QtBot, preparer: Preparer) -> None:
    told: list[object] = []
    preparer.prepared.connect(told.append)
    old, new = Slow("old"), Slow("new")
    ask(preparer, old)
    qtbot.waitUntil(old.began.is_set)
    ask(preparer, new)
    old.may_end.set()
    new.may_end.set()
    qtbot.waitUntil(lambda: bool(told))
    assert told == ["new"]


def test_only_the_last_of_several_questions_is_worked_on(qtbot: QtBot, preparer: Preparer) -> None:
    asked = [Slow(str(number)) for number in range(3)]
    for slow in asked:
        slow.may_end.set()
        ask(preparer, slow)
    with qtbot.waitSignal(preparer.prepared) as told:
        pass
    assert told.args == ["2"]
    assert [slow.began.is_set() for slow in asked] == [False, False, True]


def test_what_was_forgotten_is_never_told(qtbot: QtBot, preparer: Preparer) -> None:
    told: list[object] = []
    preparer.prepared.connect(told.append)
    slow = Slow("forgotten")
    ask(preparer, slow)
    qtbot.waitUntil(slow.began.is_set)
    preparer.forget()
    slow.may_end.set()
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    pause = preparer.findChild(QTimer)
    assert isinstance(pause, QTimer)
    assert not pause.isActive()  # nothing is to be begun again
    assert told == []


def test_a_failure_is_told_and_the_next_question_is_answered(qtbot: QtBot, preparer: Preparer) -> None:
    for answer, signal in (("fails", preparer.failed), ("fine", preparer.prepared)):
        slow = Slow(answer)
        slow.may_end.set()
        with qtbot.waitSignal(signal):
            ask(preparer, slow)


def test_a_pdf_is_set_once_for_its_file_and_its_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import typst

    made: list[object] = []

    compiler = typst.Compiler

    def counted(*args: Any, **options: Any) -> typst.Compiler:
        made.append(args)
        return compiler(*args, **options)

    with make_sample(tmp_path / "sample") as journal:
        offer = journal.sharing.offer()
        story = journal.sharing.templates.find("story")
        prepared = Preparation(journal.sharing, offer, offer.preticked, story, "Ada", "pdf", 48)
        monkeypatch.setattr(typst, "Compiler", counted)
        monkeypatch.setattr(typst, "compile", None)
        summary = prepared.run(unheard)
        assert summary.data.startswith(b"%PDF")
        assert len(summary.pages) > 5
        assert len(made) == 1
        assert journal.sharing.render(summary.disclosure, "pdf") == summary.data
