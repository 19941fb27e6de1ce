"""Which words might be wider than their place, and where a line may end though typst would not end it there.

A line may surely end at a space between two words, between two ideographs and at `PARTING`; everywhere else
it is doubted, since UAX 14 keeps `( (` or `— —` together even across spaces. What stands between two sure
places and might be too wide is measured by whoever sets the type, and only that. Widths are guessed from
above, in ems.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

PARTING = "\N{ZERO WIDTH SPACE}"
"""Stands between words of scripts without spaces; it never comes from the mentee (`sharing.disclosure`)."""

LINE = 19.0
"""Ems: no line of a summary has less room than that, outside of tables."""

CELL = 2.5
"""Ems: no cell of a table has less room than that."""

_WIDEST = 16.0
_NEVER_FIRST = (  # letters that UAX 14 keeps with a mark before them: classes NS and CJ
    "\u3005\u303b\u303c\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u308e\u3095\u3096\u309d\u309e"
    "\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7\u30ee\u30f5\u30f6\u30fc-\u30fe\u31f0-\u31ff\ua015"
    "\uff67-\uff70\uff9e\uff9f\U00013258-\U00013289\U0001337a\U0001337b\U000145cf\U00016fe0-\U00016fe4"
    "\U0001b150-\U0001b167"
)
_IDEOGRAPH = (  # classes ID, H2 and H3: letters that stand apart from each other
    "\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3006\u3007\u3021-\u3029\u3042\u3044\u3046\u3048\u304a-\u3062"
    "\u3064-\u3082\u3084\u3086\u3088-\u308d\u308f-\u3094\u309f\u30a2\u30a4\u30a6\u30a8\u30aa-\u30c2\u30c4-\u30e2"
    "\u30e4\u30e6\u30e8-\u30ed\u30ef-\u30f4\u30f7-\u30fa\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
    "\U00020000-\U0002fffd\U00030000-\U0003fffd"
)
_SPACELESS = (  # class SA: scripts whose words only a dictionary parts
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ebd\u0ec0-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u108f\u109a-\u109f"
    "\u1780-\u17d3\u17d7\u17dc\u17dd\u1950-\u1974\u1980-\u19c9\u19da\u19de\u19df\u1a20-\u1a7c\u1aa0-\u1aad"
    "\ua9e0-\ua9ef\ua9fa-\ua9fe\uaa60-\uaac2\uaadb-\uaadf\U00011700-\U0001172b\U0001173a-\U00011746"
)
_APART = f"[^ \t\n{PARTING}]++"
_RUN = re.compile(rf"[ \t]*+{_APART}(?:(?:(?<![\w,.;:!?)])[ \t]++|[ \t]++(?![^\W{_NEVER_FIRST}])){_APART})*+")
"""What no place surely parts, by a quick look."""
_SPACES = re.compile(r"[ \t]++")
_OPENING = "\"'¡¿⸺⸻"
_TIED = re.compile(
    rf"(?:[^ \t{_IDEOGRAPH}]++[{_IDEOGRAPH}]?)++|(?:[{_IDEOGRAPH}][^ \t{_IDEOGRAPH}]++)++[{_IDEOGRAPH}]?"
)
_STACK = re.compile(r"[^\w\s!-~]{9,}+|([^\w\s!-~])\1{3,}+")
"""More signs over one letter than languages have, or a row of one sign: where they are, no width tells."""
_FEW_SIGNS = 2
"""Of such a stack that stay together."""
_LONGEST = 100
"""Letters that are handed to a font at once: of 255 signs of Hindi typst's shaper makes a panic, and over
a row of `![` in Inter it broods for minutes."""
_JOINING = "\u200c\u200d\ufe0e\ufe0f\u20e3\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff"
_PARTING = re.compile(PARTING)
_IS_NEVER_FIRST = re.compile(f"[{_NEVER_FIRST}]")
_IS_IDEOGRAPH = re.compile(f"[{_IDEOGRAPH}]")
_WIDE_SIGNS = re.compile("[\ufdfa-\ufdfd\ua9c5\u2e3b\U00012000-\U0001254f]")
_FIRST_RARE = "\u0980"
"""Scripts before this one have letters of at most two ems."""
_SPACELESS_RUN = re.compile(f"[{_SPACELESS}]{{8,}}+")

PartKind = Literal["text", "word", "joint"]


@dataclass(frozen=True)
class Breaks:
    """Where a line needs help to end.

    Attributes:
        marks: As (start, end), ascending and apart: words that might be wider than their place, and
            joints, at which the line is to be allowed to end; a joint ends where it starts.
    """

    marks: tuple[tuple[int, int], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.marks)

    @property
    def has_words(self) -> bool:
        """Whether there are any to be measured."""
        return any(first < last for first, last in self.marks)

    def are_at(self, at: int) -> bool:
        """Whether the line is to be allowed to end here: at a joint, or within a word of several parts."""
        following = self._first_after(at)
        joint = following > 0 and self.marks[following - 1] == (at, at)
        return joint or (following < len(self.marks) and self.marks[following][0] < at)

    def parts(self, text: str, at: int = 0) -> Iterator[tuple[PartKind, str]]:
        """The text in parts: plain ones, words to be measured, and joints, which are empty.

        Args:
            text: A part of the line.
            at: Where it begins in the line. A joint at that very place is left to `are_at`.
        """
        here, end = at, at + len(text)
        for first, last in self.marks[self._first_after(at) :]:
            if first >= end:
                break
            if first > here:
                yield "text", text[here - at : first - at].replace(PARTING, "")
            if first == last:
                yield "joint", ""
            else:
                yield "word", text[max(first, at) - at : last - at]
            here = min(last, end)
        if here < end:
            yield "text", text[here - at :].replace(PARTING, "")

    def _first_after(self, at: int) -> int:
        return bisect_right(self.marks, at, key=itemgetter(1))


NO_BREAKS = Breaks()


def breaks_in(text: str, room: float = LINE) -> Breaks:
    """Where a line needs help to end.

    Args:
        text: Of one line, or of several.
        room: Ems that it has.
    """
    if text.isascii() and len(text) * 1.1 <= room:
        return NO_BREAKS
    runs = (run.span() for run in _RUN.finditer(text) if _needs_help(run[0], room))
    marks = [mark for run in runs for mark in _marks(text, run, room)]
    marks += [(at.end(), at.end()) for at in _PARTING.finditer(text)]
    return Breaks(tuple(sorted(marks))) if marks else NO_BREAKS


def _marks(text: str, run: tuple[int, int], room: float) -> Iterator[tuple[int, int]]:
    """Doubtful spaces in a run, and what is wide between sure places."""
    for space in _SPACES.finditer(text, *run):
        if not _surely_parts(text[space.start() - 1 : space.start()], text[space.end()]):
            yield space.end(), space.end()
    for tied in _TIED.finditer(text, *run):
        if _needs_help(tied[0], room):
            yield from _in_pieces(text, *tied.span())


def _in_pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A word, with joints where it is longer than fonts can take, or many signs stand over one letter."""
    stacked = {at for stack in _STACK.finditer(text, start, end) for at in range(*stack.span())}
    first, signs = start, 0
    for at in range(start, end):
        letter = text[at]
        is_sign = unicodedata.category(letter)[0] == "M"
        signs = signs + 1 if is_sign and at in stacked else 0
        begins = not (is_sign or letter in _JOINING or text[at - 1] in _JOINING)
        if signs > _FEW_SIGNS or at - first >= _LONGEST * (1 if begins else 1.5):
            yield first, at
            yield at, at
            first, signs = at, min(signs, 1)
    yield first, end


