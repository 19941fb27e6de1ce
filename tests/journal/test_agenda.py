"""What a meeting is about: found however much was written since, and told as what it is."""

from datetime import UTC, date, datetime, timedelta

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step, TargetMove
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.journal.agenda import agenda

SINCE = date(2026, 7, 1)


def test_a_point_stays_on_the_agenda_however_many_notes_come_after_it(journal: Journal) -> None:
    journal.save_entry(Note(title="To talk about", day=SINCE, on_agenda=True))
    journal.save_entries([Note(title=f"n{n}", day=SINCE + timedelta(days=n % 9 + 1)) for n in range(230)])
    assert [row.title for row in agenda(journal, SINCE)] == ["To talk about"]


def test_challenges_of_any_day_are_on_it_while_they_are_open(journal: Journal) -> None:
    old = SINCE - timedelta(days=90)
    journal.save_entries(
        [
            Challenge(title="open", day=old, on_agenda=True),
            Challenge(title="solved", day=SINCE, on_agenda=True, status=ChallengeStatus.RESOLVED),
            Challenge(title="for myself", day=SINCE),
            Note(title="before", day=old, on_agenda=True),
            *(Challenge(title=f"c{n}", day=SINCE + timedelta(days=n % 9)) for n in range(60)),
        ]
    )
    assert [row.title for row in agenda(journal, SINCE)] == ["open"]


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
