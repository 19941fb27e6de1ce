"""A time of the journal that is read for a summary, here or beside the window."""

from collections.abc import Callable
from dataclasses import dataclass

from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal import Journal
from amp_desktop.journal.share_offer import ShareOffer
from amp_desktop.sharing import Period, Template

MOST_AT_ONCE = 500
"""Entries that are read in a moment (0.2 ms each); more are read beside the window."""

MOST_TITLES = 2000
"""Titles of the whole journal that are compared with `[[links]]` in a moment (20 µs each)."""


@dataclass(frozen=True)
class Reading:
    """A time of the journal to be read; it may be long.

    Attributes:
        journal: Which.
        period: The time.
        template: By which template; by one that is made of pins what is pinned is read, of whatever day.
    """

    journal: Journal
    period: Period
    template: Template

    def run(self, _progress: Callable[[int, int], None] | None = None) -> ShareOffer:
        """Read it, here or on a worker.

        Raises:
            JournalError: The journal cannot be read.
        """
        if self.template.is_assembled and self.period == Period():
            return self.journal.sharing.assembling.offer()
        return self.journal.sharing.offer(self.period.since, self.period.until, template=self.template)

    @property
    def is_long(self) -> bool:
        """Whether reading it would hold up the window: many entries, or a journal of very many titles."""
        if self.template.is_of_pins:
            return False
        query = EntryQuery(since=self.period.since, until=self.period.until)
        return self.journal.count(query) > MOST_AT_ONCE or self.journal.count() > MOST_TITLES
