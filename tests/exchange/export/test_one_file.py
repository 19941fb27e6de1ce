"""One archive of everything: what holds for its bytes."""

import io
import time
import zipfile
from datetime import date

import pytest

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Program
from amp_desktop.exchange.export.one_file import zipped

DAY = date(2026, 11, 30)


@pytest.mark.parametrize("year", [1, 1970, 1979, 2026, 2108, 9999])
def test_a_clock_of_any_year_stops_no_archive(year: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def shown(_seconds: float | None = None) -> time.struct_time:
        return time.struct_time((year, 1, 1, 0, 0, 0, 0, 1, 0))

    monkeypatch.setattr(time, "localtime", shown)
    made = zipped(Program(), [Note(title="A plan", body="Words", day=DAY)], total=1)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert b"Words" in archive.read("markdown/2026-11-30 A plan.md")


def test_titles_alike_but_for_case_are_files_of_their_own_on_every_system() -> None:
    titles = ("Plan", "PLAN", "plan", "a/b", "a:b", "pla\u0301n", "pl\u00e1n")
    made = zipped(Program(), [Note(title=title, body=title, day=DAY) for title in titles], total=len(titles))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        names = archive.namelist()
    assert len({name.casefold() for name in names}) == len(titles) + 1
