"""A goal's target day: moving it is a decision, and the reason is kept with it. Knows no widget."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from amp_desktop.domain.clock import utc_now
from amp_desktop.domain.kinds.goal import Goal, TargetMove


@dataclass(frozen=True)
class TargetDay:
    """The target day while it is being changed.

    Several changes in one sitting are one move: from where it stood to where it stands, with one reason.

    Attributes:
        settled: The day at the beginning of the sitting.
        moves: The moves at the beginning of the sitting, oldest first.
        day: The day now.
        reason: Why it is moved, as far as it was said.
        moved_at: When the sitting's move was made (UTC), None while there is none.
    """

    settled: date | None
    moves: tuple[TargetMove, ...]
    day: date | None
    reason: str = ""
    moved_at: datetime | None = None

    @classmethod
    def of(cls, goal: Goal) -> "TargetDay":
        """The target day as a goal holds it."""
        return cls(goal.target_day, goal.moves, goal.target_day)

    @property
    def is_move(self) -> bool:
        """Whether a day that was set is another one now; setting the first one is no move."""
        return self.settled is not None and self.day != self.settled

    @property
    def told(self) -> tuple[TargetMove, ...]:
        """All moves, oldest first; that of the sitting without its reason, which is still being written."""
        if not self.is_move or self.moved_at is None:
            return self.moves
        return (*self.moves, TargetMove(self.settled, self.day, "", self.moved_at))

    def moved_to(self, day: date | None) -> "TargetDay":
        """The target day changed to `day`."""
        return replace(self, day=day, moved_at=self.moved_at or utc_now())

    def because(self, reason: str) -> "TargetDay":
        """The same move with its reason."""
        return replace(self, reason=reason.strip())

    def filled(self, goal: Goal) -> Goal:
        """The goal with the target day, and with the move if there was one."""
        moves = self.moves
        if self.is_move and self.moved_at is not None:
            kept = next((move for move in goal.moves if move.moved_at == self.moved_at), None)
            moved_on = kept.moved_on if kept is not None else None
            moves = (*moves, TargetMove(self.settled, self.day, self.reason, self.moved_at, moved_on))
        return replace(goal, target_day=self.day, moves=moves)
