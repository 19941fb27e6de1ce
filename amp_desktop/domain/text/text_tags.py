"""Tags within a text: `#word`, in any script.

A tag begins where a word could, and holds at least one letter: `#123` is an issue, `C#` a language, `# Words`
a heading. What stands in code, in an address or in a link is none, nor is a colour such as `#2f5fd0`.
"""

import re
import unicodedata
from collections.abc import Iterator

from amp_desktop.domain.text.code import without_code
from amp_desktop.domain.text.links import LINK
from amp_desktop.domain.text.tags import LONGEST, clean_tag

_SIGN = re.compile(r"""(?<![^\W_])(?<![#&/\\@.?=+^$-])(?<!=["'])#(?=[^\s#])""")
_ADDRESS = re.compile(rf"""[\w+.-]*://[^\s<>]+|\bwww\.[^\s<>]+|(?<=\])\([^()\s]*\)|{LINK.pattern}""")
_COLOUR = re.compile(r"(?=[a-f]*[0-9])(?:[0-9a-f]{6}|[0-9a-f]{8})", re.IGNORECASE)
_JOINERS = "\u200c\u200d"
"""Signs without a look of their own that stand within words of Persian and Hindi."""


def text_tags(text: str) -> tuple[str, ...]:
    """The tags in `text` as they are kept, in order, each once."""
    found: dict[str, str] = {}
    for start, end in tag_places(text):
        tag = clean_tag(text[start:end])
        found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def tag_places(text: str) -> Iterator[tuple[int, int]]:
    """Where the tags of `text` stand, from the sign `#` up to where the word ends, in order."""
    if "#" not in text:
        return
    seen = without_code(text)
    if "://" in seen or "www." in seen or "](" in seen or "[[" in seen:
        seen = _ADDRESS.sub(lambda found: "\0" * len(found[0]), seen)
    for sign in _SIGN.finditer(seen):
        end = _end_of_word(seen, sign.end())
        if _is_tag(seen[sign.end() : end]):
            yield sign.start(), end


def retagged(text: str, former: str, tag: str) -> str:
    """The text with the tag `former` called `tag`, and no other character changed.

    Args:
        text: Any text.
        former: The tag, compared without regard to case.
        tag: What it is called from now on; an empty string to let it be a word without its sign.
    """
    parts, at = [], 0
    for start, end in tag_places(text):
        if clean_tag(text[start:end]).casefold() == former.casefold():
            parts += [text[at:start], f"#{tag}" if tag else text[start + 1 : end]]
            at = end
    return "".join((*parts, text[at:]))


def is_text_tag(tag: str) -> bool:
    """Whether the tag can be written in a text: with its sign before it, it is read as itself."""
    return text_tags(f"#{tag}") == (tag,)


def _end_of_word(text: str, start: int) -> int:
    end = start
    while end < len(text) and _belongs(text[end]):
        end += 1
    return start + len(text[start:end].rstrip(f"-_/{_JOINERS}"))


def _belongs(character: str) -> bool:
    return character.isalnum() or character in f"-_/{_JOINERS}" or unicodedata.category(character)[0] in "LMN"


def _is_tag(word: str) -> bool:
    if not word or word[0] in "-/" or not any(unicodedata.category(c)[0] == "L" for c in word):
        return False
    return len(clean_tag(word)) < LONGEST and not _COLOUR.fullmatch(word)
