"""Tags: one word in any script, compared without regard to case."""

import unicodedata

LONGEST = 64


def clean_tag(text: str) -> str:
    """A tag as it is kept: NFC, no leading `#`, nothing but letters, marks, digits, hyphens, `_` and `/`.

    White space becomes a hyphen, so "code review" and "code-review" are the same tag. Returns an empty
    string when nothing remains. A `%` is dropped too: a tag can never open or close an aside.
    """
    words = "-".join(text.strip().lstrip("#").split())
    kept = "".join(c for c in words if unicodedata.category(c)[0] in "LMN" or c in "-_/")
    return unicodedata.normalize("NFC", kept)[:LONGEST]
