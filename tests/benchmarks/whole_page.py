"""A goal with many steps and long notes: opened, and written in."""

from collections.abc import Iterator
from itertools import cycle

from amp_desktop.domain.clock import today
from amp_desktop.domain.kinds.goal import Goal, Step
from tests.benchmarks.harness import Effort, Limit, Pair, Row, in_milliseconds, median, p95
from tests.benchmarks.journals import journal_copy
from tests.benchmarks.long_entry import until_painted
from tests.benchmarks.typing_keys import BOUND_NAME, bare_edit, each_key, long_text
from tests.benchmarks.windows.inside import body_edit, child, process_events, window_on

WORDS = 5_000
STEPS = 60
ENTRIES = 14
"""More than are kept ready, so that each is opened from the journal."""
KEYS = 300


def rows(effort: Effort) -> Iterator[Row]:
    """Two lines."""
    from amp_desktop.ui.entries.editor.page_column import PageColumn

    steps = tuple(Step(f"Step {number} on the way there", done=number % 3 == 0) for number in range(STEPS))
    text = long_text(WORDS)
    goals = [Goal(title=f"A goal {n}", body=text, day=today(), steps=steps) for n in range(ENTRIES)]
    with journal_copy(effort.cache, min(effort.sizes)) as folder, window_on(folder) as window:
        workspace = window.workspace
        assert workspace is not None
        for goal in goals:
            workspace.session.save(goal)
        workspace.show_entry(goals[0].id)
        process_events()
        body = body_edit(workspace)
        page = child(workspace, PageColumn)
        turns, bare = cycle(goals), bare_edit("")

        def open_next() -> float:
            goal = next(turns)
            return until_painted(page, lambda: workspace.show_entry(goal.id))

        def fill() -> float:
            bare.clear()
            process_events()
            return until_painted(bare, lambda: bare.setPlainText(text))

        opened = effort.compare(open_next, fill, ENTRIES, median)
        bare.setPlainText(text)
        typed = effort.compare(each_key(body), each_key(bare), KEYS, p95)
        bare.hide()
    yield _row("a goal opened, painted", opened, 0.06)
    yield _row("one key in a goal's notes, painted, p95", typed, 0.008)


def _row(work: str, pair: Pair, most: float) -> Row:
    size = f"{STEPS} steps, {WORDS:,} words"
    return Row(work, size, pair.measured, pair.bound, BOUND_NAME, Limit(at_most=most), in_milliseconds)
