"""What each offer says, by its name in `journal/offers`. Another offer is a function, and one more line."""

from collections.abc import Callable

from amp_desktop.domain.offers import Offer
from amp_desktop.ui.today.offers.base import OfferWords
from amp_desktop.ui.today.offers.entry_offers import goal_without_step, resting_challenge
from amp_desktop.ui.today.offers.program_offers import expectations, low_run, still_so
from amp_desktop.ui.today.offers.talk_offers import never_talked
from amp_desktop.ui.today.offers.week_offers import week_plan, week_reflection

OFFER_WORDS: dict[str, Callable[[Offer], OfferWords]] = {
    "low-run": low_run,
    "expectations": expectations,
    "week-plan": week_plan,
    "week-reflection": week_reflection,
    "still-so": still_so,
    "never-talked": never_talked,
    "resting-challenge": resting_challenge,
    "goal-without-step": goal_without_step,
}
