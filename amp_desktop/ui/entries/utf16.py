"""Places in a text as Qt counts them (UTF-16 units, an emoji is two) and as Python does (characters)."""


def to_units(text: str, at: int) -> int:
    """Qt's count for the place before character `at`."""
    return at if text.isascii() else len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def to_characters(text: str, units: int) -> int:
    """Python's count for the place before Qt's unit `units`."""
    if text.isascii():
        return units
    return len(text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "replace"))
