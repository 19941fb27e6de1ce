"""What could carry which topic, by what an entry says of itself: only offered, never pinned by itself."""

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from amp_desktop.domain.dated_facts import Fact, What
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.evidence import TOLD_BY_THEIR_WORDS, TOPICS, PinnedEvidence, facts_to_pin
from amp_desktop.domain.kinds.goal import Area
from amp_desktop.domain.pins import TopicId
from amp_desktop.domain.text.entry_tags import tags_of
from amp_desktop.domain.work import Work


class SuggestionReason(StrEnum):
    """Why something is offered."""

    AREA = "area"
    WORK = "work"
    TAG = "tag"
    LINK = "link"
    FACT = "fact"


@dataclass(frozen=True)
class PinSuggestion:
    """Something that could carry a topic.

    Attributes:
        pinned: The pin as it would be listed.
        reason: Why it is offered.
    """

    pinned: PinnedEvidence
    reason: SuggestionReason

    @property
    def key(self) -> str:
        """Tells it from every other one, also once it was said that it is none."""
        return f"{self.pinned.entry} {self.pinned.pin.topic}/{self.pinned.pin.fact}"


_BY_AREA: Mapping[str, tuple[TopicId, ...]] = {
    Area.TRIAGE: ("issues", "responsiveness"),
    Area.REVIEW: ("reviewing", "responsiveness"),
    Area.CODE_OR_DESIGN: ("quality", "skills"),
    Area.DOCS: ("documentation",),
    Area.RELEASE: ("quality", "technical alignment"),
    Area.COMMUNITY: ("supporting others", "community mindset"),
    Area.LEADING: ("initiative",),
    Area.COMMUNICATION: ("interaction", "content"),
}
_BY_WORK: Mapping[str, tuple[TopicId, ...]] = {
    Work.TRIAGE: (Area.TRIAGE.value, "issues"),
    Work.REVIEW: (Area.REVIEW.value, "reviewing", "responsiveness"),
    Work.HELP: ("supporting others", "community mindset", Area.COMMUNITY.value),
    Work.DOCS: (Area.DOCS.value, "documentation"),
    Work.TALK: ("content", Area.COMMUNICATION.value),
    Work.PAIRING: ("supporting others", "interaction"),
}
_BY_FACT: Mapping[What, tuple[TopicId, ...]] = {
    What.REACHED: ("quality", "skills"),
    What.ACHIEVED: ("skills", "initiative"),
    What.RESOLVED: ("learned",),
    What.LET_GO: ("learned", "scope"),
    What.MOVED: ("scope",),
    What.ANSWERED: ("interaction",),
    What.FEEDBACK: ("interaction",),
    What.AGREED: ("organisation",),
}
_BY_LINK = (
    (re.compile(r"/(?:pulls?|merge_requests)/\d+"), ("issues", "quality")),
    (re.compile(r"/issues/\d+"), ("issues",)),
    (re.compile(r"/discussions/\d+"), ("design discussions", "ideas")),
    (re.compile(r"(?:/blog\b|youtu\.?be|/posts?/|medium\.com|dev\.to)"), ("content",)),
)
_TAG_WORDS: Mapping[str, TopicId] = {
    word: topic.id for topic in TOPICS.values() for word in re.findall(r"\w{4,}", topic.words.casefold())
} | {topic_id: topic_id for topic_id in TOPICS}


def suggested(entry: Entry, but: Container[TopicId] = ()) -> Iterator[PinSuggestion]:
    """What of an entry could carry which topic, each once, the strongest reason first; nothing pinned.

    Args:
        entry: Which.
        but: Topics that have enough offered; it is asked anew for each.
    """
    if entry.IS_MOST_PRIVATE or entry.is_sealed or not entry.is_writable:
        return
    apart = {fact.key for fact in entry.facts() if fact.what in TOLD_BY_THEIR_WORDS}
    told = {(pin.topic, pin.fact if pin.fact in apart else "") for pin in entry.pins}
    for topic, fact, reason in _reasons(entry):
        if topic in but:
            continue
        key = fact.key if fact is not None else ""
        says = (topic, key if key in apart else "")  # every other fact would tell the entry's title once more
        if says not in told:
            told.add(says)
            yield PinSuggestion(PinnedEvidence.of(entry, topic, fact), reason)


def _reasons(entry: Entry) -> Iterator[tuple[TopicId, Fact | None, SuggestionReason]]:
    facts = facts_to_pin(entry)
    for fact in facts:
        if fact.what is What.WORKED:
            yield from ((topic, fact, SuggestionReason.WORK) for topic in _BY_WORK.get(fact.text, ()))
    for area in entry.areas:
        done = [fact for fact in facts if fact.what in (What.STEP_DONE, What.ACHIEVED)]
        for topic in (area, *_BY_AREA.get(area, ())):
            yield from ((topic, fact, SuggestionReason.AREA) for fact in done)
    for point in entry.evidence_points():
        for pattern, topics in _BY_LINK:
            if any(pattern.search(address) for address in point.texts):
                yield from ((topic, None, SuggestionReason.LINK) for topic in topics)
    for tag in tags_of(entry):
        topic_of_tag = _TAG_WORDS.get(tag.casefold())
        if topic_of_tag is not None:
            yield topic_of_tag, None, SuggestionReason.TAG
    for fact in facts:
        if fact.what is not None:
            yield from ((topic, fact, SuggestionReason.FACT) for topic in _BY_FACT.get(fact.what, ()))
