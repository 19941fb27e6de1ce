"""Offers that speak of an entry: a challenge that rests, a goal without a next small step."""

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.offers import Offer
from amp_desktop.ui.today.offers.base import (
    OfferChoice,
    OfferWords,
    offer_title,
    open_entry,
    put_on_agenda,
)

translate = QCoreApplication.translate


def resting_challenge(offer: Offer) -> OfferWords:
    """Would there be someone to ask?"""
    sentence = translate("Offers", "Would there be someone to ask for help with “{title}”?")
    return OfferWords(
        sentence.format(title=offer_title(offer)),
        (
            OfferChoice(translate("Offers", "Put on the agenda"), put_on_agenda),
            OfferChoice(translate("Offers", "Look at it"), open_entry),
        ),
        leave=translate("Offers", "Not today"),
    )


def goal_without_step(offer: Offer) -> OfferWords:
    """What would be the next small thing?"""
    sentence = translate("Offers", "What could be the next small step for “{title}”?")
    return OfferWords(
        sentence.format(title=offer_title(offer)),
        (OfferChoice(translate("Offers", "Write it down"), open_entry, answers=True),),
    )
