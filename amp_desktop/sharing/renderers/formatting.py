"""What the formats made of plain letters have in common: a line's words, their width and where it breaks."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import Any

from amp_desktop.domain.summary import (
    Break,
    Code,
    Inline,
    Link,
    NoteMark,
    Place,
    Styled,
    SummaryLine,
    Text,
)

_NEVER_FIRST = frozenset("、。，．・：；？！）］｝」』】〉》”’…ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ%°")
_NEVER_LAST = frozenset("（［｛「『【〈《“‘")


def plain(content: Iterable[Inline]) -> str:
    """The words alone; a break is a newline, and addresses are left out."""
    return "".join(map(_plain, content))


def neighbours(
    content: Iterable[Inline], before: str = "", after: str = ""
) -> Iterator[tuple[Inline, str, str]]:
    """Each part of a line with the letter before it and the one after it; an empty string at an end.

    Args:
        content: The parts.
        before: The letter before the first.
        after: The letter after the last.
    """
    parts = tuple(content)
    words = [_plain(inline) for inline in parts]  # once: a line may have thousands of parts
    following: list[str] = []
    for text in reversed(words):
        following.append(after)
        after = text[:1] or after
    for inline, text, follows in zip(parts, words, reversed(following), strict=True):
        yield inline, before, follows
        before = text[-1:] or before


def _plain(inline: Inline) -> str:
    match inline:
        case Text(text) | Code(text):
            return text
        case Styled(_, content) | Link(_, content):
            return plain(content)
        case NoteMark(number):
            return f"[{number}]"
        case Break():
            return "\n"


APPENDIX = "As a whole"
"""What stands over the entries that leave as they are, after the page."""


def quiet_words(line: SummaryLine) -> str:
    """What of a line stands small beside it: how far a goal is, and when; may be empty."""
    progress = f"{line.progress.done} of {line.progress.of}" if line.progress else ""
    return ", ".join(filter(None, (progress, line.when)))


def is_right_to_left(text: str) -> bool:
    """Whether the first letter that has a direction runs from right to left (UAX 9, rules P2 and P3)."""
    return next((d != "L" for d in map(unicodedata.bidirectional, text) if d in ("L", "R", "AL")), False)


def says_address(link: Link) -> bool:
    """Whether the link's words are its address already."""
    words = plain(link.content)
    return link.address in (words, f"mailto:{words}", f"http://{words}")


def width(text: str) -> int:
    """How many columns the text takes where letters have a fixed width; Chinese and most emoji take two."""
    return sum(map(_columns, text))


def _columns(char: str) -> int:
    if char in "\u200c\u200d" or unicodedata.category(char) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most `columns`, broken at spaces and between wide letters, never in a cluster.

    Newlines stay. A word longer than a line, such as an address, keeps a line of its own.
    """
    return [line for paragraph in text.split("\n") for line in _wrapped(paragraph, columns)]


def _wrapped(paragraph: str, columns: int) -> Iterator[str]:
    line, taken = "", 0
    for space, unit in _units(paragraph):
        needed = width(unit)
        if line and taken + len(space) + needed > columns:
            yield line
            line, taken, space = "", 0, ""
        space = space if line else ""
        line, taken = line + space + unit, taken + len(space) + needed
    yield line


def _units(paragraph: str) -> Iterator[tuple[str, str]]:
    """What may not be torn, each with the space before it."""
    for word in paragraph.split():
        space = " "
        for unit in _torn(word):
            yield space, unit
            space = ""


def _torn(word: str) -> Iterator[str]:
    """A word, torn between wide letters where the rules of Chinese and Japanese writing allow it."""
    if word.isascii():
        yield word
        return
    unit = ""
    for cluster in _clusters(word):
        joint = unit and (_columns(unit[-1]) == 2 or _columns(cluster[0]) == 2)
        if joint and cluster[0] not in _NEVER_FIRST and unit[-1] not in _NEVER_LAST:
            yield unit
            unit = ""
        unit += cluster
    yield unit


_CLUSTER = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}|.)"
    "(?:[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d.?|\u200c|[\u0300-\u036f\u3099\u309a])*"
)


def _clusters(word: str) -> list[str]:
    return _CLUSTER.findall(word)


_LANGUAGES = (
    (re.compile("[\u3040-\u30ff]"), "ja"),
    (re.compile("[\uac00-\ud7af]"), "ko"),
    (re.compile("[\u4e00-\u9fff]"), "zh"),
    (re.compile("[\u0900-\u097f]"), "hi"),
    (re.compile("[\u0600-\u06ff]"), "ar"),
)


def language_of(text: str) -> str | None:
    """The language that letters give away (BCP 47), as far as setting type needs it; None for all others."""
    if text.isascii():
        return None
    return next((language for letters, language in _LANGUAGES if letters.search(text)), None)


def each_text(node: Any, change: Callable[[str], str]) -> Any:
    """A part of a summary with what people read in it changed, which addresses are not."""
    if type(node) is str:
        return change(node)
    if isinstance(node, tuple):
        return tuple(each_text(part, change) for part in node)
    if isinstance(node, Place):
        return node
    if isinstance(node, Link):
        return replace(node, content=each_text(node.content, change))
    if is_dataclass(node) and not isinstance(node, type):
        parts = {field.name: each_text(getattr(node, field.name), change) for field in fields(node)}
        return replace(node, **parts)
    return node