def _surely_parts(before: str, after: str) -> bool:
    """Whether a line may end at a space between these two."""
    opens = before and (before in _OPENING or unicodedata.category(before) in ("Ps", "Pi", "Pd"))
    return after.isalnum() and not opens and not _IS_NEVER_FIRST.match(after)


def _needs_help(run: str, room: float) -> bool:
    return _is_wide(run, room) or _STACK.search(run) is not None


def _is_wide(run: str, room: float) -> bool:
    if len(run) * (1.1 if run.isascii() else _WIDEST) <= room:
        return False
    taken = 0.0
    for letter in run:
        taken += _ems(letter)
        if taken > room:
            return True
    return False


def _ems(letter: str) -> float:
    if letter.isascii():
        return 1.1 if letter in "mwMW@%" else 0.8
    if _IS_IDEOGRAPH.match(letter):
        return 1.1
    if letter < _FIRST_RARE:
        return 2.0 if unicodedata.category(letter)[0] in "LSN" else 1.2
    if "\u0e00" <= letter < "\u0f00":
        return 1.2  # Thai and Lao, whose letters are narrow
    return _WIDEST if _WIDE_SIGNS.match(letter) else 4.0


def parted(text: str, words: Mapping[str, list[str]]) -> str:
    """The text with `PARTING` between words of scripts that have no spaces between them.

    Args:
        text: Any.
        words: Of each of `spaceless_runs`, its words.
    """
    return _SPACELESS_RUN.sub(lambda run: PARTING.join(words[run[0]]), text) if words else text


def spaceless_runs(text: str) -> list[str]:
    """What only a dictionary parts into words, once each, in order of appearance."""
    return [] if text.isascii() else list(dict.fromkeys(_SPACELESS_RUN.findall(text)))


def shortened(text: str, columns: int) -> str:
    """The text, cut before what would make it wider than so many ems."""
    taken = 0.0
    for at, letter in enumerate(text):
        taken += _ems(letter)
        if taken > columns:
            return text[:at].rstrip() + "…"
    return text
