"""Entries, their private words already cut, under the headings of a template."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from uuid import UUID

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import (
    Inline,
    Level,
    Place,
    Style,
    Styled,
    SummaryGroup,
    SummaryItem,
    SummaryLine,
    SummarySection,
    Text,
)
from amp_desktop.domain.summary_text import SummaryFact, TimeSpan, Topic
from amp_desktop.sharing.audiences import MENTOR, Audience
from amp_desktop.sharing.disclosure.items import item_of
from amp_desktop.sharing.disclosure.lines import PARAGRAPH, TITLE, LineWriter, Wordings
from amp_desktop.sharing.disclosure.shown_pictures import TickedPictures
from amp_desktop.sharing.period import Period
from amp_desktop.sharing.renderers.formatting import plain
from amp_desktop.sharing.templates.base import BareSections, Section, Template
from amp_desktop.sharing.templates.variants import CLOSING_KEY, GREETING_KEY, TITLE_KEY, heading_key

_NO_TITLE = "Summary"
"""Stands on top where nothing is left of a title of the mentee's own."""

OWN_WORDS = 2000
"""Letters of what the mentee writes under a heading of an assembled text, at most."""


@dataclass(frozen=True)
class SummaryPage:
    """What leaves but for the line under its title.

    Attributes:
        title: Plain text.
        title_place: Where it can be worded anew.
        greeting: A paragraph before all else; may be empty.
        greeting_place: Where that can be worded anew.
        closing: A paragraph after the sections; may be empty.
        closing_place: Where that can be worded anew.
        sections: Those that have something to tell.
        appendix: Entries as a whole, in the order of their days.
        entries: Ids of all entries that it tells of, in its order.
    """

    title: str
    title_place: Place
    greeting: tuple[Inline, ...]
    greeting_place: Place
    closing: tuple[Inline, ...]
    closing_place: Place
    sections: tuple[SummarySection, ...]
    appendix: tuple[SummaryItem, ...]
    entries: tuple[UUID, ...]


@dataclass(frozen=True)
class _Told:
    """A line, the fact that it tells and the entry that the fact is of."""

    entry: Entry
    fact: SummaryFact
    line: SummaryLine

    @property
    def order(self) -> tuple[int, str, date]:
        return self.fact.place


