"""What the page of the day shows, and what its few gestures write."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, cast
from uuid import UUID

from amp_desktop.domain.changes import Change
from amp_desktop.domain.dated_facts import What
from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.errors import UnknownEntryError
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import entry_type
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.offers import Offer
from amp_desktop.domain.program import Program
from amp_desktop.domain.query import EntryQuery, EntryRow
from amp_desktop.domain.text.one_line import shortened
from amp_desktop.domain.unsaved import Draft
from amp_desktop.domain.work import Work
from amp_desktop.journal.offers import due_offer
from amp_desktop.ui.session import Session

MOST_SHOWN = 5
"""Rows of what was written: what is more stands on the page of the journal."""

MOST_GOALS = 8
"""Goals with their next steps; one has as many in a season at most."""

MOST_OF_A_DAY = 200
"""Notes of a day that are looked through for a work, the newest first."""

STEP = "a small step"
"""What stands for the steps of goals among the works of a week."""

REST = "rest"
"""What stands for a day away among them: it counts as done."""


@dataclass(frozen=True, kw_only=True)
class TodayView:
    """Everything on the page.

    Attributes:
        day: The day it is.
        program: What the mentee takes part in.
        check_in: How the mentee is today, if that was said.
        written: What was written on that day in words, newest first; one more than is shown when there are
            more.
        goals: Active ones, newest day first, those without a next step last; one more than is shown when
            there are more.
        offer: The one thing that is offered, or None.
        has_entries: Whether anything was written yet.
    """

    day: date
    program: Program
    check_in: SelfCareNote | None
    written: tuple[EntryRow, ...]
    goals: tuple[EntryRow, ...]
    offer: Offer | None
    has_entries: bool


@dataclass(frozen=True)
class NextStep:
    """The first step of a goal that is not done: its place among the steps, its words and its id."""

    at: int
    text: str
    id: str = ""


class TodayPresenter:
    """Reads the page by bounded questions to the journal, and writes what was done on it."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._check_in: SelfCareNote | None = None

    def view(self, day: date) -> TodayView:
        """What the page shows on that day.

        Raises:
            JournalError: The journal cannot be read.
        """
        journal = self._session.journal
        active = EntryQuery(kinds=frozenset({Goal.KIND}), states=frozenset({GoalStatus.ACTIVE.value}))
        return TodayView(
            day=day,
            program=journal.program,
            check_in=self._look_for_check_in(day),
            written=self._written_on(day),
            goals=tuple(sorted(journal.rows(active, limit=MOST_GOALS + 1).items, key=_has_no_step)),
            offer=due_offer(journal, day),
            has_entries=journal.newest_day() is not None,
        )

    def keep(self, kind: Kind, text: str, day: date) -> Entry:
        """Save what was written in the line as an entry of that day."""
        return self._session.save(entry_of(kind, text, day))

    def save_check_in(self, note: SelfCareNote) -> "CheckInSaved":
        """Save the day's one check-in; an emptied one goes to the bin, and comes back with the next tap."""
        before = self._check_in
        if not note.is_empty:
            self._check_in = self._session.save(note, before)
            return _saved(before, note)
        if before is None or not self._stored(note):
            return CheckInSaved(note.id, (), is_there=False, was_there=False)
        self._check_in = self._session.journal.save_entry(note, before)
        if self._check_in.is_empty:  # nor has a terminal put anything in
            self._session.put_in_bin([note.id])
            self._check_in = cast("SelfCareNote", self._session.journal.entry(note.id))
            return CheckInSaved(note.id, ((before, note),), is_there=False)
        return CheckInSaved(note.id, ((before, note),))

    def check_in(self, day: date) -> SelfCareNote:
        """The day's check-in to write in: the one there is, or a new one that is not stored yet."""
        if self._check_in is None or self._check_in.day != day:
            self._check_in = SelfCareNote(day=day)
        return replace(self._check_in, binned_at=None)

    def check_in_draft(self, filled: Callable[[SelfCareNote], SelfCareNote], day: date) -> Draft:
        """The day's check-in with what was typed, to be saved later."""
        note = self.check_in(day)
        return Draft(filled(note), None if note.is_empty else note)  # only a stored one says something

    def put_on_agenda(self, entry_id: UUID, *, on: bool = True) -> tuple[Change, ...]:
        """Have a note or a challenge talked about at the next meeting, or no longer."""
        return self._session.change([entry_id], lambda entry: entry.with_agenda(on=on))

    def tick_step(self, goal_id: UUID, step: "NextStep", *, done: bool = True) -> bool:
        """Mark a goal's step as done, or not, wherever it stands by now; only if it still has these words.

        Returns:
            Whether it was so.
        """

        def tick(goal: Entry) -> Entry:
            return goal.with_task(step.at, step.text, done=done, task_id=step.id)

        return bool(self._session.change([goal_id], tick))

    def week(self, day: date) -> Mapping[date, tuple[str, ...]]:
        """The works of the week up to that day, each once a day, small steps (`STEP`) and `REST` among them.

        Days without any are left out.
        """
        seen: dict[date, set[str]] = {}
        for one in self._session.journal.happened(day - timedelta(days=day.weekday()), day):
            if one.what in (What.WORKED, What.STEP_DONE):
                seen.setdefault(one.day, set()).add(one.text if one.what is What.WORKED else STEP)
        details = self._session.journal.program.details
        for before in range(day.weekday() + 1):
            one_day = day - timedelta(days=before)
            if details.rests_on(one_day):
                seen.setdefault(one_day, set()).add(REST)
        return {day: tuple(sorted(works, key=_work_order)) for day, works in sorted(seen.items())}

    def note_work(self, work: Work, day: date) -> UUID:
        """Note a work for the day, as a note without words; answers with the note's id."""
        return self._session.save(Note(work=work, day=day)).id

    def drop_work(self, work: Work, day: date) -> tuple[list[UUID], tuple[Change, ...]]:
        """Note a work for the day no longer: words that were written about it stay.

        Returns:
            The notes without words, which are in the bin now, and the changes of the others.
        """
        query = EntryQuery(kinds=frozenset({Note.KIND}), since=day, until=day)
        rows = [
            row for row in self._session.journal.rows(query, limit=MOST_OF_A_DAY).items if row.work == work
        ]
        wordless = [row.id for row in rows if not _has_words(row)]
        if wordless:
            self._session.put_in_bin(wordless)

        told = [row.id for row in rows if _has_words(row)]
        return wordless, self._session.change(told, lambda entry: entry.with_work(""))

    def forget(self) -> None:
        """Drop every word."""
        self._check_in = None

    def _written_on(self, day: date) -> tuple[EntryRow, ...]:
        most = MOST_SHOWN + 1 + len(Work) + 1  # beside what is shown by a tap and not by a row
        rows = self._session.journal.rows(EntryQuery(since=day, until=day), limit=most).items
        return tuple(row for row in rows if not _is_tapped(row))[: MOST_SHOWN + 1]

    def _look_for_check_in(self, day: date) -> SelfCareNote | None:
        query = EntryQuery(kinds=frozenset({SelfCareNote.KIND}), since=day, until=day)
        rows = self._session.journal.rows(query).items
        row = next(filter(_is_check_in, rows), None)
        if row is not None:
            self._check_in = cast("SelfCareNote", self._session.journal.entry(row.id))
            return self._check_in
        self._check_in = self._binned_check_in(day)
        return None

    def _binned_check_in(self, day: date) -> SelfCareNote | None:
        """The day's check-in that went to the bin meanwhile, to be taken up with the next tap."""
        known = self._check_in
        if known is None or known.day != day or (known.is_empty and known.binned_at is None):
            return None
        try:
            now = cast("SelfCareNote", self._session.journal.entry(known.id))
        except UnknownEntryError:
            return None
        return now if now.binned_at is not None else None

    def _stored(self, note: SelfCareNote) -> bool:
        query = EntryQuery(kinds=frozenset({SelfCareNote.KIND}), since=note.day, until=note.day)
        return any(row.id == note.id for row in self._session.journal.rows(query).items)


