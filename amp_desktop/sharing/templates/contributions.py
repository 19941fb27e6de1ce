"""Contributions as a list, for the README of a profile."""

from amp_desktop.domain.evidence import TopicGroup, topics_of
from amp_desktop.sharing.templates.base import BareSections, Template
from amp_desktop.sharing.templates.pinned import pinned_section

CONTRIBUTIONS = Template(
    "contributions",
    "Contributions",
    tuple(pinned_section(topic.words, topic.id) for topic in topics_of(TopicGroup.CONTRIBUTION)),
    bare=BareSections.ALL_OR_NONE,
    is_of_pins=True,
    wants_links=True,
    audience="the public",
    usual_format="md",
)
