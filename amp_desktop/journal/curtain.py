"""The inner curtain of an open journal: what is covered while the rest stays open. It is no encryption."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from amp_desktop.domain.concealment import Concealment
from amp_desktop.domain.errors import NotSavedError

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_SETTING = "curtain is down"


class JournalCurtain:
    """How much of the journal this process sees.

    It holds for all that is read of the journal by this process: lists, searches, counts, titles, tags,
    links, the share log. What keeps the journal (backups, the full export, imports, the check) sees all of
    it, and what writes does. Another process, such as a terminal, knows nothing of it.
    """

    def __init__(self, store: "Store") -> None:
        self._store = store

    @property
    def is_down(self) -> bool:
        """Whether care and sealed entries are covered."""
        return self._store.concealed is Concealment.CURTAIN

    def drop(self) -> None:
        """Cover care and sealed entries from now on, after the next unlocking too."""
        self._store.conceal(Concealment.CURTAIN)
        self._remember(is_down=True)

    def lift(self) -> None:
        """Cover nothing any more."""
        self._store.conceal(Concealment.NOTHING)
        self._remember(is_down=False)

    def take_up(self, *, down: bool) -> None:
        """After unlocking: be as it was left, or down where that is wanted each time."""
        self._store.conceal(
            Concealment.CURTAIN if down or self._store.setting(_SETTING) is True else Concealment.NOTHING
        )

    def _remember(self, *, is_down: bool) -> None:
        """Note how it is left. What cannot be written stops no curtain."""
        with suppress(NotSavedError):
            if (self._store.setting(_SETTING) is True) is not is_down:
                self._store.set_setting(_SETTING, is_down)

    def show_all(self) -> None:
        """Conceal nothing from whoever reads in a terminal."""
        self._store.conceal(Concealment.NOTHING)

    def leave_out_sealed(self) -> None:
        """Conceal what is sealed alone, as from whoever reads in a terminal and did not ask for it."""
        self._store.conceal(Concealment.SEALED)

    @contextmanager
    def unasked(self) -> Iterator[None]:
        """Conceal what is sealed, at least, within the block: for what speaks up unasked."""
        before = self._store.concealed
        self._store.conceal(max(before, Concealment.SEALED))
        try:
            yield
        finally:
            self._store.conceal(before)
