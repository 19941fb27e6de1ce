"""What leads from entry to entry: titles to link to, links on both sides, and what follows another title."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.changes import Change
from amp_desktop.domain.clock import Clock
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.query import Linked, TitledEntry
from amp_desktop.domain.text.links import titles_meant

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

MOST_OFFERED = 8
MOST_SHOWN = 20
"""Linked entries of one side that are shown beside an entry: more than anyone reads there."""


@dataclass(frozen=True)
class Retitled:
    """An entry got another title, and the links to it followed.

    Attributes:
        former: The title that it bore.
        title: The title that it bears.
        changes: The entries in which links followed, and the entry itself.
        followed: In how many entries links followed.
    """

    former: str
    title: str
    changes: tuple[Change, ...]
    followed: int


class JournalLinks:
    """The links of one open journal."""

    def __init__(self, store: "Store", clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def offers(self, typed: str, limit: int = MOST_OFFERED) -> tuple[TitledEntry, ...]:
        """Entries whose titles fit what is typed: those that begin so, then those with a word that does.

        The newest come first; where nothing is typed yet, they alone.
        """
        return self._store.titles_beginning(typed, limit)

    def titled(self, title: str) -> UUID | None:
        """The newest entry outside the bin that a link with this title leads to, or with a part of it."""
        meant = titles_meant(title)
        found = self._store.ids_by_title(list(meant))
        return next((found[one] for one in meant if one in found), None)

    def of(self, entry_id: UUID, limit: int = MOST_SHOWN) -> Linked:
        """The newest entries that this one points to, and that point to it."""
        return self._store.linked(entry_id, limit)

    def follow_title(self, entry_id: UUID, former: str, *, joining: bool = False) -> Retitled | None:
        """Have all links to an entry's former title lead to the one that it bears now, in one transaction.

        Nothing follows while another entry bears the former title. The texts before are kept as versions.

        Args:
            entry_id: The entry.
            former: The title that links have for it.
            joining: Whether links follow also where another entry bears the present title. They lead to both
                then; `would_join` tells beforehand.

        Returns:
            What followed, which `Journal.take_back` undoes; None where nothing did.

        Raises:
            UnknownEntryError: The entry is gone.
        """
        changes = self._store.follow_title(entry_id, former, self._clock(), joining=joining)
        if not changes:
            return None
        itself = self._store.whole().entry(entry_id)
        before = next((before for before, after in changes if after.id == entry_id), itself)
        others = tuple(change for change in changes if change[1].id != entry_id)
        renamed = (replace(before, title=former), itself)
        return Retitled(former, itself.title, (renamed, *others), len(changes))

    def would_join(self, entry_id: UUID, former: str) -> int:
        """In how many entries links to the former title do not follow, since they would join another's.

        Raises:
            UnknownEntryError: The entry is gone.
        """
        return self._store.would_join(entry_id, former)

    def keep_title(self, entry_id: UUID, former: str) -> None:
        """The entry has no title for now: where links lead to its former one, remember it.

        Raises:
            UnknownEntryError: The entry is gone.
        """
        self._store.keep_title(entry_id, former)

    def known_as(self, entry: Entry) -> str:
        """The title by which links know an entry: its own, or while it has none the last one it had."""
        return entry.title or self._store.whole().last_title(entry.id)
