"""The one list of what the page of the day may offer. Another offer is a function, and one more line here.

What it says and what can be done about it stands in `ui/today/offers`, by the same name.
"""

from datetime import timedelta

from amp_desktop.journal.offers.base import OfferSource
from amp_desktop.journal.offers.goal_without_step import goals_without_step
from amp_desktop.journal.offers.resting_challenge import resting_challenges

OFFERS: tuple[OfferSource, ...] = (
    OfferSource("resting-challenge", resting_challenges, about_quiet=timedelta(days=1)),
    OfferSource(
        "goal-without-step",
        goals_without_step,
        about_quiet=timedelta(days=7),
        at_large_quiet=timedelta(days=7),
    ),
)
"""In the order in which they are looked for."""
