"""The part of `Store` by which everything is read: as whoever asks may see it."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from copy import copy
from typing import Concatenate, ParamSpec, Self, TypeVar

from sqlalchemy import Connection

from amp_desktop.domain.concealment import Concealment
from amp_desktop.storage import concealment
from amp_desktop.storage.concealment import ConcealmentState
from amp_desktop.storage.engine import Database

P = ParamSpec("P")
T = TypeVar("T")


class ReadingStore:
    """A store and its views, which share the file, and differ in what is concealed from their readers."""

    _database: Database
    _level: ConcealmentState
    _least: Concealment | None = Concealment.NOTHING

    @property
    def concealed(self) -> Concealment:
        """How much is concealed from whoever reads by this store."""
        return Concealment.NOTHING if self._least is None else max(self._least, self._level.value)

    def conceal(self, concealed: Concealment) -> None:
        """Conceal so much from now on, from whoever reads by this store or a view of it but for `whole`."""
        self._level.value = concealed

    def without_sealed(self) -> Self:
        """The same, from which what is sealed is concealed always: for all that leaves, and speaks up."""
        return self._view(Concealment.SEALED)

    def whole(self) -> Self:
        """The same, from which nothing is ever concealed: for what keeps the journal, and shows nothing."""
        return self._view(None)

    def at_once(self) -> AbstractContextManager[None]:
        """One transaction of all that is read and written meanwhile: all of it is written, or nothing.

        It is for what a method of `Journal` does in steps, each of which follows from what the one before
        has left. What it holds up is everyone else's writing, so nothing is waited for in it.
        """
        return self._database.at_once()

    def _view(self, least: Concealment | None) -> Self:
        view = copy(self)
        view._least = least
        return view

    def _read(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        return self._database.read(concealment.reading, self.concealed, work, *args, **kwargs)
