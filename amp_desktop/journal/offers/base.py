"""What an offer is made of: what it looks for, and for how long it is quiet after an answer."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from amp_desktop.domain.offers import Offer, OffersAnswered
from amp_desktop.journal import Journal

FOR_EVER = timedelta.max


@dataclass(frozen=True)
class OfferSource:
    """One kind of offer.

    Attributes:
        name: Its name, the same as its offers have.
        found: What could be offered on a day, the best first; asked for one after the other.
        about_quiet: How long after an answer the same thing is not spoken of again; `FOR_EVER` for as long as
            answers are remembered.
        at_large_quiet: How long after an answer nothing of this kind is offered at all.
    """

    name: str
    found: Callable[[Journal, date], Iterable[Offer]]
    about_quiet: timedelta = FOR_EVER
    at_large_quiet: timedelta = timedelta(0)

    def is_quiet_at_large(self, answered: OffersAnswered, day: date) -> bool:
        """Whether nothing of this kind is offered on that day."""
        last = answered.last(self.name)
        return last is not None and abs(day - last) < self.at_large_quiet

    def look(self, journal: Journal, answered: OffersAnswered, day: date) -> Offer | None:
        """The first thing to be offered on that day, or None."""
        return next(
            (one for one in self.found(journal, day) if not self._is_quiet(answered, one.about, day)), None
        )

    def _is_quiet(self, answered: OffersAnswered, about: str, day: date) -> bool:
        last = answered.last(self.name, about) if about else None
        return last is not None and abs(day - last) < self.about_quiet
