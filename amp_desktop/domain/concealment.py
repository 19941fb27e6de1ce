"""What of a journal a reader does not get to see."""

from enum import IntEnum

from amp_desktop.domain.entry import Kind, Sharing
from amp_desktop.domain.kinds.registry import ENTRY_TYPES


class Concealment(IntEnum):
    """How much is concealed; each holds what the one before it does."""

    NOTHING = 0
    SEALED = 1
    """What is sealed: from all that leaves, and from whoever did not ask for it."""
    CURTAIN = 2
    """What is sealed, and every entry of the most private kinds: while the inner curtain is down."""


def open_kinds() -> tuple[Kind, ...]:
    """The kinds that the curtain leaves open; of a kind that is not known, it hides all in doubt."""
    return tuple(kind for kind, made in ENTRY_TYPES.items() if not made.IS_MOST_PRIVATE)


def is_covered(kind: Kind, sharing: Sharing) -> bool:
    """Whether the curtain hides an entry of this kind, marked so."""
    return sharing is Sharing.SEALED or kind not in open_kinds()
