"""A PDF is made to the standard of accessible ones, and what typst cannot do is told in a sentence."""

import errno
import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from traceback import format_exception

import pytest

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.errors import CannotExportError
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingStatus
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Level, Summary
from amp_desktop.sharing import Period, disclose, places_of, remarks, render, typeset
from amp_desktop.sharing.renderers.typesetting import Typeset
from amp_desktop.sharing.templates.mentor_meeting import MENTOR_MEETING
from tests.sharing.renderers.test_paper import outside

DAY = date(2026, 7, 22)

SummaryOf = Callable[..., Summary]


def page_of(*entries: Challenge | Goal | Meeting, level: Level | None = None) -> Summary:
    draft = ShareDraft(levels=dict.fromkeys((entry.id for entry in entries), level) if level else {})
    period = Period(date(2026, 7, 12), date(2026, 7, 26))
    ticked = frozenset(entry.id for entry in entries)
    return disclose(entries, ticked=ticked, template=MENTOR_MEETING, period=period, draft=draft).summary


def entries() -> tuple[Challenge, Goal]:
    steps = (Step("Ask", done=True, done_on=DAY, id="a"), Step("Do", id="b"))
    return (
        Challenge(title="Stuck", need="Half an hour", tried="# Much", day=DAY, sharing=Sharing.SHAREABLE),
        Goal(title="A release", steps=steps, body="## Why\n\n#### So", day=DAY, sharing=Sharing.SHAREABLE),
    )


@pytest.mark.parametrize("level", [None, *Level])
def test_a_page_keeps_to_the_standard_and_nothing_has_to_be_said(level: Level | None) -> None:
    data = render(page_of(*entries(), level=level), "pdf")
    assert b"pdfuaid" in data
    assert remarks("pdf", data) == ()


def test_what_does_not_keep_to_it_leaves_without_and_says_so(summary_of: SummaryOf) -> None:
    data = render(summary_of("A sign that no font has: \U0010fffd"), "pdf")
    assert data.startswith(b"%PDF")
    assert b"pdfuaid" not in data
    assert "PDF/UA-1" in remarks("pdf", data)[0]


class PanicException(BaseException):
    """As typst's bindings call what comes of a panic; theirs cannot be imported."""


def test_a_panic_of_typst_is_told_in_a_sentence_without_words_of_the_text(
    summary_of: SummaryOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def panics(*_: object, **__: object) -> list[bytes]:
        raise PanicException("called `Option::unwrap()` on “zqsecret”")

    monkeypatch.setattr(Typeset, "_compiled", panics)
    with pytest.raises(CannotExportError, match="The pages could not be set") as told:
        render(summary_of("Words"), "pdf")
    assert told.value.advice
    assert "zqsecret" not in "".join(format_exception(told.value, chain=True))


def test_a_folder_for_temporary_files_that_cannot_be_written_is_told_in_a_sentence(
    summary_of: SummaryOf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "gone"))
    with pytest.raises(CannotExportError, match="it cannot be written") as told:
        render(summary_of("Words"), "pdf")
    assert "another format" in told.value.advice


def test_a_full_disk_for_temporary_files_is_called_full_and_keeps_no_folder(
    summary_of: SummaryOf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fill_up(*_: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(Path, "write_bytes", fill_up)
    with pytest.raises(CannotExportError, match="its disk is full"):
        render(summary_of("Words"), "pdf")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("whose", ["w" * 300, "many words " * 40, "漢" * 90])
def test_a_long_name_beside_a_line_stays_on_the_page_and_leaves_room_for_it(whose: str) -> None:
    meeting = Meeting(
        title="Call", day=DAY, status=MeetingStatus.HELD, actions=(Action("Write it down", whose, id="a"),)
    )
    summary = page_of(meeting)
    assert len(next(summary.sections[0].lines).when) < 40
    assert outside(summary) == []


def test_every_place_is_found_on_the_pages_between_the_one_before_and_the_one_after() -> None:
    summary = page_of(*entries())
    with typeset(summary, "pdf") as document:
        spots = document.spots()
    keys = [shown.place.key for shown in places_of(summary)]
    assert [spot.key for spot in spots if not spot.end] == keys
    lines = [spot for spot in spots if not spot.key.startswith(("title", "heading:"))]
    tops = [spot.top for spot in lines if not spot.end]
    assert tops == sorted(tops)
