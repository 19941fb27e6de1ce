"""What people type into a search is read as they mean it, written back the same, and never raises."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.challenge import ChallengeStatus
from amp_desktop.domain.kinds.goal import GoalStatus
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.query import NOTHING, EntryQuery, Exclusions, Ranking
from amp_desktop.domain.search.search_words import MOST, Search, SearchTerm, parse, write
from amp_desktop.domain.text.tags import clean_tag
from amp_desktop.domain.traits import Trait

TODAY = date(2026, 7, 22)

WORDS = """kind: goal - " tag: ci is: open before:2026-08 on: 0001-01-01 knd: http://x has:task : ： “ 日記
today sort:best in:bin status:let-go 9999-12-31 \ue000 \ud800 ( *"""
PIECES = st.sampled_from([*WORDS.split(), " "])
TYPED = st.one_of(st.text(), st.lists(PIECES).map("".join))

TAGS = st.lists(st.text(min_size=1).map(clean_tag).filter(bool), max_size=3, unique_by=str.casefold).map(
    tuple
)
KINDS = st.frozensets(st.sampled_from(list(ENTRY_TYPES)))
STATES = st.frozensets(st.sampled_from([state.value for state in (*GoalStatus, *ChallengeStatus)]))
TRAITS = st.frozensets(st.sampled_from(Trait))
QUERIES = st.builds(
    EntryQuery,
    kinds=KINDS,
    tags=TAGS,
    states=STATES,
    traits=TRAITS,
    exclusions=st.builds(Exclusions, kinds=KINDS, tags=TAGS, states=STATES, traits=TRAITS),
    since=st.none() | st.dates(),
    until=st.none() | st.dates(),
    sharing=st.none() | st.sampled_from(Sharing),
    binned=st.booleans(),
)


@given(TYPED)
def test_what_is_written_is_read_the_same(typed: str) -> None:
    search = parse(typed, TODAY)
    assert parse(write(search), TODAY) == replace(search, problems=())


@given(QUERIES, st.sampled_from(Ranking))
def test_every_query_can_be_written(query: EntryQuery, ranking: Ranking) -> None:
    search = Search(query=query, ranking=ranking)
    assert parse(write(search), TODAY) == search


@given(TYPED)
def test_problems_stand_in_what_was_typed_in_order_and_apart(typed: str) -> None:
    at = 0
    for problem in parse(typed, TODAY).problems:
        assert at <= problem.start < problem.start + problem.length <= len(typed)
        assert not typed[problem.start].isspace()
        at = problem.start + problem.length


@given(TYPED)
def test_what_was_probably_meant_is_understood(typed: str) -> None:
    for problem in parse(typed, TODAY).problems:
        if problem.instead and not problem.instead.endswith(":"):
            meant = parse(problem.instead, TODAY)
            assert [p.sentence for p in meant.problems] != [problem.sentence]


@pytest.mark.parametrize(
    ("typed", "search"),
    [
        ("", Search()),
        ("  \n ", Search()),
        ("two words", Search(wanted=(SearchTerm("two"), SearchTerm("words")))),
        ("same same", Search(wanted=(SearchTerm("same"),))),
        ('"exact phrase"', Search(wanted=(SearchTerm("exact phrase", is_phrase=True),))),
        ("“exact phrase”", Search(wanted=(SearchTerm("exact phrase", is_phrase=True),))),
        ('"never closed', Search(wanted=(SearchTerm("never"), SearchTerm("closed")))),
        ('""', Search()),
        ("-", Search()),
        ("-not", Search(unwanted=(SearchTerm("not"),))),
        ('-"not this"', Search(unwanted=(SearchTerm("not this", is_phrase=True),))),
        ("well-being", Search(wanted=(SearchTerm("well-being"),))),
        ("http://a.org/x?y", Search(wanted=(SearchTerm("http://a.org/x?y"),))),
        ("note:", Search(wanted=(SearchTerm("note:"),))),
        ("fix:this", Search(wanted=(SearchTerm("fix:this"),))),
        ('fix:"this thing"', Search(wanted=(SearchTerm("fix:this thing", is_phrase=True),))),
        ('"kind:goal"', Search(wanted=(SearchTerm("kind:goal", is_phrase=True),))),
        ("Kind:GOAL", Search(query=EntryQuery(kinds=frozenset({"goal"})))),
        ("kind：goal", Search(query=EntryQuery(kinds=frozenset({"goal"})))),
        ("kind:goal kind:note", Search(query=EntryQuery(kinds=frozenset({"goal", "note"})))),
        ("-kind:note", Search(query=EntryQuery(exclusions=Exclusions(kinds=frozenset({"note"}))))),
        ("tag:#CI tag:ci tag:日記", Search(query=EntryQuery(tags=("CI", "日記")))),
        ('tag:"code review"', Search(query=EntryQuery(tags=("code-review",)))),
        ("-tag:ci", Search(query=EntryQuery(exclusions=Exclusions(tags=("ci",))))),
        ("status:let-go", Search(query=EntryQuery(states=frozenset({"let go"})))),
        ('status:"let go"', Search(query=EntryQuery(states=frozenset({"let go"})))),
        ("is:open", Search(query=EntryQuery(traits=frozenset({Trait.OPEN})))),
        ("-is:pinned", Search(query=EntryQuery(exclusions=Exclusions(traits=frozenset({Trait.PINNED}))))),
        ("is:agenda has:task", Search(query=EntryQuery(traits=frozenset({Trait.AGENDA, Trait.TASK})))),
        ("-is:private", Search(query=EntryQuery(sharing=Sharing.SHAREABLE))),
        ("in:bin", Search(query=EntryQuery(binned=True))),
        ("sort:best x", Search(wanted=(SearchTerm("x"),), ranking=Ranking.BEST)),
    ],
)  # fmt: skip
def test_words_phrases_and_filters(typed: str, search: Search) -> None:
    assert parse(typed, TODAY) == search


@pytest.mark.parametrize(
    ("typed", "since", "until"),
    [
        ("on:2026-08-01", date(2026, 8, 1), date(2026, 8, 1)),
        ("on:2026-8-1", date(2026, 8, 1), date(2026, 8, 1)),
        ("on:2026-02", date(2026, 2, 1), date(2026, 2, 28)),
        ("on:2026", date(2026, 1, 1), date(2026, 12, 31)),
        ("on:today", TODAY, TODAY),
        ("since:yesterday", date(2026, 7, 21), None),
        ("until:2026-12", None, date(2026, 12, 31)),
        ("before:2026-08-01", None, date(2026, 7, 31)),
        ("before:2026-08", None, date(2026, 7, 31)),
        ("after:2026-08", date(2026, 9, 1), None),
        ("after:2026", date(2027, 1, 1), None),
        ("since:2026 since:2026-03 until:2026-09 before:2027", date(2026, 3, 1), date(2026, 9, 30)),
        ("since:2026-03 since:2026 before:2027 until:2026-09", date(2026, 3, 1), date(2026, 9, 30)),
        ("until:2026-09 on:2026-03-04", date(2026, 3, 4), date(2026, 3, 4)),
    ],
)
def test_days(typed: str, since: date | None, until: date | None) -> None:
    assert parse(typed, TODAY) == Search(query=EntryQuery(since=since, until=until))


@pytest.mark.parametrize(
    ("typed", "said", "instead"),
    [
        ("kind:chalenge", "cannot be “chalenge”", "kind:challenge"),
        ("-kind:chalenge", "cannot be “chalenge”", "-kind:challenge"),
        ("knd:goal", "no filter “knd:”", "kind:goal"),
        ("tags:ci", "no filter “tags:”", "tag:ci"),
        ("sharing:private", "no filter", "is:private"),
        ("is:resolved", "is: cannot be", "status:resolved"),
        ("is:picture", "is: cannot be", "has:picture"),
        ("status:resoved", "status: cannot be", "status:resolved"),
        ("before:soon", "“soon” is no day", ""),
        ("before:yesteday", "is no day", "before:yesterday"),
        ("on:2026-02-30", "is no day", ""),
        ("on:0000", "is no day", ""),
        ("before:0001", "no days beyond", ""),
        ("after:9999-12-31", "no days beyond", ""),
        ("-before:2026", "takes no minus", ""),
        ("-in:bin", "takes no minus", ""),
        ("tag:%%", "is no tag", ""),
        ("is:private is:shareable", "either private or shareable", ""),
        ("sort:bst", "sort: cannot be", "sort:best"),
        ("kind:", "needs a word", ""),
    ],
)
def test_what_is_not_understood_is_said(typed: str, said: str, instead: str) -> None:
    search = parse(f"  word {typed} other", TODAY)
    (problem,) = search.problems
    assert said in problem.sentence
    assert problem.instead == instead
    assert typed.endswith(f"word {typed}"[-problem.length :])
    assert search.wanted == (SearchTerm("word"), SearchTerm("other"))
    with pytest.raises(InvalidValueError, match="Did you mean" if instead else said):
        search.require_understood()


@pytest.mark.parametrize("typed", ["kind:", "kind:cha", "before:2", "before:2026-", "on:yes", "tag:", "is:o"])
def test_what_may_become_right_by_typing_on_is_known(typed: str) -> None:
    (problem,) = parse(typed, TODAY).problems
    assert problem.is_unfinished


def test_a_pasted_page_is_cut_and_that_is_said() -> None:
    search = parse(" ".join(map(str, range(1000))) + " " + "x" * 1000, TODAY)
    assert len(search.wanted) == MOST
    assert "Only the first" in search.problems[0].sentence
    (long,) = parse("x" * 1000, TODAY).wanted
    assert long.text == "x" * 200


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ("", "kind:goal", "kind:goal"),
        ("kind:goal kind:note", "kind:goal", "kind:goal"),
        ("tag:a", "tag:b -tag:c is:open", "tag:a tag:b is:open -tag:c"),
        ("since:2026-03 until:2026-09", "since:2026-05", "since:2026-05 until:2026-09"),
        ("in:bin", "is:private", "is:private in:bin"),
    ],
)
def test_two_queries_together_mean_what_both_mean(one: str, other: str, both: str) -> None:
    first, second = parse(one, TODAY), parse(other, TODAY)
    assert first.within(second.query) == parse(both, TODAY)
    assert set(write(second.within(first.query)).split()) == set(write(parse(both, TODAY)).split())


@pytest.mark.parametrize(
    ("one", "other"),
    [("kind:goal", "kind:note"), ("is:private", "is:shareable"), ("status:open", "status:asked")],
)
def test_what_excludes_each_other_means_nothing(one: str, other: str) -> None:
    assert parse(one, TODAY).query.within(parse(other, TODAY).query) == NOTHING


@pytest.mark.parametrize("minus", ["", "-"])
def test_words_that_are_left_out_count_as_well(minus: str) -> None:
    typed = " ".join(f"{minus}{number}" for number in range(2 * MOST)) + " word -other"
    search = parse(typed, TODAY)
    assert len(search.wanted) + len(search.unwanted) == MOST
    assert search.problems
