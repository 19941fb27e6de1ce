"""Titles of meetings: which goes on to the next meeting of a series, and which was true of one alone."""

import re
from collections.abc import Iterable

_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth last final
"""
_MONTHS = "january february march april may june july august september october november december"
_OF_ONE = frozenset(f"{_ORDINALS} {_MONTHS}".split())
_TO_EACH_OTHER = re.compile(r"\b1\s*(?:[:/x-]|-?on-?)\s*1\b", re.IGNORECASE)
"""A one-to-one: a kind of meeting, and no number of one."""
_NUMBER = re.compile(r"\b\d")


def is_of_one_meeting(title: str) -> bool:
    """Whether a title counts its meeting, or says its day: a number, an ordinal in words, a month.

    A number within a word (“Web3”) does not count, and a day of the week is that of the next meeting, too.
    """
    words = _TO_EACH_OTHER.sub(" ", title)
    return bool(_NUMBER.search(words)) or not _OF_ONE.isdisjoint(re.findall(r"[^\W\d_]+", words.casefold()))


def title_of_next(title: str, before: Iterable[str]) -> str:
    """The title that the next meeting of a series begins with.

    It is that of the meeting which is over, unless that is of this one meeting; then what the meetings before
    it were called, the newest that is of none alone; then none.

    Args:
        title: Of the meeting which is over.
        before: Those of the other meetings of the series, the newest first.
    """
    return next((one for one in (title, *before) if one.strip() and not is_of_one_meeting(one)), "")
