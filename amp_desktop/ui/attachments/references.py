"""Where a text refers to an attachment: its words there, other words, or nothing any more. No Qt."""

import re
from collections.abc import Sequence
from itertools import pairwise
from uuid import UUID

from amp_desktop.domain.attachment import SCHEME, Attachment, reference
from amp_desktop.ui.editing.edit import Edit, Selection

_WORDS = r"(?:[^\[\]\\\n]|\\.){0,2000}"
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def words_for(text: str, attachment_id: UUID) -> str:
    """What a text says for an attachment where it first refers to it; empty where it says nothing."""
    found = re.search(_reference(attachment_id), text, re.IGNORECASE)
    return _ESCAPED.sub(r"\1", found["words"]) if found else ""


def say_words(text: str, attachment: Attachment, words: str) -> Edit | None:
    """Have a text say these words for an attachment wherever it refers to it."""
    return _replaced(text, _reference(attachment.id), reference(attachment, words))


def refer_no_more(text: str, attachment_id: UUID) -> Edit | None:
    """Take an attachment out of a text, and the line with it where nothing else stands there."""
    place = rf"{_reference(attachment_id)}|{SCHEME}:{attachment_id}"
    return _replaced(text, rf"^[ \t]*(?:{place})[ \t]*(?:\n|\Z)|[ ]?(?:{_unnamed(place)})", "")


def put_in(before: str, attachments: Sequence[Attachment]) -> str:
    """What refers to attachments when it is put into a line after `before`."""
    space = " " if before and not before[-1].isspace() else ""
    return space + "\n".join(reference(one) for one in attachments)


def _reference(attachment_id: UUID) -> str:
    return rf"!?\[(?P<words>{_WORDS})\]\({SCHEME}:{attachment_id}\)"


def _unnamed(pattern: str) -> str:
    """A name may stand in a pattern but once."""
    return pattern.replace("?P<words>", "?:")


def _replaced(text: str, pattern: str, words: str) -> Edit | None:
    compiled = re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    found = list(compiled.finditer(text))
    if not found:
        return None
    start, end = found[0].start(), found[-1].end()
    # What stands at the beginning of a line must be seen to stand there, so the whole text is looked at.
    parts = [text[one.end() : other.start()] + words for one, other in pairwise(found)]
    replacement = words + "".join(parts)
    return Edit(start, end, replacement, Selection.at(start + len(replacement)))
