"""What a mentee decides about spelling; the journal keeps it, encrypted with all else."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self


@dataclass(frozen=True)
class SpellingChoices:
    """What is right although no dictionary knows it, and what language entries are in.

    Attributes:
        words: Own words, as they were added.
        languages: An entry's id → the language chosen for it; an empty string where it is not to be checked.
        is_on: Whether words are checked at all.
    """

    words: frozenset[str] = frozenset()
    languages: Mapping[str, str] = field(default_factory=dict)
    is_on: bool = True

    def knows(self, word: str) -> bool:
        """Whether it is an own word, or one with the capital of a sentence's beginning."""
        return word in self.words or (word[:1].isupper() and word[0].lower() + word[1:] in self.words)

    def with_word(self, word: str) -> Self:
        """With one more own word."""
        return replace(self, words=self.words | {word})

    def without_word(self, word: str) -> Self:
        """With one own word fewer."""
        return replace(self, words=self.words - {word})

    def switched(self, *, on: bool) -> Self:
        """With spelling checked, or not."""
        return replace(self, is_on=on)

    def with_language(self, entry: str, language: str | None) -> Self:
        """With a language for an entry; None lets it be guessed again."""
        others = {known: chosen for known, chosen in self.languages.items() if known != entry}
        return replace(self, languages=others if language is None else others | {entry: language})

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {"words": sorted(self.words), "languages": dict(self.languages), "is_on": self.is_on}

    @classmethod
    def from_json(cls, data: object) -> Self:
        """From plain data; what is missing or of another type is left out."""
        known = data if isinstance(data, dict) else {}
        words, languages = known.get("words"), known.get("languages")
        return cls(
            frozenset(filter(_is_text, words)) if isinstance(words, list) else frozenset(),
            dict(filter(_is_choice, languages.items())) if isinstance(languages, dict) else {},
            known.get("is_on") is not False,
        )


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _is_choice(choice: tuple[object, object]) -> bool:
    return all(isinstance(part, str) for part in choice)
