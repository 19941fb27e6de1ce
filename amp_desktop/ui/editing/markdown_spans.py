"""Which parts of a line of Markdown are what: what the editor colours, found line by line.

A line is looked at alone, with what the line before it left open (a code block, an aside), so that one key
costs one line however long the entry is.
"""

import re
from collections.abc import Iterator
from enum import IntEnum, IntFlag
from typing import NamedTuple

from amp_desktop.domain.text.asides import WIDE, aside_spans, opened_after
from amp_desktop.domain.text.text_tags import tag_places


class SpanStyle(IntEnum):
    """What a run of characters is. Each is a bit, so that a sum tells of several at a time."""

    MARK = 1
    HEADING = 2
    STRONG = 4
    EMPHASIS = 8
    STRIKE = 16
    CODE = 32
    LINK = 64
    BULLET = 128
    QUOTE = 256
    ASIDE = 512
    TAG = 1024


class Open(IntFlag):
    """What a line leaves open for the next one."""

    NOTHING = 0
    ASIDE = 1
    CODE = 2
    WIDE_ASIDE = 4
    """Together with `ASIDE`: it began with four signs or more."""


class Span(NamedTuple):
    """A run of characters that looks the same: from `start` up to `end`, in a sum of `SpanStyle`."""

    start: int
    end: int
    style: int


LONGEST_LINE = 5_000
"""Characters of one line that are looked at for what stands within it; the rest is plain."""

_FENCE = re.compile(r" {0,3}(```|~~~)")
_HEADING = re.compile(r" {0,3}(#{1,6})(?:\s|$)")
_QUOTE = re.compile(r" {0,3}>")
_ITEM = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])(?:\s+(\[[ xX]\]))?(?=\s)")
_SPECIAL = re.compile(r"[*_`~\[#>%％﹪٪]|://|^\s*[-+\d]")
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)")
_WITHIN = (
    (re.compile(r"\*\*(?=\S)(?:[^*]|\*(?!\*))+\*\*|(?<!\w)__(?=\S)[^_]+__(?!\w)"), SpanStyle.STRONG),
    (
        re.compile(r"(?<![*\w\\])\*(?![*\s])[^*]+\*(?!\*)|(?<![\w\\])_(?![_\s])[^_]+_(?!\w)"),
        SpanStyle.EMPHASIS,
    ),
    (re.compile(r"~~(?=\S)[^~]+~~"), SpanStyle.STRIKE),
    (re.compile(r"!?\[[^\[\]]*\]\([^()\s]*\)|\[\[[^\[\]]+\]\]|<?https?://[^\s<>]+>?"), SpanStyle.LINK),
    (re.compile(r"(?<=\])\(attachment:[0-9A-Fa-f-]+\)"), SpanStyle.MARK),
)


def spans_of(line: str, before: Open = Open.NOTHING) -> tuple[list[Span], Open]:
    """The styled runs of a line, in order and none overlapping, and what the line leaves open."""
    if not before and not _SPECIAL.search(line):
        return [], Open.NOTHING
    asides, aside_stays = _asides(line, before)
    fence = _FENCE.match(line)
    in_code = bool(before & Open.CODE)
    runs = [Span(0, len(line), SpanStyle.CODE)] if in_code or fence else list(_runs(line))
    code_stays = in_code != bool(fence)
    return _flattened([*runs, *asides]), aside_stays | (Open.CODE if code_stays else Open.NOTHING)


def _asides(line: str, before: Open) -> tuple[list[Span], Open]:
    """The asides of a line that begins inside of one or not, and which it leaves open."""
    inside = WIDE if before & Open.WIDE_ASIDE else 1 if before & Open.ASIDE else 0
    after = opened_after(line, inside)
    spans = [Span(start, end, SpanStyle.ASIDE) for start, end in aside_spans(line, inside)]
    stays = Open.ASIDE | Open.WIDE_ASIDE if after == WIDE else Open.ASIDE if after else Open.NOTHING
    return spans, stays


def _runs(line: str) -> Iterator[Span]:
    looked_at = line[:LONGEST_LINE]
    item = _ITEM.match(looked_at)
    if heading := _HEADING.match(looked_at):
        yield Span(0, len(line), SpanStyle.HEADING)
        yield Span(heading.start(1), heading.end(1), SpanStyle.MARK)
    elif _QUOTE.match(looked_at):
        yield Span(0, len(line), SpanStyle.QUOTE)
    elif item:
        yield Span(0, item.end(), SpanStyle.BULLET)
        if item[1] not in (None, "[ ]"):
            yield Span(item.end() + 1, len(line), SpanStyle.STRIKE)
    ticked = item is not None and item[1] not in (None, "[ ]")
    yield from (run for run in _inline(looked_at) if not (ticked and run.style == SpanStyle.STRIKE))


def _inline(line: str) -> Iterator[Span]:
    code = [match.span() for match in _CODE.finditer(line)] if "`" in line else []
    for start, end in code:
        yield Span(start, end, SpanStyle.CODE)
        # What stands in code is code: the patterns below see only a blank there.
        line = line[:start] + "\0" * (end - start) + line[end:]
    for pattern, style in _WITHIN:
        for match in pattern.finditer(line):
            yield Span(*match.span(), style)
    for start, end in tag_places(line):
        yield Span(start, end, SpanStyle.TAG)


def _flattened(runs: list[Span]) -> list[Span]:
    """The same without overlaps: where runs lie over each other, their styles come together."""
    turns: dict[int, int] = {}
    for start, end, style in runs:  # runs of one style never overlap, so that each edge turns it on or off
        turns[start] = turns.get(start, 0) ^ style
        turns[end] = turns.get(end, 0) ^ style
    flat, at, now = [], 0, 0
    for edge in sorted(turns):
        if now:
            flat.append(Span(at, edge, now))
        at, now = edge, now ^ turns[edge]
    return flat
