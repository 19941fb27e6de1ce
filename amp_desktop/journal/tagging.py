"""Other names for tags, in every entry that bears them."""

from itertools import islice
from typing import TYPE_CHECKING

from amp_desktop.domain.changes import Change
from amp_desktop.domain.clock import Clock
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.text.entry_tags import new_name
from amp_desktop.domain.text.tags import clean_tag
from amp_desktop.journal.searches import JournalSearches

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store


MOST_OFFERED = 8


class JournalTagging:
    """The tags of one open journal, those given to entries and those in their texts alike.

    Each method is one transaction, keeps the texts before as versions, and answers with what became of the
    entries, which `Journal.take_back` undoes. The bin counts.
    """

    def __init__(self, store: "Store", searches: JournalSearches, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        self._searches = searches
        self._counted: tuple[object, tuple[str, ...]] = (None, ())

    def offers(self, typed: str, limit: int = MOST_OFFERED) -> tuple[str, ...]:
        """Tags that begin as what is typed, but for that itself, the one used most first.

        TitleIndex are compared as the search compares them.
        """
        from amp_desktop.storage.search.fold import folded

        begun = folded(clean_tag(typed)).rstrip()
        fitting = (tag for tag in self._by_use() if folded(tag).startswith(begun))
        return tuple(islice((tag for tag in fitting if tag.casefold() != typed.casefold()), limit))

    def _by_use(self) -> tuple[str, ...]:
        """All tags, the one used most first; counted once between two changes of what there is to see."""
        state = (self._store.commits(), self._store.concealed)
        if state != self._counted[0]:
            counted = sorted(self._store.tags(), key=lambda one: -one.entries)
            self._counted = (state, tuple(one.tag for one in counted))
        return self._counted[1]

    def rename(self, former: str, tag: str, progress: Progress = unheard) -> tuple[Change, ...]:
        """Call a tag otherwise; where there is one of the new name already, the two become one.

        Saved searches for it ask for it by its new name afterwards.

        Raises:
            InvalidValueError: The new name cannot be written in a text.
            CancelledError: `progress` called it off; nothing has changed.
        """
        name = new_name(tag)
        with self._store.at_once():
            changes = self._store.rename_tag(clean_tag(former), name, self._clock(), progress)
            if changes:
                self._searches.rename_tag(clean_tag(former), name)
            return changes

    def remove(self, tag: str, progress: Progress = unheard) -> tuple[Change, ...]:
        """Take a tag away; in a text it stays as a word, without its sign.

        Raises:
            CancelledError: `progress` called it off; nothing has changed.
        """
        return self._store.rename_tag(clean_tag(tag), "", self._clock(), progress)
