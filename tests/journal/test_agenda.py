"""What a meeting is about: found however much was written since, and told as what it is."""

from datetime import UTC, date, datetime, timedelta

import pytest

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step, TargetMove
from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal

SINCE = date(2026, 7, 1)


def titles(journal: Journal) -> list[str]:
    return [point.text for point in journal.meetings.agenda(journal.meetings.next()).points]


def test_a_point_stays_on_the_agenda_however_many_notes_come_after_it(journal: Journal) -> None:
    journal.save_entry(Note(title="To talk about", day=SINCE, on_agenda=True))
    journal.save_entries([Note(title=f"n{n}", day=SINCE + timedelta(days=n % 9 + 1)) for n in range(230)])
    assert titles(journal) == ["To talk about"]


@pytest.mark.parametrize("planned", [False, True])
def test_what_is_open_or_was_put_on_it_is_on_it_whatever_its_day(journal: Journal, planned: bool) -> None:
    old = SINCE - timedelta(days=90)
    journal.save_entries(
        [
            Challenge(title="open", day=old, since=old, on_agenda=True),
            Challenge(title="solved", day=SINCE, on_agenda=True, status=ChallengeStatus.RESOLVED),
            Challenge(title="not marked", day=SINCE, since=SINCE),
            Note(title="before", day=old + timedelta(days=1), on_agenda=True),
            Note(title="no question", day=SINCE),
        ]
    )
    if planned:
        journal.save_entry(Meeting(day=SINCE + timedelta(days=9)))
    assert titles(journal) == ["open", "before", "not marked"]


def test_a_goal_let_go_is_not_done_and_says_why(journal: Journal) -> None:
    moved = TargetMove(
        before=date(2026, 7, 20),
        after=date(2026, 8, 3),
        reason="exams %%and the flu%%",
        moved_at=datetime(2026, 7, 19, tzinfo=UTC),
    )
    goal = Goal(
        title="Lead a release",
        day=SINCE,
        sharing=Sharing.SHAREABLE,
        status=GoalStatus.LET_GO,
        steps=(Step("read the checklist", done=True), Step("shadow one")),
        moves=(moved,),
    )
    journal.save_entry(goal)
    offer = journal.sharing.offer()
    disclosure = journal.sharing.disclose(offer, offer.shareable, template="story")
    (section,) = disclosure.summary.sections
    text = journal.sharing.render(disclosure, "txt").decode()
    assert section.heading == "Let go"
    assert "moved from 20 July 2026 to 3 August 2026: exams" in text
    assert "flu" not in text
    assert "[ ] shadow one" in text
    assert "[x] read the checklist" in text
