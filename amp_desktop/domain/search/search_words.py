"""What a person types into a search: words, "exact phrases", -what is not wanted, and filters.

The window's search box and the terminal read it here, and buttons write it (`write`, `search_edit`). Words
are looked for as the beginning of a word, phrases as they stand; all must be found. The filters stand in
`search_filters`. What has a colon and is no filter, such as an address, is an ordinary word; what is nearly a
filter is said to be none, with the one that was probably meant.
"""

from dataclasses import dataclass, replace
from datetime import date

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.query import EVERYTHING, EntryQuery, Exclusions, Ranking
from amp_desktop.domain.search.search_filters import HAD, SHARED, VALUES, meant_name, narrowed, ranking_of
from amp_desktop.domain.search.search_problems import NotUnderstoodError, Problem
from amp_desktop.domain.search.search_tokens import Token, tokens
from amp_desktop.domain.traits import Trait

MOST = 32
"""How many words and phrases are looked for at most: a pasted page would take seconds."""
LONGEST = 200
"""How many characters of a word or phrase are looked for."""


@dataclass(frozen=True)
class SearchTerm:
    """A word or phrase to look for.

    Attributes:
        text: As it was typed.
        is_phrase: Whether it stands in the text just so; else it is how words begin.
    """

    text: str
    is_phrase: bool = False


@dataclass(frozen=True, kw_only=True)
class Search:
    """What is looked for.

    Attributes:
        wanted: All of these must be found.
        unwanted: None of these may be found.
        query: Which entries are meant.
        ranking: In which order they come.
        problems: What was not understood, and is left out of all the others.
        in_shared: One looks into what has left, and not into entries.
    """

    wanted: tuple[SearchTerm, ...] = ()
    unwanted: tuple[SearchTerm, ...] = ()
    query: EntryQuery = EVERYTHING
    ranking: Ranking = Ranking.NEWEST
    problems: tuple[Problem, ...] = ()
    in_shared: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing is looked for and nothing left out."""
        return not (self.wanted or self.unwanted or self.in_shared) and self.query == EVERYTHING

    def within(self, query: EntryQuery) -> "Search":
        """The same search among the entries that `query` means."""
        return replace(self, query=self.query.within(query))

    def require_understood(self) -> None:
        """See that every filter was understood.

        Raises:
            InvalidValueError: One was not; says which, and what was probably meant.
        """
        for problem in self.problems:
            raise InvalidValueError(problem.sentence, problem.advice)


def parse(typed: str, today: date, ranking: Ranking = Ranking.NEWEST) -> Search:
    """The search that was typed, whatever it is; it never raises.

    Args:
        typed: What stands in the search box, or on the command line.
        today: The day it is.
        ranking: The order that holds where none is typed.
    """
    search = Search(ranking=ranking)
    for token in tokens(typed):
        try:
            search = _with(search, token, today)
        except NotUnderstoodError as error:
            search = replace(search, problems=(*search.problems, _problem(token, error)))
    return search


def write(search: Search) -> str:
    """The shortest text that `parse` reads as this search; its problems are left out."""
    parts = [_written(terms) for terms in search.wanted]
    parts += [f"-{_written(terms)}" for terms in search.unwanted]
    parts += _filters(search.query)
    parts += [f"-{words}" for words in _words_of(search.query.exclusions)]
    if search.in_shared:
        parts.append(f"in:{SHARED}")
    if search.ranking is not Ranking.NEWEST:
        parts.append(f"sort:{search.ranking}")
    return " ".join(parts)


def _with(search: Search, token: Token, today: date) -> Search:
    if token.name in VALUES:
        return _filtered(search, token, today)
    meant = meant_name(token.name) if token.name and token.text and not token.text.startswith("/") else ""
    if meant:
        hint = "To look for the words, put them in quotation marks."
        raise NotUnderstoodError(f"There is no filter “{token.name}:”.", hint, f"{meant}:{token.text}")
    return _seeking(search, token)


def _filtered(search: Search, token: Token, today: date) -> Search:
    if token.name == "sort":
        return replace(search, ranking=ranking_of(token.text))
    if token.name == "in" and token.text.lower() == SHARED and not token.is_negated:
        return replace(search, in_shared=True)
    query = narrowed(search.query, token.name, token.text, negated=token.is_negated, today=today)
    return replace(search, query=query)


def _seeking(search: Search, token: Token) -> Search:
    text = f"{token.name}:{token.text}" if token.name else token.text
    terms = SearchTerm(text[:LONGEST].strip(), is_phrase=token.is_quoted)
    known = search.unwanted if token.is_negated else search.wanted
    if terms in known:
        return search
    if len(search.wanted) + len(search.unwanted) == MOST:
        raise NotUnderstoodError(f"Only the first {MOST} words are looked for.")
    if token.is_negated:
        return replace(search, unwanted=(*known, terms))
    return replace(search, wanted=(*known, terms))


def _problem(token: Token, error: NotUnderstoodError) -> Problem:
    minus = "-" if token.is_negated and error.meant else ""
    return Problem(
        start=token.start,
        length=token.end - token.start,
        sentence=error.sentence,
        hint=error.hint,
        instead=minus + error.meant,
        is_unfinished=error.is_unfinished,
    )


def _written(terms: SearchTerm) -> str:
    return f'"{terms.text}"' if terms.is_phrase else terms.text


def _filters(query: EntryQuery) -> list[str]:
    words = _words_of(query)
    if query.sharing:
        words.append(f"is:{query.sharing}")
    if query.since and query.since == query.until:
        words.append(f"on:{query.since}")
    else:
        words += [f"since:{query.since}"] if query.since else []
        words += [f"until:{query.until}"] if query.until else []
    return [*words, "in:bin"] if query.binned else words


def _words_of(asked: EntryQuery | Exclusions) -> list[str]:
    """The filters that can be wanted as well as left out."""
    return [
        *(f"kind:{kind}" for kind in sorted(asked.kinds)),
        *(f"tag:{tag}" for tag in asked.tags),
        *(f"status:{state.replace(' ', '-')}" for state in sorted(asked.states)),
        *(_trait_word(trait) for trait in sorted(asked.traits)),
    ]


def _trait_word(trait: Trait) -> str:
    return f"has:{trait}" if trait in HAD else f"is:{trait}"
