"""The one list of what the page of the day may offer. Another offer is a function, and one more line here.

What it says and what can be done about it stands in `ui/today/offers`, by the same name.
"""

from datetime import timedelta

from amp_desktop.journal.offers.base import OfferSource
from amp_desktop.journal.offers.first_expectations import expectations_to_write
from amp_desktop.journal.offers.goal_without_step import goals_without_step
from amp_desktop.journal.offers.low_run import low_run
from amp_desktop.journal.offers.never_talked import never_talked
from amp_desktop.journal.offers.resting_challenge import resting_challenges
from amp_desktop.journal.offers.still_so import expectations_to_look_at
from amp_desktop.journal.offers.week import look_back_on_week, plan_of_week

OFFERS: tuple[OfferSource, ...] = (
    OfferSource("low-run", low_run, at_large_quiet=timedelta(days=7)),
    OfferSource("expectations", expectations_to_write),
    OfferSource("week-plan", plan_of_week),
    OfferSource("week-reflection", look_back_on_week),
    OfferSource("still-so", expectations_to_look_at, about_quiet=timedelta(days=30)),
    OfferSource("never-talked", never_talked, about_quiet=timedelta(days=14)),
    OfferSource("resting-challenge", resting_challenges),
    OfferSource(
        "goal-without-step",
        goals_without_step,
        about_quiet=timedelta(days=7),
        at_large_quiet=timedelta(days=7),
    ),
)
"""In the order in which they are looked for."""
