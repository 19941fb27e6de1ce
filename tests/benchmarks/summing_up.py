"""A summary made anew after a tick while one looks at it: how long the window is not there for a key."""

from collections.abc import Iterator
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.journal.sample import make_sample
from tests.benchmarks.harness import Effort, Limit, Measure, Row, in_milliseconds
from tests.benchmarks.windows.inside import child, longest_stop, nothing, process_events, window_with

if TYPE_CHECKING:
    from amp_desktop.domain.summary import Format
    from amp_desktop.ui.share import SharePage

FORMS: tuple["Format", ...] = ("txt", "html", "pdf")
ROUNDS = 5
AFTERWARDS = 0.3
"""Seconds of the processor's time for what follows: the preview is painted."""


def rows(effort: Effort) -> Iterator[Row]:
    """A line for each form, of the sample cohort's 18 weeks."""
    from amp_desktop.ui.share import SharePage
    from amp_desktop.ui.share.periods import Choice

    with (
        TemporaryDirectory() as home,
        make_sample(Path(home) / "sample") as journal,
        window_with(journal) as window,
    ):
        assert window.workspace is not None
        window.workspace.go_to("share")
        page = child(window, SharePage)
        page._presenter.choice = Choice.EVERYTHING
        page._reload()
        for form in FORMS:
            page._choose_format(form)
            ticks = sorted(page._presenter.ticked())
            _wait(page)
            pair = effort.compare(_ticking(page, ticks), _idling(), ROUNDS)
            yield Row(
                f"a summary of 18 weeks made anew after a tick, {form}, the longest stop",
                f"{len(ticks)} entries shared",
                pair.measured,
                pair.bound,
                "a loop with nothing to do",
                Limit(at_most=0.05),
                in_milliseconds,
            )


def _ticking(page: "SharePage", ticks: list[UUID]) -> Measure:
    """Takes another tick away each time, and sets it again."""
    turn = cycle(ticks)

    def measured() -> float:
        entry = next(turn)
        return max(_made_anew(page, entry, ticked=ticked) for ticked in (False, True))

    return measured


def _made_anew(page: "SharePage", entry: UUID, *, ticked: bool) -> float:
    before = page.prepared()
    return longest_stop(
        lambda: page._tick((entry,), ticked), lambda: page.prepared() not in (None, before), AFTERWARDS
    )


def _wait(page: "SharePage") -> None:
    while page.prepared() is None:
        process_events()


def _idling() -> Measure:
    return lambda: longest_stop(nothing, lambda: True, AFTERWARDS)
