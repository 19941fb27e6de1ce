"""What an evaluation or a nomination asks about, and which facts of the journal carry it.

The form's topics are those of the program's survey, the criteria and contributions those by which the
community appoints maintainers, the areas those that a goal can have. What carries a topic is a fact: nothing
here is counted or scored.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from amp_desktop.domain.dated_facts import Fact, What
from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.fields import field_values
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.kinds.goal import Area
from amp_desktop.domain.pins import Pin, TopicId
from amp_desktop.domain.text.addresses import work_addresses


class TopicGroup(StrEnum):
    """What kind of topic it is, as the terminal names it; in the order in which they are shown."""

    FORM = "form"
    CRITERION = "criterion"
    CONTRIBUTION = "contribution"
    AREA = "area"


@dataclass(frozen=True)
class EvidenceTopic:
    """Something that evidence is asked for.

    Attributes:
        id: Names it in pins, exports and the terminal; unique among all topics, and never changed.
        group: What kind of topic it is.
        words: How a person reads it.
        belongs: What belongs under it, for a topic that is still bare.
        source: Where it comes from.
    """

    id: TopicId
    group: TopicGroup
    words: str
    belongs: str
    source: str


_SURVEY = "AMP: evaluation process"
_APPOINTING = "AsyncAPI: recognizing contributors and appointing new maintainers"
_OURS = "our ordering of the program's guide"

_FORM = (
    ("scope", "The project's scope", "what the project was to be, and how it moved"),
    ("interaction", "Quality of interaction", "calls held, questions asked and answered, feedback taken up"),
    ("skills", "Skills and responsiveness", "work that shows a skill, answers that came soon"),
    ("learned", "What I learned", "what is known now that was not known at the start"),
    ("organisation", "Quality of the organisation", "what helped, and what was missing, around the program"),
)
_CRITERIA = (
    ("quality", "Consistent quality contributions", "work that was merged, release after release"),
    ("responsiveness", "Responsiveness", "reviews, questions and messages that were answered"),
    ("initiative", "Initiative", "what was begun without being asked"),
    ("community mindset", "Community mindset", "help for others, thanks, newcomers made welcome"),
    ("technical alignment", "Technical alignment", "decisions that follow the project's direction"),
)
_CONTRIBUTIONS = (
    ("issues", "Issues, pull requests, feedback", "reports, fixes, words on the work of others"),
    ("reviewing", "Reviewing and testing", "pull requests reviewed, releases tried out"),
    ("documentation", "Documentation", "guides, examples, answers that became a page"),
    ("design discussions", "Design discussions", "proposals and what came of them"),
    ("content", "Blogs, talks, onboarding", "posts, talks, videos, what brings others in"),
    ("supporting others", "Supporting others", "questions answered, pairing, mentoring"),
    ("ideas", "Ideas that shape roadmap or architecture", "what the project now does otherwise"),
)
_AREAS: Mapping[Area, tuple[str, str]] = {
    Area.TRIAGE: ("Issue triage", "issues read, asked about, labelled, closed"),
    Area.REVIEW: ("Pull request review", "pull requests read and answered"),
    Area.CODE_OR_DESIGN: ("Code or design", "what was built"),
    Area.DOCS: ("Documentation", "what was written for others"),
    Area.RELEASE: ("Releases and automation", "releases led, workflows mended"),
    Area.COMMUNITY: ("Community support and onboarding", "newcomers helped, questions answered"),
    Area.LEADING: ("Leading", "a part of the project in one's own hands"),
    Area.COMMUNICATION: ("Communication", "updates, calls, decisions written down"),
    Area.OWN: ("An area of my own", "what no other area names"),
}


def _all() -> Iterable[EvidenceTopic]:
    for topic_id, words, belongs in _FORM:
        yield EvidenceTopic(topic_id, TopicGroup.FORM, words, belongs, _SURVEY)
    for topic_id, words, belongs in _CRITERIA:
        yield EvidenceTopic(topic_id, TopicGroup.CRITERION, words, belongs, _APPOINTING)
    for topic_id, words, belongs in _CONTRIBUTIONS:
        yield EvidenceTopic(topic_id, TopicGroup.CONTRIBUTION, words, belongs, _APPOINTING)
    for area, (words, belongs) in _AREAS.items():
        yield EvidenceTopic(area.value, TopicGroup.AREA, words, belongs, _OURS)


TOPICS: Mapping[TopicId, EvidenceTopic] = MappingProxyType({topic.id: topic for topic in _all()})
"""Every topic by its id, in the order in which they are shown. Another one is one more line above."""


def topics_of(group: TopicGroup) -> tuple[EvidenceTopic, ...]:
    """The topics of one group, in their order."""
    return tuple(topic for topic in TOPICS.values() if topic.group is group)


def topic_named(name: str) -> EvidenceTopic:
    """The topic that a person names: by its id, by its words, or by how one of them begins.

    Raises:
        InvalidValueError: None is named so, or several are.
    """
    wanted = " ".join(name.replace("-", " ").replace("_", " ").casefold().split())
    if wanted in TOPICS:
        return TOPICS[wanted]
    named = [topic for topic in TOPICS.values() if topic.words.casefold() == wanted]
    if not named:
        texts = ((topic, f" {topic.id} {topic.words.casefold()}") for topic in TOPICS.values())
        named = [topic for topic, text in texts if wanted and f" {wanted}" in text]
    if len(named) == 1:
        return named[0]
    if named:
        raise InvalidValueError(f"Several topics are called so: “{name}”.", _choice(named))
    raise InvalidValueError(f"There is no topic “{name}”.", _choice(TOPICS.values()))


def _choice(topics: Iterable[EvidenceTopic]) -> str:
    return "It can be " + ", ".join(topic.id for topic in topics) + "."


@dataclass(frozen=True, kw_only=True)
class PinnedEvidence:
    """A pin as it is listed, with what it shows.

    Attributes:
        pin: The topic, and which fact.
        entry: The id of the entry.
        kind: Of the entry.
        title: Of the entry; may be empty.
        entry_day: Of the entry itself.
        values: The fields of the entry's kind, as JSON values.
        day: Of the fact, or of the entry itself; None for a fact whose day is not known.
        what: What happened; None for the entry itself.
        text: The words of the fact, Markdown; may be empty.
    """

    pin: Pin
    entry: UUID
    kind: Kind
    title: str
    entry_day: date
    values: Mapping[str, Json] = field(compare=False, repr=False)
    day: date | None
    what: What | None = None
    text: str = ""

    @classmethod
    def of(cls, entry: Entry, topic: TopicId, fact: Fact | None = None) -> "PinnedEvidence":
        """An entry, or one fact of it, as it is listed once it is pinned to a topic."""
        return cls(
            pin=Pin(topic, "" if fact is None else fact.key),
            entry=entry.id,
            kind=entry.kind,
            title=entry.title,
            entry_day=entry.day,
            values=field_values(entry),
            day=entry.day if fact is None else fact.day,
            what=None if fact is None else fact.what,
            text="" if fact is None else fact.text,
        )


@dataclass(frozen=True)
class TopicEvidence:
    """A topic and what carries it, the oldest first; nothing for one that is still bare."""

    topic: EvidenceTopic
    pins: tuple[PinnedEvidence, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether nothing carries it yet."""
        return not self.pins


