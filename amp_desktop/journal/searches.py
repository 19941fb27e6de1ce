"""The searches that a mentee keeps, encrypted with all else. What was searched otherwise is never stored."""

from typing import TYPE_CHECKING

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.saved_search import SavedSearch

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_SETTING = "saved-searches"


class JournalSearches:
    """The saved searches of one journal, in the order in which they were kept."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def all(self) -> tuple[SavedSearch, ...]:
        """Every saved search."""
        return SavedSearch.all_from_json(self._store.setting(_SETTING))

    def save(self, search: SavedSearch, *, instead_of: str = "") -> None:
        """Keep a search.

        Args:
            search: What to keep.
            instead_of: The name of the one that it takes the place of; nothing for a new one.

        Raises:
            InvalidValueError: Another one has its name already.
        """
        kept = list(self.all())
        place = next((at for at, one in enumerate(kept) if one.key == instead_of.casefold()), len(kept))
        if any(one.key == search.key for at, one in enumerate(kept) if at != place):
            raise InvalidValueError("Another saved search has this name.", "Choose another name.")
        kept[place : place + 1] = [search]
        self._write(kept)

    def remove(self, name: str) -> None:
        """Keep the search of that name no longer; a name that there is not is passed over."""
        self._write([one for one in self.all() if one.key != name.casefold()])

    def move(self, name: str, place: int) -> None:
        """Have the search of that name stand at `place`, counted from 0."""
        moved = [one for one in self.all() if one.key == name.casefold()]
        others = [one for one in self.all() if one.key != name.casefold()]
        self._write([*others[:place], *moved, *others[place:]])

    def _write(self, kept: list[SavedSearch]) -> None:
        self._store.set_setting(_SETTING, [one.to_json() for one in kept])
