"""What takes back what was done on the page; each answers with what does it again, or False if it failed."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias
from uuid import UUID

from amp_desktop.domain.changes import Change
from amp_desktop.ui.session import Session

Tries: TypeAlias = Callable[[Callable[[], object]], bool]
"""Writes, and says so where that could not be done."""

Back: TypeAlias = Callable[[], object]
"""As `UndoOffer` remembers it."""


class TakingBack:
    """Makes what takes back a change. All is named by ids, so that it holds after midnight as well."""

    def __init__(self, session: Session, tries: Tries) -> None:
        self._session = session
        self._tries = tries

    def changed(self, changes: Sequence[Change]) -> Back:
        """Takes back changes, where nothing was written over them since."""
        return partial(self._take_back, tuple(changes))

    def made(self, entry_id: UUID) -> Back:
        """Puts what was made into the bin."""
        return partial(self._bin, entry_id)

    def binned(self, entry_id: UUID) -> Back:
        """Brings back what was put into the bin."""
        return partial(self._take_out, entry_id)

    def several(self, *backs: Back) -> Back:
        """All of these, in this order; each may be tried once more without harm."""
        return partial(self._do_all, backs)

    def _take_back(self, changes: tuple[Change, ...]) -> object:
        undone: list[Change] = []

        def take_back() -> None:
            undone.extend(self._session.take_back(changes))

        return self.changed(undone) if self._tries(take_back) else False

    def _bin(self, entry_id: UUID) -> object:
        done = self._tries(partial(self._session.put_in_bin, [entry_id]))
        return self.binned(entry_id) if done else False

    def _take_out(self, entry_id: UUID) -> object:
        done = self._tries(partial(self._session.take_from_bin, [entry_id]))
        return self.made(entry_id) if done else False

    def _do_all(self, backs: tuple[Back, ...]) -> object:
        agains: list[Back] = []
        for back in backs:
            again = back()
            if not callable(again):
                return False
            agains.insert(0, again)
        return self.several(*agains)
