"""Days as the window writes them."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate


def short_day(day: date, now: date) -> str:
    """The day as a list shows it: "Wed 22 Jul", with the year when it is another one."""
    shown = QDate(day.year, day.month, day.day)
    same_year = day.year == now.year
    return QLocale().toString(
        shown, translate("EntryRow", "ddd d MMM") if same_year else translate("EntryRow", "d MMM yyyy")
    )


def long_day(day: date) -> str:
    """The day in full: "Wednesday 22 July 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("EntryRow", "dddd d MMMM yyyy"))


def day_in_words(day: date, now: date | None = None) -> str:
    """The day within a sentence: "22 July", with the year when `now` is in another one."""
    shown = QDate(day.year, day.month, day.day)
    same_year = now is None or day.year == now.year
    words = translate("EntryRow", "d MMMM") if same_year else translate("EntryRow", "d MMMM yyyy")
    return QLocale().toString(shown, words)


def brief_day(day: date, now: date) -> str:
    """The day in as few words as can be: "22 Jul", with the year when it is another one."""
    shown = QDate(day.year, day.month, day.day)
    words = translate("EntryRow", "d MMM") if day.year == now.year else translate("EntryRow", "d MMM yyyy")
    return QLocale().toString(shown, words)


def medium_day(day: date) -> str:
    """The day within a sentence: "22 Jul 2026"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), translate("EntryRow", "d MMM yyyy"))


def since_words(words: str, since: date | None) -> str:
    """Words, and since when they hold where that is known: "Achieved since 22 Jul 2026"."""
    if since is None:
        return words
    return translate("EntryRow", "{words} since {day}").format(words=words, day=medium_day(since))
