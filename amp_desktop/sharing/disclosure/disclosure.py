"""The one door: everything that is shared goes through `disclose`, and nothing goes round it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby
from uuid import UUID

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.program import Program
from amp_desktop.domain.summary import Summary, SummarySection
from amp_desktop.domain.text.asides import without_asides
from amp_desktop.sharing.disclosure.invisible import without_hidden
from amp_desktop.sharing.disclosure.items import item_of
from amp_desktop.sharing.disclosure.link_names import Names
from amp_desktop.sharing.disclosure.redaction import without_private
from amp_desktop.sharing.period import Period
from amp_desktop.sharing.templates.base import Template


@dataclass(frozen=True)
class Disclosure:
    """What leaves, and what of it was spoken about.

    Attributes:
        summary: The complete text that leaves.
        entries: The entries that it tells of, in its order.
        staying: How many of the candidates stay in the journal.
    """

    summary: Summary
    entries: tuple[UUID, ...]
    staying: int


def can_leave(entry: Entry) -> bool:
    """Whether the entry can leave at all: the bin stays in, and what this version does not understand."""
    return entry.binned_at is None and entry.IS_KNOWN


def preticked(entry: Entry) -> bool:
    """Whether the builder offers the entry ticked. A self-care note never is."""
    if entry.IS_MOST_PRIVATE or not can_leave(entry):
        return False
    return entry.is_for_agenda or entry.sharing is Sharing.SHAREABLE


def disclose(
    candidates: Iterable[Entry],
    *,
    ticked: Collection[UUID],
    template: Template,
    period: Period,
    audience: str = "",
    program: Program | None = None,
    titles: Collection[str] = (),
) -> Disclosure:
    """The summary of the ticked entries, and of nothing else.

    1. Only what was ticked, is not in the bin, and was not written by a newer version can leave.
    2. Hidden characters and asides are cut; an entry of which no word is left stays, and one for which the
       template has no place.
    3. `[[titles]]` of entries that do not leave are told as “another entry”.
    4. What is left is read from Markdown into the summary's blocks, under the template's headings, by day.

    Args:
        candidates: The entries among which was chosen.
        ticked: Ids of those that the mentee ticked, each by hand or left ticked by hand.
        template: Where an entry stands.
        period: Told under the title; it selects nothing.
        audience: For whom the summary is, in the mentee's words; may be empty.
        program: Gives the project's name and the weeks, when there is one.
        titles: The titles of all entries of the journal, those in the bin too, so that `[[links]]` to entries
            beyond the candidates are recognised. The titles of the candidates need not be among them.
    """
    offered = list(candidates)
    chosen = [without_private(entry) for entry in offered if entry.id in ticked and can_leave(entry)]
    known = [*titles, *(entry.title for entry in offered)]
    names = Names(leaving=[entry.title for entry in chosen], known=known)
    told = []
    for entry in sorted(chosen, key=lambda entry: entry.day):
        section, item = template.section_of(entry), item_of(names.told(entry))
        if section is not None and item is not None:
            told.append((section, entry.id, names.told_item(item)))
    told.sort(key=lambda place: template.sections.index(place[0]))
    sections = tuple(
        SummarySection(section.heading, tuple(item for _, _, item in places))
        for section, places in groupby(told, key=lambda place: place[0])
    )
    summary = Summary(title=template.title, subtitle=_subtitle(period, audience, program), sections=sections)
    return Disclosure(summary, tuple(entry_id for _, entry_id, _ in told), len(offered) - len(told))


def _subtitle(period: Period, audience: str, program: Program | None) -> str:
    """One line such as "AsyncAPI CLI · 12 – 26 July 2026 · weeks 4 – 6 · for my mentor"."""
    project = _one_line(program.project) if program else ""
    whom = _one_line(audience)
    parts = (project, str(period), _weeks(period, program), f"for {whom}" if whom else "")
    return " · ".join(filter(None, parts))


def _weeks(period: Period, program: Program | None) -> str:
    if program is None or period.since is None or period.until is None:
        return ""
    first, last = program.week_of(period.since), program.week_of(period.until)
    if first is None or last is None:
        return ""
    return f"week {first}" if first == last else f"weeks {first} – {last}"


def _one_line(text: str) -> str:
    return " ".join(without_asides(without_hidden(text))[0].split())
