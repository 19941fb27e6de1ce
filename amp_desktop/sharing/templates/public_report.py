"""The report that everybody may read, such as the blog post at the end of an LFX mentorship."""

from amp_desktop.domain.summary import Level
from amp_desktop.sharing.templates.base import BareSections, Template
from amp_desktop.sharing.templates.pinned import pinned_section

PUBLIC_REPORT = Template(
    "public-report",
    "My mentorship",
    (
        pinned_section("The project", "scope", level=Level.SHORT),
        pinned_section(
            "What came of it",
            *("quality", "initiative", "technical alignment", "issues", "documentation", "ideas"),
            level=Level.SHORT,
            belongs="what was built, written or decided, with its links",
        ),
        pinned_section(
            "With the community",
            *("interaction", "community mindset", "responsiveness", "reviewing"),
            *("design discussions", "content", "supporting others"),
            level=Level.SHORT,
            belongs="reviews, discussions, help given and help taken",
        ),
        pinned_section("What I learned", "learned", "skills", level=Level.SHORT),
    ),
    bare=BareSections.SAY_WHAT_BELONGS,
    is_of_pins=True,
    wants_links=True,
    audience="the public",
    usual_format="md",
)
