"""The nomination of a maintainer, as an issue in the project's repository.

By the community's guide on recognizing contributors and appointing new maintainers: titled so, contributions
summed up with links, by the criteria that it names.
"""

from amp_desktop.domain.evidence import TopicGroup, topics_of
from amp_desktop.sharing.templates.base import NAME, BareSections, Template
from amp_desktop.sharing.templates.pinned import pinned_section

_CRITERIA = topics_of(TopicGroup.CRITERION)

NOMINATION = Template(
    "nomination",
    f"Nomination for Maintainer: {NAME}",
    (
        *(pinned_section(topic.words, topic.id) for topic in _CRITERIA),
        pinned_section(
            "Further contributions",
            *(topic.id for topic in topics_of(TopicGroup.CONTRIBUTION)),
            but=tuple(topic.id for topic in _CRITERIA),
            belongs="issues, reviews, documentation, talks, help and ideas, each with its link",
        ),
    ),
    greeting="Contributions so far, by the criteria for maintainers.",
    bare=BareSections.ALL_OR_NONE,
    is_of_pins=True,
    wants_links=True,
    audience="the public",
    usual_format="md",
)
