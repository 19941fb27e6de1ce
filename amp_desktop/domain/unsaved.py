"""What was written and could not be saved, on its way to a later try."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self, TypeVar

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.fields import from_json, to_json
from amp_desktop.domain.program import Program

FORMAT = 1

V = TypeVar("V")


@dataclass(frozen=True)
class Draft:
    """An entry as it was to be saved.

    Attributes:
        entry: What was to stand there.
        base: The stored state that it was made from; None for an entry that is new.
    """

    entry: Entry
    base: Entry | None = None


@dataclass(frozen=True)
class ProgramDraft:
    """The program as it was to be saved: lines, channels and proposal are typed, and nothing else counts.

    Attributes:
        program: With what was typed.
        base: The stored state that it was made from; None where an earlier version did not keep it.
    """

    program: Program
    base: Program | None = None

    def written_into(self, now: Program) -> Program:
        """The program as it stands now, with what was typed; a proposal that was accepted stays."""
        proposal = now.details.proposal
        return replace(
            now,
            project=self._newer(now, lambda program: program.project),
            mentor=self._newer(now, lambda program: program.mentor),
        ).with_details(
            repository=self._newer(now, lambda program: program.details.repository),
            cadence=self._newer(now, lambda program: program.details.cadence),
            channels=self._newer(now, lambda program: program.details.channels),
            proposal=proposal
            if proposal.accepted_on
            else replace(proposal, text=self._newer(now, lambda program: program.details.proposal.text)),
        )

    def _newer(self, now: Program, read: Callable[[Program], V]) -> V:
        """What was typed; what stands now where nothing was."""
        is_typed = self.base is None or read(self.program) != read(self.base)
        return read(self.program if is_typed else now)


@dataclass(frozen=True)
class Unsaved:
    """All that a page, or the window, holds and the journal does not.

    Attributes:
        drafts: Entries.
        program: The program, where something was typed in it.
    """

    drafts: tuple[Draft, ...] = ()
    program: ProgramDraft | None = None

    def __bool__(self) -> bool:
        return bool(self.drafts) or self.program is not None

    def __add__(self, other: "Unsaved") -> "Unsaved":
        return Unsaved(self.drafts + other.drafts, other.program or self.program)

    def to_bytes(self) -> bytes:
        """All of it, to be encrypted."""
        drafts = [_to_json(draft) for draft in self.drafts]
        program, base = (self.program.program, self.program.base) if self.program else (None, None)
        held = {
            "format": FORMAT,
            "drafts": drafts,
            "program": program.to_json() if program else None,
            "program_base": base.to_json() if base else None,
        }
        return json.dumps(held).encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """What `to_bytes` made.

        Raises:
            InvalidValueError: A newer version wrote it, or something else.
        """
        try:
            held = json.loads(data)
            if held["format"] != FORMAT:
                raise InvalidValueError("This text was kept by a newer version of AMP Journal.")
            return cls(tuple(map(_from_json, held["drafts"])), _program_from_json(held))
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidValueError("This is no text that was kept for later.") from error


def _to_json(draft: Draft) -> dict[str, object]:
    return {"entry": to_json(draft.entry), "base": to_json(draft.base) if draft.base else None}


def _from_json(data: Mapping[str, Any]) -> Draft:
    return Draft(from_json(data["entry"]), from_json(data["base"]) if data["base"] else None)


def _program_from_json(held: Mapping[str, Any]) -> ProgramDraft | None:
    if not held["program"]:
        return None
    base = held.get("program_base")
    return ProgramDraft(Program.from_json(held["program"]), Program.from_json(base) if base else None)
