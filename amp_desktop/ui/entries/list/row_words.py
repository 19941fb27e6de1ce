"""What a row of the list says, to eyes and to ears."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.query import EntryRow, SearchHit
from amp_desktop.ui.entries.list.day_heading import DayHeading
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.style.dates import long_day

translate = QCoreApplication.translate


def title_of(row: EntryRow) -> str:
    """The entry's title, or words that stand for it where it has none."""
    return row.title or view_of(row).untitled()


def shortened(title: str) -> str:
    """A title within a sentence, cut where it is long."""
    return title if len(title) <= 60 else f"{title[:59]}…"


def untitled() -> str:
    """What stands for a title that was not written yet."""
    return translate("EntryRow", "Untitled")


def is_on_agenda(row: EntryRow) -> bool:
    """Whether it is to be talked about at the next mentor meeting."""
    return bool(row.values.get("on_agenda"))


def sharing_words(row: EntryRow) -> str:
    """Where the entry may go, in words: shape and colour are never the only sign."""
    if is_on_agenda(row):
        return translate("EntryRow", "on the agenda")
    if row.sharing is Sharing.SHAREABLE:
        return translate("EntryRow", "shareable")
    return translate("EntryRow", "private")


def spoken_row(hit: SearchHit, now: date, heading: DayHeading | None = None) -> str:
    """The whole row as a screen reader says it on the day `now`, the heading over it first."""
    row = hit.row
    view = view_of(row)
    fact = view.fact(row, now)
    day = long_day(row.day) if heading is None else ""
    said = [title_of(row), view.name(), day, fact.spoken or fact.text, sharing_words(row)]
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
