"""Tags: one word in any script, compared without regard to case."""

import re
import unicodedata

LONGEST = 64
_CLEAN = re.compile(rf"[A-Za-z0-9/_-]{{1,{LONGEST}}}")
"""What is a tag as it stands: to look at each character takes a thousand tags a tenth of a second."""


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
