"""Plain data: its type, and a part of it that is kept without being understood."""

import json
from collections.abc import Iterator, Mapping
from typing import TypeAlias

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
        return hash(json.dumps(self._values, sort_keys=True))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Extra) and self._values == other._values


NO_EXTRA = Extra()
"""Nothing."""
