"""What the mentee chose for one share, as long as it is being prepared."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from uuid import UUID

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.summary import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


@dataclass(frozen=True)
class WordingEdit:
    """A place of the summary in other words, for this time.

    Attributes:
        words: Markdown, of which a line is taken; empty leaves the place out.
        source: The words that stood there when it was edited: where they have changed since, that is shown.
    """

    words: str
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class ShareDraft:
    """How one summary differs from what its template makes.

    Attributes:
        levels: How much leaves of an entry, where it is not what the template says.
        edits: What is worded anew, by the key of its place.
        names: What stands for a name that the journal knows, in this summary: "Amina" → "my mentor".
        greeting: A paragraph before all else; Markdown, of which a line is taken.
    """

    levels: Mapping[UUID, Level] = field(default_factory=lambda: _NOTHING)
    edits: Mapping[str, WordingEdit] = field(default_factory=lambda: _NOTHING)
    names: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    greeting: str = ""

    def with_level(self, entry: UUID, level: Level | None) -> ShareDraft:
        """With another level for an entry; None for what the template says."""
        kept = {of: chosen for of, chosen in self.levels.items() if of != entry}
        return replace(self, levels=kept if level is None else {**kept, entry: level})

    def with_edit(self, key: str, edit: WordingEdit | None) -> ShareDraft:
        """With other words at a place; None takes them back."""
        kept = {place: words for place, words in self.edits.items() if place != key}
        return replace(self, edits=kept if edit is None else {**kept, key: edit})

    def with_name(self, name: str, words: str | None) -> ShareDraft:
        """With other words for a name; None takes them back."""
        kept = {known: other for known, other in self.names.items() if known != name}
        return replace(self, names=kept if words is None else {**kept, name: words})

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            "levels": {str(entry): level.value for entry, level in self.levels.items()},
            "edits": {key: [edit.words, edit.source] for key, edit in self.edits.items()},
            "names": dict(self.names),
            "greeting": self.greeting,
        }

    @classmethod
    def from_json(cls, data: Any) -> ShareDraft:
        """What `to_json` made.

        Raises:
            InvalidValueError: It is something else.
        """
        try:
            edits = {
                str(key): WordingEdit(str(words), str(source))
                for key, (words, source) in data["edits"].items()
            }
            return cls(
                levels={UUID(entry): Level(level) for entry, level in data["levels"].items()},
                edits=edits,
                names={str(name): str(words) for name, words in data["names"].items()},
                greeting=str(data["greeting"]),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InvalidValueError("This is no share that was being prepared.") from error
