"""The way through the pages, to be gone back and forward."""

from collections.abc import Callable
from dataclasses import dataclass, field
from time import monotonic

from amp_desktop.ui.page import Location

STAYED_SECONDS = 1.0
"""Where one stayed shorter than this, one only passed by: walking down a list leaves no trail of rows."""
LONGEST_WAY = 100
"""Places that are remembered."""


@dataclass(frozen=True)
class Visit:
    """A page, and where one is on it."""

    page: str
    location: Location = field(default_factory=Location)

    def is_like(self, other: "Visit") -> bool:
        """Whether it is the same place, however it is scrolled."""
        return (self.page, self.location.entry, self.location.search) == (
            other.page,
            other.location.entry,
            other.location.search,
        )


class NavigationHistory:
    """The places visited, and which of them one is at."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._places: list[Visit] = []
        self._at = -1
        self._since = 0.0

    def here(self) -> Visit | None:
        """Where one is."""
        return self._places[self._at] if self._places else None

    def leave(self, location: Location) -> None:
        """Note how the place looked that is being left."""
        here = self.here()
        if here is not None:
            self._places[self._at] = Visit(here.page, location)

    def arrive(self, place: Visit) -> None:
        """Come to a place by oneself: what lay ahead is forgotten, and what one only passed by."""
        here = self.here()
        if here is not None and here.is_like(place):
            return
        passed_by = here is not None and self._clock() - self._since < STAYED_SECONDS
        del self._places[self._at + (0 if passed_by else 1) :]
        if not (self._places and self._places[-1].is_like(place)):
            self._places.append(place)
        del self._places[:-LONGEST_WAY]
        self._at = len(self._places) - 1
        self._since = self._clock()

    def ahead(self, by: int, is_there: Callable[[Visit], bool]) -> Visit | None:
        """The next place that is still there, in one direction (1 forward, -1 back), or None."""
        at = self._next(by, is_there)
        return None if at is None else self._places[at]

    def go(self, by: int, is_there: Callable[[Visit], bool]) -> None:
        """Be there."""
        at = self._next(by, is_there)
        if at is not None:
            self._at = at
            self._since = 0.0  # come back to on purpose, it is kept however short the stay

    def forget(self) -> None:
        """Drop the whole way."""
        self._places.clear()
        self._at = -1

    def _next(self, by: int, is_there: Callable[[Visit], bool]) -> int | None:
        here, at = self.here(), self._at + by
        while here is not None and 0 <= at < len(self._places):
            if is_there(self._places[at]) and not self._places[at].is_like(here):
                return at
            at += by
        return None
