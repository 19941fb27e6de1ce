"""The program's year: phases, evaluation windows and weeks.

Dates are the defaults of the AsyncAPI Maintainership Program's public guide. Every one of them can be moved;
the program itself promises flexible timelines.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from amp_desktop.domain.errors import InvalidValueError

WHOLE = "Program"
"""The one phase of a program of which only the first and the last day are known."""
USUAL_LENGTH = timedelta(days=124)
"""From the first to the last day of the program as the guide gives it: 18 weeks, the last one begun."""
SPOKEN_OF = timedelta(days=60)
"""So long before the guide's kick-off a new journal takes that program for the mentee's."""


@dataclass(frozen=True)
class Phase:
    """A part of the program, from its first to its last day, both included."""

    name: str
    starts: date
    ends: date

    def holds(self, day: date) -> bool:
        """Whether `day` falls into it."""
        return self.starts <= day <= self.ends


@dataclass(frozen=True, kw_only=True)
class Program:
    """What the mentee takes part in.

    Attributes:
        project: The project's name; may be empty.
        mentor: What the mentee calls the mentor or mentors; may be empty.
        phases: In order of their first day.
    """

    project: str = ""
    mentor: str = ""
    phases: tuple[Phase, ...] = ()

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
        days = (max(phase.ends for phase in self.phases) - self.phases[0].starts).days + 1
        return -(-days // 7)

    def running(self, starts: date, ends: date) -> "Program":
        """The same program from one day to another.

        When it merely moves, its phases move along. In the length that the guide gives it has the guide's
        phases; of any other length only the whole is known.
        """
        length = ends - starts
        if self.starts is not None and self.ends is not None and self.ends - self.starts == length:
            return replace(self, phases=_moved(self.phases, starts - self.starts))
        usual = default_program(starts.year).phases
        if length == USUAL_LENGTH:
            return replace(self, phases=_moved(usual, starts - usual[0].starts))
        return replace(self, phases=(Phase(WHOLE, starts, ends),))

    def without_dates(self) -> "Program":
        """The same program while it is not known when it runs."""
        return replace(self, phases=())

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
        phases = [
            {"name": p.name, "starts": p.starts.isoformat(), "ends": p.ends.isoformat()} for p in self.phases
        ]
        return {"project": self.project, "mentor": self.mentor, "phases": phases}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Program":
        """From plain data.

        Raises:
            InvalidValueError: The data is not a program.
        """
        try:
            phases = (
                Phase(p["name"], date.fromisoformat(p["starts"]), date.fromisoformat(p["ends"]))
                for p in data["phases"]
            )
            made = cls(project=data["project"], mentor=data["mentor"], phases=tuple(phases))
            named = (made.project, made.mentor, *(phase.name for phase in made.phases))
            if not all(isinstance(name, str) for name in named):
                raise TypeError
            return made
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidValueError("This is not a program of a journal.") from error


def default_program(year: int, *, project: str = "", mentor: str = "") -> Program:
    """The 18-week program of `year` as the guide gives it: mid June to mid October."""
    midterm = Phase("Midterm evaluation", date(year, 8, 12), date(year, 8, 22))
    final = Phase("Final evaluation", date(year, 10, 6), date(year, 10, 17))
    kick_off = date(year, 6, 15)
    bonding_ends = kick_off + timedelta(days=13)
    return Program(
        project=project,
        mentor=mentor,
        phases=(
            Phase("Community bonding", kick_off, bonding_ends),
            Phase("Execution period", bonding_ends + timedelta(days=1), final.ends),
            midterm,
            final,
        ),
    )


def program_around(day: date) -> Program:
    """What a journal that is begun on `day` takes for its program: the guide's where it runs, or soon will.

    Months before, the mentee knows better, or nobody does: then nothing is said about when it runs.
    """
    usual = default_program(day.year)
    assert usual.starts is not None
    assert usual.ends is not None
    return usual if usual.starts - SPOKEN_OF <= day <= usual.ends else Program()


def _moved(phases: tuple[Phase, ...], by: timedelta) -> tuple[Phase, ...]:
    return tuple(Phase(phase.name, phase.starts + by, phase.ends + by) for phase in phases)
