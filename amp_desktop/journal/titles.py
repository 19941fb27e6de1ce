"""The entries of an open journal by a few letters of their titles."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.query import TitledEntry

if TYPE_CHECKING:
    from amp_desktop.storage.search.title_index import TitleIndex
    from amp_desktop.storage.store import Store

MOST_FOUND = 20
_AT_ONCE = 2_000


class JournalTitles:
    """Finds entries as a few letters are typed.

    Beginnings of titles and of words are asked of the full text, at any time. Letters that only stand in a
    title in order are found once `gather` has read all titles, which nobody pays for who never asks.
    """

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._title_index: TitleIndex | None = None

    def find(self, typed: str, limit: int = MOST_FOUND) -> tuple[TitledEntry, ...]:
        """Entries outside the bin that fit what is typed, at most `limit`, the best first.

        First titles that begin so, then those in which every word typed begins a word, then those that hold
        the letters in order; each the newest first. Nothing typed finds nothing.
        """
        from amp_desktop.storage.search.fold import folded_words

        if not folded_words(typed):
            return ()
        found = self._store.titles_beginning(typed, limit, each=True)
        if self._title_index is None or len(found) == limit:
            return found
        known = {one.id for one in found}
        others = [id_ for id_ in self._title_index.find(typed, limit) if id_ not in known]
        return found + self._store.titled(others[: limit - len(found)])

    def named(self, ids: tuple[UUID, ...]) -> tuple[TitledEntry, ...]:
        """Those of these entries that have a title and are not in the bin, in this order."""
        return self._store.titled(ids)

    def gather(self, progress: Progress = unheard) -> None:
        """Read all titles, so that letters in order are found too; takes two seconds for 100,000 entries.

        Raises:
            CancelledError: `progress` called it off.
        """
        from amp_desktop.storage.search.title_index import TitleIndex

        self._title_index = TitleIndex(self._read(progress))

    def note(self, entry_id: UUID, title: str) -> None:
        """Hear that an entry bears this title now."""
        if self._title_index is not None:
            self._title_index.note(entry_id, title)

    def let_go(self) -> None:
        """Forget what was gathered."""
        self._title_index = None

    def _read(self, progress: Progress) -> Iterator[tuple[UUID, str]]:
        for done, titled in enumerate(self._store.titles()):
            if done % _AT_ONCE == 0:
                progress(done, done + 1)
            yield titled
