"""A phase of a program: its days, where they come from, what they were before, and what was done for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from amp_desktop.domain.evaluation_record import EvaluationRecord


@dataclass(frozen=True)
class PhaseMove:
    """A phase had other days before: from when to when it was, why it was moved, and on which day.

    Attributes:
        starts, ends: The days it had.
        reason: Why it was moved, in the mentee's words.
        moved_on: On which day.
        source: Where the former days came from.
        along: The name of the phase whose move took it along; empty where it was moved itself.
    """

    starts: date
    ends: date
    reason: str = ""
    moved_on: date | None = None
    source: str = ""
    along: str = ""


@dataclass(frozen=True)
class Phase:
    """A part of the program, from its first to its last day, both included.

    Attributes:
        name: What it is called.
        starts, ends: Its days.
        source: Where they come from, such as "our guess"; empty for days that a mentee has set.
        is_evaluation: Whether something is to be handed in within it.
        is_optional: Whether that may be left.
        moves: The days it had before, oldest first.
        evaluation: What was done for it, if it is an evaluation.
        called_before: Other names that it had, oldest first: what was written for it by one of them is still
            for it.
    """

    name: str
    starts: date
    ends: date
    source: str = ""
    is_evaluation: bool = False
    is_optional: bool = False
    moves: tuple[PhaseMove, ...] = ()
    evaluation: EvaluationRecord = field(default_factory=EvaluationRecord)
    called_before: tuple[str, ...] = ()

    def is_called(self, name: str) -> bool:
        """Whether that is its name, or one that it had."""
        return name in (self.name, *self.called_before)

    def holds(self, day: date) -> bool:
        """Whether `day` falls into it."""
        return self.starts <= day <= self.ends


def moved_on(phase: Phase, starts: date, ends: date, reason: str, today: date, along: str = "") -> Phase:
    """The phase with other days, which have no source but the mentee; those before are kept.

    What is corrected on the day of its move, for the same reason, is one move.
    """
    if (starts, ends) == (phase.starts, phase.ends):
        return phase
    last = phase.moves[-1] if phase.moves else None
    if last is None or (last.reason, last.moved_on, last.along) != (reason, today, along):
        last = PhaseMove(phase.starts, phase.ends, reason, today, phase.source, along)
        return replace(phase, starts=starts, ends=ends, source="", moves=(*phase.moves, last))
    if (starts, ends) == (last.starts, last.ends):
        return moved_back(phase)
    return replace(phase, starts=starts, ends=ends)


def moved_along_with(move: PhaseMove, name: str, new: str) -> PhaseMove:
    """A move that went along with a phase which is called otherwise now."""
    return replace(move, along=new) if move.along == name else move


def moved_back(phase: Phase) -> Phase:
    """The phase as it was before its last move."""
    *moves, last = phase.moves
    return replace(phase, starts=last.starts, ends=last.ends, source=last.source, moves=tuple(moves))


def phase_to_json(phase: Phase) -> dict[str, Any]:
    """As plain data; what most phases have not stands only where it says something."""
    said: dict[str, Any] = {
        "name": phase.name,
        "starts": phase.starts.isoformat(),
        "ends": phase.ends.isoformat(),
    }
    if phase.source or not phase.moves:  # without either it would be read as from before sources were kept
        said["source"] = phase.source
    if phase.is_evaluation:
        said["evaluation"] = "optional" if phase.is_optional else "mandatory"
    if phase.moves:
        said["moves"] = [
            {
                "starts": move.starts.isoformat(),
                "ends": move.ends.isoformat(),
                "reason": move.reason,
                "moved_on": move.moved_on.isoformat() if move.moved_on else None,
                "source": move.source,
                "along": move.along,
            }
            for move in phase.moves
        ]
    if phase.called_before:
        said["called_before"] = list(phase.called_before)
    if record := phase.evaluation.to_json():
        said["record"] = record
    return said


def phase_from_json(data: Mapping[str, Any]) -> Phase:
    """From plain data. What was kept before phases had sources is told by its name."""
    name, evaluation = data["name"], data.get("evaluation", "")
    if "source" not in data and "moves" not in data and "evaluation" in name.casefold():
        evaluation = evaluation or "mandatory"
    moves = (
        PhaseMove(
            date.fromisoformat(move["starts"]),
            date.fromisoformat(move["ends"]),
            str(move["reason"]),
            date.fromisoformat(move["moved_on"]) if move["moved_on"] else None,
            str(move.get("source", "")),
            str(move.get("along", "")),
        )
        for move in data.get("moves", ())
    )
    return Phase(
        name,
        date.fromisoformat(data["starts"]),
        date.fromisoformat(data["ends"]),
        source=str(data.get("source", "")),
        is_evaluation=bool(evaluation),
        is_optional=evaluation == "optional",
        moves=tuple(moves),
        evaluation=EvaluationRecord.from_json(data.get("record", {})),
        called_before=tuple(map(str, data.get("called_before", ()))),
    )
