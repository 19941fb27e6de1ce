"""What the page shows, as rows: nothing here is counted or scored."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.evidence import (
    TOPICS,
    EvidenceTopic,
    PinnedEvidence,
    TopicEvidence,
    facts_to_pin,
)
from amp_desktop.domain.pins import TopicId
from amp_desktop.journal import Journal
from amp_desktop.ui.evidence.rows import BoardRow, BoardRowKind
from amp_desktop.ui.pinning.labels import (
    belongs_words,
    detail_words,
    first_words,
    group_words,
    reason_words,
    topic_words,
)

if TYPE_CHECKING:
    from amp_desktop.domain.evidence_suggestions import PinSuggestion

translate = QCoreApplication.translate

MOST_FOUND = 30
"""Entries that a search offers to be pinned."""


class EvidencePresenter:
    """Reads the board and the offers of one journal."""

    def __init__(self) -> None:
        self._board: tuple[TopicEvidence, ...] = ()
        self._suggestions: Mapping[TopicId, tuple[PinSuggestion, ...]] | None = None

    @property
    def is_bare(self) -> bool:
        """Whether nothing is pinned yet."""
        return all(one.is_bare for one in self._board)

    def read(self, journal: Journal) -> None:
        """Read the board anew; what is offered is read when it is next asked for.

        Raises:
            JournalError: It cannot be read.
        """
        self._board = journal.evidence.board()
        self._suggestions = None

    def forget(self) -> None:
        """Drop every word."""
        self._board, self._suggestions = (), None

    def board_rows(self, today: date) -> Iterator[BoardRow]:
        """Every topic under its group, what carries it, or what belongs there."""
        group = None
        for one in self._board:
            if one.topic.group is not group:
                group = one.topic.group
                yield BoardRow(BoardRowKind.GROUP, group_words(group), group=group)
            yield BoardRow(BoardRowKind.TOPIC, topic_words(one.topic), _bare_words(one), topic=one.topic)
            for pinned in one.pins:
                yield BoardRow(
                    BoardRowKind.PIN,
                    first_words(pinned),
                    detail_words(pinned, today),
                    topic=one.topic,
                    pinned=pinned,
                )

    def suggestion_rows(self, journal: Journal, topic: EvidenceTopic, today: date) -> Iterator[BoardRow]:
        """What is offered for a topic by itself.

        Raises:
            JournalError: It cannot be read.
        """
        if self._suggestions is None:
            self._suggestions = journal.evidence.suggestions()
        for one in self._suggestions.get(topic.id, ()):
            detail = " · ".join((detail_words(one.pinned, today), reason_words(one.reason)))
            yield BoardRow(
                BoardRowKind.OFFER,
                first_words(one.pinned),
                detail,
                topic=topic,
                pinned=one.pinned,
                suggestion=one,
            )

    def found_rows(
        self, journal: Journal, typed: str, topic: EvidenceTopic, today: date
    ) -> Iterator[BoardRow]:
        """What a search finds: entries, each followed by its facts.

        Raises:
            JournalError: It cannot be searched.
        """
        hits = journal.search(typed, limit=MOST_FOUND).items
        for hit in hits:
            entry = journal.entry(hit.row.id)
            if entry.is_writable:
                for pinned in _parts(entry, topic.id):
                    yield BoardRow(
                        BoardRowKind.OFFER,
                        first_words(pinned),
                        detail_words(pinned, today),
                        topic=topic,
                        pinned=pinned,
                    )


def _bare_words(one: TopicEvidence) -> str:
    if not one.is_bare:
        return ""
    return translate("Evidence", "Room for {belongs}").format(belongs=belongs_words(one.topic))


def _parts(entry: Entry, topic: TopicId) -> Iterator[PinnedEvidence]:
    """The entry as a whole, and each of its facts, as they would be pinned; not those that are."""
    known = {pin.key for pin in entry.pins}
    for fact in (None, *facts_to_pin(entry)):
        pinned = PinnedEvidence.of(entry, topic, fact)
        if pinned.pin.key not in known:
            yield pinned


def first_topic() -> EvidenceTopic:
    """The topic that the page begins with."""
    return next(iter(TOPICS.values()))
