"""Who owes whom an answer, against a plain list of what was asked, agreed and said."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.feedback import Answer, Feedback
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingStatus
from amp_desktop.domain.waiting import Turn, WaitingDays, WaitingOffer
from amp_desktop.journal import Journal
from amp_desktop.vault import Cost

DAY = date(2026, 9, 17)


def ago(days: int) -> date:
    return DAY - timedelta(days)


def test_both_ways_the_longest_first(journal: Journal) -> None:
    asked = (Asking("my mentor", ago(8)), Asking("the group", ago(3), answer="Yes."), Asking("nobody yet"))
    agreed = (Action("Send the list", "my mentor"), Action("Three messages"), Action("Done", is_done=True))
    journal.save_entries(
        [
            Challenge(title="The key", asked=asked, status=ChallengeStatus.ASKED),
            Challenge(title="Solved", asked=asked[:1], status=ChallengeStatus.RESOLVED),
            Meeting(title="Call", day=ago(15), whom="him", status=MeetingStatus.HELD, actions=agreed),
            Meeting(title="To come", day=ago(1), actions=agreed),
            Feedback(body="Ask why.", by="the organizer", day=ago(2)),
            Feedback(body="Answered.", status=Answer.ACCEPTED, day=ago(2)),
        ]
    )
    waiting = journal.waiting.all(DAY)
    assert [
        (one.side, one.whom, one.text, one.since, one.offer) for one in waiting if one.since > ago(9)
    ] == [
        (Turn.THEIRS, "my mentor", "The key", ago(8), WaitingOffer.NUDGE),
        (Turn.MINE, "the organizer", "Ask why.", ago(2), WaitingOffer.NOTHING),
    ]
    assert {(one.side, one.whom, one.text, one.offer) for one in waiting if one.since == ago(15)} == {
        (Turn.THEIRS, "my mentor", "Send the list", WaitingOffer.SOMEONE_ELSE),
        (Turn.MINE, "him", "Three messages", WaitingOffer.NOTHING),
    }


def test_what_landed_and_is_done_waits_no_longer(journal: Journal) -> None:
    held = Meeting(day=ago(1), status=MeetingStatus.HELD, actions=(Action("Ask", id="a"),))
    journal.save_entries([held, Goal(title="Goal")])
    goal = next(entry for entry in journal.entries() if entry.title == "Goal")
    journal.meetings.land(held, "a", goal.id)
    assert journal.waiting.all(DAY) == ()


def test_the_days_can_be_others_and_one_is_left_in_peace(journal: Journal) -> None:
    journal.save_entry(Challenge(title="The key", asked=(Asking("my mentor", ago(3)),)))
    (one,) = journal.waiting.all(DAY)
    assert one.offer is WaitingOffer.NOTHING
    journal.waiting.set_days(WaitingDays(2, 3))
    (one,) = journal.waiting.all(DAY)
    assert one.offer is WaitingOffer.SOMEONE_ELSE
    journal.waiting.leave(one.key)
    assert journal.waiting.all(DAY) == ()
    journal.waiting.wait_again(one.key)
    assert journal.waiting.all(DAY) == (one,)
    with pytest.raises(InvalidValueError):
        journal.waiting.set_days(WaitingDays(9, 3))


class Waits(RuleBasedStateMachine):
    """Askings, answers and leaving in peace against a dictionary."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.journal, _ = Journal.create(
            Path(self._folder.name) / "journal", "passphrase", cost=Cost(memory_kib=8192, passes=1, lanes=1)
        )
        self.model: dict[str, tuple[Challenge, int, bool]] = {}

    def teardown(self) -> None:
        self.journal.close()
        self._folder.cleanup()

    @rule(days=st.integers(0, 20))
    def ask(self, days: int) -> None:
        name = f"asked {len(self.model)}"
        entry = Challenge(title=name, day=ago(days), asked=(Asking("my mentor", ago(days)),))
        self.model[name] = (self.journal.save_entry(entry), days, True)

    @precondition(lambda self: self.model)
    @rule(data=st.data(), left=st.booleans())
    def is_over(self, data: st.DataObject, left: bool) -> None:
        name = data.draw(st.sampled_from(sorted(self.model)))
        entry, days, waits = self.model[name]
        if left and waits:
            (key,) = (one.key for one in self.journal.waiting.all(DAY) if one.text == name)
            self.journal.waiting.leave(key)
        else:
            entry = self.journal.save_entry(
                replace(entry, asked=tuple(replace(one, answer="Yes.") for one in entry.asked))
            )
        self.model[name] = (entry, days, False)

    @invariant()
    def what_waits_is_what_was_not_answered(self) -> None:
        waits = {name: days for name, (_, days, is_open) in self.model.items() if is_open}
        found = self.journal.waiting.all(DAY)
        assert {one.text: (DAY - one.since).days for one in found} == waits
        assert [one.since for one in found] == sorted(one.since for one in found)


TestWaits = Waits.TestCase
TestWaits.settings = settings(max_examples=10, stateful_step_count=15, deadline=None)
