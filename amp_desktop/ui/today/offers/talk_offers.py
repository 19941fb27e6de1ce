"""Offers for the agenda: what is to be talked about before an evaluation, and never was."""

from functools import partial

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.changes import Change
from amp_desktop.domain.kinds.evaluation import TalkTopic
from amp_desktop.domain.offers import Offer
from amp_desktop.ui.kinds.evaluation.labels import talk_words
from amp_desktop.ui.today.offers.base import OfferChoice, OfferHost, OfferWords

translate = QCoreApplication.translate


def never_talked(offer: Offer) -> OfferWords:
    """Would it be worth a word in the next call?"""
    what = talk_words(TalkTopic(offer.text))
    sentence = translate(
        "Offers",
        "No call noted here had “{what}” as a point yet. Before the evaluation it is worth a few minutes.",
    )
    return OfferWords(
        sentence.format(what=what),
        (OfferChoice(translate("Offers", "Put on the agenda"), _put_on_agenda, answers=True),),
        leave=translate("Offers", "Not now"),
    )


def _put_on_agenda(host: OfferHost, offer: Offer) -> None:
    """Have it talked about at the next meeting."""
    session = host.session
    changes: list[Change] = []

    def write() -> None:
        meeting = session.journal.meetings.next()
        if meeting is not None:
            made = session.journal.evaluations.put_on_agenda(TalkTopic(offer.text), meeting)
            session.tell_changed(made)
            changes.extend(made)

    if host.tries(write) and changes:
        host.was_done(
            translate("Offers", "It is on the agenda of your next call."),
            partial(_take_back, host, tuple(changes)),
        )


def _take_back(host: OfferHost, changes: tuple[Change, ...]) -> object:
    undone: list[Change] = []

    def take_back() -> None:
        undone.extend(host.session.take_back(changes))

    return partial(_take_back, host, tuple(undone)) if host.tries(take_back) else False
