"""What a template of summaries is."""

from collections.abc import Callable
from dataclasses import dataclass

from amp_desktop.domain.entry import Entry, Topic


@dataclass(frozen=True)
class Section:
    """A heading, and what stands under it.

    Attributes:
        heading: Plain text, one line.
        takes: Whether an entry belongs there, by what it is about and can be; never by its words, some of
            which may be private and are cut before a summary is made.
    """

    heading: str
    takes: Callable[[Entry], bool]


@dataclass(frozen=True)
class Template:
    """A kind of summary.

    Attributes:
        id: Its name for the terminal, the share log and the suggested name of a file.
        title: What stands on top of the summary.
        sections: In order; an entry stands in the first one that takes it, and stays when none does. Those
            without entries are left out.
    """

    id: str
    title: str
    sections: tuple[Section, ...]

    def section_of(self, entry: Entry) -> Section | None:
        """Where an entry stands, or None when this template does not tell of it."""
        return next((section for section in self.sections if section.takes(entry)), None)


def about(*topics: Topic) -> Callable[[Entry], bool]:
    """Takes what is about one of these."""
    return lambda entry: entry.topic in topics
