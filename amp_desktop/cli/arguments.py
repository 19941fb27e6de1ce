"""What several commands take from the command line in the same way."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, TypeVar

import click

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.registry import ENTRY_TYPES, parse_kind
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.search.search_days import DAY_WORDS
from amp_desktop.files import typed_path
from amp_desktop.journal import Journal

_F = TypeVar("_F", bound=Callable[..., Any])


class PathArgument(click.Path):
    """A path, with `~` for the home folder wherever a shell leaves that to us (see `typed_path`).

    Bytes that are no text are refused where a database is to come to be: SQLite cannot name it then.
    """

    def __init__(self, *, file_okay: bool = True, dir_okay: bool = True, for_database: bool = False) -> None:
        super().__init__(path_type=Path, file_okay=file_okay, dir_okay=dir_okay)
        self._for_database = for_database

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """As `click.Path`."""
        if self._for_database:
            require_text(value)
        return super().convert(typed_path(str(value)), param, ctx)


def require_text(folder: Path | str) -> None:
    """Look whether a folder's name is text.

    Raises:
        InvalidValueError: It is not.
    """
    if not _is_text(str(folder)):
        raise InvalidValueError("The name of this folder is not text in UTF-8.", "Choose another folder.")


class _Words(click.ParamType[str]):
    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002
        text = str(value)
        if not _is_text(text):
            raise InvalidValueError(
                "One of the words is not text in UTF-8.", "Type it in a terminal whose locale is UTF-8."
            )
        return text


def _is_text(text: str) -> bool:
    """Whether a word of the command line was UTF-8; what was not stands in it as halves of characters."""
    return not any("\ud800" <= character <= "\udfff" for character in text)


WORDS = _Words()
"""Text. Bytes that are none are refused; a path may hold them."""

FILE = click.UNPROCESSED
"""The path of a file, as it was typed, or “-”."""


def refuse_what_is_no_text(command: click.Command) -> click.Command:
    """Have each word that a command takes be `WORDS`, unless it says that it is something else."""
    for parameter in command.params:
        if parameter.type is click.STRING:
            parameter.type = WORDS
    for part in command.commands.values() if isinstance(command, click.Group) else ():
        refuse_what_is_no_text(part)
    return command


@dataclass(frozen=True)
class TypedDay:
    """A day as it was typed: which one “today” is only the open journal can tell.

    Attributes:
        day: The day, or None for one counted back from today.
        back: How many days before today.
    """

    day: date | None = None
    back: int = 0

    def seen_from(self, today: date) -> date:
        """The day that is meant, by the day it is."""
        return self.day or today - timedelta(days=self.back)


class _Day(click.ParamType[TypedDay]):
    name = "day"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> TypedDay:
        text = WORDS.convert(value, param, ctx).strip()
        if text.lower() in DAY_WORDS:
            return TypedDay(back=DAY_WORDS.index(text.lower()))
        try:
            return TypedDay(date.fromisoformat(text))
        except ValueError:
            raise InvalidValueError(
                f"“{text}” is not a date.", "Write one such as 2026-07-22, today or yesterday."
            ) from None


DAY = _Day()
"""A day: a date, or one of the words for days that the search takes too."""


def day_meant(typed: TypedDay | None, journal: Journal) -> date | None:
    """The day that was typed, where any was, by the day it is in the journal."""
    return None if typed is None else typed.seen_from(journal.today())


def filters(command: _F) -> _F:
    """The options that say which entries are meant; `query` makes an `EntryQuery` of them."""
    for option in (
        click.option(
            "--until", type=DAY, metavar="DAY", help="The latest day, such as 2026-07-22 or yesterday."
        ),
        click.option("--since", type=DAY, metavar="DAY", help="The earliest day."),
        click.option(
            "--status", "statuses", multiple=True, help="Only with this status, such as open or active."
        ),
        click.option("--tag", "tags", multiple=True, help="Only with this tag; may be given several times."),
        click.option(
            "--kind", "kinds", multiple=True, help=", ".join(ENTRY_TYPES) + "; may be given several times."
        ),
    ):
        command = option(command)
    return command


def query(kinds: Sequence[str], tags: Sequence[str], statuses: Sequence[str]) -> EntryQuery:
    """The query that the options of `filters` stand for; its days are added by `between`.

    Raises:
        InvalidValueError: A kind or status is unknown.
    """
    return EntryQuery(
        kinds=frozenset(map(parse_kind, kinds)),
        tags=tuple(tags),
        states=frozenset(map(_status, statuses)),
    )


def between(
    query: EntryQuery, since: TypedDay | None, until: TypedDay | None, journal: Journal
) -> EntryQuery:
    """The query within the days that were typed."""
    return replace(query, since=day_meant(since, journal), until=day_meant(until, journal))


def _status(text: str) -> str:
    from amp_desktop.domain.kinds.registry import all_states

    known = all_states()
    wanted = text.strip().lower().replace("-", " ").replace("_", " ")
    if wanted not in known:
        raise InvalidValueError(f"There is no status “{text}”.", "It can be " + ", ".join(known) + ".")
    return wanted
