"""Which states of entries this process wrote: all others are another writer's, and are never dropped."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.versions import contents

if TYPE_CHECKING:
    from uuid import UUID

MOST = 2000
"""So many entries are remembered, the last written: twice as many as are changed at once. To have
forgotten one costs a version that need not have been kept, and never one that is missed."""


class OwnStates:
    """The contents that this process wrote last, as hashes, so that no text stays in memory for it."""

    def __init__(self) -> None:
        self._written: OrderedDict[UUID, int] = OrderedDict()

    def add(self, entry: Entry) -> None:
        """The entry was written here, and said something else before."""
        self._written[entry.id] = hash(contents(entry))
        self._written.move_to_end(entry.id)
        while len(self._written) > MOST:
            self._written.popitem(last=False)

    def hold(self, entry: Entry) -> bool:
        """Whether the entry, as it stands in the journal, was written here."""
        return self._written.get(entry.id) == hash(contents(entry))
