"""Where on the screen the words stand that can be changed: on pages, and in a text."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from amp_desktop.sharing import ShownPlace, Spot

PAGE_BOTTOM = 780.0
"""Points from the upper edge of a page to where its words end (A4, with the foot)."""


@dataclass(frozen=True)
class PageArea:
    """Words on a page.

    Attributes:
        key: Names the place in the summary.
        page: Which page, from 0.
        top: Where they begin, in points from the upper edge.
        bottom: Where they end.
    """

    key: str
    page: int
    top: float
    bottom: float


def areas_of(spots: Sequence[Spot]) -> tuple[PageArea, ...]:
    """What lies between where words begin and where they end, or where others begin."""
    return tuple(_areas(spots))


def _areas(spots: Sequence[Spot]) -> Iterator[PageArea]:
    ends: dict[str, Spot] = {spot.key: spot for spot in spots if spot.end}
    for at, spot in enumerate(spots):
        if spot.end:
            continue
        after = next((other for other in spots[at + 1 :] if other.end or other.key != spot.key), None)
        end = ends.get(spot.key, after)
        bottom = end.top if end is not None and end.page == spot.page else PAGE_BOTTOM
        yield PageArea(spot.key, spot.page, spot.top, max(bottom, spot.top + 9))


def area_at(areas: Iterable[PageArea], page: int, y: float) -> PageArea | None:
    """The smallest area at a height of a page."""
    found = (area for area in areas if area.page == page and area.top - 3 <= y <= area.bottom + 1)
    return min(found, key=lambda area: area.bottom - area.top, default=None)


def ranges_in(text: str, places: Iterable[ShownPlace]) -> Mapping[str, tuple[int, int]]:
    """From where to where in a text each place stands, as far as it is found, by its key.

    The text may put marks of its own between the words: stars, brackets, other breaks of line.
    """
    found: dict[str, tuple[int, int]] = {}
    begin = 0
    for shown in places:
        words = re.findall(r"\w+", shown.words)
        if not words or not shown.place.key:
            continue
        match = re.compile(r"[\W_]+".join(map(re.escape, words))).search(text, begin)
        if match is not None:
            found[shown.place.key] = match.span()
            begin = match.end()
    return found
