"""What leaves the journal: the door, the templates and the formats of summaries. It knows no Qt."""

from amp_desktop.sharing.audiences import AUDIENCES, Audience, audience_of
from amp_desktop.sharing.comparing import Difference, DifferingLine, compared
from amp_desktop.sharing.disclosure.disclosure import Disclosure, disclose, preticked
from amp_desktop.sharing.disclosure.link_names import linked_names, names_of
from amp_desktop.sharing.disclosure.other_links import names_in_address
from amp_desktop.sharing.disclosure.other_names import names_in
from amp_desktop.sharing.disclosure.shown_pictures import PictureChoice
from amp_desktop.sharing.found import ShownPlace, entry_at, links_in, places_of, unlinked
from amp_desktop.sharing.length import Length, length_of
from amp_desktop.sharing.nudge import NUDGE, nudge
from amp_desktop.sharing.period import Period
from amp_desktop.sharing.read_back import READ_BACK, read_back
from amp_desktop.sharing.ready_question import ReadyQuestion, ready_question
from amp_desktop.sharing.renderers import remarks, render, typeset
from amp_desktop.sharing.renderers.base import PreviewStyle, RendererSpec, Spot
from amp_desktop.sharing.renderers.registry import (
    DEFAULT_FORMAT,
    RENDERERS,
    find_renderer,
    renderer_for_suffix,
    renderer_told,
    suffixes,
)
from amp_desktop.sharing.templates.base import Section, Template
from amp_desktop.sharing.templates.registry import DEFAULT_TEMPLATE, TEMPLATES, find_template
from amp_desktop.sharing.templates.variants import heading_key, template_of, variant_of, without_variant

__all__ = [
    "AUDIENCES",
    "DEFAULT_FORMAT",
    "DEFAULT_TEMPLATE",
    "NUDGE",
    "READ_BACK",
    "RENDERERS",
    "TEMPLATES",
    "Audience",
    "Difference",
    "DifferingLine",
    "Disclosure",
    "Length",
    "Period",
    "PictureChoice",
    "PreviewStyle",
    "ReadyQuestion",
    "RendererSpec",
    "Section",
    "ShownPlace",
    "Spot",
    "Template",
    "audience_of",
    "compared",
    "disclose",
    "entry_at",
    "find_renderer",
    "find_template",
    "heading_key",
    "length_of",
    "linked_names",
    "links_in",
    "names_in",
    "names_in_address",
    "names_of",
    "nudge",
    "places_of",
    "preticked",
    "read_back",
    "ready_question",
    "remarks",
    "render",
    "renderer_for_suffix",
    "renderer_told",
    "suffixes",
    "template_of",
    "typeset",
    "unlinked",
    "variant_of",
    "without_variant",
]
