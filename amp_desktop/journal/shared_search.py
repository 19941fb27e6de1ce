"""Looking for words in what has left: the share log, searched as entries are (`in:shared`)."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from amp_desktop.domain.clock import day_of
from amp_desktop.domain.query import PAGE_SIZE
from amp_desktop.domain.search.search_words import Search
from amp_desktop.domain.share import Share, ShareHit
from amp_desktop.journal.choices import kept_preferences

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store


def found_shares(store: "Store", search: Search, limit: int = PAGE_SIZE) -> tuple[ShareHit, ...]:
    """What left and holds all the words of a search, the newest first; nothing for a search of entries.

    Words are looked for in the exact text, in whom it was for and in the name of the file; days are those on
    which it left.
    """
    return tuple(islice(_hits(store, search), limit)) if search.in_shared else ()


def _hits(store: "Store", search: Search) -> Iterator[ShareHit]:
    from amp_desktop.storage.search.terms import SearchWords, one_line

    words = SearchWords.of(search)
    wanted = [SearchWords((term,)) for term in words.terms]
    unwanted = [SearchWords((term,)) for term in words.unwanted]
    if search.wanted and not wanted:
        return
    ends_at = kept_preferences(store).day_ends_at
    for share in _shares(store):
        told = "\n".join((share.text, share.to_whom, share.file_name))
        is_meant = all(term.stand_in(told) for term in wanted) and not any(
            one.stand_in(told) for one in unwanted
        )
        if is_meant and _is_of_days(share, search, ends_at):
            snippet, marks = words.snippet(share.text) or (one_line(share.text), ())
            yield ShareHit(share, snippet, marks)


def _shares(store: "Store") -> Iterator[Share]:
    page = store.shares(None, PAGE_SIZE)
    yield from page.items
    while page.next is not None:
        page = store.shares(page.next, PAGE_SIZE)
        yield from page.items


def _is_of_days(share: Share, search: Search, ends_at: int) -> bool:
    since, until = search.query.since, search.query.until
    day = day_of(share.shared_at.astimezone(), ends_at)
    return (since is None or since <= day) and (until is None or day <= until)
