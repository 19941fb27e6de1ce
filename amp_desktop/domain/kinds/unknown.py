"""An entry of a kind, or in a state, that only a newer version of the program knows."""

from dataclasses import dataclass
from typing import ClassVar

from amp_desktop.domain.entry import Entry, Kind


@dataclass(frozen=True, kw_only=True)
class UnknownEntry(Entry):
    """What a newer version wrote: listed, found, shown, exported as it came; never saved over, never shared.

    All its fields stand in `extra`, as the newer version wrote them.

    Attributes:
        raw_kind: Its kind, by the name that the newer version gave it; it may be one that this version knows.
        raw_sharing: How it is marked, which may be in a way that this version does not know.
    """

    NAME: ClassVar[str] = "Entry of a newer version"
    IS_KNOWN: ClassVar[bool] = False

    raw_kind: Kind
    raw_sharing: str

    @property
    def kind(self) -> Kind:
        """The kind that the newer version named."""
        return self.raw_kind

    @property
    def stored_sharing(self) -> str:
        """As the newer version marked it."""
        return self.raw_sharing

    @property
    def state(self) -> str | None:
        """Its status, if it has one in words."""
        status = self.extra.get("status")
        return status if isinstance(status, str) else None

    @property
    def is_empty(self) -> bool:
        """Never: it was stored."""
        return False
