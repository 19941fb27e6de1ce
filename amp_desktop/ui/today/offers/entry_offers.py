"""Offers that speak of an entry: a challenge that rests, a goal without a next small step."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.kinds.challenge import as_challenge
from amp_desktop.domain.offers import Offer
from amp_desktop.domain.own_id import new_id
from amp_desktop.ui.kinds.challenge.question_dialog import open_question
from amp_desktop.ui.today.offers.base import (
    OfferChoice,
    OfferHost,
    OfferWords,
    offer_title,
    open_entry,
    put_on_agenda,
)

if TYPE_CHECKING:
    from amp_desktop.sharing import ReadyQuestion

translate = QCoreApplication.translate


def resting_challenge(offer: Offer) -> OfferWords:
    """Would there be someone to ask?"""
    sentence = translate("Offers", "Is there someone you could ask for help with “{title}”?")
    return OfferWords(
        sentence.format(title=offer_title(offer)),
        (
            OfferChoice(translate("Offers", "Put on the agenda"), put_on_agenda),
            OfferChoice(translate("Offers", "Write a question"), write_question),
            OfferChoice(translate("Offers", "Look at it"), open_entry),
        ),
    )


def write_question(host: OfferHost, offer: Offer) -> None:
    """Show the question about the challenge that an offer speaks of, ready to be asked."""
    if offer.row is None:
        return
    opened: list[ReadyQuestion] = []
    sharing, entry_id = host.session.journal.sharing, offer.row.id

    def read() -> None:
        opened.append(sharing.question(as_challenge(host.session.journal.entry(entry_id))))

    if host.tries(read):
        dialog = open_question(host.window(), opened[0], sharing)
        dialog.asked.connect(partial(_note_asked, host, entry_id))


def _note_asked(host: OfferHost, entry_id: UUID, where: str) -> None:
    day, asking_id = host.session.today(), new_id()

    def note() -> None:
        changes = host.session.change(
            [entry_id], lambda entry: as_challenge(entry).with_asked(where, day, asking_id)
        )
        host.were_changed(translate("Offers", "Copied, and noted that you asked."), changes)

    host.tries(note)


def goal_without_step(offer: Offer) -> OfferWords:
    """What would be the next small thing?"""
    sentence = translate("Offers", "What could be the next small step for “{title}”?")
    return OfferWords(
        sentence.format(title=offer_title(offer)),
        (OfferChoice(translate("Offers", "Write it down"), open_entry, answers=True),),
    )
