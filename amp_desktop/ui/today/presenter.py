"""What the page of the day shows, and what its few gestures write."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, ClassVar, cast
from uuid import UUID

from amp_desktop.domain.clock import day_of
from amp_desktop.domain.entry import AgendaEntry, Entry, Kind
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.kinds.registry import entry_type
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.program import Program
from amp_desktop.domain.query import EntryQuery, EntryRow
from amp_desktop.domain.unsaved import Draft
from amp_desktop.journal.agenda import agenda, meeting_since, newest_day, open_rows
from amp_desktop.ui.session import Session

MOST_SHOWN = 5
"""Rows of one kind: what is more stands on the kind's own page."""

STANDS_STILL = timedelta(days=5)
"""How long a challenge rests, unasked and untouched, before the page offers to ask for help."""


@dataclass(frozen=True, kw_only=True)
class TodayView:
    """Everything on the page.

    Attributes:
        day: The day it is.
        program: What the mentee takes part in.
        check_in: How the mentee is today, if that was said.
        written: What was written on that day, newest first, the check-in left out; one more than is shown
            when there are more.
        agenda: What is on the agenda of the next meeting, newest day first.
        challenges: Open ones, newest day first, one more than is shown when there are more.
        goals: Active ones, the same way.
        suggestion: A challenge with which somebody could help, or None.
        has_entries: Whether anything was written yet.
    """

    day: date
    program: Program
    check_in: SelfCareNote | None
    written: tuple[EntryRow, ...]
    agenda: tuple[EntryRow, ...]
    challenges: tuple[EntryRow, ...]
    goals: tuple[EntryRow, ...]
    suggestion: EntryRow | None
    has_entries: bool


@dataclass(frozen=True)
class NextStep:
    """The first step of a goal that is not done: its place among the steps, and its words."""

    at: int
    text: str


class TodayPresenter:
    """Reads the page by bounded questions to the journal, and writes what was done on it."""

    _dismissed_on: ClassVar[date | None] = None  # outlives the page, which a lock throws away

    def __init__(self, session: Session) -> None:
        self._session = session
        self._check_in: SelfCareNote | None = None

    def view(self, day: date) -> TodayView:
        """What the page shows on that day.

        Raises:
            JournalError: The journal cannot be read.
        """
        journal = self._session.journal
        challenges = open_rows(journal, Challenge.KIND)
        program = journal.program
        since = meeting_since(journal, program.mentor, day)
        active = EntryQuery(kinds=frozenset({Goal.KIND}), states=frozenset({GoalStatus.ACTIVE.value}))
        return TodayView(
            day=day,
            program=program,
            check_in=self._look_for_check_in(day),
            written=self._written_on(day),
            agenda=agenda(journal, since),
            challenges=challenges[: MOST_SHOWN + 1],
            goals=journal.rows(active, limit=MOST_SHOWN + 1).items,
            suggestion=None if TodayPresenter._dismissed_on == day else _suggestion(challenges, day),
            has_entries=newest_day(journal) is not None,
        )

    def keep(self, kind: Kind, text: str, day: date) -> Entry:
        """Save what was written in the line as an entry of that day."""
        return self._session.save(entry_of(kind, text, day))

    def save_check_in(self, note: SelfCareNote) -> None:
        """Save the day's one check-in; an emptied one goes to the bin, and comes back with the next tap."""
        if not note.is_empty:
            self._check_in = self._session.save(note, self._check_in)
        elif self._stored(note):
            self._check_in = self._session.journal.save_entry(note, self._check_in)
            if self._check_in.is_empty:  # nor has a terminal put anything in
                self._session.put_in_bin([note.id])
                self._check_in = cast("SelfCareNote", self._session.journal.entry(note.id))

    def check_in(self, day: date) -> SelfCareNote:
        """The day's check-in to write in: the one there is, or a new one that is not stored yet."""
        if self._check_in is None or self._check_in.day != day:
            self._check_in = SelfCareNote(day=day)
        return replace(self._check_in, binned_at=None)

    def check_in_draft(self, filled: Callable[[SelfCareNote], SelfCareNote], day: date) -> Draft:
        """The day's check-in with what was typed, to be saved later."""
        note = self.check_in(day)
        return Draft(filled(note), None if note.is_empty else note)  # only a stored one says something

    def put_on_agenda(self, entry_id: UUID, *, on: bool = True) -> None:
        """Have a note or a challenge talked about at the next meeting, or no longer."""

        def put(entry: Entry) -> Entry:
            return replace(entry, on_agenda=on) if isinstance(entry, AgendaEntry) else entry

        self._session.change([entry_id], put)

    def tick_step(self, goal_id: UUID, at: int, text: str, *, done: bool = True) -> None:
        """Mark a goal's step as done, or not; only if that step still has this place and these words."""
        self._session.change([goal_id], lambda goal: goal.with_task(at, text, done=done))

    def undo(self, entry_id: UUID) -> None:
        """Put an entry that was just made into the bin."""
        self._session.put_in_bin([entry_id])

    def dismiss(self, day: date) -> None:
        """Make no suggestion any more on that day."""
        TodayPresenter._dismissed_on = day

    def forget(self) -> None:
        """Drop every word."""
        self._check_in = None

    def _written_on(self, day: date) -> tuple[EntryRow, ...]:
        rows = self._session.journal.rows(EntryQuery(since=day, until=day), limit=MOST_SHOWN + 2).items
        return tuple(row for row in rows if not _is_check_in(row))[: MOST_SHOWN + 1]

    def _look_for_check_in(self, day: date) -> SelfCareNote | None:
        query = EntryQuery(kinds=frozenset({SelfCareNote.KIND}), since=day, until=day)
        rows = self._session.journal.rows(query).items
        row = next(filter(_is_check_in, rows), None)
        if row is not None:
            self._check_in = cast("SelfCareNote", self._session.journal.entry(row.id))
            return self._check_in
        return None

    def _stored(self, note: SelfCareNote) -> bool:
        query = EntryQuery(kinds=frozenset({SelfCareNote.KIND}), since=note.day, until=note.day)
        return any(row.id == note.id for row in self._session.journal.rows(query).items)


