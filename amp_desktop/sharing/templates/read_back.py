"""What was agreed in a call, read back to whoever was there: what, who, by when."""

from collections.abc import Iterable

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.summary import Level
from amp_desktop.domain.summary_text import SummaryFact, Topic
from amp_desktop.sharing.templates.base import Template, about


def _told(entry: Entry) -> Iterable[SummaryFact]:
    return entry.agreed_lines()


def _was_agreed(entry: Entry) -> bool:
    return any(True for _ in _told(entry))


READ_BACK = Template(
    "read-back",
    "What we agreed",
    (about("As I heard it", Topic.AGREED, level=Level.LINE, takes=_was_agreed, tells=_told),),
    greeting="Did I get it right?",
    most_lines=8,
)
