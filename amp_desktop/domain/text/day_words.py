"""Days in plain English words, for the texts that the program itself writes."""

from datetime import date

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_text(day: date) -> str:
    """A day in words, such as "14 August 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def short_day_text(day: date) -> str:
    """A day in few words, such as "14 Aug"."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def weekday_text(day: date) -> str:
    """The name of a day of the week, such as "Friday"."""
    return WEEKDAYS[day.weekday()]
