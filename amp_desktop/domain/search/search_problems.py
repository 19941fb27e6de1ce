"""What is wrong with a search, said so that it can be put right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Problem:
    """A part of a search that is not understood.

    Attributes:
        start: Where it begins in what was typed, in characters.
        length: How many characters it has.
        sentence: What is wrong, for a person.
        hint: What can be written there, as a sentence, or an empty string.
        instead: What was probably meant and can stand in its place, or an empty string.
        is_unfinished: Whether it may become right by typing on.
    """

    start: int
    length: int
    sentence: str
    hint: str = ""
    instead: str = ""
    is_unfinished: bool = False

    @property
    def advice(self) -> str:
        """What to do about it, as sentences, or an empty string."""
        meant = f"Did you mean {self.instead}?" if self.instead else ""
        return f"{meant} {self.hint}".strip()


class NotUnderstoodError(Exception):
    """A filter that asks for nothing that there is.

    Attributes:
        sentence: What is wrong with it, for a person.
        hint: What can be written there, as a sentence, or an empty string.
        meant: The filter that was probably meant, or an empty string.
        is_unfinished: Whether it may become right by typing on.
    """

    def __init__(
        self, sentence: str, hint: str = "", meant: str = "", *, is_unfinished: bool = False
    ) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.hint = hint
        self.meant = meant
        self.is_unfinished = is_unfinished


def close_to(word: str, known: Iterable[str], *, alike: float = 0.6) -> str:
    """The word of `known` that looks most like this one, or an empty string where none does.

    Args:
        word: What was typed.
        known: What there is.
        alike: From 0 (anything) to 1 (the same).
    """
    from difflib import get_close_matches  # hardly ever needed

    close = get_close_matches(word, list(known), n=1, cutoff=alike)
    return close[0] if close else ""


def listed(words: Sequence[str]) -> str:
    """The words as a sentence names them: "a, b or c"."""
    return " or ".join(filter(None, (", ".join(words[:-1]), words[-1])))
