"""The program's year: phases, evaluation windows and weeks.

Dates are the defaults of the AsyncAPI Maintainership Program's public guide. Every one of them can be moved;
the program itself promises flexible timelines.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.phase import (
    Phase,
    PhaseMove,
    moved_along_with,
    moved_back,
    moved_on,
    phase_from_json,
    phase_to_json,
)
from amp_desktop.domain.program_details import ProgramDetails

__all__ = [
    "SPOKEN_OF",
    "WHOLE",
    "Phase",
    "PhaseMove",
    "Program",
    "Shape",
    "default_program",
    "program_around",
]

WHOLE = "Program"
"""The one phase of a program of which only the first and the last day are known."""
SPOKEN_OF = timedelta(days=60)
"""So long before the guide's kick-off a new journal takes that program for the mentee's."""


class Shape(StrEnum):
    """What kind of program it is; each says where its days come from (see `program_shapes`)."""

    AMP = "amp"
    AMP_12 = "amp-12"
    LFX = "lfx"
    LFX_PART_TIME = "lfx-part-time"
    GSOC = "gsoc"
    OWN = "own"


@dataclass(frozen=True, kw_only=True)
class Program:
    """What the mentee takes part in.

    Attributes:
        project: The project's name; may be empty.
        mentor: What the mentee calls the mentor or mentors; may be empty.
        phases: In order of their first day.
        shape: What kind of program it is.
        earlier: What it was before it became another, newest first; none of these has earlier ones.
        details: Where people talk, what was agreed, days of rest.
    """

    project: str = ""
    mentor: str = ""
    phases: tuple[Phase, ...] = ()
    shape: Shape = Shape.AMP
    earlier: "tuple[Program, ...]" = ()
    details: ProgramDetails = field(default_factory=ProgramDetails)

    @property
    def starts(self) -> date | None:
        """The first day of the first phase, or None while no phase is known."""
        return self.phases[0].starts if self.phases else None

    @property
    def ends(self) -> date | None:
        """The last day of all phases, or None while no phase is known."""
        return max((phase.ends for phase in self.phases), default=None)

    @property
    def weeks(self) -> int:
        """How many weeks the phases up to the last one span, a begun week counted whole."""
        if not self.phases:
            return 0
        counted = [phase for phase in self.phases if not phase.is_evaluation] or self.phases
        days = (max(phase.ends for phase in counted) - self.phases[0].starts).days + 1
        return -(-days // 7)

    @property
    def evaluations(self) -> tuple[Phase, ...]:
        """The windows within which something is to be handed in."""
        return tuple(phase for phase in self.phases if phase.is_evaluation)

    def moved(
        self, name: str, starts: date, ends: date | None = None, *, reason: str = "", today: date
    ) -> "Program":
        """The program with other days for a phase; a moved first phase takes all that follow along.

        What was there before stays in the phase's moves.

        Args:
            name: Of the phase, as the program calls it; upper and lower case are the same.
            starts: Its new first day.
            ends: Its new last day; None to keep its length.
            reason: Why, in the mentee's words.
            today: The day it is.

        Raises:
            InvalidValueError: There is no such phase, or it would end before it starts.
        """
        phase = self._named(name)
        try:
            last = ends or starts + (phase.ends - phase.starts)
            if last < starts:
                raise InvalidValueError(f"“{phase.name}” cannot end before it starts.")
            by = starts - phase.starts
            along = self.phases[1:] if phase is self.phases[0] and by else ()
            why = (reason.strip(), today)
            moved = {
                one.name: moved_on(one, one.starts + by, one.ends + by, *why, phase.name) for one in along
            }
            moved[phase.name] = moved_on(phase, starts, last, *why)
        except OverflowError as error:
            raise InvalidValueError("No calendar reaches so far.", "Choose a day nearer to today.") from error
        return self._with_phases(moved.get(one.name, one) for one in self.phases)

    def changed(self, name: str, phase: Phase, *, reason: str = "", today: date) -> "Program":
        """The program with a phase as it is to be: its name, its days, whether something is handed in.

        Args:
            name: What the phase is called so far.
            phase: As it is to be.
            reason: Why it is moved, if it is.
            today: The day it is.

        Raises:
            InvalidValueError: As `renamed` and `moved` say.
        """
        named = self.renamed(name, phase.name)
        called = " ".join(phase.name.split())
        moved = named.moved(called, phase.starts, phase.ends, reason=reason, today=today)
        return moved._with_phases(
            replace(one, is_evaluation=phase.is_evaluation, is_optional=phase.is_optional)
            if one.name == called
            else one
            for one in moved.phases
        )

    def moved_back(self, name: str) -> "Program":
        """The program with the days that a phase had before its last move, and those that moved along too.

        Raises:
            InvalidValueError: There is no such phase. One that was never moved stays as it is.
        """
        phase = self._named(name)
        if not phase.moves:
            return self
        return self._with_phases(
            moved_back(one) if one is phase or (one.moves and one.moves[-1].along == phase.name) else one
            for one in self.phases
        )

    def with_evaluation(self, name: str, record: EvaluationRecord) -> "Program":
        """The program with what was done for an evaluation.

        Raises:
            InvalidValueError: There is no such phase.
        """
        phase = self._named(name)
        return replace(
            self,
            phases=tuple(replace(one, evaluation=record) if one is phase else one for one in self.phases),
        )

    @property
    def mentors(self) -> tuple[str, ...]:
        """The mentors one by one, as they are parted by commas."""
        return tuple(filter(None, (" ".join(name.split()) for name in self.mentor.split(","))))

    def with_details(self, **changed: Any) -> "Program":
        """The program with some of its details changed (see `ProgramDetails`)."""
        return replace(self, details=replace(self.details, **changed))

    def with_phase(self, phase: Phase) -> "Program":
        """The program with one phase more.

        Raises:
            InvalidValueError: It has no name, or one that another phase has, or ends before it starts.
        """
        self._check_name(phase.name)
        if phase.ends < phase.starts:
            raise InvalidValueError(f"“{phase.name}” cannot end before it starts.")
        return self._with_phases((*self.phases, phase))

    def without_phase(self, name: str) -> "Program":
        """The program without that phase, and whatever was noted in it.

        Raises:
            InvalidValueError: There is no such phase.
        """
        gone = self._named(name)
        return self._with_phases(one for one in self.phases if one is not gone)

    def renamed(self, name: str, new: str) -> "Program":
        """The program with another name for a phase.

        Raises:
            InvalidValueError: There is no such phase, or the new name is empty or another phase's.
        """
        phase, words = self._named(name), " ".join(new.split())
        if words == phase.name:
            return self
        self._check_name(words, but=phase)
        return self._with_phases(
            replace(one, name=words, called_before=(*one.called_before, one.name))
            if one is phase
            else replace(one, moves=tuple(moved_along_with(move, phase.name, words) for move in one.moves))
            for one in self.phases
        )

    def _check_name(self, name: str, but: Phase | None = None) -> None:
        if not name.strip():
            raise InvalidValueError("A phase needs a name.")
        if any(one is not but and one.name.casefold() == name.casefold() for one in self.phases):
            raise InvalidValueError(f"There is a “{name}” already.", "Give it another name.")

    @property
    def is_changed(self) -> bool:
        """Whether a mentee has put something into it that its shape does not know."""
        from amp_desktop.domain.program_shapes import shaped  # it stands on this module

        if self.starts is None:
            return False
        try:
            return self.phases != shaped(self.shape, self.starts).phases
        except InvalidValueError:
            return True

    def _named(self, name: str) -> Phase:
        wanted = name.strip().casefold()
        phase = next((phase for phase in self.phases if phase.name.casefold() == wanted), None)
        phase = phase or next((phase for phase in self.phases if phase.is_called(name.strip())), None)
        if phase is None:
            known = ", ".join(phase.name for phase in self.phases)
            raise InvalidValueError(f"The program has no “{name}”.", f"It has {known}." if known else "")
        return phase

    def _with_phases(self, phases: Iterable[Phase]) -> "Program":
        in_order = sorted(phases, key=lambda one: (one.starts, one.is_evaluation))
        return replace(self, phases=tuple(in_order))

    def without_dates(self) -> "Program":
        """The same program while it is not known when it runs; what was put into it is kept as earlier."""
        return replace(self, phases=(), earlier=self.kept() if self.is_changed else self.earlier)

    def kept(self) -> "tuple[Program, ...]":
        """The programs before one that takes its place: itself, and those before."""
        return (replace(self, earlier=()), *self.earlier)

    def taken_up_again(self) -> "Program":
        """The latest of the earlier programs in the place of this one, which is kept in turn."""
        if not self.earlier:
            return self
        again, *others = self.earlier
        kept = (replace(self, earlier=()), *others) if self.phases else tuple(others)
        details = self.details.with_agreements_of(again.details)
        return replace(again, project=self.project, mentor=self.mentor, earlier=kept, details=details)

    def of(self, day: date) -> "Program":
        """The program that `day` falls into: an earlier one if it does not run then; else itself."""
        if self.week_of(day) is not None:
            return self
        return next((one for one in self.earlier if one.week_of(day) is not None), self)

    def week_of(self, day: date) -> int | None:
        """The week that `day` falls into, counted from 1, or None outside the program."""
        if self.starts is None or not 0 <= (day - self.starts).days < 7 * self.weeks:
            return None
        return (day - self.starts).days // 7 + 1

    def phases_on(self, day: date) -> tuple[Phase, ...]:
        """The phases that `day` falls into."""
        return tuple(phase for phase in self.phases if phase.holds(day))

    @property
    def windows(self) -> tuple[Phase, ...]:
        """The phases that last less than half the program: a longer one is where one is all the time."""
        return tuple(p for p in self.phases if (p.ends - p.starts).days * 2 < 7 * self.weeks)

    def next_after(self, day: date) -> Phase | None:
        """The next phase to begin after `day`, or None when all have begun."""
        return min((p for p in self.phases if p.starts > day), key=lambda p: p.starts, default=None)

    def to_json(self) -> dict[str, Any]:
        """As plain data, as exports hold it."""
        return {
            "project": self.project,
            "mentor": self.mentor,
            "phases": list(map(phase_to_json, self.phases)),
            "shape": self.shape.value,
            "earlier": [program.to_json() for program in self.earlier],
            **self.details.to_json(),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Program":
        """From plain data.

        Raises:
            InvalidValueError: The data is not a program.
        """
        try:
            shape = data.get("shape", Shape.AMP.value)
            made = cls(
                project=data["project"],
                mentor=data["mentor"],
                phases=tuple(map(phase_from_json, data["phases"])),
                shape=Shape(shape) if shape in tuple(Shape) else Shape.OWN,
                earlier=tuple(cls.from_json({**one, "earlier": []}) for one in data.get("earlier", ())),
                details=ProgramDetails.from_json(data),
            )
            named = (made.project, made.mentor, *(phase.name for phase in made.phases))
            if not all(isinstance(name, str) for name in named):
                raise TypeError
            return made
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InvalidValueError("This is not a program of a journal.") from error


def default_program(year: int, *, project: str = "", mentor: str = "") -> Program:
    """The 18-week program of `year` as the guide gives it: mid June to mid October."""
    from amp_desktop.domain.program_shapes import shaped  # it stands on this module

    return shaped(Shape.AMP, date(year, 6, 15), project=project, mentor=mentor)


def program_around(day: date) -> Program:
    """What a journal that is begun on `day` takes for its program: the guide's where it runs, or soon will.

    Months before, the mentee knows better, or nobody does: then nothing is said about when it runs.
    """
    usual = default_program(day.year)
    assert usual.starts is not None
    assert usual.ends is not None
    return usual if usual.starts - SPOKEN_OF <= day <= usual.ends else Program()
