"""Twice as many entries are twice the work: nothing walks through all of them for each of them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Program
from amp_desktop.journal import Journal
from amp_desktop.journal.share_offer import ShareOffer
from amp_desktop.sharing import Period
from amp_desktop.ui.share.candidates import CandidateModel
from amp_desktop.ui.share.presenter import SharePresenter
from tests.ui.share.conftest import DAY
from tests.ui.work import calls_of

FEW, MANY = 200, 400
TWICE = 2.2
"""Twice, and a little for whoever looks."""


@dataclass
class Left:
    """What stands behind the left side of the page."""

    presenter: SharePresenter
    model: CandidateModel
    offer: ShareOffer

    def show(self) -> None:
        self.presenter.take(self.offer)
        self.model.show_groups(self.presenter.groups())

    def tick(self) -> None:
        self.presenter.tick(self.offer.entries[0].id, ticked=False)
        self.model.show_groups(self.presenter.groups())
        self.presenter.preparation(96)


def left(journal: Journal, count: int) -> Left:
    notes = (Note(title=f"{n}", day=DAY - timedelta(n), sharing=Sharing.SHAREABLE) for n in range(count))
    offer = ShareOffer(Period(), tuple(notes), frozenset(), Program())
    made = Left(SharePresenter(journal), CandidateModel(), offer)
    made.show()
    return made


def growth(journal: Journal, work: Callable[[Left], None]) -> float:
    few, many = left(journal, FEW), left(journal, MANY)
    return calls_of(lambda: work(many)) / calls_of(lambda: work(few))


def test_showing_twice_as_many_is_twice_the_work(journal: Journal, qapp: object) -> None:
    assert growth(journal, Left.show) < TWICE


def test_a_tick_among_twice_as_many_is_at_most_twice_the_work(journal: Journal, qapp: object) -> None:
    assert growth(journal, Left.tick) < TWICE


def test_what_is_ticked_beforehand_is_gathered_once(journal: Journal) -> None:
    offer = left(journal, FEW).offer
    assert len(offer.preticked) == len(offer.shareable) == FEW
    assert calls_of(lambda: (offer.preticked, offer.shareable)) < FEW


def test_a_tick_tells_of_its_row_alone(journal: Journal, qtbot: QtBot) -> None:
    shown = left(journal, FEW)
    with qtbot.waitSignal(shown.model.dataChanged) as told:
        shown.tick()
    first, last, *_ = told.args
    assert first == last == shown.model.index_of(shown.offer.entries[0].id)
