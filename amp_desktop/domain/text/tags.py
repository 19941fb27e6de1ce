"""Tags: one word in any script, compared without regard to case."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 64
_PLAIN = rf"[A-Za-z0-9/_-]{{1,{LONGEST}}}"
_CLEAN = re.compile(_PLAIN)
"""What is a tag as it stands: to look at each character takes a thousand tags a tenth of a second."""
_ALL_CLEAN = re.compile(rf"{_PLAIN}(?:\n{_PLAIN})*")


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Tags as an entry keeps them: each as `clean_tag` has it, and once, as it was first written."""
    given = tuple(tags)
    if not given or _are_clean(given):
        return given  # almost always, and an entry is made several times while it is saved
    seen: dict[str, str] = {}
    for tag in map(clean_tag, given):
        if tag:
            seen.setdefault(tag.casefold(), tag)
    return tuple(seen.values())


def clean_tag(text: str) -> str:
    """A tag as it is kept: NFC, no leading `#`, nothing but letters, marks, digits, hyphens, `_` and `/`.

    White space becomes a hyphen, so "code review" and "code-review" are the same tag. Returns an empty
    string when nothing remains. A `%` is dropped too: a tag can never open or close an aside.
    """
    if _CLEAN.fullmatch(text):
        return text
    words = "-".join(text.strip().lstrip("#").split())
    kept = "".join(c for c in words if unicodedata.category(c)[0] in "LMN" or c in "-_/")
    return unicodedata.normalize("NFC", kept)[:LONGEST]


def _are_clean(tags: tuple[str, ...]) -> bool:
    together = "\n".join(tags)
    keys = together.casefold().split("\n")
    return len(keys) == len(tags) == len(set(keys)) and _ALL_CLEAN.fullmatch(together) is not None
