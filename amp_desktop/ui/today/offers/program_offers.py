"""Offers that speak of what was agreed, and of what helps."""

from dataclasses import replace
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.offers import Offer
from amp_desktop.domain.program import Program
from amp_desktop.ui.today.offers.base import OfferChoice, OfferHost, OfferWords

translate = QCoreApplication.translate


def expectations(offer: Offer) -> OfferWords:  # noqa: ARG001
    """Before each guesses at it."""
    look = OfferChoice(translate("Offers", "Look at the questions"), _go_to_expectations)
    return OfferWords(
        translate("Offers", "What do you and your mentor expect of each other? Write it down early."),
        (look,),
    )


def still_so(offer: Offer) -> OfferWords:  # noqa: ARG001
    """Is it still so?"""
    return OfferWords(
        translate("Offers", "What you and your mentor expect of each other: does it still hold?"),
        (
            OfferChoice(translate("Offers", "Yes, it still holds"), _confirm, answers=True),
            OfferChoice(translate("Offers", "Change it"), _open, answers=True),
        ),
    )


def low_run(offer: Offer) -> OfferWords:
    """One sentence, and the way to the mentee's own list."""
    show = OfferChoice(translate("Offers", "What helps me"), _open_list, answers=True)
    return OfferWords(
        translate("Offers", "These days sound heavy. Rest counts as done."),
        (show,) if offer.text else (),
    )


def _confirm(host: OfferHost, offer: Offer) -> None:  # noqa: ARG001
    today = host.session.today()
    if host.tries(partial(_say_still_so, host, today, on=True)):
        words = translate("Offers", "Noted: it still holds.")
        host.was_done(words, partial(_change_still_so, host, today, on=False))


def _change_still_so(host: OfferHost, day: date, *, on: bool) -> object:
    """Take the mark back, or set it again; answers with what does the opposite."""
    if not host.tries(partial(_say_still_so, host, day, on=on)):
        return False
    return partial(_change_still_so, host, day, on=not on)


def _say_still_so(host: OfferHost, day: date, *, on: bool) -> None:
    host.session.change_program(partial(_with_mark, day=day, on=on))


def _with_mark(program: Program, day: date, *, on: bool) -> Program:
    others = tuple(one for one in program.details.still_so if one != day)
    days = (*others, day) if on else others
    return replace(program, details=replace(program.details, still_so=days))


def _go_to_expectations(host: OfferHost, offer: Offer) -> None:  # noqa: ARG001
    host.go_to("program", "ExpectationsPart")


def _open(host: OfferHost, offer: Offer) -> None:
    host.open_entry(UUID(offer.about))


def _open_list(host: OfferHost, offer: Offer) -> None:
    host.open_entry(UUID(offer.text))
