"""An entry, its private words already cut, as an item of a summary."""

from collections.abc import Iterable
from functools import singledispatch

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, TargetMove
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.summary import Block, LabelledText, ListBlock, ListItem, SummaryItem
from amp_desktop.domain.text.day_words import day_text
from amp_desktop.sharing.markdown.reading import read_address, read_markdown


def item_of(entry: Entry) -> SummaryItem | None:
    """The item that tells of `entry`, or None when it says nothing: no word of it is left, and no level.

    Ids, times of writing, zone and tags are no part of it.
    """
    item = SummaryItem(
        title=entry.title or day_text(entry.day),
        detail=" · ".join(filter(None, (_name(entry), *_details(entry), _day(entry)))),
        body=read_markdown(entry.body),
        fields=tuple(LabelledText(label, content) for label, content in _fields(entry) if content),
    )
    says_something = entry.title or item.body or item.fields or _has_level(entry)
    return item if says_something else None


def _has_level(entry: Entry) -> bool:
    """Whether a check-in was made by taps alone."""
    return isinstance(entry, SelfCareNote) and any((entry.mood, entry.energy, entry.stress))


def _name(entry: Entry) -> str:
    return entry.NAME


def _day(entry: Entry) -> str:
    """The entry's day, unless the title or another detail tells it."""
    told = not entry.title or isinstance(entry, (Goal, Challenge, Milestone))
    return "" if told else day_text(entry.day)


@singledispatch
def _details(entry: Entry) -> Iterable[str]:  # noqa: ARG001
    """The short facts about an entry of its kind."""
    return ()


@_details.register
def _(goal: Goal) -> Iterable[str]:
    yield goal.status.value
    yield goal.area.value if goal.area else ""
    yield f"target {day_text(goal.target_day)}" if goal.target_day else ""


@_details.register
def _(challenge: Challenge) -> Iterable[str]:
    yield challenge.status.value
    yield f"since {day_text(challenge.since)}" if challenge.since else ""


@_details.register
def _(note: SelfCareNote) -> Iterable[str]:
    levels = (("mood", note.mood), ("energy", note.energy), ("stress", note.stress))
    return (f"{name} {level} of 5" for name, level in levels if level is not None)


@_details.register
def _(milestone: Milestone) -> Iterable[str]:
    yield day_text(milestone.reached_on or milestone.day)
    yield " ".join(milestone.program_phase.split())


@singledispatch
def _fields(entry: Entry) -> Iterable[tuple[str, tuple[Block, ...]]]:  # noqa: ARG001
    """The labelled texts of an entry of its kind; those without words are empty."""
    return ()


@_fields.register
def _(goal: Goal) -> Iterable[tuple[str, tuple[Block, ...]]]:
    is_let_go = goal.status is GoalStatus.LET_GO
    if is_let_go:
        yield "Target day", _list(ListItem(read_markdown(_move(move))) for move in goal.moves)
    if goal.is_open or is_let_go:
        yield "Open steps", _steps(goal, done=False)
    if not goal.is_open:
        yield "Steps taken", _steps(goal, done=True)
    yield "What success looks like", read_markdown(goal.success)


@_fields.register
def _(challenge: Challenge) -> Iterable[tuple[str, tuple[Block, ...]]]:
    yield "What I tried", read_markdown(challenge.tried)
    yield "What I need", read_markdown(challenge.need)
    yield "Whom I asked", _list(ListItem(_asking(asking)) for asking in challenge.asked)
    yield "What helped", read_markdown(challenge.what_helped)


@_fields.register
def _(note: SelfCareNote) -> Iterable[tuple[str, tuple[Block, ...]]]:
    yield "What did me good", read_markdown(note.what_did_me_good)


@_fields.register
def _(milestone: Milestone) -> Iterable[tuple[str, tuple[Block, ...]]]:
    yield "Evidence", _list(ListItem(read_address(address)) for address in milestone.evidence)
    yield "Thanks to", read_markdown(milestone.whom_to_thank)


def _steps(goal: Goal, *, done: bool) -> tuple[Block, ...]:
    return _list(ListItem(read_markdown(step.text), done) for step in goal.steps if step.done is done)


def _move(move: TargetMove) -> str:
    """From when to when a target day was moved, and why."""
    days = [day_text(day) if day else "no day" for day in (move.before, move.after)]
    reason = move.reason.strip()
    return f"moved from {days[0]} to {days[1]}" + (f": {reason}" if reason else "")


def _asking(asking: Asking) -> tuple[Block, ...]:
    """Who was asked, where and when, and under it the answer."""
    when = day_text(asking.day) if asking.day and (asking.whom or asking.where) else ""
    question = ", ".join(filter(None, (asking.whom.strip(), asking.where.strip(), when)))
    return read_markdown(question) + read_markdown(asking.answer)


def _list(items: Iterable[ListItem]) -> tuple[Block, ...]:
    kept = tuple(item for item in items if item.content)
    return (ListBlock(kept),) if kept else ()
