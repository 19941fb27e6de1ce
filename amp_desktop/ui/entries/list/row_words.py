"""What a row of the list says, to eyes and to ears."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.query import SearchHit
from amp_desktop.ui.entries.list.day_heading import DayHeading
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.kinds.row_words import sharing_words, title_of
from amp_desktop.ui.style.dates import long_day

translate = QCoreApplication.translate


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
