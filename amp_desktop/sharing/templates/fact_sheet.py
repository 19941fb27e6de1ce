"""Facts for somebody who writes a letter of recommendation: what was done when, and what shows it."""

from amp_desktop.domain.evidence import TopicGroup, topics_of
from amp_desktop.domain.summary import Level
from amp_desktop.sharing.templates.base import BareSections, Template
from amp_desktop.sharing.templates.pinned import pinned_section

FACT_SHEET = Template(
    "fact-sheet",
    "Facts for a letter of recommendation",
    (
        *(
            pinned_section(topic.words, topic.id, level=Level.SHORT)
            for topic in topics_of(TopicGroup.CRITERION)
        ),
        pinned_section("Skills", "skills", level=Level.SHORT),
        pinned_section("What was learned", "learned", level=Level.SHORT),
    ),
    bare=BareSections.ALL_OR_NONE,
    is_of_pins=True,
    wants_links=True,
)
