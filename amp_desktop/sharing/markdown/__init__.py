"""The Markdown that mentees write, read by Python-Markdown into a tree.

It is what a comment on GitHub takes: lists, tables and code that need no blank line before them and may
stand in each other, boxes to tick, struck words, footnotes, bare addresses, lines that end where they were
ended. Tags are words like all others, and comments are dropped.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

LONGEST = 200_000
"""Characters beyond which a text is not to be read as Markdown."""

MOST_LINES = 20_000
"""Lines beyond which a text is not to be read as Markdown."""

MOST_MARKS = 20_000
"""Signs of markup beyond which a text is not to be read as Markdown."""

_MARKS = re.compile(r"[\[\]*_`|~<>&@\\]")


def is_bounded(text: str) -> bool:
    """Whether the text can be read as Markdown in about a second, whatever stands in it."""
    return len(text) <= LONGEST and text.count("\n") < MOST_LINES and len(_MARKS.findall(text)) <= MOST_MARKS


def parse(text: str) -> Element:
    """The tree of a bounded text without hidden characters.

    Its elements are those of HTML: `p`, `h1` to `h6`, `hr`, `blockquote`, `ul`, `ol` (`start`), `li` (`done`
    is "yes" or "no" for a box; `tight` is there when no blank line stands in its list), `pre` (`language`),
    `table` with `thead` and `tbody` of `tr` of `th` and `td` (`side`); `strong`, `em`, `s`, `code`, `a`
    (`href`), `img` (`src`, around the words that stand for it), `sup` (`number`, pointing to a footnote); and
    last a `section` of footnotes, an `li` each. A newline within words ends a line.

    Raises:
        RecursionError: Marks stand in each other too deep.
    """
    from amp_desktop.sharing.markdown.dialect import Dialect  # with it comes Python-Markdown

    return Dialect().tree(text)
