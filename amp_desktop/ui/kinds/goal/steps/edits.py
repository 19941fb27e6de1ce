"""What becomes of a list of steps when one writes, parts, joins and moves in it. Knows no widget.

A step keeps its id wherever it goes: parted, its first words keep it; joined, the one above does, unless it
has no words. A step further in belongs to the nearest one above that is not, and goes where that one goes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from amp_desktop.domain.kinds.goal import Step
from amp_desktop.domain.own_id import new_id
from amp_desktop.domain.text.pasted_lines import PastedLine

Steps = tuple[Step, ...]
DEEPEST = 1
"""How far in a step may stand."""


@dataclass(frozen=True)
class Caret:
    """Where one writes: before which character of which step."""

    id: str
    at: int


@dataclass(frozen=True)
class Edited:
    """The steps after an edit, and where one writes on."""

    steps: Steps
    caret: Caret


def new_step(text: str = "", *, done: bool = False, indent: int = 0) -> Step:
    """A step that was not there before."""
    return Step(text, done, indent=indent, id=new_id())


def has_words(step: Step) -> bool:
    """Whether it is more than an empty row."""
    return bool(step.text.strip())


def next_step(steps: Sequence[Step]) -> Step | None:
    """The first that is not done."""
    return next((step for step in steps if has_words(step) and not step.done), None)


def ticked(step: Step, *, done: bool) -> Step:
    """The step done or not; the journal says since when, and one that is open has no day."""
    return replace(step, done=done, done_on=None) if done != step.done else step


def with_text(step: Step, text: str) -> Step:
    """The step in other words."""
    return replace(step, text=text)


def indent_of(steps: Sequence[Step], at: int) -> int:
    """How far in a step stands: the first belongs to none, whatever it did where it came from."""
    return steps[at].indent if at else 0


def block(steps: Sequence[Step], at: int) -> range:
    """The places of a step and of those that belong to it."""
    end = at + 1
    while not indent_of(steps, at) and end < len(steps) and steps[end].indent:
        end += 1
    return range(at, end)


def parted(steps: Steps, at: int, start: int, end: int) -> Edited:
    """Enter, with `start` to `end` of the text selected: what follows becomes a step of its own.

    Before the first word it is an empty row that comes above, and the step stays what it is.
    """
    step = steps[at]
    before, after = step.text[:start], step.text[end:]
    if not before.strip() and after.strip():
        indent = indent_of(steps, at)
        above, here = new_step(indent=indent), replace(step, text=after, indent=indent)
        return Edited(_with(steps, at, at + 1, above, here), Caret(here.id, 0))
    has_own = at + 1 < len(steps) and steps[at + 1].indent  # which stay below it
    indent = DEEPEST if has_own else indent_of(steps, at)
    here, below = replace(step, text=before.rstrip()), new_step(after.lstrip(), indent=indent)
    return Edited(_with(steps, at, at + 1, here, below), Caret(below.id, 0))


def joined(steps: Steps, at: int) -> Edited | None:
    """Backspace at the beginning: the step becomes the end of the one above; None for the first."""
    if not at:
        return None
    above, here = steps[at - 1], steps[at]
    caret = Caret(above.id, len(above.text))
    if not has_words(above) and has_words(here):
        kept, caret = replace(here, indent=above.indent), Caret(here.id, 0)
    else:
        kept = replace(above, text=above.text + here.text)
    return Edited(_with(steps, at - 1, at + 1, kept), caret)


def removed(steps: Steps, at: int) -> Steps:
    """The steps without that one; those that belonged to it belong to the one above."""
    return _with(steps, at, at + 1)


def with_begun(shown: Steps, begun: Step, steps: Steps) -> Steps:
    """Steps as they became elsewhere, and one that was begun here behind those that it stood behind."""
    above = {step.id for step in shown[: shown.index(begun)]}
    place = max((at for at, step in enumerate(steps, start=1) if step.id in above), default=0)
    return _with(steps, place, place, begun)


def indented(steps: Steps, at: int, by: int) -> Steps:
    """A step one further in or out, with those that belong to it; the first belongs to none."""
    indent = min(max(steps[at].indent + by, 0), DEEPEST)
    if at == 0 or indent == steps[at].indent:
        return steps
    return _with(steps, at, at + 1, replace(steps[at], indent=indent))


def moved(steps: Steps, at: int, by: int) -> Steps:
    """A step one up or down, with those that belong to it, past the neighbour with those of its own."""
    mine = block(steps, at)
    if by < 0:
        if not mine.start:
            return steps
        above = mine.start - 1
        while not indent_of(steps, at) and indent_of(steps, above):
            above -= 1
        return dropped(steps, at, above)
    if mine.stop == len(steps):
        return steps
    below = mine.stop + 1 if indent_of(steps, at) else block(steps, mine.stop).stop
    return dropped(steps, at, below)


def dropped(steps: Steps, at: int, gap: int) -> Steps:
    """A step let go before place `gap`, with those that belong to it; it never parts another from its own."""
    mine = block(steps, at)
    while not indent_of(steps, at) and mine.stop < gap < len(steps) and steps[gap].indent:
        gap += 1
    while not indent_of(steps, at) and gap < mine.start and indent_of(steps, gap):
        gap -= 1
    if mine.start <= gap <= mine.stop:
        return steps
    taken = steps[mine.start : mine.stop]
    without = steps[: mine.start] + steps[mine.stop :]
    place = gap if gap < mine.start else gap - len(taken)
    return _with(without, place, place, *taken)


def pasted(steps: Steps, at: int, start: int, end: int, lines: Sequence[PastedLine]) -> Edited:
    """Lines put into a step: the first goes on where one writes, the last takes what stood behind it.

    In a row without words the first line brings its tick and its place along.
    """
    step, first = steps[at], lines[0]
    before, after = step.text[:start], step.text[end:]
    here = replace(step, text=before + first.text)
    if not (before + after).strip():
        here = replace(ticked(here, done=first.done or step.done), indent=max(step.indent, first.indent))
    deep = indent_of(steps, at)
    rest = [new_step(one.text, done=one.done, indent=max(deep, one.indent)) for one in lines[1:]]
    made = [here, *rest]
    caret = Caret(made[-1].id, len(made[-1].text))
    made[-1] = replace(made[-1], text=made[-1].text + after)
    return Edited(_with(steps, at, at + 1, *made), caret)


def _with(steps: Steps, start: int, end: int, *put: Step) -> Steps:
    return (*steps[:start], *put, *steps[end:])
