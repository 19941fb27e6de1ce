"""Strict readers for the fields of a key file: each gives the very type asked for, or raises ValueError."""

from uuid import UUID

Fields = dict[str, object]


def exactly(value: object, names: set[str]) -> Fields:
    """Read an object that has these fields, all of them and no other."""
    if not isinstance(value, dict) or value.keys() != names:
        raise ValueError("unexpected fields")
    return value


def number(value: object, bounds: range) -> int:
    """Read a whole number within bounds."""
    # `type`, as True is an int to isinstance.
    if type(value) is not int or value not in bounds:
        raise ValueError("not a number within bounds")
    return value


def flag(value: object) -> bool:
    """Read true or false."""
    if value is True or value is False:
        return value
    raise ValueError("neither true nor false")


def octets(value: object, length: int) -> bytes:
    """Read so many bytes from their hex digits."""
    if not isinstance(value, str) or len(value) != 2 * length or len(read := bytes.fromhex(value)) != length:
        raise ValueError("not so many hex digits")
    return read


def uuid(value: object) -> UUID:
    """Read an id."""
    return UUID(str(value))


def constant(value: object, expected: str) -> None:
    """Read a word that must be this one."""
    if value != expected:
        raise ValueError("not the expected word")
