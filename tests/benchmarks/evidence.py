"""The board of five hundred pins, opened anew; and a nomination of a cohort's pins, assembled."""

import shutil
from collections.abc import Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from amp_desktop.domain.evidence import TOPICS, TopicGroup, topics_of
from amp_desktop.journal import Journal
from tests.benchmarks.harness import Effort, Limit, Row, busy_seconds, entries, in_milliseconds
from tests.benchmarks.journals import journal_folder, open_journal
from tests.benchmarks.pages import open_anew, paint
from tests.benchmarks.windows.inside import process_events, window_on

ROUNDS = 5
PINS, COHORT = 500, 60
MOST = 10_000
"""The work of years."""
OPENS, ASSEMBLED = Limit(at_most=0.1, times=20), Limit(at_most=0.3, times=40)


def rows(effort: Effort) -> Iterator[Row]:
    """A line for the board and one for the nomination."""
    size = max(size for size in effort.sizes if size <= MOST)
    with TemporaryDirectory() as place:
        folder = Path(place) / "journal"
        shutil.copytree(journal_folder(effort.cache, size), folder)
        with open_journal(folder) as journal:
            _pin(journal, COHORT, [topic.id for topic in topics_of(TopicGroup.CRITERION)])
            yield _nomination(effort, journal, size)
            _pin(journal, PINS, list(TOPICS))
        yield _board(effort, folder, size)


def _pin(journal: Journal, pins: int, topics: list[str]) -> None:
    for row, topic in zip(islice(journal.entries(), pins), cycle(topics), strict=False):
        journal.evidence.pin([row.id], topic)


def _nomination(effort: Effort, journal: Journal, size: int) -> Row:
    def assemble() -> None:
        offer = journal.sharing.offer(template="nomination")
        ticked = frozenset(entry.id for entry in offer.entries)
        made = journal.sharing.disclose(offer, ticked, template="nomination")
        journal.sharing.render(made, "md")

    work, bound = partial(busy_seconds, assemble), partial(busy_seconds, journal.evidence.board)
    pair = effort.compare(work, bound, ROUNDS)
    figures = (pair.measured, pair.bound, "reading the board", ASSEMBLED)
    return Row(f"a nomination of {COHORT} pins", entries(size), *figures, in_milliseconds)


def _board(effort: Effort, folder: Path, size: int) -> Row:
    with window_on(folder) as window:
        assert window.workspace is not None
        window.workspace.go_to("evidence")
        process_events()
        opening, painting = partial(open_anew, window.workspace, "evidence"), partial(paint, window.workspace)
        pair = effort.compare(opening, partial(busy_seconds, painting), ROUNDS)
    figures = (pair.measured, pair.bound, "painting it once more", OPENS)
    return Row(f"the board of {PINS} pins, opened anew", entries(size), *figures, in_milliseconds)
