"""A question that can be answered: what happens, what was tried, an example, and one question."""

from collections.abc import Iterable

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.summary import Level
from amp_desktop.domain.summary_text import SummaryFact, Topic
from amp_desktop.sharing.templates.base import Template, about


def _told(entry: Entry) -> Iterable[SummaryFact]:
    return entry.question_lines()


def _can_be_asked(entry: Entry) -> bool:
    return any(True for _ in _told(entry))


QUESTION = Template(
    "question",
    "A question",
    (
        about(
            "I am stuck",
            Topic.STUCK,
            level=Level.LINE,
            takes=_can_be_asked,
            tells=_told,
        ),
    ),
)
"""By the etiquette of the project's community: what a stranger needs in order to help, in a dozen lines."""
