"""What is done on the page with one tap, and what takes it back.

Whatever takes something back answers with what does it again, or with False where it failed.
"""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TypeAlias
from uuid import UUID

from amp_desktop.domain.changes import Change
from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.offers import Offer, OffersAnswered
from amp_desktop.domain.program import Program
from amp_desktop.domain.work import Work
from amp_desktop.journal.offers import answer_offer
from amp_desktop.ui.session import Session
from amp_desktop.ui.today.presenter import CheckInSaved, NextStep, TodayPresenter

Tries: TypeAlias = Callable[[Callable[[], object]], bool]
"""Writes, and says so where that could not be done."""

Back: TypeAlias = Callable[[], object]
"""As `UndoOffer` remembers it."""


class Gestures:
    """Does things, and tells what takes them back: by ids, so that it holds after midnight as well."""

    def __init__(self, session: Session, presenter: TodayPresenter, tries: Tries) -> None:
        self._session = session
        self._presenter = presenter
        self._tries = tries

    def tick_step(self, goal_id: UUID, step: NextStep, *, done: bool) -> object:
        """Mark a step as done, or not; None where there is no such step any more."""
        ticked: list[bool] = []

        def tick() -> None:
            ticked.append(self._presenter.tick_step(goal_id, step, done=done))

        if not self._tries(tick):
            return False
        return partial(self.tick_step, goal_id, step, done=not done) if any(ticked) else None

    def put_on_agenda(self, entry_id: UUID, *, on: bool) -> object:
        """Have an entry talked about at the next meeting, or no longer."""
        put = self._tries(partial(self._presenter.put_on_agenda, entry_id, on=on))
        return partial(self.put_on_agenda, entry_id, on=not on) if put else False

    def change_work(self, work: Work, day: date, *, on: bool) -> Back | None:
        """Note a work for a day, or no longer; answers with what takes it back, or None where it failed."""
        backs: list[Back] = []

        def change() -> None:
            if on:
                backs.append(self.made(self._presenter.note_work(work, day)))
            else:
                binned, changes = self._presenter.drop_work(work, day)
                backs.extend(map(self.binned, binned))
                backs.append(self.changed(changes))

        return self.several(*backs) if self._tries(change) else None

    def note_evaluation(self, name: str, record: EvaluationRecord) -> object:
        """Note something about an evaluation; what is noted about others meanwhile stays."""
        befores: list[EvaluationRecord] = []

        def noted(program: Program) -> Program:
            befores.extend(one.evaluation for one in program.phases if one.name == name)
            return program.with_evaluation(name, record)

        is_noted = self._tries(partial(self._session.change_program, noted))
        return partial(self.note_evaluation, name, befores[0]) if is_noted else False

    def answer_offer(self, offer: Offer, day: date) -> object:
        """Remember that an offer was taken up or left."""
        former = self._session.journal.offers_answered
        if self._tries(partial(answer_offer, self._session.journal, offer, day)):
            return partial(self._have_answered, former)
        return False

    def _have_answered(self, answered: OffersAnswered) -> object:
        now = self._session.journal.offers_answered
        if self._tries(partial(self._session.save_offers_answered, answered)):
            return partial(self._have_answered, now)
        return False

    def back_of_check_in(self, saved: CheckInSaved) -> Back:
        """What takes back a check-in that was saved."""
        backs = [self.changed(saved.changes)]
        if saved.is_there and not saved.was_there:
            backs.append(self.made(saved.id))
        elif saved.was_there and not saved.is_there:
            backs.insert(0, self.binned(saved.id))
        return self.several(*backs)

    def changed(self, changes: Sequence[Change]) -> Back:
        """Takes back changes, where nothing was written over them since."""
        return partial(self._take_back, tuple(changes))

    def made(self, entry_id: UUID) -> Back:
        """Puts what was made into the bin."""
        return partial(self._bin, entry_id)

    def binned(self, entry_id: UUID) -> Back:
        """Brings back what was put into the bin."""
        return partial(self._take_out, entry_id)

    def several(self, *backs: Back) -> Back:
        """All of these, in this order; each may be tried once more without harm."""
        return partial(self._do_all, backs)

    def _take_back(self, changes: tuple[Change, ...]) -> object:
        undone: list[Change] = []

        def take_back() -> None:
            undone.extend(self._session.take_back(changes))

        return self.changed(undone) if self._tries(take_back) else False

    def _bin(self, entry_id: UUID) -> object:
        done = self._tries(partial(self._session.put_in_bin, [entry_id]))
        return self.binned(entry_id) if done else False

    def _take_out(self, entry_id: UUID) -> object:
        done = self._tries(partial(self._session.take_from_bin, [entry_id]))
        return self.made(entry_id) if done else False

    def _do_all(self, backs: tuple[Back, ...]) -> object:
        agains: list[Back] = []
        for back in backs:
            again = back()
            if not callable(again):
                return False
            agains.insert(0, again)
        return self.several(*agains)
