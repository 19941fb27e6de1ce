"""`demo`, on any day of the sample's cohort."""

from datetime import date
from pathlib import Path

from amp_desktop.journal import Journal
from amp_desktop.journal.sample import SAMPLE_PASSPHRASE
from tests.cli.conftest import Amp


def test_it_stands_as_it_stood_on_the_day_that_is_named(amp: Amp, tmp_path: Path) -> None:
    ran = amp("demo", "--to", str(tmp_path / "demo"), "--today", "2026-08-07")

    assert ran.status == 0, ran.err
    with Journal.open(tmp_path / "demo" / "journal", passphrase=SAMPLE_PASSPHRASE) as journal:
        assert journal.today() == date(2026, 8, 7)
        assert journal.program.evaluations[0].evaluation.handed_in is None
        assert journal.happened(since=date(2026, 8, 8)) == ()
    summary = (tmp_path / "demo" / "summary.md").read_text(encoding="utf-8")
    assert "September" not in summary


def test_a_day_that_is_none_is_wrong_usage_and_makes_nothing(amp: Amp, tmp_path: Path) -> None:
    ran = amp("demo", "--to", str(tmp_path / "demo"), "--today", "midterm")

    assert ran.status == 2
    assert "Write one such as 2026-07-22" in ran.err
    assert not (tmp_path / "demo").exists()
