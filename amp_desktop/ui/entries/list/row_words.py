"""What a row of the list says, to eyes and to ears."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Kind, Sharing
from amp_desktop.domain.query import EntryRow, HitSpan, SearchHit
from amp_desktop.ui.entries.list.day_heading import DayHeading
from amp_desktop.ui.kinds.base import RowFact
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.kinds.row_words import is_on_agenda, sharing_words, title_of
from amp_desktop.ui.style.dates import long_day, short_day

translate = QCoreApplication.translate


@dataclass(frozen=True)
class ListRowText:
    """What is seen of a row; empty parts take no room.

    Attributes:
        title: The title, or what stands for it.
        title_marks: What was looked for in it.
        is_titled: Whether somebody wrote that title.
        excerpt: Its words, where nothing else says what it is, or where one looked for them.
        excerpt_marks: What was looked for in them.
        line: The words of the one small line.
        fact: What matters about it, whose values stand in that line too.
        signs: The icons at the line's end.
    """

    title: str
    title_marks: Sequence[HitSpan]
    is_titled: bool
    excerpt: str
    excerpt_marks: Sequence[HitSpan]
    line: str
    fact: RowFact
    signs: tuple[str, ...]

    @property
    def has_line(self) -> bool:
        """Whether there is a small line at all."""
        return bool(self.line or self.fact.values or self.signs)


def row_text(
    hit: SearchHit, today: date, *, only: Kind | None, headed: bool, grouped: bool = False
) -> ListRowText:
    """What is seen of a row.

    Args:
        hit: The row.
        today: The day it is.
        only: The one kind of the page: what a page of one kind says already is not said again.
        headed: The day stands in a heading over the row.
        grouped: So does its state.
    """
    row, view = hit.row, view_of(hit.row)
    fact = view.fact(row, today)
    says_day = not (headed or fact.tells_day)
    title, excerpt = title_of(row), ""
    if hit.marks or not (fact.tells_day or fact.values):
        excerpt = hit.snippet or view.excerpt(row)
    if not row.title and only is not None:
        title, excerpt = hit.snippet or long_day(row.day), hit.snippet if hit.marks else ""
        says_day = says_day and bool(hit.snippet)
    said = [short_day(row.day, today) if says_day else "", fact.text if grouped else fact.words]
    if only is None and not fact.tells_day:
        said.append(" ".join(f"#{tag}" for tag in row.tags))
    return ListRowText(
        title=title,
        title_marks=hit.title_marks if row.title else (),
        is_titled=bool(row.title),
        excerpt=excerpt,
        excerpt_marks=hit.marks if hit.snippet else (),
        line=" · ".join(filter(None, said)),
        fact=fact,
        signs=_signs(row, tells_sharing=only is None),
    )


def _signs(row: EntryRow, *, tells_sharing: bool) -> tuple[str, ...]:
    """The icons of what is on the agenda, shareable or sealed, is pinned or has something attached."""
    is_shareable = tells_sharing and row.sharing is Sharing.SHAREABLE
    leaves = "message-square" if is_on_agenda(row) else "send" if is_shareable else ""
    leaves = "shield" if row.sharing is Sharing.SEALED else leaves
    return tuple(filter(None, (leaves, "pin" if row.pinned else "", "paperclip" if row.attached else "")))


def spoken_row(hit: SearchHit, now: date, heading: DayHeading | None = None) -> str:
    """The whole row as a screen reader says it on the day `now`, the heading over it first."""
    row = hit.row
    view = view_of(row)
    fact = view.fact(row, now)
    day = long_day(row.day) if heading is None else ""
    said = [title_of(row), view.name(), day, fact.spoken or fact.words, sharing_words(row)]
    if heading is not None:
        said.insert(0, heading.spoken)
    if row.pinned:
        said.append(translate("EntryRow", "pinned"))
    if row.attached:
        said.append(translate("EntryRow", "with a picture or file"))
    if row.tags:
        said.append(translate("EntryRow", "tags: {tags}").format(tags=", ".join(row.tags)))
    said.append(hit.snippet)
    return ", ".join(words for words in said if words)
