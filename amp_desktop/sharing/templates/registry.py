"""The one table in which a template of summaries is registered."""

from collections.abc import Mapping
from types import MappingProxyType

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.sharing.templates.base import Template
from amp_desktop.sharing.templates.contributions import CONTRIBUTIONS
from amp_desktop.sharing.templates.early_word import EARLY_WORD
from amp_desktop.sharing.templates.fact_sheet import FACT_SHEET
from amp_desktop.sharing.templates.final_submission import FINAL_SUBMISSION
from amp_desktop.sharing.templates.handover import HANDOVER
from amp_desktop.sharing.templates.kick_off import KICK_OFF
from amp_desktop.sharing.templates.mentor_meeting import MENTOR_MEETING
from amp_desktop.sharing.templates.next_mentee import NEXT_MENTEE
from amp_desktop.sharing.templates.nomination import NOMINATION
from amp_desktop.sharing.templates.public_report import PUBLIC_REPORT
from amp_desktop.sharing.templates.question import QUESTION
from amp_desktop.sharing.templates.read_back import READ_BACK
from amp_desktop.sharing.templates.self_assessment import FINAL_SELF_ASSESSMENT, MIDTERM_SELF_ASSESSMENT
from amp_desktop.sharing.templates.story import STORY
from amp_desktop.sharing.templates.weekly_update import WEEKLY_UPDATE

TEMPLATES: Mapping[str, Template] = MappingProxyType(
    {
        template.id: template
        for template in (
            MENTOR_MEETING,
            WEEKLY_UPDATE,
            QUESTION,
            EARLY_WORD,
            READ_BACK,
            STORY,
            KICK_OFF,
            NOMINATION,
            FACT_SHEET,
            CONTRIBUTIONS,
            PUBLIC_REPORT,
            MIDTERM_SELF_ASSESSMENT,
            FINAL_SELF_ASSESSMENT,
            FINAL_SUBMISSION,
            HANDOVER,
            NEXT_MENTEE,
        )
    }
)  # fmt: skip
"""Every template by its id, in the order of the Share page. Another one is one more line here."""

DEFAULT_TEMPLATE = MENTOR_MEETING.id
"""What a summary is made by when nobody said."""


def find_template(name: str) -> Template:
    """The template with the id `name`.

    Raises:
        InvalidValueError: There is none.
    """
    try:
        return TEMPLATES[name]
    except KeyError:
        known = ", ".join(TEMPLATES)
        raise InvalidValueError(f"There is no template “{name}”.", f"The templates are {known}.") from None