def board_of(pinned: Iterable[PinnedEvidence]) -> tuple[TopicEvidence, ...]:
    """Every topic with what carries it; what only a newer version knows as a topic is passed over."""
    by_topic: dict[TopicId, list[PinnedEvidence]] = {topic_id: [] for topic_id in TOPICS}
    for one in pinned:
        if one.pin.topic in by_topic:
            by_topic[one.pin.topic].append(one)
    return tuple(TopicEvidence(TOPICS[topic_id], tuple(pins)) for topic_id, pins in by_topic.items())


@dataclass(frozen=True)
class Claim:
    """Something that a nomination says, and what shows it.

    Attributes:
        topic: The criterion, or the kind of contribution.
        pinned: The entry, or the fact of it, that it comes from.
        links: The addresses that show it; none for what is a claim without a link.
        sharing: How its entry is marked, as it is stored.
    """

    topic: EvidenceTopic
    pinned: PinnedEvidence
    links: tuple[str, ...]
    sharing: str


def facts_to_pin(entry: Entry) -> tuple[Fact, ...]:
    """The facts of an entry that can be evidence: those that are told as something that happened."""
    return tuple(fact for fact in entry.facts() if fact.what is not None)


def fact_named(entry: Entry, typed: str) -> Fact:
    """The fact of an entry that a person names: by its key, by what happened, or by its words.

    Raises:
        InvalidValueError: None is named so, or several are.
    """
    facts, wanted = facts_to_pin(entry), " ".join(typed.casefold().split())
    found = [fact for fact in facts if fact.key == typed]
    found = found or [fact for fact in facts if fact.what == wanted]
    found = found or [fact for fact in facts if wanted and wanted in " ".join(fact.text.casefold().split())]
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidValueError("Several facts of this entry are called so.", "Give more of its words.")
    known = ", ".join(dict.fromkeys(fact.what.value for fact in facts if fact.what))
    raise InvalidValueError(
        "This entry has no such fact.", f"It has: {known}." if known else "Pin the entry itself."
    )


def links_of(entry: Entry, fact: Fact | None) -> tuple[str, ...]:
    """The addresses that show an entry, or one fact of it; a fact with its own words has those in them."""
    if fact is not None and fact.what in TOLD_BY_THEIR_WORDS and fact.text.strip():
        return work_addresses(fact.text)
    return tuple(address for point in entry.evidence_points() for address in point.texts)


TOLD_BY_THEIR_WORDS = frozenset(
    {What.STEP_DONE, What.MOVED, What.ANSWERED, What.AGREED, What.ACTION_DONE, What.FEEDBACK}
)
"""Facts that have words of their own; of every other one the title of the entry is told."""
