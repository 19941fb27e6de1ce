"""What a template of summaries is."""

from collections.abc import Callable
from dataclasses import dataclass

from amp_desktop.domain.entry import Entry


@dataclass(frozen=True)
class Template:
    """A kind of summary.

    Attributes:
        id: Its name for the terminal and the share log.
        title: What stands on top of the summary.
        headings: The sections in order; those without entries are left out.
        place: The heading under which an entry stands.
    """

    id: str
    title: str
    headings: tuple[str, ...]
    place: Callable[[Entry], str]
