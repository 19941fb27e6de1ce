"""What is said of topics, facts and pins."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.attachment import in_words
from amp_desktop.domain.dated_facts import Fact, What
from amp_desktop.domain.evidence import TOPICS, EvidenceTopic, PinnedEvidence, TopicGroup
from amp_desktop.domain.evidence_suggestions import SuggestionReason
from amp_desktop.domain.pins import Pin
from amp_desktop.ui.kinds.plain_line import plain_line
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.style.dates import short_day

translate = QCoreApplication.translate


def group_words(group: TopicGroup) -> str:
    """The heading over the topics of a group."""
    return {
        TopicGroup.FORM: translate("Evidence", "What the evaluation asks about"),
        TopicGroup.CRITERION: translate("Evidence", "Criteria for maintainers"),
        TopicGroup.CONTRIBUTION: translate("Evidence", "Contributions that count"),
        TopicGroup.AREA: translate("Evidence", "Areas"),
    }[group]


def topic_words(topic: EvidenceTopic) -> str:
    """What a topic is called."""
    return translate("Evidence", topic.words)


def belongs_words(topic: EvidenceTopic) -> str:
    """What belongs under a topic that is still bare."""
    return translate("Evidence", topic.belongs)


def what_words(what: What) -> str:
    """What happened, in a word or two."""
    return {
        What.STEP_DONE: translate("Evidence", "step done"),
        What.ACHIEVED: translate("Evidence", "achieved"),
        What.LET_GO: translate("Evidence", "let go"),
        What.MOVED: translate("Evidence", "day moved"),
        What.ASKED: translate("Evidence", "asked"),
        What.ANSWERED: translate("Evidence", "answered"),
        What.RESOLVED: translate("Evidence", "resolved"),
        What.REACHED: translate("Evidence", "reached"),
        What.WORKED: translate("Evidence", "worked"),
        What.AGREED: translate("Evidence", "agreed"),
        What.ACTION_DONE: translate("Evidence", "action done"),
        What.FEEDBACK: translate("Evidence", "feedback"),
    }[what]


def fact_words(fact: Fact) -> str:
    """A fact of an entry as one line: "step done: Draft the notes"."""
    what = what_words(fact.what) if fact.what is not None else ""
    text = " ".join(in_words(fact.text).split())
    return translate("Evidence", "{what}: {words}").format(what=what, words=text) if text else what


def title_words(pinned: PinnedEvidence) -> str:
    """The entry of a pin."""
    return pinned.title or kind_view(pinned.kind).untitled_row(pinned.entry_day, pinned.values)


def first_words(pinned: PinnedEvidence) -> str:
    """What a pin shows: the words of its fact, else the title of its entry."""
    text = plain_line(" ".join(in_words(pinned.text).split()))[0]
    if text and pinned.what is What.MOVED:  # "from 7 August to 28 August: why" begins no line by itself
        return translate("Evidence", "Moved {words}").format(words=text)
    return text or title_words(pinned)


def detail_words(pinned: PinnedEvidence, today: date) -> str:
    """Kind, entry, what happened and when, in one quiet line."""
    parts = (
        kind_view(pinned.kind).name(),
        pinned.title if pinned.text.strip() else "",
        what_words(pinned.what) if pinned.what is not None else "",
        short_day(pinned.day, today) if pinned.day is not None else "",
    )
    return " · ".join(filter(None, parts))


def pin_words(pin: Pin, facts: dict[str, Fact]) -> str:
    """A pin of an open entry: its topic, and which fact of it if not all."""
    topic = TOPICS.get(pin.topic)
    words = topic_words(topic) if topic is not None else pin.topic
    fact = facts.get(pin.fact)
    if fact is None:
        return words
    return translate("Evidence", "{topic} · {fact}").format(topic=words, fact=fact_words(fact))


def reason_words(reason: SuggestionReason) -> str:
    """Why something is offered."""
    return {
        SuggestionReason.AREA: translate("Evidence", "offered by its area"),
        SuggestionReason.WORK: translate("Evidence", "offered by the work"),
        SuggestionReason.TAG: translate("Evidence", "offered by its tag"),
        SuggestionReason.LINK: translate("Evidence", "offered by its link"),
        SuggestionReason.FACT: translate("Evidence", "offered by what happened"),
    }[reason]
