"""An entry of each kind, opened: beside a note, which has nothing but its text."""

from collections.abc import Iterator, Sequence
from itertools import cycle
from typing import TYPE_CHECKING

from amp_desktop.domain.clock import today
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from tests.benchmarks.harness import Effort, Limit, Measure, Row, entries, in_milliseconds
from tests.benchmarks.journals import journal_copy
from tests.benchmarks.long_entry import until_painted
from tests.benchmarks.windows.inside import process_events, window_on

if TYPE_CHECKING:
    from amp_desktop.ui.shell.workspace import Workspace

EACH = 14
"""More than are kept ready, so that each is opened from the journal."""
BOUND_NAME = "a note, opened in turns with it"
_USUAL, _MEETING = Limit(times=1.15), Limit(times=1.5)
_WORDS = "Some words of a day that went as days go. " * 8


def rows(effort: Effort) -> Iterator[Row]:
    """A line for each kind; the agenda of a meeting is made of what is open in the journal."""
    size = min(effort.sizes)
    with journal_copy(effort.cache, size) as folder, window_on(folder) as window:
        workspace = window.workspace
        assert workspace is not None
        notes = _saved(workspace, [Note(title=f"A note {n}", body=_WORDS, day=today()) for n in range(EACH)])
        for name, made in _kinds():
            opened, note = _opening(workspace, _saved(workspace, made)), _opening(workspace, notes)
            pair = effort.compare(opened, note, EACH)
            limit = _MEETING if name == Meeting.KIND else _USUAL
            yield Row(
                f"{name} opened, painted",
                entries(size),
                pair.measured,
                pair.bound,
                BOUND_NAME,
                limit,
                in_milliseconds,
            )


def _kinds() -> Iterator[tuple[str, list[Entry]]]:
    steps = tuple(Step(f"Step {n}", done=n == 0) for n in range(3))
    asked = (Asking("my mentor", answer="Try it without"),)
    examples: tuple[Entry, ...] = (
        Goal(title="A goal", body=_WORDS, steps=steps),
        Challenge(title="A challenge", body=_WORDS, need="somebody who knows", asked=asked),
        SelfCareNote(title="A rest", body=_WORDS, mood=4),
        Milestone(title="A milestone", body=_WORDS, whom_to_thank="my mentor"),
        Feedback(title="Feedback", body=_WORDS),
        Meeting(title="A call", body=_WORDS),
    )
    for one in examples:
        make = type(one)
        own = {name: getattr(one, name) for name in vars(one) if name != "id"}
        yield one.kind, [make(**own | {"title": f"{one.title} {n}"}) for n in range(EACH)]


def _saved(workspace: "Workspace", made: Sequence[Entry]) -> Sequence[Entry]:
    for entry in made:
        workspace.session.save(entry)
    return made


def _opening(workspace: "Workspace", made: Sequence[Entry]) -> Measure:
    """Opens the next one; what is left to do of the one before is done first."""
    from amp_desktop.ui.entries.editor.page_column import PageColumn

    turn = cycle(made)

    def open_next() -> float:
        process_events()
        (page,) = (one for one in workspace.findChildren(PageColumn) if one.isVisible())
        entry = next(turn)
        return until_painted(page, lambda: workspace.show_entry(entry.id))

    return open_next
