"""What several commands take from the command line in the same way."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, TypeVar

import click

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.fields import parse_kind
from amp_desktop.domain.query import EntryQuery

_F = TypeVar("_F", bound=Callable[..., Any])


def day(text: str | None) -> date | None:
    """The date that was typed.

    Raises:
        InvalidValueError: It is no date.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidValueError(f"“{text}” is not a date.", "Write one such as 2026-07-22.") from None


def filters(command: _F) -> _F:
    """The options that say which entries are meant; `query` makes an `EntryQuery` of them."""
    for option in (
        click.option("--until", metavar="DAY", help="The latest day, such as 2026-07-22."),
        click.option("--since", metavar="DAY", help="The earliest day."),
        click.option(
            "--status", "statuses", multiple=True, help="Only with this status, such as open or active."
        ),
        click.option("--tag", "tags", multiple=True, help="Only with this tag; may be given several times."),
        click.option(
            "--kind", "kinds", multiple=True, help=", ".join(Kind) + "; may be given several times."
        ),
    ):
        command = option(command)
    return command


def query(
    kinds: Sequence[str], tags: Sequence[str], statuses: Sequence[str], since: str | None, until: str | None
) -> EntryQuery:
    """The query that the options of `filters` stand for.

    Raises:
        InvalidValueError: A kind, status or date is unknown.
    """
    return EntryQuery(
        kinds=frozenset(map(parse_kind, kinds)),
        tags=tuple(tags),
        states=frozenset(map(_status, statuses)),
        since=day(since),
        until=day(until),
    )


def _status(text: str) -> str:
    from amp_desktop.domain.kinds.challenge import ChallengeStatus
    from amp_desktop.domain.kinds.goal import GoalStatus

    known = [*GoalStatus, *ChallengeStatus]
    wanted = text.strip().lower().replace("-", " ").replace("_", " ")
    if wanted not in known:
        raise InvalidValueError(f"There is no status “{text}”.", "It can be " + ", ".join(known) + ".")
    return wanted
