"""Characters that a reader cannot see, and that could therefore carry or disguise words."""

import re
import unicodedata

_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, fillers without a shape
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero width, and what turns the direction of text round
    "\u3164\ufeff\uffa0\ufe00-\ufe0d\ufff0-\ufffb"  # fillers, variations, interlinear marks
    "\U000e0000-\U000e0fff"  # tags and variations: a sentence can be written in them
    "]"
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_JOINERS = re.compile("[\u200c\u200d]+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def without_hidden(text: str) -> str:
    """The text without characters that cannot be seen; line ends become newlines.

    One joiner stays after a letter of Arabic, Hindi and other scripts, and in an emoji: writing needs it.
    """
    if text.isascii() and text.replace("\n", "").replace("\t", "").isprintable():
        return text
    text = _SURROGATE.sub("\N{REPLACEMENT CHARACTER}", _LINE_ENDS.sub("\n", text))
    return _JOINERS.sub(_needed_joiner, _UNSEEN.sub("", text))


def _needed_joiner(joiners: re.Match[str]) -> str:
    before = joiners.string[joiners.start() - 1 : joiners.start()]
    needed = not before.isascii() and unicodedata.category(before)[0] in "LMS"
    return joiners[0][0] if needed else ""
