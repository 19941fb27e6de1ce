"""The search of the window: from a letter typed in the field to the painted rows.

The pause that waits whether another letter follows is left out: it is chosen, not worked.
"""

from collections.abc import Callable, Iterator
from itertools import cycle
from typing import TYPE_CHECKING

from amp_desktop.storage import DATABASE, driver
from tests.benchmarks.harness import Effort, Limit, Row, busy_seconds, entries, in_milliseconds, p95
from tests.benchmarks.journals import journal_folder, keys_of
from tests.benchmarks.searching import BOUND_NAME, LIMITS, keystrokes, raw_searcher
from tests.benchmarks.windows.inside import child, process_events, window_on

if TYPE_CHECKING:
    from amp_desktop.ui.shell.window import MainWindow


def rows(effort: Effort) -> Iterator[Row]:
    """A line for each size."""
    for size in effort.sizes:
        folder = journal_folder(effort.cache, size)
        keys = keys_of(folder)
        raw = driver.connect(folder / DATABASE, keys.data_key, keys.salt)
        with window_on(folder) as window:
            shown, asked_raw = _each_in_turn(_field_of(window)), _each_in_turn(raw_searcher(raw))
            pair = effort.compare(shown, asked_raw, 4 * len(keystrokes()), p95)
        raw.close()
        yield Row(
            "search as typed, to painted rows, p95",
            entries(size),
            pair.measured,
            pair.bound,
            BOUND_NAME,
            Limit(at_most=0.016, times=16) if size in LIMITS else Limit(),
            in_milliseconds,
        )


def _field_of(window: "MainWindow") -> Callable[[str], object]:
    """Types the last letter of what is looked for, those before it standing there already."""
    from PySide6.QtCore import QTimer

    from amp_desktop.ui.widgets.search_field import SearchField

    field = child(window, SearchField)
    pause = field.findChild(QTimer)
    assert isinstance(pause, QTimer)
    pause.setInterval(0)

    def type_letter(typed: str) -> None:
        field.setText(typed)
        while pause.isActive():
            process_events()
        process_events()

    return type_letter


def _each_in_turn(search: Callable[[str], object]) -> Callable[[], float]:
    typed = cycle(keystrokes())
    return lambda: busy_seconds(lambda: search(next(typed)))
