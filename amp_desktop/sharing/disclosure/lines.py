"""An entry, its private words already cut, as lines of a summary."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from amp_desktop.domain.summary import (
    Level,
    Link,
    Paragraph,
    Place,
    SummaryDetail,
    SummaryLine,
    Text,
    Wording,
)
from amp_desktop.domain.summary_text import SummaryFact, SummaryText, TimeSpan
from amp_desktop.domain.text.addresses import host_and_path
from amp_desktop.domain.text.day_words import day_text, short_day_text
from amp_desktop.domain.text.texts import texts_of
from amp_desktop.sharing.disclosure.invisible import without_hidden
from amp_desktop.sharing.disclosure.one_line import first_words, shortened
from amp_desktop.sharing.markdown.reading import read_address, read_markdown
from amp_desktop.sharing.renderers.formatting import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from datetime import date

    from amp_desktop.domain.entry import Entry
    from amp_desktop.domain.share_draft import WordingEdit
    from amp_desktop.domain.summary import Inline
    from amp_desktop.sharing.disclosure.link_names import Names

TITLE = 90
"""Letters that stand for a title that was not written, at most."""

LINE = 160
"""Letters that go on in a line, or are told under a label, at most; a question ends with its sentences."""

PARAGRAPH = 420
"""Letters of a paragraph, at most; a mentor has two minutes for all of them."""

BESIDE = 28
"""Letters before the day of a line, at most."""

_NUMBER = re.compile(r"/(?:pull|pulls|issues|discussions|merge_requests)/(\d+)(?:[/?#].*)?$")


def short_address(address: str) -> str:
    """A few letters by which one knows an address: "#2261", else its host and its end."""
    number = _NUMBER.search(address)
    if number:
        return f"#{number[1]}"
    host, path = host_and_path(address)
    if not host:
        return address.removeprefix("mailto:")
    path = " ".join(without_hidden(path).split()).rstrip("/ ")
    short = f"{host}/…/{path.rpartition('/')[2]}" if path.count("/") > 1 else f"{host}{path}"
    return short if len(short) <= TITLE // 2 else f"{short[: TITLE // 2]}…"


@dataclass
class Wordings:
    """The words of each place: those of the entry, or the mentee's own for this time.

    Attributes:
        names: Cuts what does not leave, from the mentee's own words, too.
        edits: By the key of the place.
        edited: The places that were asked for and are worded anew, by their keys.
        seen: The places that were looked through before; None where nobody did.
        places: All that were asked for and say something, by their keys.
    """

    names: Names
    edits: Mapping[str, WordingEdit] = field(default_factory=dict)
    edited: dict[str, Place] = field(default_factory=dict)
    seen: frozenset[str] | None = None
    places: dict[str, Place] = field(default_factory=dict)

    def of(self, key: str, words: tuple[Inline, ...], limit: int) -> tuple[tuple[Inline, ...], Place]:
        """What stands at a place, and how it came there.

        Args:
            key: Names the place.
            words: What stands there unless somebody changed it.
            limit: Letters at most.
        """
        source = plain(words)
        is_new = self.seen is not None and key not in self.seen
        edit = self.edits.get(key)
        if edit is None:
            place = Place(key=key, source=source, is_new=is_new)
            if words:
                self.places[key] = place
            return words, place
        wording = Wording.EDITED if edit.source == source else Wording.OUTDATED
        place = Place(key=key, source=source, wording=wording, is_new=is_new)
        self.edited[key] = self.places[key] = place
        return self.read(edit.words, limit), place

    def read(self, markdown: str, limit: int) -> tuple[Inline, ...]:
        """A line of Markdown that was typed for this summary."""
        return self.first_words(self.names.told_text(markdown), limit)

    def first_words(self, markdown: str, limit: int) -> tuple[Inline, ...]:
        """The beginning of a Markdown text as one line, whatever is made of it by reading cut."""
        blocks = self.names.told_blocks(read_markdown(markdown))
        return first_words(blocks, limit, self.names.told_line)


@dataclass(frozen=True)
class LineWriter:
    """Makes the lines of a summary.

    Attributes:
        wordings: What the mentee worded anew.
        time: The days that the summary looks back on.
        year: Days of this year are told without it.
    """

    wordings: Wordings
    time: TimeSpan
    year: int | None

    def lines(
        self, entry: Entry, facts: Iterable[SummaryFact], level: Level
    ) -> Iterator[tuple[SummaryFact, SummaryLine]]:
        """The lines that tell these facts of an entry, each with the fact that it tells."""
        for fact in facts:
            line = self._line(entry, fact, level)
            if line.words:
                yield fact, line

    def _line(self, entry: Entry, fact: SummaryFact, level: Level) -> SummaryLine:
        key = f"{entry.id}:{fact.name}"
        is_title = fact.text is None
        words = self._title(entry) if fact.text is None else self._read(fact.text, LINE)
        more = self._read(fact.more, LINE)
        told, place = self.wordings.of(key, words, LINE + TITLE)
        return SummaryLine(
            words=told,
            more=more if place.wording is Wording.OF_ENTRY else (),
            links=tuple(self._links(fact)),
            when=self._when(fact),
            mark=fact.mark,
            progress=fact.progress,
            below=tuple(self._below(entry, fact, level, key)),
            is_title=is_title,
            place=place,
        )

    def _title(self, entry: Entry) -> tuple[Inline, ...]:
        """Its title, else how it begins, else its day."""
        title = self.wordings.names.told_words(entry.title)
        if title:
            return (Text(title),)
        begins = next(filter(None, (self._read(text, TITLE) for text in texts_of(entry))), ())
        facts = " · ".join(filter(None, entry.summary_facts()))
        return begins or (Text(facts or f"{entry.NAME}, {day_text(entry.day)}"),)

    def _below(self, entry: Entry, fact: SummaryFact, level: Level, key: str) -> Iterator[SummaryDetail]:
        """What stands under a line; what the whole entry tells at the end is not told twice."""
        whole = {text.text for text in entry.summary_texts()} if level is Level.WHOLE else ()
        told = [(text, f"always {at}") for at, text in enumerate(fact.always) if text.text not in whole]
        if level is Level.SHORT:
            short = list(fact.short)
            if fact.text is None:
                short[:1] = [self._paragraph(entry, short)]
            told += [(text, f"short {at}") for at, text in enumerate(short)]
        for text, name in told:
            limit = LINE if text.label and name.startswith("short") else PARAGRAPH
            words, place = self.wordings.of(f"{key}/{name}", self._text(text, limit), limit)
            if words:
                yield SummaryDetail(label=text.label, words=words, place=place)

    def _paragraph(self, entry: Entry, short: list[SummaryText]) -> SummaryText:
        """The one paragraph: the mentee's own for the mentor, else what the kind says, else how it begins."""
        words = entry.words_for_mentor
        if words.strip():
            return SummaryText("", words)
        return short[0] if short else SummaryText("", entry.body if entry.title else "")

    def _text(self, text: SummaryText, limit: int) -> tuple[Inline, ...]:
        points = "; ".join(" ".join(point.texts) for point in text.points)
        return self._read(text.text or points, limit)

    def _links(self, fact: SummaryFact) -> Iterator[Link]:
        """What shows it, each under its words, or under a few letters of its address."""
        for point in fact.evidence:
            for text in point.texts:
                for block in self.wordings.names.told_blocks(read_address(text)):
                    for link in block.content if isinstance(block, Paragraph) else ():
                        if isinstance(link, Link):
                            words = self._read(point.words, TITLE)
                            yield Link(link.address, words or (Text(short_address(link.address)),))

    def _read(self, markdown: str, limit: int) -> tuple[Inline, ...]:
        if not markdown.strip():
            return ()
        return self.wordings.first_words(markdown, limit)

    def _when(self, fact: SummaryFact) -> str:
        """The day, after words that may hold a name; they stand beside the line and never drive it away."""
        before = plain(shortened((Text(self.wordings.names.told_words(fact.before_day)),), BESIDE))
        day = self._day(fact.day) if fact.day is not None else ""
        return " ".join(filter(None, (" ".join(before.split()), day)))

    def _day(self, day: date) -> str:
        return short_day_text(day) if day.year == self.year else f"{short_day_text(day)} {day.year}"
