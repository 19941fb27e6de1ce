"""What a summary is about: which entries stand under which heading, in which order."""

from collections.abc import Mapping
from types import MappingProxyType

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.sharing.templates.base import Template
from amp_desktop.sharing.templates.mentor_meeting import MENTOR_MEETING

TEMPLATES: Mapping[str, Template] = MappingProxyType({t.id: t for t in (MENTOR_MEETING,)})
"""Every template by its id."""


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
