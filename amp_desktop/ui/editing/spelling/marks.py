"""Which words of a line are to be underlined, as far as the dictionary has answered."""

from collections.abc import Callable

from amp_desktop.domain.spelling import SpellingChoices
from amp_desktop.ui.editing.spelling.speller import Speller
from amp_desktop.ui.editing.spelling.splitting import Word, words_of


class SpellMarks:
    """Brings together what a line holds, what the dictionary knows and what the mentee has added to it."""

    def __init__(self, speller: Speller, choices: Callable[[], SpellingChoices]) -> None:
        """Look words up.

        Args:
            speller: The dictionary of the text's language.
            choices: Answers with the mentee's own words as they are now.
        """
        self._speller = speller
        self._choices = choices

    def unknown(self, line: str) -> list[Word]:
        """The words of a line, which is no part of a code block, that nobody knows.

        Words not looked up yet are left out and looked up; `Speller.answered` tells when it is done.
        """
        marked, not_asked = [], []
        choices = self._choices()
        for word in words_of(line):
            spelt = as_spelt(word.text)
            known = self._speller.knows(spelt)
            if known is None:
                not_asked.append(spelt)
            elif not known and not choices.knows(spelt):
                marked.append(word)
        if not_asked:
            self._speller.ask(not_asked)
        return marked


def as_spelt(word: str) -> str:
    """A word as dictionaries have it: with the typewriter's apostrophe, without joiners at its end."""
    return word.replace("’", "'").rstrip("\u200c\u200d")
