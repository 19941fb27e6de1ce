"""What was written and could not be saved, on its way to a later try."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.fields import from_json, to_json
from amp_desktop.domain.program import Program

FORMAT = 1


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
class Unsaved:
    """All that a page, or the window, holds and the journal does not.

    Attributes:
        drafts: Entries.
        program: The program, with the names of project and mentor that were typed.
    """

    drafts: tuple[Draft, ...] = ()
    program: Program | None = None

    def __bool__(self) -> bool:
        return bool(self.drafts) or self.program is not None

    def __add__(self, other: "Unsaved") -> "Unsaved":
        return Unsaved(self.drafts + other.drafts, other.program or self.program)

    def to_bytes(self) -> bytes:
        """All of it, to be encrypted."""
        drafts = [_to_json(draft) for draft in self.drafts]
        program = self.program.to_json() if self.program else None
        return json.dumps({"format": FORMAT, "drafts": drafts, "program": program}).encode()

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
            program = Program.from_json(held["program"]) if held["program"] else None
            return cls(tuple(map(_from_json, held["drafts"])), program)
        except (KeyError, TypeError, ValueError) as error:
            raise InvalidValueError("This is no text that was kept for later.") from error


def _to_json(draft: Draft) -> dict[str, object]:
    return {"entry": to_json(draft.entry), "base": to_json(draft.base) if draft.base else None}


def _from_json(data: Mapping[str, Any]) -> Draft:
    return Draft(from_json(data["entry"]), from_json(data["base"]) if data["base"] else None)
