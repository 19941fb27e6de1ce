"""What an offer says, and what can be done about it with one tap."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias
from uuid import UUID

from PySide6.QtWidgets import QWidget

from amp_desktop.domain.changes import Change
from amp_desktop.domain.offers import Offer
from amp_desktop.ui.kinds.row_words import title_of
from amp_desktop.ui.session import Session
from amp_desktop.ui.today.gestures import Back

LONGEST = 90
"""Characters of a title within the sentence."""


class OfferHost(Protocol):
    """The page on which an offer stands, as its choices use it."""

    session: Session

    def open_entry(self, entry_id: UUID) -> None:
        """Show that entry on its page."""

    def go_to(self, page: str, part: str = "") -> None:
        """Go to another page, and there to a part of it."""

    def put_on_agenda(self, entry_id: UUID) -> None:
        """Have an entry talked about at the next meeting."""

    def open_week(self) -> None:
        """Show the page of this week, or begin it."""

    def tries(self, write: Callable[[], object]) -> bool:
        """Write something, and say so where that could not be done."""

    def window(self) -> QWidget:
        """Over which window a dialog stands."""

    def were_changed(self, words: str, changes: Sequence[Change]) -> None:
        """Entries were changed: say so in a sentence, and remember how to take that back."""

    def was_done(self, words: str, back: Back) -> None:
        """Something was written: say so in a sentence, and remember what takes it back."""


OfferGesture: TypeAlias = Callable[[OfferHost, Offer], None]


@dataclass(frozen=True)
class OfferChoice:
    """A way to take an offer up.

    Attributes:
        label: What its link says.
        does: What it does.
        answers: Whether the offer is answered by it, so that it is quiet as if it had been left; an offer
            that goes by itself once the thing is done needs no answer.
    """

    label: str
    does: OfferGesture
    answers: bool = False


@dataclass(frozen=True)
class OfferWords:
    """What is shown of an offer.

    Attributes:
        sentence: One kind sentence.
        choices: What can be done, the likeliest first.
        leave: What the link says that sends it away; empty for "Leave it".
    """

    sentence: str
    choices: tuple[OfferChoice, ...]
    leave: str = ""


def offer_title(offer: Offer) -> str:
    """The title of the entry that an offer speaks of, cut where a sentence has no more room."""
    title = title_of(offer.row) if offer.row else offer.text
    return title if len(title) <= LONGEST else f"{title[:LONGEST].rstrip()}…"


def open_entry(host: OfferHost, offer: Offer) -> None:
    """Show the entry that an offer speaks of."""
    if offer.row is not None:
        host.open_entry(offer.row.id)


def put_on_agenda(host: OfferHost, offer: Offer) -> None:
    """Have the entry that an offer speaks of talked about at the next meeting."""
    if offer.row is not None:
        host.put_on_agenda(offer.row.id)