@dataclass(frozen=True)
class CheckInSaved:
    """What saving a check-in did, to be taken back.

    Attributes:
        id: The check-in's.
        changes: What was changed of the one there was, if only in the bin.
        was_there: Whether it was to be seen before.
        is_there: Whether it is now: an emptied one is in the bin.
    """

    id: UUID
    changes: tuple[Change, ...]
    was_there: bool = True
    is_there: bool = True


LONGEST_TITLE = 120
"""Characters; a first line that is longer is the beginning of a text."""


def entry_of(kind: Kind, text: str, day: date) -> Entry:
    """What was written in one go as an entry: the first line is its title, what follows its body."""
    first, _, rest = text.strip().partition("\n")
    if len(first) > LONGEST_TITLE:
        return entry_type(kind)(day=day, title=shortened(first, LONGEST_TITLE // 2), body=text.strip())
    return entry_type(kind)(day=day, title=first, body=rest.strip("\n"))


def is_long(text: str) -> bool:
    """Whether a text wants more room than a line: then it goes on in the journal."""
    return len(text.strip()) > LONGEST_TITLE or "\n" in text.strip()


def next_step(goal: EntryRow) -> NextStep | None:
    """The first step of a goal that is not done, or None."""
    steps = cast("list[dict[str, Any]]", goal.values.get("steps") or [])
    still_open = ((at, step) for at, step in enumerate(steps) if not step["done"])
    return next((NextStep(at, step["text"], step.get("id", "")) for at, step in still_open), None)


def _has_no_step(goal: EntryRow) -> bool:
    return next_step(goal) is None


def _is_check_in(row: EntryRow) -> bool:
    """Whether a note says how one is, and nothing in words."""
    return row.kind == SelfCareNote.KIND and not (row.title or row.excerpt)


def _saved(before: SelfCareNote | None, after: SelfCareNote) -> CheckInSaved:
    """What was made of a check-in: of a new one, of one in the bin, or of one that was there."""
    if before is None or (before.is_empty and before.binned_at is None):
        return CheckInSaved(after.id, (), was_there=False)
    return CheckInSaved(after.id, ((before, after),), was_there=before.binned_at is None)


def _work_order(work: str) -> tuple[int, str]:
    known = [str(one) for one in Work]
    return (known.index(work) if work in known else len(known), work)


def _has_words(row: EntryRow) -> bool:
    return bool(row.title or row.excerpt or row.tags or row.attached)


def _is_tapped(row: EntryRow) -> bool:
    """Whether an entry is seen on the page by what is tapped, and has nothing to be read."""
    return _is_check_in(row) or (row.work in tuple(Work) and not _has_words(row))