class PageWriter:
    """Puts what the entries tell under the headings of a template."""

    def __init__(
        self,
        entries: Sequence[Entry],
        template: Template,
        period: Period,
        draft: ShareDraft,
        wordings: Wordings,
        audience: Audience = MENTOR,
        pictures: TickedPictures | None = None,
        repository: str = "",
    ) -> None:
        """Get ready.

        Args:
            entries: What leaves, in the order of their days.
            template: Which headings there are.
            period: The time that is looked back on.
            draft: Levels and greeting for this time.
            wordings: The words of each place.
            audience: Who reads it.
            pictures: Which pictures leave.
            repository: The address of the project's code, as the mentee gave it; may be empty.
        """
        self._repository = repository.strip()
        self._pictures = pictures or TickedPictures({}, {})
        self._audience = audience
        newest = period.until or max((entry.day for entry in entries), default=None)
        time = TimeSpan(period.since, period.until)
        self._told_of = entries
        self._lines = LineWriter(wordings, time, newest.year if newest else None)
        self._template = template
        self._draft = draft
        self._wordings = wordings
        self._entries: dict[UUID, None] = {}
        self._whole: set[UUID] = set()

    def page(self) -> SummaryPage:
        """The page that tells of the entries."""
        entries = self._told_of
        sections = self._with_bare([(one, self._section(one, entries)) for one in self._template.sections])
        appendix = tuple(self._appendix(entries))
        title, place = self._headed_as(TITLE_KEY, self._template.title, _NO_TITLE)
        draft, template = self._draft, self._template
        greeting, greeting_place = self._paragraph(GREETING_KEY, draft.greeting, template.greeting)
        closing, closing_place = self._paragraph(CLOSING_KEY, draft.closing, template.closing)
        page = SummaryPage(
            title,
            place,
            greeting,
            greeting_place,
            closing,
            closing_place,
            sections,
            appendix,
            tuple(self._entries),
        )
        return page if self._template.most_lines is None else self._brief(page, self._template.most_lines)

    def _with_bare(
        self, sections: Sequence[tuple[Section, SummarySection | None]]
    ) -> tuple[SummarySection, ...]:
        """The sections that tell something, and bare ones as the template wants them."""
        how = self._template.bare
        has_any = any(made for _, made in sections)
        if how is BareSections.LEFT_OUT or (how is BareSections.ALL_OR_NONE and has_any):
            return tuple(made for _, made in sections if made is not None)
        return tuple(filter(None, (made or self._bare(section) for section, made in sections)))

    def _bare(self, section: Section) -> SummarySection | None:
        """What belongs under a heading, or the mentee's own words for it; nothing where they left it out."""
        usual: tuple[Inline, ...] = ()
        if self._has_address(section):
            usual = self._wordings.read(f"<{self._repository}>", OWN_WORDS)
        elif section.belongs:
            usual = (Styled(Style.EMPHASIS, (Text(section.belongs),)),)
        words, place = self._wordings.of(section.own_key, usual, OWN_WORDS)
        if not words:
            return None
        return self._headed(section, groups=(SummaryGroup("", (SummaryLine(words=words, place=place),)),))

    def _headed_as(self, key: str, words: str, otherwise: str) -> tuple[str, Place]:
        """A title or heading, which the mentee's own templates have in their words, cut as all words are."""
        usual = plain(self._wordings.read(words, TITLE)) or otherwise
        told, place = self._wordings.of(key, (Text(usual),), TITLE)
        return plain(told) or usual, place

    def _paragraph(self, key: str, own: str, usual: str) -> tuple[tuple[Inline, ...], Place]:
        """The mentee's own, else the template's, which may be worded anew or left out."""
        if own.strip():
            return self._wordings.read(own, PARAGRAPH), Place()
        words = self._wordings.read(usual, PARAGRAPH)
        return self._wordings.of(key, words, PARAGRAPH) if words else ((), Place())

    def _brief(self, page: SummaryPage, most: int) -> SummaryPage:
        """The page in so many lines: one for each thing, each heading with one at least, then by turns."""
        sections = [replace(section, groups=_in_lines(section)) for section in page.sections]
        room = most - 2 - bool(page.greeting) - bool(page.closing) - len(sections)
        kept = _by_turns([len(section.groups[0].lines) for section in sections], room)
        told = tuple(
            replace(section, groups=(SummaryGroup("", section.groups[0].lines[:count]),))
            for section, count in zip(sections, kept, strict=True)
            if count
        )
        keys = {line.place.key.partition(":")[0] for section in told for line in section.lines}
        entries = tuple(entry for entry in page.entries if str(entry) in keys)
        return replace(page, sections=told, appendix=(), entries=entries)

    def _appendix(self, entries: Iterable[Entry]) -> Iterator[SummaryItem]:
        """What leaves as a whole, though perhaps no line of it stands above."""
        for entry in entries:
            home = self._template.section_of(entry)
            if home is None or home.level is Level.WHOLE or self._level(entry, home) is not Level.WHOLE:
                continue
            self._entries.setdefault(entry.id)
            yield self._item(entry)
        whole = self._whole
        for entry in entries:
            if entry.id in self._entries and entry.id not in whole and self._pictures.of((entry.id,)):
                item = self._pictures.alone(entry.id, self._wordings.names.told_item(item_of(entry)))
                if item is not None:
                    yield item

    def _section(self, section: Section, entries: Sequence[Entry]) -> SummarySection | None:
        if section.level is Level.WHOLE:
            return self._section_of_items(section, entries)
        told = sorted(self._told(section, entries), key=lambda told: told.order)
        if not told:
            return None
        own = self._own_words(section)
        for one in told:
            self._entries.setdefault(one.entry.id)
        return self._headed(section, groups=(*own, *self._groups(told)))

    def _own_words(self, section: Section) -> tuple[SummaryGroup, ...]:
        """What the mentee wrote under a heading of an assembled text, before what is told there."""
        is_said = section.own_key in self._wordings.edits or self._has_address(section)
        if not (self._template.is_assembled and is_said):
            return ()
        bare = self._bare(section)
        return bare.groups if bare is not None else ()

    def _has_address(self, section: Section) -> bool:
        """Whether the address of the project stands under a heading unless the mentee says otherwise."""
        return bool(self._repository) and section.topics == frozenset({Topic.REPOSITORY})

    def _section_of_items(self, section: Section, entries: Iterable[Entry]) -> SummarySection | None:
        standing = [entry for entry in entries if section.is_of(entry, entry.topic)]
        for entry in standing:
            self._entries.setdefault(entry.id)
        return self._headed(section, items=tuple(map(self._item, standing))) if standing else None

    def _headed(
        self,
        section: Section,
        *,
        items: tuple[SummaryItem, ...] = (),
        groups: tuple[SummaryGroup, ...] = (),
    ) -> SummarySection:
        words, place = self._headed_as(heading_key(section), section.heading, section.key)
        return SummarySection(words, items, groups, section.is_numbered, place)

    def _told(self, section: Section, entries: Iterable[Entry]) -> Iterator[_Told]:
        for entry in entries:
            if section.takes(entry):
                facts = section.told_of(entry, self._lines.time)
                level = self._level(entry, section)
                if level is Level.WHOLE and self._template.most_lines is not None:
                    level = Level.LINE  # a message has no room at its end for whole entries
                for fact, line in self._lines.lines(entry, facts, level):
                    yield _Told(entry, fact, line)

    def _level(self, entry: Entry, section: Section | None) -> Level:
        """How much of an entry leaves: as the mentee says, else as the section does."""
        usual = self._audience.level(section.usual_level) if section is not None else Level.LINE
        return self._draft.levels.get(entry.id, usual)

    def _item(self, entry: Entry) -> SummaryItem:
        self._whole.add(entry.id)
        return self._pictures.placed(self._wordings.names.told_item(item_of(entry)))

    def _groups(self, told: Iterable[_Told]) -> Iterator[SummaryGroup]:
        for (_, heading), lines in groupby(told, key=lambda one: one.order[:2]):
            yield SummaryGroup(self._wordings.names.told_words(heading), tuple(one.line for one in lines))


def _in_lines(section: SummarySection) -> tuple[SummaryGroup, ...]:
    """All lines in one group, each of them one: what stood under it goes on in it."""
    return (SummaryGroup("", tuple(map(_one_line, section.lines))),)


def _one_line(line: SummaryLine) -> SummaryLine:
    under = line.below[0] if line.below else None
    if under is None or line.more:
        return replace(line, below=())
    label: tuple[Inline, ...] = (Text(f"{under.label}: "),) if under.label else ()
    return replace(line, more=(*label, *under.words), below=())


def _by_turns(counts: list[int], room: int) -> list[int]:
    """How many of each have room, given by turns, so that none takes all of it."""
    kept = [0] * len(counts)
    while room > 0 and kept != counts:
        for at, count in enumerate(counts):
            if kept[at] < count and room > 0:
                kept[at] += 1
                room -= 1
    return kept
