"""Which language a text is in, guessed from its letters and its smallest words. No Qt, no network, no model.

Every text of a language is full of the same small words (`resources/spelling/small-words.txt`); those that
two languages share count for both, so that what tells is the sum.
"""

import re
from collections import Counter
from functools import cache

from amp_desktop.domain.attachment import in_words
from amp_desktop.places import resource
from amp_desktop.ui.editing.spelling.splitting import prose_of

LOOKED_AT = 6_000
"""Characters that are enough to know; a long entry is judged by its beginning."""
FEWEST_WORDS = 3
"""So many small words must be seen in a text of Latin letters before it is judged."""

_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]")),
    ("zh", re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("te", re.compile("[\u0c00-\u0c7f]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
)
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
_ARABIC_LETTERS = (("ur", "ٹڈڑںےہھ"), ("fa", "پچژگی"))
_CYRILLIC_LETTERS = (("uk", "іїєґ"), ("sr", "јљњђћџ"), ("bg", "ъ"))


def guess_language(text: str) -> str:
    """The code of the language that a text is most likely in; an empty string where nothing tells."""
    beginning = prose_of(in_words(text[: 2 * LOOKED_AT]))[:LOOKED_AT].casefold()
    script = _script_of(beginning)
    if script != "latin":
        return script
    return _by_small_words(beginning)


def _script_of(text: str) -> str:
    """The language that the most frequent script stands for, "latin", or an empty string."""
    # Foreign names and addresses stand in every text, so that a letter of Latin counts half.
    counts = {"latin": len(_LATIN.findall(text))}
    counts |= {language: 2 * len(script.findall(text)) for language, script in _SCRIPTS}
    if counts["ja"]:  # Japanese is written with the signs of Chinese among its own
        counts["ja"] += counts.pop("zh")
    most = max(counts, key=lambda language: counts[language])
    if not counts[most]:
        return ""
    if most == "ar":
        return _told_by_letters(text, _ARABIC_LETTERS, most)
    return _told_by_letters(text, _CYRILLIC_LETTERS, most) if most == "ru" else most


def _told_by_letters(text: str, letters: tuple[tuple[str, str], ...], else_: str) -> str:
    """The first language that has at least two in a hundred of its own letters in the text."""
    for language, own in letters:
        if 50 * sum(text.count(letter) for letter in own) >= len(text) > 0:
            return language
    return else_


def _by_small_words(text: str) -> str:
    languages_of = _languages_of_words()
    scores: Counter[str] = Counter()
    seen = 0
    for word in _WORD.findall(text):
        languages = languages_of.get(word, ())
        seen += bool(languages)
        for language in languages:
            scores[language] += 12 // len(languages)
    if seen < FEWEST_WORDS:
        return ""
    return max(scores, key=lambda language: scores[language])


@cache
def _languages_of_words() -> dict[str, list[str]]:
    """Each small word with the languages that have it."""
    languages: dict[str, list[str]] = {}
    for line in resource("spelling", "small-words.txt").read_text("utf-8").splitlines():
        language, colon, words = line.partition(": ")
        for word in words.split() if colon and len(language) == 2 else ():
            languages.setdefault(word, []).append(language)
    return languages
