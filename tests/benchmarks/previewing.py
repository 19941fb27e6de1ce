"""The preview of the mentor meeting of a cohort after a tick, and a text put together of a whole journal."""

from collections.abc import Iterator
from functools import partial
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from amp_desktop.domain.progress import unheard
from amp_desktop.journal import Journal
from amp_desktop.journal.sample import make_sample
from tests.benchmarks.harness import (
    Effort,
    Limit,
    Measure,
    Row,
    busy_seconds,
    entries,
    in_milliseconds,
    p95,
)
from tests.benchmarks.journals import journal_folder, open_journal

if TYPE_CHECKING:
    from amp_desktop.domain.summary import Format
    from amp_desktop.ui.share.prepared import Preparation

TEXT, PAGES, ASSEMBLED = Limit(at_most=0.100), Limit(at_most=0.300), Limit(at_most=0.300)
MOST = 10_000
"""The work of years: of a larger journal, too, no text of a few pages is put together."""
_ASSEMBLED = "final-submission"
BOUND_NAME = "the same form of a text that is ready"
_DOTS_PER_INCH = 96.0
_ROUNDS = 20
_FORMS: tuple[tuple["Format", Limit], ...] = (("txt", TEXT), ("pdf", PAGES))


def rows(effort: Effort) -> Iterator[Row]:
    """A line for each form, whatever the size of the journals, and one for each size up to `MOST`."""
    yield from _previewed(effort)
    for size in sorted({min(size, MOST) for size in effort.sizes}):
        with open_journal(journal_folder(effort.cache, size)) as journal:
            yield _assembled(journal, size, effort)


def _previewed(effort: Effort) -> Iterator[Row]:
    """The sample is one cohort."""
    with TemporaryDirectory() as home, make_sample(Path(home) / "sample") as journal:
        shared = len(journal.sharing.offer().preticked)
        for form, limit in _FORMS:
            asked = _asked(journal, form)
            pair = effort.compare(_preparing(asked), _rendering(asked, form), _ROUNDS, p95)
            yield Row(
                f"preview after a tick, 18 weeks at usual levels, {form}, p95",
                f"{shared} entries shared",
                pair.measured,
                pair.bound,
                BOUND_NAME,
                limit,
                in_milliseconds,
            )


def _assembled(journal: Journal, size: int, effort: Effort) -> Row:
    """What the page does when it is opened, but for painting."""
    sharing = journal.sharing

    def put_together() -> object:
        offer, ticked, draft = sharing.assembling.assemble(_ASSEMBLED)
        return sharing.disclose(offer, ticked, template=_ASSEMBLED, draft=draft)

    offer, ticked, draft = sharing.assembling.assemble(_ASSEMBLED)
    ready = sharing.disclose(offer, ticked, template=_ASSEMBLED, draft=draft)
    bound = partial(busy_seconds, partial(sharing.render, ready, "txt"))
    pair = effort.compare(partial(busy_seconds, put_together), bound, 5)
    work = f"final submission put together, {len(ticked)} entries tell"
    return Row(work, entries(size), pair.measured, pair.bound, BOUND_NAME, ASSEMBLED, in_milliseconds)


def _asked(journal: Journal, form: "Format") -> list["Preparation"]:
    """What the page asks for after each tick: another entry is left out each time."""
    from amp_desktop.sharing import DEFAULT_TEMPLATE, find_template
    from amp_desktop.ui.share.prepared import Preparation

    sharing, offer = journal.sharing, journal.sharing.offer()
    template = find_template(DEFAULT_TEMPLATE)
    return [
        Preparation(sharing, offer, offer.preticked - {left_out}, template, "", form, _DOTS_PER_INCH)
        for left_out in sorted(offer.preticked)
    ]


def _preparing(asked: list["Preparation"]) -> Measure:
    turn = cycle(asked)
    return lambda: busy_seconds(lambda: next(turn).run(unheard))


def _rendering(asked: list["Preparation"], form: "Format") -> Measure:
    """From behind, so that typst has not set the same text a moment ago."""
    ready = [one.sharing.disclose(one.offer, one.ticked) for one in reversed(asked)]
    turn, render = cycle(ready), asked[0].sharing.render
    return lambda: busy_seconds(lambda: render(next(turn), form))
