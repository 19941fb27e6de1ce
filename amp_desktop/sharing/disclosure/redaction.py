"""Cutting what never leaves from an entry: asides, hidden characters, and which pictures and files it has."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from enum import Enum
from typing import Any

from amp_desktop.domain.attachment import REFERENCE, SCHEME
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.text.asides import MARK, aside_spans, has_aside, without_asides
from amp_desktop.domain.text.code import fence_after
from amp_desktop.domain.text.texts import each_value, is_words
from amp_desktop.sharing.disclosure.invisible import without_hidden

_PLACEHOLDER = "\x00"
"""Stands where an aside was until the place is tidied; no text has it: hidden characters are cut first."""

_FENCE = re.compile(r"^[ \t>]*+(?:`{3,}|~{3,})", re.MULTILINE)
_STYLED_PLACEHOLDER = re.compile(rf"([*_~`]{{1,3}}){_PLACEHOLDER}\1")
_PLACEHOLDER_LINE = re.compile(
    r"^[ \t>]*+(?:(?:[-*+]|\d+[.)])[ \t]++)?(?:\[[ xX]\][ \t]*+)?(?:#++[ \t]*+)?"
    rf"(?:{_PLACEHOLDER}[ \t]*+)++(?:\n|\Z)",
    re.MULTILINE,
)
_HEADING = re.compile(r" {0,3}#{1,6}[ \t]")
_NOTHING_LEFT = re.compile(
    rf"[ \t>]*+(?:(?:[-*+]|\d+[.)])[ \t]++)?(?:\[[ xX]\][ \t]*+)?(?:{_PLACEHOLDER}|[ \t])*+\Z"
)
_PLACEHOLDER_IN_LINE = re.compile(rf" ?(?:{_PLACEHOLDER})+(?=[ .,;:!?)]|$)|{_PLACEHOLDER}", re.MULTILINE)


def without_ids(text: str) -> str:
    """The text in which nothing says which pictures and files it refers to."""
    return REFERENCE.sub(f"{SCHEME}:", text)


def without_private(entry: Entry, keep: Callable[[str], str] = without_ids) -> Entry:
    """The entry without what its kind never shares, hidden characters, asides and ids of attachments.

    Title, body and the fields of its kind are read in this order; an aside that is never closed takes all
    that follows with it, numbers and days too. Statuses stay: they decide where the entry is spoken of. Words
    that stand for a picture or a file stay as those for any other place do.

    Args:
        entry: The entry.
        keep: What is made of the references in each text, all else of which is cut already.
    """
    redactor = _Redactor(keep)
    return each_value(entry.for_others(), redactor.cut)


def without_aside_places(text: str) -> str:
    """The text without its asides, closed up around them as that of an entry is.

    Args:
        text: From which hidden characters are cut already.
    """
    return _closed_up(_with_placeholders(text)) if has_aside(text) else text


class _Redactor:
    """Cuts the values of one entry in their order."""

    def __init__(self, keep: Callable[[str], str]) -> None:
        self._keep = keep
        self._shut = False

    def cut(self, value: Any) -> Any:
        if is_words(value):
            return self._cut_text(value)
        kept = isinstance(value, (Enum, bool)) or not self._shut
        return value if kept or not isinstance(value, (date, int)) else None

    def _cut_text(self, text: str) -> str:
        if self._shut:
            return ""
        seen = without_hidden(text)
        if not has_aside(seen):  # as most texts: nothing is cut, and nothing to be tidied
            return self._keep(seen)
        self._shut = without_asides(seen)[1]
        return self._keep(without_aside_places(seen))


def _with_placeholders(text: str) -> str:
    kept, at = "", 0
    for start, end in aside_spans(text):
        kept += text[at:start]
        at = end
        if "```" not in text[start:end] and "~~~" not in text[start:end]:
            kept += _PLACEHOLDER
            continue
        before = fence_after(kept)
        kept += _placeholder_for(before, fence_after(kept + MARK.sub("", text[start:end])))
    return kept + text[at:]


def _placeholder_for(before: str, after: str) -> str:
    """What marks the place of an aside.

    The code that it ended is ended, and the code that it began is begun.

    Args:
        before: The fence that was open before it, as `fence_after` gives it.
        after: The one that its own lines leave open.
    """
    if before == after:
        return _PLACEHOLDER
    fences = "".join(f"\n{fence}\n" for fence in (before, after) if fence)
    return f"{_PLACEHOLDER}{fences}{_PLACEHOLDER}"


def _closed_up(text: str) -> str:
    """Without its placeholders: no empty bullet, heading or pair of stars and no double space is left."""
    text = _answered(_STYLED_PLACEHOLDER.sub(_PLACEHOLDER, text))
    text = _PLACEHOLDER_LINE.sub("", text)
    return _PLACEHOLDER_IN_LINE.sub("", text)


def _answered(text: str) -> str:
    """The text without the headings under which only asides stood: a question stays in with its answer.

    A heading of which all that stands below it stays in stays in with it, and so on outwards.
    """
    kept: list[list[str]] = []
    later: list[tuple[int, bool]] = []  # of each heading after this one and not below another: what is left?
    for section in reversed(list(_sections(text.split("\n")))):
        level, below = _level(section[0]), []
        while later and later[-1][0] > level:
            below.append(later.pop()[1])
        is_private = bool(level) and _holds_only_asides(section, below)
        later.append((level, not is_private or any(below)))
        if not is_private:
            kept.append(section)
    return "\n".join(line for section in reversed(kept) for line in section)


def _holds_only_asides(section: list[str], below: list[bool]) -> bool:
    """Whether nothing but asides stands under a heading.

    Args:
        section: The heading and its own lines.
        below: Of each heading next below it, whether anything of that one or under it is left.
    """
    heading, *lines = section
    has_aside = any(_PLACEHOLDER in line for line in lines) or _PLACEHOLDER_LINE.match(heading) is not None
    return (has_aside or (bool(below) and not any(below))) and all(map(_NOTHING_LEFT.match, lines))


def _level(line: str) -> int:
    """How many number signs a heading has; 0 of what is none."""
    return line.count("#", 0, heading.end()) if (heading := _HEADING.match(line)) else 0


def _sections(lines: list[str]) -> Iterator[list[str]]:
    """The lines from each heading up to the next; a fence's lines hold no heading."""
    section: list[str] = []
    in_code = False
    for line in lines:
        in_code ^= _FENCE.match(line) is not None
        if section and not in_code and _HEADING.match(line):
            yield section
            section = []
        section.append(line)
    yield section
