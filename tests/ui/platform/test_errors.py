"""What nobody caught: a sentence for the world's errors, a report without a word of the journal for ours."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.errors import DiskFullError
from amp_desktop.report import report_of
from amp_desktop.ui.platform.errors import ErrorHooks
from amp_desktop.ui.shell.report_dialog import ReportDialog

SECRET = "the dinner with my mentor"


def failing(words: str) -> None:
    hidden = words * 2
    try:
        raise KeyError(hidden)
    except KeyError as error:
        raise ValueError(f"cannot read {words}") from error


@pytest.fixture
def report() -> str:
    try:
        failing(SECRET)
    except ValueError as error:
        return report_of(error)
    raise AssertionError


@pytest.fixture
def hooks(qapp: QApplication) -> Iterator[ErrorHooks]:
    made = ErrorHooks()
    made.install()
    yield made
    made.remove()


def test_a_report_names_types_places_and_versions(report: str) -> None:
    assert "ValueError" in report
    assert "KeyError" in report
    assert "test_errors.py:" in report
    assert "failing" in report
    assert "Qt 6." in report


def test_a_report_holds_no_message_no_value_and_nobodys_home(report: str) -> None:
    assert "mentor" not in report
    assert "cannot read" not in report
    assert "/home" not in report
    assert __file__ not in report


def test_an_error_that_causes_itself_ends_the_report_all_the_same() -> None:
    first, second = ValueError(), KeyError()
    first.__context__, second.__context__ = second, first
    assert report_of(first).count("ValueError") == 1


def test_an_endless_recursion_makes_a_short_report() -> None:
    def deeper() -> None:
        deeper()

    with pytest.raises(RecursionError) as caught:
        deeper()
    assert len(report_of(caught.value).splitlines()) < 60


def test_the_worlds_errors_become_a_sentence(qtbot: QtBot, hooks: ErrorHooks) -> None:
    error = DiskFullError("The disk is full.", "Make room.")
    with qtbot.waitSignal(hooks.told) as told:
        sys.excepthook(type(error), error, None)
    assert told.args == [error]


def test_a_fault_on_any_thread_becomes_a_report(qtbot: QtBot, hooks: ErrorHooks) -> None:
    with qtbot.waitSignal(hooks.reported) as told:
        threading.Thread(target=failing, args=(SECRET,)).start()
    assert "failing" in told.args[0]


def test_what_cannot_be_raised_becomes_a_report_too(qtbot: QtBot, hooks: ErrorHooks) -> None:
    class Grumpy:
        def __del__(self) -> None:
            raise ZeroDivisionError(SECRET)

    with qtbot.waitSignal(hooks.reported) as told:
        Grumpy()
    assert "ZeroDivisionError" in told.args[0]
    assert SECRET not in told.args[0]


def test_the_dialog_shows_all_that_would_be_sent_and_copies_it(qtbot: QtBot, report: str) -> None:
    dialog = ReportDialog()
    qtbot.addWidget(dialog)
    dialog.open()
    dialog.add(report)
    dialog.add(report)
    assert dialog.findChild(QPlainTextEdit).toPlainText() == report  # type: ignore[union-attr]
    from tests.ui.people import press

    press(dialog, "Copy the report")
    assert QApplication.clipboard().text() == report
    press(dialog, "Go on")
    assert not dialog.isVisible()
