"""Titles by letters that stand in them in order: what no index of words answers.

It is held in memory, and made when it is first wanted: about nine megabytes for 100,000 entries.
"""

from collections.abc import Iterable, Iterator
from uuid import UUID

from amp_desktop.domain.text.nearness import FEWEST_SCATTERED, scattered
from amp_desktop.storage.search.fold import folded, folded_words

MOST_LOOKED_AT = 5_000
"""Of the titles that hold all the letters, so many, the newest, are looked at for their order. More would
take longer than may pass between two letters typed."""

_ID_LENGTH = 16


class TitleIndex:
    """The titles of a journal as they were when this was made, and those noted since."""

    def __init__(self, titled: Iterable[tuple[UUID, str]]) -> None:
        """Take in ids and titles one by one, the oldest first, as the store gives them."""
        ids = bytearray()
        self._names: list[str] = []
        for id_, title in titled:
            ids += id_.bytes
            self._names.append(_folded(title))
        self._names.reverse()
        self._ids = bytes(ids)
        self._holding: dict[str, int] = {}
        self._noted: dict[UUID, str] = {}

    def note(self, id_: UUID, title: str) -> None:
        """Hear that an entry bears this title now."""
        self._noted.pop(id_, None)
        self._noted[id_] = _folded(title)

    def find(self, typed: str, limit: int) -> list[UUID]:
        """Entries whose titles hold the letters in order, close together: those noted last, then the newest.

        Fewer letters than three find nothing: they stand in nearly every title.
        """
        letters = folded(typed).replace(" ", "")
        if len(letters) < FEWEST_SCATTERED:
            return []
        fits = scattered(letters).search
        lately = [id_ for id_, name in reversed(self._noted.items()) if fits(name)]
        found = lately[:limit]
        for at in self._with_all(letters):
            if len(found) >= limit:
                break
            if fits(self._names[at]) and (id_ := self._id(at)) not in self._noted:
                found.append(id_)
        return found

    def _with_all(self, letters: str) -> Iterator[int]:
        """The places of titles that hold all these letters, the newest first."""
        held = self._held(letters[0])
        for letter in set(letters[1:]):
            held &= self._held(letter)
        flags = held.to_bytes(len(self._names), "little")
        at = flags.find(1)
        for _ in range(MOST_LOOKED_AT):
            if at < 0:
                return
            yield at
            at = flags.find(1, at + 1)

    def _held(self, letter: str) -> int:
        """Which titles hold a letter: a byte for each, all in one number, so that two are joined at once."""
        if letter not in self._holding:
            flags = bytes([letter in name for name in self._names])
            self._holding[letter] = int.from_bytes(flags, "little")
        return self._holding[letter]

    def _id(self, at: int) -> UUID:
        begins = len(self._ids) - (at + 1) * _ID_LENGTH
        return UUID(bytes=self._ids[begins : begins + _ID_LENGTH])


def _folded(title: str) -> str:
    return " ".join(folded_words(title))
