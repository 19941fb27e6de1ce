"""The searches that a mentee keeps, encrypted with all else. What was searched otherwise is never stored."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.search.saved_search import SavedSearch
from amp_desktop.domain.search.search_edit import with_tag_renamed

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
        with self._store.at_once():
            kept = list(self.all())
            place = next((at for at, one in enumerate(kept) if one.key == instead_of.casefold()), len(kept))
            if any(one.key == search.key for at, one in enumerate(kept) if at != place):
                raise InvalidValueError("Another saved search has this name.", "Choose another name.")
            kept[place : place + 1] = [search]
            self._write(kept)

    def remove(self, name: str) -> None:
        """Keep the search of that name no longer; a name that there is not is passed over."""
        with self._store.at_once():
            self._write([one for one in self.all() if one.key != name.casefold()])

    def rename_tag(self, former: str, tag: str) -> None:
        """Have every search ask for a tag by its new name."""
        kept = self.all()
        self.put_back(
            [replace(one, typed=with_tag_renamed(one.typed, former, tag)) for one in kept], instead_of=kept
        )

    def put_back(self, kept: Sequence[SavedSearch], *, instead_of: Sequence[SavedSearch]) -> None:
        """Keep these searches in the place of those; where others are kept by now, leave them be."""
        if tuple(kept) == tuple(instead_of):
            return
        with self._store.at_once():
            if tuple(instead_of) == self.all():
                self._write(list(kept))

    def move(self, name: str, place: int) -> None:
        """Have the search of that name stand at `place`, counted from 0."""
        with self._store.at_once():
            moved = [one for one in self.all() if one.key == name.casefold()]
            others = [one for one in self.all() if one.key != name.casefold()]
            self._write([*others[:place], *moved, *others[place:]])

    def _write(self, kept: list[SavedSearch]) -> None:
        self._store.set_setting(_SETTING, [one.to_json() for one in kept])
