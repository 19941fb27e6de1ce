"""What a person asks of a list, as one value."""

from dataclasses import dataclass, replace
from datetime import date

from amp_desktop.domain.query import EVERYTHING, EntryQuery, Ranking


@dataclass(frozen=True, kw_only=True)
class SearchRequest:
    """What is to stand in a list of entries.

    Attributes:
        text: What is looked for, as it was typed (`search_words`); may be empty.
        ranking: The order that holds where none is typed.
        filters: All that can stand in the list, whatever is looked for: the entries of a page.
        day: The one day that is wanted alone, or None for all.
    """

    text: str = ""
    ranking: Ranking = Ranking.NEWEST
    filters: EntryQuery = EVERYTHING
    day: date | None = None

    @property
    def among(self) -> EntryQuery:
        """Among which entries one looks: the filters, and the day."""
        return self.filters if self.day is None else replace(self.filters, since=self.day, until=self.day)