LONGEST_TITLE = 120
"""Characters; a first line that is longer is the beginning of a text."""


def entry_of(kind: Kind, text: str, day: date) -> Entry:
    """What was written in one go as an entry: the first line is its title, what follows its body."""
    first, _, rest = text.strip().partition("\n")
    if len(first) > LONGEST_TITLE:
        return entry_type(kind)(day=day, title=_beginning(first), body=text.strip())
    return entry_type(kind)(day=day, title=first, body=rest.strip("\n"))


def is_long(text: str) -> bool:
    """Whether a text wants more room than a line: then it goes on in the journal."""
    return len(text.strip()) > LONGEST_TITLE or "\n" in text.strip()


def next_step(goal: EntryRow) -> NextStep | None:
    """The first step of a goal that is not done, or None."""
    steps = cast("list[dict[str, Any]]", goal.values.get("steps") or [])
    return next((NextStep(at, step["text"]) for at, step in enumerate(steps) if not step["done"]), None)


def _is_check_in(row: EntryRow) -> bool:
    """Whether a note says how one is, and nothing in words."""
    return row.kind == SelfCareNote.KIND and not (row.title or row.excerpt)


def _beginning(line: str) -> str:
    words = line[: LONGEST_TITLE // 2].rsplit(" ", 1)[0]
    return f"{words}…"


def _suggestion(challenges: tuple[EntryRow, ...], day: date) -> EntryRow | None:
    """The challenge that rests longest, unless somebody was asked or it is to be talked about anyway."""
    resting = [row for row in challenges if _rests(row, day)]
    return min(resting, key=_rests_since, default=None)


def _rests(row: EntryRow, day: date) -> bool:
    unasked = row.values.get("status") == ChallengeStatus.OPEN.value and not row.values.get("asked")
    return unasked and not row.values.get("on_agenda") and day - _rests_since(row) >= STANDS_STILL


def _rests_since(row: EntryRow) -> date:
    return max(row.day, day_of(row.updated_at.astimezone()))
