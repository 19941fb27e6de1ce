"""One archive of everything: what holds for its bytes."""

import io
import time
import zipfile
from datetime import UTC, date, datetime
from hashlib import sha256
from uuid import UUID

import pytest

from amp_desktop.domain.attachment import Attachment, reference
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.kept_templates import KeptTemplates
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Program
from amp_desktop.exchange.export.one_file import zipped
from amp_desktop.exchange.export.packing import Source

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


def test_a_picture_that_only_a_kept_template_shows_is_in_it() -> None:
    picture = Attachment(
        id=UUID(int=1),
        name="plan.png",
        media_type="image/png",
        size=3,
        width=1,
        height=1,
        added_at=datetime(2026, 11, 30, tzinfo=UTC),
        digest=sha256(b"png").hexdigest(),
    )
    own = EntryTemplate(id="own", name="Own", body=reference(picture))
    made = zipped(
        Program(),
        [Note(title="A plan", day=DAY)],
        total=1,
        templates=KeptTemplates(templates={own.id: own}),
        attached=Source(lambda ids: (picture,) if picture.id in ids else (), lambda _: (b"png",)),
    )
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.read("attachments/plan.png") == b"png"
