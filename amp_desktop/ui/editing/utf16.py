"""Places in a text as Qt counts them (UTF-16 units, an emoji is two) and as Python does (characters)."""

from collections.abc import Iterable


def to_units(text: str, at: int) -> int:
    """Qt's count for the place before character `at`."""
    return at if text.isascii() else len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def to_characters(text: str, units: int) -> int:
    """Python's count for the place before Qt's unit `units`."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "replace"))


def all_to_units(text: str, places: Iterable[int]) -> list[int]:
    """Qt's count for many places, which must rise: one walk through the text however many there are."""
    if text.isascii():
        return list(places)
    units, at, counted = [], 0, 0
    for place in places:
        counted += len(text[at:place].encode("utf-16-le", "surrogatepass")) // 2
        at = place
        units.append(counted)
    return units
