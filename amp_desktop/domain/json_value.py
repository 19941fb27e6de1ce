"""Plain data: its type, and a part of it that is kept without being understood."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
"""What JSON can hold."""


class Extra(Mapping[str, Json]):
    """Named values that are kept as they came. It does not change, so that a frozen value can hold it."""

    def __init__(self, values: Mapping[str, Json] | None = None) -> None:
        self._values = dict(values or {})

    def __getitem__(self, name: str) -> Json:
        return self._values[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def __len__(self) -> int:
        return len(self._values)

    def __hash__(self) -> int:
        return hash(json.dumps(self._values, sort_keys=True) if self._values else "")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Extra) and self._values == other._values


NO_EXTRA = Extra()
"""Nothing."""


def whole_text(text: str) -> str:
    """The text, in which halves of characters, as a paste can bring them, are joined or replaced by "�"."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def whole_values(value: Any) -> Any:
    """A value that JSON was read into, in which no text holds half a character."""
    if isinstance(value, str):
        return whole_text(value)
    if isinstance(value, list):
        return [whole_values(item) for item in value]
    if isinstance(value, dict):
        return {whole_text(name): whole_values(item) for name, item in value.items()}
    return value
