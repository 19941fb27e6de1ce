"""The filters of the search that ask for days: `on:2026-08-01`, `since:2026-08`, `before:today`."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.search.search_problems import NotUnderstoodError, close_to

DAY_WORDS = ("today", "yesterday")
DAY_FILTERS = ("on", "since", "until", "before", "after")

_DAY = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_BEGINNING = re.compile(r"\d{0,4}|\d{4}-|\d{4}-\d{1,2}-")


def asks_for_today(typed: str) -> bool:
    """Whether it matters to a typed search which day it is."""
    return any(word in typed.lower() for word in DAY_WORDS)


def narrowed_to_days(query: EntryQuery, name: str, value: str, today: date) -> EntryQuery:
    """What `query` asks for, within the days of the filter.

    A month or a year means all of its days: `before:2026-08` ends with July, `after:2026-08` begins with
    September.

    Args:
        query: What was asked for before.
        name: One of `DAY_FILTERS`.
        value: A day, a month, a year or one of `DAY_WORDS`, as it was typed.
        today: The day it is.

    Raises:
        NotUnderstoodError: The value is nothing of that.
    """
    first, last = _span(name, value, today)
    return _NARROWED[name](query, first, last)


def _span(name: str, value: str, today: date) -> tuple[date, date]:
    """The first and the last day that are meant."""
    word = value.lower()
    if word in DAY_WORDS:
        day = today - timedelta(days=DAY_WORDS.index(word))
        return day, day
    written = _DAY.fullmatch(value)
    try:
        if written:
            return _days(*(int(part) if part else 0 for part in written.groups()))
    except ValueError:
        pass  # there is no 30 February
    close = close_to(word, DAY_WORDS)
    sentence = f"“{value}” is no day." if value else "Which day?"
    raise NotUnderstoodError(
        sentence,
        "Write 2026-08-01, 2026-08, today or yesterday.",
        f"{name}:{close}" if close else "",
        is_unfinished=bool(_BEGINNING.fullmatch(value)) or any(day.startswith(word) for day in DAY_WORDS),
    )


def _days(year: int, month: int, day: int) -> tuple[date, date]:
    if day:
        return date(year, month, day), date(year, month, day)
    if month:
        return date(year, month, 1), _last_of_month(year, month)
    return date(year, 1, 1), date(year, 12, 31)


def _last_of_month(year: int, month: int) -> date:
    return date(year, 12, 31) if month == 12 else date(year, month + 1, 1) - timedelta(days=1)


def _on(query: EntryQuery, first: date, last: date) -> EntryQuery:
    return _until(_since(query, first, last), first, last)


def _since(query: EntryQuery, first: date, _: date) -> EntryQuery:
    return replace(query, since=max(query.since or first, first))


def _until(query: EntryQuery, _: date, last: date) -> EntryQuery:
    return replace(query, until=min(query.until or last, last))


def _before(query: EntryQuery, first: date, _: date) -> EntryQuery:
    return _until(query, first, _next_to(first, -1))


def _after(query: EntryQuery, _: date, last: date) -> EntryQuery:
    return _since(query, _next_to(last, 1), last)


def _next_to(day: date, step: int) -> date:
    try:
        return day + timedelta(days=step)
    except OverflowError:
        raise NotUnderstoodError("There are no days beyond this one.") from None


_NARROWED: dict[str, Callable[[EntryQuery, date, date], EntryQuery]] = {
    "on": _on,
    "since": _since,
    "until": _until,
    "before": _before,
    "after": _after,
}
