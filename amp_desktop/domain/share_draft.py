"""What the mentee chose for one share, as long as it is being prepared."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.summary import Level

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

K = TypeVar("K")
V = TypeVar("V")

_NOTHING: Mapping[Any, Any] = MappingProxyType({})


def picture_key(entry: UUID, attachment: UUID) -> str:
    """Names a picture where it stands: the same one in another entry is another, with other words."""
    return f"{entry}/{attachment}"


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
        links: What stands for an address: other words, another address, or nothing, which leaves it out.
        pictures: Which pictures leave, by `picture_key`, each with the words that say what it shows.
        order: The keys of the sections in another order; one that is not named is left out. Empty for the
            template's own order.
        greeting: A paragraph before all else; Markdown, of which a line is taken.
        closing: One after all else but whole entries.
        ticks: What was ticked by hand, or not, where the template offers otherwise.
        seen: The places that stood there when the mentee last looked the text through; None before that.
    """

    levels: Mapping[UUID, Level] = field(default_factory=lambda: _NOTHING)
    edits: Mapping[str, WordingEdit] = field(default_factory=lambda: _NOTHING)
    names: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    links: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    pictures: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    order: tuple[str, ...] = ()
    greeting: str = ""
    closing: str = ""
    ticks: Mapping[UUID, bool] = field(default_factory=lambda: _NOTHING)
    seen: frozenset[str] | None = None

    def with_level(self, entries: Iterable[UUID], level: Level | None) -> ShareDraft:
        """With another level for these entries; None for what the template says."""
        levels = self.levels
        for entry in entries:
            levels = _with(levels, entry, level)
        return replace(self, levels=levels)

    def with_edit(self, key: str, edit: WordingEdit | None) -> ShareDraft:
        """With other words at a place; None takes them back."""
        return replace(self, edits=_with(self.edits, key, edit))

    def with_words(self, key: str, words: str, source: str) -> ShareDraft:
        """With these words at a place; its own ones are taken for none.

        Args:
            key: Names the place.
            words: Markdown, of which a line is taken; empty leaves the place out.
            source: What stands there by itself.
        """
        is_own = " ".join(words.split()) == source
        return self.with_edit(key, None if is_own else WordingEdit(words, source))

    def with_name(self, name: str, words: str | None) -> ShareDraft:
        """With other words for a name; None takes them back."""
        return replace(self, names=_with(self.names, name, words))

    def with_link(self, address: str, words: str | None) -> ShareDraft:
        """With something else for an address, nothing of it where it is empty; None takes that back."""
        return replace(self, links=_with(self.links, address, words))

    def with_picture(self, key: str, words: str | None) -> ShareDraft:
        """With a picture that leaves under these words; None lets it stay."""
        return replace(self, pictures=_with(self.pictures, key, words))

    def with_tick(self, entry: UUID, ticked: bool | None) -> ShareDraft:
        """With an entry ticked by hand, or not; None for what is offered."""
        return replace(self, ticks=_with(self.ticks, entry, ticked))

    def without(self, entries: Collection[UUID]) -> ShareDraft:
        """With nothing that was chosen or worded of these entries."""
        named = {str(entry) for entry in entries}
        return replace(
            self,
            levels={entry: level for entry, level in self.levels.items() if entry not in entries},
            edits={key: edit for key, edit in self.edits.items() if key.partition(":")[0] not in named},
            pictures={
                key: words for key, words in self.pictures.items() if key.partition("/")[0] not in named
            },
            ticks={entry: ticked for entry, ticked in self.ticks.items() if entry not in entries},
        )

    def with_seen(self, places: Iterable[str]) -> ShareDraft:
        """With these places looked through, beside those that were."""
        return replace(self, seen=(self.seen or frozenset()) | frozenset(places))

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {
            **({"seen": sorted(self.seen)} if self.seen is not None else {}),
            "levels": {str(entry): level.value for entry, level in self.levels.items()},
            "edits": {key: [edit.words, edit.source] for key, edit in self.edits.items()},
            "names": dict(self.names),
            "links": dict(self.links),
            "pictures": dict(self.pictures),
            "order": [*self.order],
            "greeting": self.greeting,
            "closing": self.closing,
            "ticks": {str(entry): ticked for entry, ticked in self.ticks.items()},
        }

    @classmethod
    def from_json(cls, data: Any) -> ShareDraft:
        """What `to_json` made, by this version or one before.

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
                names=_words(data["names"]),
                links=_words(data.get("links", {})),
                pictures=_words(data.get("pictures", {})),
                order=tuple(map(str, data.get("order", ()))),
                greeting=str(data["greeting"]),
                closing=str(data.get("closing", "")),
                ticks={UUID(entry): bool(ticked) for entry, ticked in data.get("ticks", {}).items()},
                seen=None if (seen := data.get("seen")) is None else frozenset(map(str, seen)),
            )
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise InvalidValueError("This is no share that was being prepared.") from error


def _with(known: Mapping[K, V], key: K, value: V | None) -> Mapping[K, V]:
    kept = {one: other for one, other in known.items() if one != key}
    return kept if value is None else {**kept, key: value}


def _words(data: Mapping[Any, Any]) -> dict[str, str]:
    return {str(one): str(words) for one, words in data.items()}
