"""What a summary tells of the pins of an entry: for templates that are made of evidence."""

from collections.abc import Callable, Iterable
from functools import partial

from amp_desktop.domain.dated_facts import Fact, What
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.evidence import TOLD_BY_THEIR_WORDS, TOPICS
from amp_desktop.domain.pins import TopicId
from amp_desktop.domain.summary import Level
from amp_desktop.domain.summary_text import SummaryFact, SummaryText
from amp_desktop.sharing.templates.base import Section, about

_TOLD_WITH_WHAT_WAS_SAID = frozenset({What.ACHIEVED, What.LET_GO, What.RESOLVED})
"""Facts of which the title is told, and beside it what was learned or what helped."""


def pinned_section(
    heading: str,
    *topics: TopicId,
    but: tuple[TopicId, ...] = (),
    level: Level = Level.LINE,
    belongs: str = "",
) -> Section:
    """A section of what carries one of these topics, each fact once.

    Args:
        heading: Its heading.
        topics: Which.
        but: Topics by which it is told of elsewhere already.
        level: How much is told of each.
        belongs: What belongs there; else what belongs to the first of the topics.
    """
    tells = partial(_told, heading, frozenset(topics), frozenset(but))
    hint = f"What belongs here: {belongs or TOPICS[topics[0]].belongs}."
    return about(heading, level=level, takes=_any_of(tells), tells=tells, belongs=hint)


def _any_of(tells: Callable[[Entry], Iterable[SummaryFact]]) -> Callable[[Entry], bool]:
    return lambda entry: any(True for _ in tells(entry))


def _told(
    heading: str, topics: frozenset[TopicId], but: frozenset[TopicId], entry: Entry
) -> Iterable[SummaryFact]:
    """Its pins to these topics, as lines; a fact that is not true of the entry any more tells nothing."""
    if entry.IS_MOST_PRIVATE or not entry.pins:
        return
    elsewhere = {pin.fact for pin in entry.pins if pin.topic in but}
    pinned = dict.fromkeys(pin.fact for pin in entry.pins if pin.topic in topics)
    facts = {fact.key: fact for fact in entry.facts()}
    for key in pinned:
        if key in elsewhere:
            continue
        if not key:
            yield _whole(heading, entry)
        elif key in facts:
            yield _line(heading, entry, facts[key])


def _whole(heading: str, entry: Entry) -> SummaryFact:
    return SummaryFact(
        topic=entry.topic,
        name=f"{heading}/",
        day=entry.day,
        evidence=tuple(entry.evidence_points()),
        short=(SummaryText("", entry.body),),
    )


def _line(heading: str, entry: Entry, fact: Fact) -> SummaryFact:
    """A fact in its own words beside the title, or under the title what was said of it."""
    has_words = fact.what in TOLD_BY_THEIR_WORDS and bool(fact.text.strip())
    return SummaryFact(
        topic=entry.topic,
        text=fact.text if has_words else None,
        name=f"{heading}/{fact.key}",
        day=fact.day,
        more=entry.title if has_words else fact.text if fact.what in _TOLD_WITH_WHAT_WAS_SAID else "",
        evidence=() if has_words else tuple(entry.evidence_points()),
        short=(SummaryText("", "" if has_words else entry.body),),
    )
