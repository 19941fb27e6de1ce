"""A mentor's task list, as it was written somewhere else, as goals and their steps.

By plain rules, so that nobody is surprised:

1. A heading is a goal, and so is a line in bold. Where there are no headings, so are words right before
   the items of a list.
2. Items below it are its steps; deeper ones stand one step in. Words below it that are no items are its text.
3. Items under no heading are goals, and what stands deeper below them are their steps.
4. Where there is neither a heading nor an item, each line is a goal.
5. A heading with nothing but deeper headings below it is the list's own title, and no goal.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.own_id import new_id
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.domain.text.pasted_lines import pasted_line

_TAB = 4
_HEADING = re.compile(r"(?P<marks>#{1,6})\s+(?P<words>.*?)(?:\s+#+)?")
_STRONG = re.compile(r"(?P<mark>\*\*|__)(?P<words>.+)(?P=mark)")


@dataclass(frozen=True)
class _Line:
    """A line that says something: how far in it stands, and what it is."""

    text: str
    width: int
    level: int = 0
    is_item: bool = False
    done: bool = False


@dataclass
class _Draft:
    """A goal while its lines are being read."""

    title: str
    level: int
    done: bool = False
    steps: list[_Line] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    @property
    def is_bare(self) -> bool:
        """Whether nothing was read below it."""
        return not (self.steps or self.words)

    def goal(self, day: date) -> Goal:
        """The goal; the steps that stand deeper than the least deep are parts of the ones above them."""
        margin = min((line.width for line in self.steps), default=0)
        steps = (
            Step(line.text, line.done, indent=int(number > 0 and line.width > margin), id=new_id())
            for number, line in enumerate(self.steps)
        )
        status = GoalStatus.ACHIEVED if self.done and self.is_bare else GoalStatus.ACTIVE
        return Goal(day=day, title=self.title, body="\n".join(self.words), steps=tuple(steps), status=status)


def goals_in(text: str, day: date) -> tuple[Goal, ...]:
    """The goals that a task list names, each made on that day; none where there are no words."""
    lines = tuple(_with_headings(tuple(_lines(text))))
    has_form = any(line.level or line.is_item for line in lines)
    drafts: list[_Draft] = []
    margin = 0
    for line in lines:
        last = drafts[-1] if drafts else None
        if line.level:
            if last is not None and last.is_bare and 0 < last.level < line.level:
                drafts.pop()
            drafts.append(_Draft(line.text, line.level))
        elif last is not None and last.level:
            _put_below(last, line)
        elif last is None or not has_form or (line.is_item and line.width <= margin):
            margin = line.width
            drafts.append(_Draft(line.text, 0, line.done))
        else:
            _put_below(last, line)
    return tuple(draft.goal(day) for draft in drafts)


def _put_below(draft: _Draft, line: _Line) -> None:
    if line.is_item:
        draft.steps.append(line)
    else:
        draft.words.append(line.text)


def _lines(text: str) -> Iterator[_Line]:
    for raw in text.expandtabs(_TAB).splitlines():
        words = raw.strip()
        heading = _HEADING.fullmatch(words)
        if heading:
            title = one_line(heading["words"])
            if title:
                yield _Line(title, 0, len(heading["marks"]))
            continue
        read = pasted_line(raw)
        if read.text and not set(read.text) <= set("-=_*"):
            yield _Line(read.text, len(raw) - len(raw.lstrip(" ")), 0, read.is_item, read.done)


def _with_headings(lines: tuple[_Line, ...]) -> Iterator[_Line]:
    """Words in bold alone, and where there is no heading words right before items, are headings."""
    has_none = not any(line.level for line in lines)
    for at, line in enumerate(lines):
        strong = _STRONG.fullmatch(line.text.removesuffix(":")) if not line.is_item else None
        following = lines[at + 1] if at + 1 < len(lines) else None
        leads = has_none and following is not None and following.is_item and not line.is_item
        if strong or (leads and line.width <= (following.width if following else 0)):
            title = strong["words"] if strong else line.text
            yield _Line(title.removesuffix(":").rstrip(), 0, 7)
        else:
            yield line
