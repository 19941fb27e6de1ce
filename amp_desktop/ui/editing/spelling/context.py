"""How it stands with the spelling of an entry: in which language it is checked, or why it is not."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from importlib.util import find_spec

from PySide6.QtCore import QCoreApplication, QLocale

from amp_desktop.domain.spelling import SpellingChoices
from amp_desktop.ui.editing.spelling.dictionaries import (
    Dictionary,
    best_dictionary,
    installed_dictionaries,
)
from amp_desktop.ui.editing.spelling.languages import guess_language


class SpellingState(Enum):
    """Why spelling is checked, or why not."""

    CHECKED = auto()
    OFF = auto()
    NOT_THIS_ENTRY = auto()
    LANGUAGE_UNKNOWN = auto()
    NO_DICTIONARY = auto()
    NO_CHECKER = auto()


@dataclass(frozen=True)
class SpellingContext:
    """How it stands with one entry.

    Attributes:
        why: Whether it is checked, and why not.
        language: The code of its language, or an empty string.
        dictionary: What words are looked up in, where they are.
        chosen: Whether the language was chosen and not guessed.
    """

    why: SpellingState
    language: str = ""
    dictionary: Dictionary | None = None
    chosen: bool = False

    def words(self) -> str:
        """The same in two or three words; an empty string where there is nothing that one could do."""
        match self.why:
            case SpellingState.CHECKED:
                return language_name(self.language)
            case SpellingState.NO_DICTIONARY:
                return _tr("{language}: no dictionary").format(language=language_name(self.language))
            case SpellingState.NO_CHECKER:
                return ""
            case SpellingState.LANGUAGE_UNKNOWN:
                return _tr("Spelling")
            case _:
                return _tr("Spelling off")

    def sentence(self) -> str:
        """What a person reads about it."""
        name = language_name(self.language)
        match self.why:
            case SpellingState.CHECKED:
                return _tr("Spelling is checked in {language}.").format(language=name)
            case SpellingState.OFF:
                return _tr("Spelling is not checked.")
            case SpellingState.NOT_THIS_ENTRY:
                return _tr("Spelling is not checked in this entry.")
            case SpellingState.LANGUAGE_UNKNOWN:
                return _tr("Spelling will be checked once the language is clear.")
            case SpellingState.NO_DICTIONARY:
                sentence = _tr(
                    "This computer has no dictionary for {language}. The settings say how to get one."
                )
                return sentence.format(language=name)
            case SpellingState.NO_CHECKER:
                return _tr("There is no spell checker for this kind of system.")


def standing_of(choices: SpellingChoices, entry: str, text: str) -> SpellingContext:
    """How it stands with an entry.

    Args:
        choices: What the mentee chose.
        entry: Its id.
        text: What is in it; its beginning is enough.
    """
    if not choices.is_on:
        return SpellingContext(SpellingState.OFF)
    if not has_checker():
        return SpellingContext(SpellingState.NO_CHECKER)
    chosen = choices.languages.get(entry)
    if chosen == "":
        return SpellingContext(SpellingState.NOT_THIS_ENTRY, chosen=True)
    language = chosen or guess_language(text)
    if not language:
        return SpellingContext(SpellingState.LANGUAGE_UNKNOWN)
    region = QLocale.system().name().partition("_")[2]
    dictionary = best_dictionary(language, dictionaries(), region)
    why = SpellingState.CHECKED if dictionary is not None else SpellingState.NO_DICTIONARY
    return SpellingContext(why, language, dictionary, chosen is not None)


@cache
def dictionaries() -> tuple[Dictionary, ...]:
    """Every dictionary of this computer, looked for once."""
    return installed_dictionaries()


@cache
def has_checker() -> bool:
    """Whether Hunspell came with this build."""
    return find_spec("hunspell") is not None


def languages() -> list[str]:
    """The codes of the languages that there is a dictionary for, in the order of their names."""
    return sorted({one.language for one in dictionaries()}, key=language_name)


def language_name(language: str) -> str:
    """A language's name as those who speak it write it, such as "Deutsch"."""
    if language == "en":  # Qt says "American English" where the country is not named
        return "English"
    name = QLocale(language).nativeLanguageName() if language else ""
    return name[:1].upper() + name[1:] if name else language


def _tr(sentence: str) -> str:
    return QCoreApplication.translate("SpellingContext", sentence)
