"""Finding words in one entry, and putting others in their place. No Qt."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from amp_desktop.storage.search.plain import FoldedParts, Folding, plain, plain_as_written
from amp_desktop.ui.editing.edit import Edit, Selection

LONGEST_NEEDLE = 1_000
_SMALL, _AS_WRITTEN = Folding(plain), Folding(plain_as_written)


@dataclass(frozen=True)
class Needle:
    """What is looked for, and how exactly.

    Attributes:
        words: As typed; an empty string is found nowhere.
        match_case: Whether capitals must be capitals.
        whole_words: Whether it must not be a part of longer words.
        match_accents: Whether `e` must not find `é`.
    """

    words: str
    match_case: bool = False
    whole_words: bool = False
    match_accents: bool = False


class Match(NamedTuple):
    """Where something was found, in characters."""

    start: int
    end: int


def find_all(text: str, needle: Needle) -> list[Match]:
    """Every place where it stands, in order, none overlapping.

    Unless accents count, it is found as the search finds it: however the same is written.
    """
    words = needle.words[:LONGEST_NEEDLE]
    if not words:
        return []
    folding = _AS_WRITTEN if needle.match_case else _SMALL
    read = "" if needle.match_accents else folding.of(words)
    if read:
        return _find_as_read(FoldedParts(text, folding), _pattern(read, needle))
    return [Match(*found.span()) for found in _pattern(words, needle).finditer(text)]


def replace_match(match: Match, words: str) -> Edit:
    """Put words in the place of one match; the cursor stands behind them."""
    return Edit(match.start, match.end, words, Selection.at(match.start + len(words)))


def replace_all(text: str, matches: list[Match], words: str, selection: Selection) -> Edit | None:
    """Put words in the place of every match, as one edit; None where there is none."""
    if not matches:
        return None
    start, end = matches[0].start, matches[-1].end
    parts, at = [], start
    for match in matches:
        parts += [text[at : match.start], words]
        at = match.end
    moved = Selection(
        _after_replacing(selection.anchor, matches, len(words)),
        _after_replacing(selection.position, matches, len(words)),
    )
    return Edit(start, end, "".join(parts), moved)


def _find_as_read(read: FoldedParts, pattern: re.Pattern[str]) -> list[Match]:
    matches, at = [], 0
    while found := pattern.search(read.text, at):
        start, at = found.span()
        if read.is_whole(start, at):
            matches.append(Match(*read.span(start, at)))
        else:
            at = start + 1  # half of a letter was found, which cannot be selected or replaced
    return matches


def _after_replacing(place: int, matches: list[Match], length: int) -> int:
    """Where a place of the text is when every match was replaced by `length` characters."""
    moved = place
    for match in matches:
        if match.end <= place:
            moved += length - (match.end - match.start)
        elif match.start < place:
            moved += min(place - match.start, length) - (place - match.start)
    return moved


def _pattern(words: str, needle: Needle) -> re.Pattern[str]:
    body = re.escape(words)
    if needle.whole_words:
        body = rf"(?<!\w){body}(?!\w)"
    return re.compile(body, re.NOFLAG if needle.match_case else re.IGNORECASE)
