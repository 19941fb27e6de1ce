"""Texts that are one line, such as titles."""

import re

_ENDS = r"\t\r\n\f\v\x1c-\x1f\x85\u2029"
_ENDS_AND_GAPS = re.compile(rf"[ {_ENDS}]+")
_MORE_THAN_SPACES = re.compile(rf"[{_ENDS}]|  ")
"""What hardly any title holds, and an entry is made several times while it is saved."""


def one_line(text: str) -> str:
    """The text with every run of line ends and spaces as one space, and none at its ends.

    What somebody put there on purpose stays: hard spaces, and U+2028, which breaks the line and not the text.
    """
    return (_ENDS_AND_GAPS.sub(" ", text) if _MORE_THAN_SPACES.search(text) else text).strip()


def shortened(line: str, most: int) -> str:
    """The line, or its beginning and an ellipsis where it has more than `most` letters; cut between words."""
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0].rstrip()}…"
