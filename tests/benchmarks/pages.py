"""Opening every page of the window anew, to its painted rows; and insights of ten years."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from amp_desktop.storage import DATABASE, driver
from tests.benchmarks.generator import FIRST_DAY
from tests.benchmarks.harness import Effort, Limit, Row, busy_seconds, entries, in_milliseconds
from tests.benchmarks.journals import journal_folder, keys_of, open_journal
from tests.benchmarks.windows.inside import process_events, window_on

if TYPE_CHECKING:
    from amp_desktop.ui.shell.workspace import Workspace

ROUNDS = 5
TEN_YEARS = 3652
OPENS = Limit(at_most=0.1)
"""Asked of every page of a journal of 10,000 entries, however long a machine takes to paint it once more."""
SEEN = Limit(at_most=0.2, times=4)
_CHECK_INS_AND_GOALS = (
    "SELECT position, id, kind, fields FROM entry WHERE binned_at IS NULL"
    " AND kind IN ('self-care', 'goal', 'challenge')"
)


def rows(effort: Effort) -> Iterator[Row]:
    """A line for each page of the largest journal but one, and one for ten years."""
    size = effort.sizes[min(1, len(effort.sizes) - 1)]
    yield from _pages(effort, size)
    yield _ten_years(effort, size)


def _pages(effort: Effort, size: int) -> Iterator[Row]:
    from amp_desktop.ui.pages import PAGES, page_label

    with window_on(journal_folder(effort.cache, size)) as window:
        assert window.workspace is not None
        for name in PAGES:
            window.workspace.go_to(name)  # modules load once, and not for each journal
            process_events()
            opening, painting = partial(open_anew, window.workspace, name), partial(paint, window.workspace)
            pair = effort.compare(opening, partial(busy_seconds, painting), ROUNDS)
            yield Row(
                f"opening the page {page_label(name)} anew, to painted",
                entries(size),
                pair.measured,
                pair.bound,
                "painting it once more",
                OPENS,
                in_milliseconds,
            )


def open_anew(workspace: "Workspace", name: str) -> float:
    """How long the page takes, none being there before."""
    from PySide6.QtCore import QCoreApplication, QEvent

    workspace.forget()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    process_events()

    def opening() -> None:
        workspace.go_to(name)
        process_events()
        paint(workspace)

    return busy_seconds(opening)


def paint(workspace: "Workspace") -> None:
    workspace.grab()


def _ten_years(effort: Effort, size: int) -> Row:
    folder = journal_folder(effort.cache, size, TEN_YEARS)
    keys = keys_of(folder)
    raw = driver.connect(folder / DATABASE, keys.data_key, keys.salt)
    with open_journal(folder) as journal:
        last = FIRST_DAY + timedelta(days=TEN_YEARS)
        look: Callable[[], object] = partial(journal.insights.of, FIRST_DAY, last, date(2035, 1, 1))
        read: Callable[[], object] = partial(_read, raw)
        pair = effort.compare(partial(busy_seconds, look), partial(busy_seconds, read), ROUNDS)
    raw.close()
    figures = (pair.measured, pair.bound, "the same rows, read raw", SEEN)
    return Row("insights of ten years", entries(size), *figures, in_milliseconds)


def _read(connection: Any) -> object:
    return connection.execute(_CHECK_INS_AND_GOALS).fetchall()
