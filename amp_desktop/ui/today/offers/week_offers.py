"""Offers that speak of a week: its plan, and a look back."""

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.offers import Offer
from amp_desktop.ui.today.offers.base import OfferChoice, OfferHost, OfferWords

translate = QCoreApplication.translate


def week_plan(offer: Offer) -> OfferWords:  # noqa: ARG001
    """What is this week for?"""
    write = OfferChoice(translate("Offers", "Write a few lines"), _open_week)
    return OfferWords(translate("Offers", "What is this week for?"), (write,))


def week_reflection(offer: Offer) -> OfferWords:  # noqa: ARG001
    """Would you like to look back?"""
    look = OfferChoice(translate("Offers", "Look back"), _open_week)
    return OfferWords(translate("Offers", "Would you like to look back on this week?"), (look,))


def _open_week(host: OfferHost, offer: Offer) -> None:  # noqa: ARG001
    host.open_week()
