"""A fault of ours reaches a person as a report that holds nothing of the journal."""

import pytest

from amp_desktop.journal import Journal
from tests.cli.conftest import Amp


def test_a_fault_of_ours_is_reported_without_journal_text(amp: Amp, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Journal, *_: object) -> None:
        raise RuntimeError("canarytext")

    monkeypatch.setattr(Journal, "entries", fail)
    failed = amp("list")
    assert (failed.status, failed.out) == (1, b"")
    assert "canarytext" not in failed.err
    assert "Traceback" not in failed.err
    assert "RuntimeError" in failed.err
    assert "amp_desktop/cli/reading.py" in failed.err


def test_a_reader_that_goes_away_is_no_error(amp: Amp, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(self: Journal, *_: object) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("sys.stderr.close", lambda: None, raising=False)
    monkeypatch.setattr(Journal, "entries", gone)
    assert amp("list").status == 1
