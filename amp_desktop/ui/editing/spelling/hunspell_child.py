"""Asks Hunspell, as a program of its own.

Reading a dictionary takes it a third of a second, and guessing what was meant as long: in the program itself
no key would be served meanwhile. And a broken dictionary may end it.

Each request is a line of JSON on standard input and is answered by one on standard output; nothing is
written anywhere else. It ends with its input. Run by `speller`, and by nobody else.
"""

import json
import sys
from typing import Any, TypedDict

from amp_desktop.private_process import keep_private
from amp_desktop.ui.editing.spelling.british import DICTIONARY, american_forms

MOST_SUGGESTIONS = 6


class SpellingRequest(TypedDict, total=False):
    """What is asked.

    Attributes:
        number: Comes back with the answer.
        folder: Where a dictionary is to be read from, and
        name: how it is called.
        words: Which of these does it know?
        suggest: What could have been meant by this one?
    """

    number: int
    folder: str
    name: str
    words: list[str]
    suggest: str


class SpellingAnswer(TypedDict, total=False):
    """What came of it.

    Attributes:
        number: The request's.
        ready: Whether a dictionary was read.
        unknown: The words that it does not know.
        suggestions: What could have been meant, the likeliest first.
    """

    number: int
    ready: bool
    unknown: list[str]
    suggestions: list[str]


def answer(request: SpellingRequest, dictionary: Any) -> tuple[SpellingAnswer, Any]:
    """Do what is asked, and answer with the dictionary that holds from now on."""
    made = SpellingAnswer(number=request["number"])
    if "name" in request:
        dictionary = _read(request["folder"], request["name"])
        made["ready"] = dictionary is not None
    if "words" in request:
        made["unknown"] = [word for word in request["words"] if not _knows(dictionary, word)]
    if "suggest" in request:
        made["suggestions"] = _suggestions(dictionary, request["suggest"])
    return made, dictionary


def _read(folder: str, name: str) -> Any:
    try:
        from hunspell import Hunspell  # not on every system

        return Hunspell(name, hunspell_data_dir=folder)
    except (ImportError, OSError, ValueError):
        return None


def _knows(dictionary: Any, word: str) -> bool:
    if dictionary is None:
        return True
    try:
        if dictionary.spell(word):
            return True
        is_american = dictionary.lang == DICTIONARY
        return is_american and any(map(dictionary.spell, american_forms(word)))
    except ValueError:  # a letter that the dictionary's character set does not have
        return True


def _suggestions(dictionary: Any, word: str) -> list[str]:
    try:
        return [] if dictionary is None else list(dictionary.suggest(word))[:MOST_SUGGESTIONS]
    except ValueError:
        return []


def main() -> None:
    """Answer until the input ends."""
    keep_private()
    dictionary: Any = None
    for line in sys.stdin:
        made, dictionary = answer(json.loads(line), dictionary)
        sys.stdout.write(json.dumps(made) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
