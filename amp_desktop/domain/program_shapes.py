"""The shapes that a mentorship can have: how long it is, what is handed in when, and who says so.

Each day is counted from the first one. What the guides leave open is filled in, and says that it is a guess;
every one of the days can be moved.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.program import WHOLE, Phase, Program, Shape
from amp_desktop.domain.program_details import Channel

GITHUB = Channel("GitHub issues, pull requests and discussions")
EMAIL = Channel("E-mail, for the formal things")
SLACK = (Channel("Slack #09_mentorships"), Channel("Slack, the channel of my cohort"))

KICK_OFF = (6, 15)
"""Month and day of the first day that the guide's timeline gives."""
GUESS = "our guess"
AMP_TIMELINE = "AMP guide: timeline of the cohort"
AMP_EVALUATION = "AMP guide: evaluation process, after week 6 and after week 12; the days are our guess"
LFX_TERMS = "LFX Mentorship: program timelines; the days within the week are our guess"
GSOC_GUIDES = "Google Summer of Code guides; the days are our guess"


@dataclass(frozen=True)
class _Part:
    """A phase by its days, counted from the first day of the program, which is 0."""

    name: str
    first: int
    last: int
    source: str
    is_evaluation: bool = False
    is_optional: bool = False


def _window(name: str, first: int, last: int, source: str, *, is_optional: bool = False) -> _Part:
    return _Part(name, first, last, source, is_evaluation=True, is_optional=is_optional)


def _end_of_week(name: str, week: int, *, is_optional: bool = False) -> _Part:
    """The last five days of a week of LFX's."""
    return _window(name, 7 * week - 5, 7 * week - 1, LFX_TERMS, is_optional=is_optional)


_PARTS: dict[Shape, tuple[_Part, ...]] = {
    Shape.AMP: (
        _Part("Community bonding", 0, 13, GUESS),
        _Part("Execution period", 14, 124, AMP_TIMELINE),
        _window("Midterm evaluation", 58, 68, AMP_TIMELINE),
        _window("Final evaluation", 113, 124, AMP_TIMELINE),
    ),
    Shape.AMP_12: (
        _Part("Community bonding", 0, 6, GUESS),
        _Part("Project work", 7, 83, "AMP guide: standard project of 12 weeks"),
        _window("Midterm evaluation", 42, 48, AMP_EVALUATION),
        _window("Final evaluation", 84, 90, AMP_EVALUATION),
    ),
    Shape.LFX: (
        _Part("Mentorship", 0, 83, "LFX Mentorship: 12 weeks full time"),
        _end_of_week("First evaluation", 3, is_optional=True),
        _end_of_week("Midterm evaluation", 6),
        _end_of_week("Third evaluation", 9, is_optional=True),
        _end_of_week("Final evaluation", 12),
    ),
    Shape.LFX_PART_TIME: (
        _Part("Mentorship", 0, 167, "LFX Mentorship: 24 weeks part time"),
        _end_of_week("First evaluation", 6, is_optional=True),
        _end_of_week("Midterm evaluation", 12),
        _end_of_week("Third evaluation", 18, is_optional=True),
        _end_of_week("Final evaluation", 24),
    ),
    Shape.GSOC: (
        _Part("Coding", 0, 83, "Google Summer of Code guides: standard 12 weeks"),
        _window("Midterm evaluation", 42, 46, GSOC_GUIDES),
        _window("Final evaluation", 77, 83, GSOC_GUIDES),
    ),
    Shape.OWN: (_Part(WHOLE, 0, 83, GUESS),),
}


def shaped(shape: Shape, starts: date, *, project: str = "", mentor: str = "") -> Program:
    """A program of a shape that begins on a day; each of its days says where it comes from.

    Raises:
        InvalidValueError: It would go on beyond the last day that a calendar has.
    """
    try:
        phases = [_phase(part, starts) for part in _PARTS[shape]]
    except OverflowError as error:
        raise InvalidValueError("No calendar reaches so far.", "Choose a day nearer to today.") from error
    in_order = sorted(phases, key=lambda phase: (phase.starts, phase.is_evaluation))
    return Program(project=project, mentor=mentor, phases=tuple(in_order), shape=shape)


def reshaped(program: Program, shape: Shape, starts: date, *, today: date) -> Program:
    """The program as one of a shape that begins on a day, without losing what it was.

    Of the same shape it moves, and all that follows moves along. Of another it is made anew, and goes on with
    what was done for an evaluation of the same name; one of the mentee's own begins with the phases that
    there are. Where something was put into it, or where it had begun and the next comes after its end, it is
    kept among the earlier ones; one that is chosen again comes back as it was.

    Args:
        program: As it is.
        shape: What it is to be.
        starts: Its first day.
        today: The day it is.

    Raises:
        InvalidValueError: It would go on beyond the last day that a calendar has.
    """
    began, ended = program.starts, program.ends
    is_next = began is not None and ended is not None and began <= today and ended < starts
    if began is not None and not is_next:
        if shape is program.shape:
            return program.moved(program.phases[0].name, starts, today=today)
        if shape is Shape.OWN:
            own = replace(program, shape=shape)
            return own.moved(own.phases[0].name, starts, today=today)
    earlier = program.kept() if is_next or program.is_changed else program.earlier
    again = next((one for one in earlier if (one.shape, one.starts) == (shape, starts)), None)
    made = again or shaped(shape, starts)
    if again is None and began == starts:
        records = {one.name: one.evaluation for one in program.evaluations}
        made = replace(
            made,
            phases=tuple(
                replace(one, evaluation=records.get(one.name, one.evaluation)) for one in made.phases
            ),
        )
    others = tuple(one for one in earlier if one is not again)
    details = program.details.for_next_term(starts) if is_next else program.details
    if again is not None:
        details = details.with_agreements_of(again.details)
    return replace(made, project=program.project, mentor=program.mentor, earlier=others, details=details)


def channels_of(program: Program) -> tuple[Channel, ...]:
    """Where people of a program talk: those that were kept, else those that are usual for its shape."""
    if program.details.channels is not None:
        return program.details.channels
    is_amp = program.shape in (Shape.AMP, Shape.AMP_12, Shape.LFX, Shape.LFX_PART_TIME)
    return (*(SLACK if is_amp else ()), GITHUB, EMAIL)


def _phase(part: _Part, starts: date) -> Phase:
    return Phase(
        part.name,
        starts + timedelta(days=part.first),
        starts + timedelta(days=part.last),
        _source(part.source, starts),
        part.is_evaluation,
        part.is_optional,
    )


def _source(source: str, starts: date) -> str:
    """The timeline of the guide has dates: from another first day they are counted."""
    is_as_given = source != AMP_TIMELINE or (starts.month, starts.day) == KICK_OFF
    return source if is_as_given else f"{source}, counted from your first day"
