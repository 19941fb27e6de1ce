"""What carries the topics of an evaluation and of a nomination: pinning it, and showing it as a board."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.changes import Change
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.evidence import (
    TOPICS,
    Claim,
    EvidenceTopic,
    PinnedEvidence,
    TopicEvidence,
    TopicGroup,
    board_of,
    links_of,
)
from amp_desktop.domain.evidence_suggestions import PinSuggestion, suggested
from amp_desktop.domain.pins import Pin, TopicId
from amp_desktop.domain.query import EntryQuery

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store


MOST_LOOKED_AT = 400
"""So many of the newest entries are looked through for suggestions: in some hundredths of a second."""
MOST_SUGGESTED = 12
"""Suggestions for one topic, at most."""

_NAME = "name in the project"
_REFUSED = "evidence: not this one"
_CASE = (TopicGroup.CRITERION, TopicGroup.CONTRIBUTION)


def known_name(store: "Store") -> str:
    """The name by which the mentee is known where the project lives, without "@"; empty until it is said."""
    kept = store.setting(_NAME)
    return kept if isinstance(kept, str) else ""


class JournalEvidence:
    """The evidence of one open journal. Pinning shares nothing."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def board(self) -> tuple[TopicEvidence, ...]:
        """Every topic with what carries it, in their order; nothing that lies in the bin."""
        return board_of(self._store.pinned_evidence())

    def case(self) -> tuple[Claim, ...]:
        """The case for becoming a maintainer: what carries the criteria and the contributions.

        A self-care note, and what is sealed, is none of it, since it could not leave.
        """
        shown = [one for one in self.board() if one.topic.group in _CASE and one.pins]
        ids = dict.fromkeys(pinned.entry for one in shown for pinned in one.pins)
        entries = {entry.id: entry for entry in self._store.several(ids)}
        return tuple(
            _claim(one.topic, pinned, entries[pinned.entry])
            for one in shown
            for pinned in one.pins
            if not (entries[pinned.entry].IS_MOST_PRIVATE or entries[pinned.entry].is_sealed)
        )

    def suggestions(self) -> Mapping[TopicId, tuple[PinSuggestion, ...]]:
        """What of the newest entries could carry which topic, newest first; never what was refused."""
        refused = self._refused()
        found: dict[TopicId, list[PinSuggestion]] = {}
        full: set[TopicId] = set()
        for entry in islice(self._store.entries(EntryQuery()), MOST_LOOKED_AT):
            for one in suggested(entry, but=full):
                topic = one.pinned.pin.topic
                if one.key not in refused:
                    found.setdefault(topic, []).append(one)
                    if len(found[topic]) == MOST_SUGGESTED:
                        full.add(topic)
        return {topic: tuple(offered) for topic, offered in found.items()}

    def refuse(self, suggestion: PinSuggestion, *, refused: bool = True) -> None:
        """Not this one: it is offered for its topic no more, or again after all."""
        with self._store.at_once():
            kept = self._refused() - {suggestion.key}
            self._store.set_setting(_REFUSED, [*sorted(kept | {suggestion.key} if refused else kept)])

    def _refused(self) -> frozenset[str]:
        kept = self._store.setting(_REFUSED)
        return frozenset(map(str, kept)) if isinstance(kept, list) else frozenset()

    def pin(self, ids: Iterable[UUID], topic: TopicId, fact: str = "") -> tuple[Change, ...]:
        """Pin entries, or one fact of one of them, to a topic; what is pinned there already stays so.

        Args:
            ids: Which entries. What is sealed, and stands on no board, is passed over, as is what a newer
                version wrote.
            topic: The id of the topic.
            fact: The key of the fact (`Fact.key`); empty for the entries themselves.

        Returns:
            Each that became another, for `Journal.take_back`.

        Raises:
            InvalidValueError: There is no such topic, or the fact is not true of one of the entries.
            UnknownEntryError: One of them is gone; nothing was pinned.
        """
        return self.pin_facts(dict.fromkeys(ids, (fact,)), topic)

    def pin_facts(self, facts: Mapping[UUID, Iterable[str]], topic: TopicId) -> tuple[Change, ...]:
        """Pin several facts of several entries to a topic, in one transaction; see `pin`.

        Args:
            facts: The keys of the facts of each entry; an empty one for the entry itself.
            topic: The id of the topic.
        """
        if topic not in TOPICS:
            raise InvalidValueError(f"There is no topic “{topic}”.")

        def pinned(entry: Entry) -> Entry:
            if entry.is_sealed:
                return entry
            pins = tuple(Pin(topic, fact) for fact in facts[entry.id])
            if not {"", *(fact.key for fact in entry.facts())} >= {pin.fact for pin in pins}:
                raise InvalidValueError("What was to be pinned is no longer true of this entry.")
            return replace(entry, pins=(*entry.pins, *pins))

        return self._change(facts, pinned)

    def sealed_among(self, ids: Iterable[UUID]) -> int:
        """How many of these entries are sealed, and cannot be pinned."""
        asked = {*ids}
        return len(asked) - len(self._store.known_ids(asked))  # what is sealed is not known here

    def unpin(self, ids: Iterable[UUID], topic: TopicId, fact: str = "") -> tuple[Change, ...]:
        """Take entries, or one fact of one of them, off a topic.

        Returns:
            Each that became another, for `Journal.take_back`.

        Raises:
            UnknownEntryError: One of them is gone; nothing was changed.
        """
        key = (topic, fact)
        return self._change(
            ids, lambda entry: replace(entry, pins=tuple(pin for pin in entry.pins if pin.key != key))
        )

    @property
    def name(self) -> str:
        """The mentee's name where the project lives, such as on GitHub, without "@"; asked for once."""
        return known_name(self._store)

    def set_name(self, name: str) -> None:
        """Keep that name.

        Raises:
            InvalidValueError: It holds more than one word.
        """
        bare = name.strip().removeprefix("@")
        if len(bare.split()) > 1:
            raise InvalidValueError("A name on GitHub is one word.", "Write it as in its address.")
        self._store.set_setting(_NAME, bare)

    def _change(self, ids: Iterable[UUID], how: Callable[[Entry], Entry]) -> tuple[Change, ...]:
        """Change pins. Nobody has written in the entries for that, so they were not updated."""
        return self._store.change(ids, how, as_it_is=True)


def _claim(topic: EvidenceTopic, pinned: PinnedEvidence, entry: Entry) -> Claim:
    fact = next((fact for fact in entry.facts() if fact.key == pinned.pin.fact), None)
    return Claim(topic, pinned, links_of(entry, fact), entry.stored_sharing)
