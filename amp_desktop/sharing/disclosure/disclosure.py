"""The one door: everything that is shared goes through `disclose`, and nothing goes round it."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType
from uuid import UUID

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.program import Phase, Program
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Level, PictureFile, Place, Summary
from amp_desktop.sharing.audiences import MENTOR, Audience, audience_of
from amp_desktop.sharing.disclosure.invisible import without_hidden
from amp_desktop.sharing.disclosure.items import says_something
from amp_desktop.sharing.disclosure.lines import Wordings
from amp_desktop.sharing.disclosure.link_names import Names
from amp_desktop.sharing.disclosure.other_links import with_links
from amp_desktop.sharing.disclosure.other_names import with_names
from amp_desktop.sharing.disclosure.page import PageWriter, SummaryPage
from amp_desktop.sharing.disclosure.redaction import without_aside_places, without_private
from amp_desktop.sharing.disclosure.shown_pictures import PictureChoice, TickedPictures
from amp_desktop.sharing.found import links_in
from amp_desktop.sharing.period import Period
from amp_desktop.sharing.templates.base import Template

_AS_THE_TEMPLATE = ShareDraft()
_NO_PICTURES: Mapping[str, PictureFile] = MappingProxyType({})


@dataclass(frozen=True)
class Disclosure:
    """What leaves, and what of it was spoken about.

    Attributes:
        summary: The complete text that leaves.
        entries: The entries that it tells of, in its order.
        staying: How many of the candidates stay in the journal.
        edited: Every place that the mentee worded anew and that the summary has, one left empty too.
        links: The addresses that it would lead to, if none were told as something else this time.
        places: The keys of all places that say something.
        fresh: The lines that were not there when the mentee last looked the text through.
        pictures: Those of its entries, whether they leave or not.
    """

    summary: Summary
    entries: tuple[UUID, ...]
    staying: int
    edited: tuple[Place, ...] = ()
    links: tuple[str, ...] = ()
    places: frozenset[str] = frozenset()
    fresh: tuple[Place, ...] = ()
    pictures: tuple[PictureChoice, ...] = ()


def can_leave(entry: Entry) -> bool:
    """Whether the entry can leave at all.

    The bin stays in, and what is sealed, and what this version does not understand.
    """
    return entry.binned_at is None and entry.IS_KNOWN and not entry.is_sealed


def preticked(entry: Entry, template: Template | None = None, audience: Audience = MENTOR) -> bool:
    """Whether the builder offers the entry ticked. A self-care note never is.

    What was agreed with the other side is, by a template that tells of it line by line: then nothing else
    that was written of the meeting leaves with it. What was put on the agenda is for the mentor alone.
    """
    if entry.IS_MOST_PRIVATE or not can_leave(entry):
        return False
    section = template.section_of(entry) if template is not None and entry.is_agreed else None
    if section is not None and section.usual_level is Level.LINE and audience.is_mentor:
        return True
    return audience.ticks(entry)


def disclose(
    candidates: Iterable[Entry],
    *,
    ticked: Collection[UUID],
    template: Template,
    period: Period,
    audience: str = "",
    program: Program | None = None,
    titles: Collection[str] = (),
    draft: ShareDraft = _AS_THE_TEMPLATE,
    occasion: str = "",
    pictures: Mapping[str, PictureFile] = _NO_PICTURES,
) -> Disclosure:
    """The summary of the ticked entries, and of nothing else.

    1. Only what was ticked can leave, and nothing in the bin, sealed, or written by a newer version.
    2. Hidden characters and asides are cut; an entry of which no word is left stays, and one for which the
       template has no place.
    3. `[[titles]]` of entries that do not leave are told as “another entry”.
    4. What is left is read from Markdown, and stands under the template's headings: in lines, or as a whole.
    5. What the mentee worded anew for this time stands instead, cut by the same rules; so do the words and
       addresses that stand for others.

    Args:
        candidates: The entries among which was chosen.
        ticked: Ids of those that the mentee ticked, each by hand or left ticked by hand.
        template: Which headings there are, and how much stands under each.
        period: The time that it looks back on, told under the title; it selects no entries.
        audience: For whom the summary is, in the mentee's words; may be empty. What is not theirs to read
            stays, see `audiences`.
        program: Gives the project's name and the weeks, when there is one.
        titles: The titles of all entries of the journal, those in the bin too, so that `[[links]]` to entries
            beyond the candidates are recognised. The titles of the candidates need not be among them.
        draft: Levels, wordings and names for this time.
        occasion: When the meeting is, for which it is, in words; may be empty.
        pictures: Those that were ticked, by their keys (see `picture_key`).
    """
    offered = list(candidates)
    reader = audience_of(audience or template.audience)
    shown = TickedPictures(pictures, {key: _one_line(words) for key, words in draft.pictures.items()})
    chosen = _chosen(offered, ticked, reader, shown, draft)
    known = [*titles, *(entry.title for entry in offered)]
    names = Names(leaving=[entry.title for entry in chosen], known=known)
    wordings = Wordings(names, draft.edits, seen=draft.seen)
    told, arranged = _told(chosen, names), template.arranged(draft.order)
    repository = _one_line(program.details.repository) if program is not None else ""
    page = PageWriter(told, arranged, period, draft, wordings, reader, shown, repository).page()
    subtitle = _subtitle(period, "" if audience == template.audience else audience, program)
    summary = shown.settled(_summary(page, _one_line(occasion), subtitle))
    renamed = _renamed(summary, draft, names)
    return Disclosure(
        summary=renamed,
        entries=page.entries,
        staying=len(offered) - len(page.entries),
        edited=tuple(wordings.edited.values()),
        links=links_in(summary),
        places=frozenset(wordings.places),
        fresh=_fresh(renamed),
        pictures=shown.of(page.entries),
    )


def _chosen(
    offered: Iterable[Entry],
    ticked: Collection[UUID],
    reader: Audience,
    shown: TickedPictures,
    draft: ShareDraft,
) -> list[Entry]:
    """What was ticked and can leave, without what is private and what is not for this reader."""
    leaving = (entry for entry in offered if entry.id in ticked and can_leave(entry))
    cut = (without_private(entry, shown.keeper(entry.id)) for entry in leaving)
    return [reader.told(entry, draft.levels) for entry in cut]


def _told(chosen: Iterable[Entry], names: Names) -> list[Entry]:
    """The entries with their links written out, in the order of their days; one without a word stays."""
    told = (names.told(entry) for entry in chosen)
    return sorted((entry for entry in told if says_something(entry)), key=lambda entry: entry.day)


def _summary(page: SummaryPage, occasion: str, subtitle: str) -> Summary:
    """The page with what stands over and under its title."""
    return Summary(
        title=page.title,
        title_place=page.title_place,
        greeting_place=page.greeting_place,
        occasion=occasion,
        subtitle=subtitle,
        greeting=page.greeting,
        closing=page.closing,
        closing_place=page.closing_place,
        sections=page.sections,
        appendix=page.appendix,
    )


def _renamed(summary: Summary, draft: ShareDraft, names: Names) -> Summary:
    """The summary with what stands for addresses and names this time, cut as all words are."""
    links, told_as = (
        {known: _one_line(names.told_text(words)) for known, words in others.items()}
        for others in (draft.links, draft.names)
    )
    return with_names(with_links(summary, links, names.may_lead), told_as)


def _fresh(summary: Summary) -> tuple[Place, ...]:
    """The lines that were not there when the mentee last looked the text through."""
    return tuple(line.place for section in summary.sections for line in section.lines if line.place.is_new)


def _subtitle(period: Period, audience: str, program: Program | None) -> str:
    """One line such as "AsyncAPI CLI · 12 – 26 July 2026 · weeks 4 – 6 of 18 · for my mentor"."""
    project = _one_line(program.project) if program else ""
    whom = _one_line(audience)
    parts = (project, str(period), _weeks(period, program), f"for {whom}" if whom else "")
    return " · ".join(filter(None, parts))


def _weeks(period: Period, program: Program | None) -> str:
    if program is None or period.since is None or period.until is None:
        return ""
    program = program.of(period.since)
    first, last = program.week_of(period.since), program.week_of(period.until)
    if first is None or last is None:
        return ""
    weeks = f"week {first}" if first == last else f"weeks {first} – {last}"
    phase = min(program.phases_on(period.until), key=_length, default=None)
    return " · ".join(filter(None, (f"{weeks} of {program.weeks}", _one_line(phase.name) if phase else "")))


def _length(phase: Phase) -> timedelta:
    return phase.ends - phase.starts


def _one_line(text: str) -> str:
    return " ".join(without_aside_places(without_hidden(text)).split())
