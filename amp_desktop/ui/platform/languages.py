"""The language of the window: it decides the words, their direction, and how dates in them read."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

LANGUAGE = QLocale.Language.English
"""The one language that the window speaks so far."""

_ITS_HOME = QLocale.Country.UnitedKingdom


def locale_of(language: QLocale.Language, system: QLocale) -> QLocale:
    """How the window writes days and times when it speaks `language` on a computer set up as `system`.

    Where the computer speaks it too, as the computer does. Where it speaks another one, as in the same
    country if there is such a custom, else as in the language's home: a window in English never says an
    Arabic month, nor counts its days in other figures than its words do.
    """
    if system.language() in (language, QLocale.Language.C):
        return system
    here = QLocale(language, system.territory())
    return here if here.territory() == system.territory() else QLocale(language, _ITS_HOME)


def speak(app: QApplication) -> None:
    """Have the whole window speak its language, from before its first widget on."""
    locale = locale_of(LANGUAGE, QLocale.system())
    QLocale.setDefault(locale)
    app.setLayoutDirection(locale.textDirection())
