"""What leaves the journal: the door, the templates and the five forms of a summary. It knows no Qt."""

from amp_desktop.sharing.disclosure.disclosure import Disclosure, disclose, preticked
from amp_desktop.sharing.disclosure.link_names import linked_names, names_of
from amp_desktop.sharing.period import Period
from amp_desktop.sharing.renderers import remarks, render, render_pages, typeset
from amp_desktop.sharing.templates.base import Template
from amp_desktop.sharing.templates.mentor_meeting import MENTOR_MEETING
from amp_desktop.sharing.templates.registry import TEMPLATES, find_template

__all__ = [
    "MENTOR_MEETING",
    "TEMPLATES",
    "Disclosure",
    "Period",
    "Template",
    "disclose",
    "find_template",
    "linked_names",
    "names_of",
    "preticked",
    "remarks",
    "render",
    "render_pages",
    "typeset",
]
