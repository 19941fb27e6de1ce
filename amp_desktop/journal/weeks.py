"""Weeks from Monday to Sunday: what one holds, what it is for, and what goes on from the week before."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import cast
from uuid import UUID

from amp_desktop.domain.clock import days_after
from amp_desktop.domain.dated_facts import Happening, What
from amp_desktop.domain.entry import Kind
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.reflection import Reflection, monday_of
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.program_details import Rest
from amp_desktop.domain.query import EntryQuery, EntryRow
from amp_desktop.journal import Journal

MOST_ROWS = 500
"""Entries of a week that are looked through."""

_REFLECTIONS = frozenset({Reflection.KIND})
_TOLD: frozenset[Kind] = frozenset(
    kind for kind, made in ENTRY_TYPES.items() if not made.IS_MOST_PRIVATE and kind != Reflection.KIND
)
_CHALLENGES = frozenset({Challenge.KIND})


@dataclass(frozen=True)
class Week:
    """What a week holds, to be looked back on. No value of a check-in is in it, and nothing of a hard day.

    Attributes:
        monday: Its first day.
        entries: What was written, oldest first; neither self-care nor the week's own page.
        checked_in_on: The days with a check-in.
        steps: Small steps that were done.
        opened: Challenges that were written down.
        closed: Challenges that were resolved.
        others: What else happened: goals achieved, help asked for, work done.
        rests: Days away that touch it.
    """

    monday: date
    entries: tuple[EntryRow, ...] = ()
    checked_in_on: tuple[date, ...] = ()
    steps: tuple[Happening, ...] = ()
    opened: tuple[EntryRow, ...] = ()
    closed: tuple[Happening, ...] = ()
    others: tuple[Happening, ...] = ()
    rests: tuple[Rest, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the journal knows nothing of it."""
        held = (self.entries, self.checked_in_on, self.steps, self.closed, self.others, self.rests)
        return not any(held)


def gathered(journal: Journal, day: date) -> Week:
    """What the week of a day holds.

    Raises:
        JournalError: The journal cannot be read.
    """
    monday = monday_of(day)
    sunday = days_after(monday, 6)
    rows = journal.rows(EntryQuery(since=monday, until=sunday), limit=MOST_ROWS).items
    hard = journal.calendar.hard_days(monday, sunday)
    told = [row for row in reversed(rows) if row.kind in _TOLD and row.day not in hard and _has_words(row)]
    happened = [one for one in journal.happened(monday, sunday) if one.day not in hard]
    return Week(
        monday,
        tuple(row for row in told if row.kind not in _CHALLENGES),
        tuple(sorted({row.day for row in rows if _is_check_in(row)})),
        _those(happened, What.STEP_DONE),
        tuple(row for row in told if row.kind in _CHALLENGES),
        _those(happened, What.RESOLVED),
        tuple(one for one in happened if one.what not in (What.STEP_DONE, What.RESOLVED)),
        tuple(
            rest for rest in journal.program.details.rests if rest.starts <= sunday and rest.ends >= monday
        ),
    )


def week_page(journal: Journal, day: date) -> Reflection | None:
    """The page of the week of a day, if one was written; the first of them where there are more."""
    monday = monday_of(day)
    query = EntryQuery(kinds=_REFLECTIONS, since=monday, until=days_after(monday, 6))
    rows = journal.rows(query).items
    return cast("Reflection", journal.entry(rows[-1].id)) if rows else None


def week_to_write(journal: Journal, day: date) -> Reflection:
    """The page of the week of a day: the one there is, else a new one, which is stored nowhere yet.

    A new one begins with the lines to tick that are still open in the plan of the week before.
    """
    known = week_page(journal, day)
    if known is not None:
        return known
    monday = monday_of(day)
    before = week_page(journal, days_after(monday, -7)) if monday > date.min else None
    new = cast("Reflection", journal.new_entry(Reflection.KIND, monday))
    return replace(new, plan=carried_over(before.plan)) if before is not None else new


def week_to_open(journal: Journal, day: date) -> UUID | Reflection:
    """The page of the week of a day: the id of the one there is, else one as `week_to_write` begins it."""
    week = week_page(journal, day)
    return week.id if week is not None else week_to_write(journal, day)


def carried_over(plan: str) -> str:
    """The lines to tick of a plan that are still open."""
    return "\n".join(line.strip() for line in plan.splitlines() if line.lstrip().startswith(_OPEN))


def went_by(journal: Journal, day: date) -> bool:
    """Whether the week before that of a day went by without a page, after one that had one."""
    before = days_after(monday_of(day), -7)
    if week_page(journal, before) is not None:
        return False
    return bool(journal.rows(EntryQuery(kinds=_REFLECTIONS, until=before), limit=1).items)


_OPEN = ("- [ ] ", "* [ ] ", "+ [ ] ")


def _those(happened: Iterable[Happening], what: What) -> tuple[Happening, ...]:
    return tuple(one for one in happened if one.what is what)


def _is_check_in(row: EntryRow) -> bool:
    values = (row.values.get(name) for name in ("mood", "energy", "stress"))
    return row.kind == SelfCareNote.KIND and any(value is not None for value in values)


def _has_words(row: EntryRow) -> bool:
    return bool(row.title or row.excerpt)
