"""Searches as people type them."""

from datetime import date

from amp_desktop.domain.query import EVERYTHING, EntryQuery
from amp_desktop.domain.search.search_words import Search, parse

TODAY = date(2026, 7, 22)


def sought(typed: str, query: EntryQuery = EVERYTHING) -> Search:
    """The search that was typed, among the entries that are meant."""
    return parse(typed, TODAY).within(query)
