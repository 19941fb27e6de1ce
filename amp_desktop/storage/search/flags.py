"""What entries are marked with: in the bin, pinned, on the agenda, shareable, sealed.

A mark is set on hundreds of entries at once, and says nothing of their texts; so it is no part of the full
text, but a column with an index of the entries that are marked so (see `tables.Flag`).
"""

from typing import NamedTuple

from sqlalchemy import Connection, TextClause, text

from amp_desktop.domain.concealment import Concealment
from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.traits import Trait
from amp_desktop.storage.concealment import OPEN_KIND
from amp_desktop.storage.tables import FULL_TEXT, Flag

FLAGS_OF_TRAITS = {Trait.PINNED: Flag.PINNED, Trait.AGENDA: Flag.AGENDA, Trait.SEALED: Flag.SEALED}
"""The traits that are marks."""

FEW = 60
"""So few entries are looked up in the full text one by one, which takes up to 0.15 ms for each. Of more than
these, one comes up soon enough while the full text is walked."""


class Flags(NamedTuple):
    """Which marks are asked for.

    Attributes:
        wanted: Every one of these, the fewest entries likely first.
        unwanted: None of these.
        is_curtained: Only kinds that the inner curtain leaves open.
    """

    wanted: tuple[Flag, ...] = ()
    unwanted: tuple[Flag, ...] = ()
    is_curtained: bool = False

    @classmethod
    def of(cls, query: EntryQuery, concealed: Concealment = Concealment.NOTHING) -> "Flags":
        """The marks that a query asks for, of what is not concealed."""
        wanted = {FLAGS_OF_TRAITS[trait] for trait in query.traits & FLAGS_OF_TRAITS.keys()}
        unwanted = {FLAGS_OF_TRAITS[trait] for trait in query.exclusions.traits & FLAGS_OF_TRAITS.keys()}
        (wanted if query.binned else unwanted).add(Flag.BINNED)
        if query.sharing is not None:
            (wanted if query.sharing is Sharing.SHAREABLE else unwanted).add(Flag.SHAREABLE)
        if concealed >= Concealment.SEALED:
            unwanted.add(Flag.SEALED)
        return cls(_in_order(wanted), _in_order(unwanted), concealed >= Concealment.CURTAIN)


def narrowed(connection: Connection, flags: Flags, days: range) -> tuple[Flags, Flag | None]:
    """The same, without what no entry of these days is marked with, and the mark to begin with if it is rare.

    Mostly the bin is empty, and then nobody needs to look whether what is found lies there.
    """
    unwanted = tuple(flag for flag in flags.unwanted if number(connection, flag, days, most=1))
    wanted = flags.wanted
    few = (flag for flag in wanted if number(connection, flag, days, most=FEW + 1) <= FEW)
    return Flags(wanted, unwanted, flags.is_curtained), next(few, None)


def number(connection: Connection, flag: Flag, days: range, most: int = -1) -> int:
    """How many entries of these days are marked so; counted up to `most` where that is not negative."""
    span = {"first": days.start, "stop": days.stop, "most": most}
    counted: int = connection.execute(_NUMBERS[flag], span).scalar_one()
    return counted


def conditions(flags: Flags, led_by: Flag | None = None) -> list[TextClause]:
    """What holds of the row numbers of the full text that are meant; `led_by` names those to begin with."""
    position = f"{FULL_TEXT}.rowid"
    return [
        *([text(f"{position} IN ({marked(led_by)})")] if led_by else []),
        *(text(_is(flag, position)) for flag in flags.wanted if flag is not led_by),
        *(text(f"NOT {_is(flag, position)}") for flag in flags.unwanted),
        *([text(_OPEN.format(position=position))] if flags.is_curtained else []),
    ]


def marked(flag: Flag, besides: Flags | None = None) -> str:
    """The statement that gives the positions, within the days, of what is marked so, as other marks allow."""
    others = [
        *(_is(other, "entry.position") for other in (besides.wanted if besides else ()) if other is not flag),
        *(f"NOT {_is(other, 'entry.position')}" for other in (besides.unwanted if besides else ())),
    ]
    kind = [OPEN_KIND] if besides is not None and besides.is_curtained else []
    is_meant = " AND ".join([flag, "position >= :first AND position < :stop", *kind, *others])
    return f"SELECT position FROM entry INDEXED BY {flag.index_name} WHERE {is_meant}"  # noqa: S608 - of our own words


def _is(flag: Flag, position: str) -> str:
    index = f"entry AS marked INDEXED BY {flag.index_name}"
    return f"EXISTS (SELECT 1 FROM {index} WHERE {flag} AND marked.position = {position})"  # noqa: S608 - of our own words


_OPEN = f"EXISTS (SELECT 1 FROM entry AS shown WHERE shown.position = {{position}} AND shown.{OPEN_KIND})"  # noqa: S608 - of our own words

_NUMBERS = {
    flag: text(f"SELECT count(*) FROM ({marked(flag)} LIMIT :most)")  # noqa: S608 - of our own words
    for flag in Flag
}


def _in_order(flags: set[Flag]) -> tuple[Flag, ...]:
    return tuple(flag for flag in Flag if flag in flags)
