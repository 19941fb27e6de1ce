"""Today's offers: at most one at a time, none on a day on which one was answered already.

None speaks of what is sealed.
"""

from datetime import date

from amp_desktop.domain.offers import Offer
from amp_desktop.journal import Journal
from amp_desktop.journal.offers.registry import OFFERS


def due_offer(journal: Journal, day: date) -> Offer | None:
    """The first offer in the order of the list that is due on that day, or None.

    Raises:
        JournalError: The journal cannot be read.
    """
    answered = journal.offers_answered
    if answered.give_peace(day):
        return None
    with journal.curtain.unasked():
        for source in OFFERS:
            if not source.is_quiet_at_large(answered, day) and (offer := source.look(journal, answered, day)):
                return offer
    return None


def answer_offer(journal: Journal, offer: Offer, day: date) -> None:
    """Remember that an offer was taken up or left on that day.

    Raises:
        JournalError: That cannot be kept.
    """
    journal.save_offers_answered(journal.offers_answered.with_answer(offer, day))
