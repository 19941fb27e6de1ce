"""A search that is kept under a name, to be asked again by one click."""

from dataclasses import dataclass
from typing import Any

from amp_desktop.domain.errors import InvalidValueError

LONGEST_NAME = 80


@dataclass(frozen=True)
class SavedSearch:
    """A name and what is typed for it.

    Attributes:
        name: One line; no two saved searches have the same, in whatever letters.
        typed: The words, phrases and filters (see `search_words`).
    """

    name: str
    typed: str

    def __post_init__(self) -> None:
        """Bring both into the form in which they are kept.

        Raises:
            InvalidValueError: One of them is empty.
        """
        object.__setattr__(self, "name", " ".join(self.name.split())[:LONGEST_NAME].strip())
        object.__setattr__(self, "typed", " ".join(self.typed.split()))
        if not self.name:
            raise InvalidValueError("The search needs a name.", "Give it one.")
        if not self.typed:
            raise InvalidValueError("There is nothing to search for.", "Type a word or a filter first.")

    @property
    def key(self) -> str:
        """What two names have in common when they are the same."""
        return self.name.casefold()

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        return {"name": self.name, "typed": self.typed}

    @classmethod
    def all_from_json(cls, data: Any) -> "tuple[SavedSearch, ...]":
        """The saved searches in a list of plain data; what is none is passed over."""
        items = data if isinstance(data, list) else []
        texts = [item for item in items if isinstance(item, dict)]
        pairs = [(item.get("name"), item.get("typed")) for item in texts]
        return tuple(
            cls(name, typed)
            for name, typed in pairs
            if isinstance(name, str) and isinstance(typed, str) and name.strip() and typed.strip()
        )
