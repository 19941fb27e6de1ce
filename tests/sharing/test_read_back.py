"""What was agreed leaves in a few lines, cut as everything that leaves."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.sharing import read_back

DAY = date(2026, 9, 17)
HELD = Meeting(
    title="Canary title",
    body="Canary body",
    for_mentor="Canary sentence",
    read_back="Canary answer",
    where="Canary room",
    whom="Canary mentor",
    day=DAY,
    status=MeetingStatus.HELD,
    points=(MeetingPoint("Canary point", note="Canary note", is_done=True),),
)


def agreed(*actions: Action) -> str:
    return read_back(replace(HELD, actions=actions))[1]


def test_it_says_what_who_and_by_when() -> None:
    text = agreed(
        Action("Ask the *group*, in an issue.", due=date(2026, 9, 21)), Action("Send the list", "my mentor")
    )
    assert text.splitlines() == [
        "Thursday 17 September 2026, what we decided:",
        "Ask the group, in an issue. Me, by Monday 21 September 2026.",
        "Send the list. My mentor.",
        "Did I get it right?",
    ]


def test_asides_and_titles_of_other_entries_stay(journal: Journal) -> None:
    journal.save_entry(Note(title="My secret"))
    meeting = journal.save_entry(replace(HELD, actions=(Action("Ask %%the boss%% about [[My secret]]"),)))
    door, text = journal.sharing.read_back(meeting)
    assert "boss" not in text
    assert "secret" not in text
    assert door.entries == (meeting.id,)


def test_where_nothing_was_agreed_there_is_no_text() -> None:
    assert agreed() == ""
    assert agreed(Action("%%all of it%%")) == ""


@given(st.lists(st.builds(Action, st.text(max_size=30), st.text(max_size=8)), max_size=20))
def test_it_never_is_longer_than_eight_lines_nor_tells_anything_else(actions: list[Action]) -> None:
    text = agreed(*actions)
    assert len(text.splitlines()) <= 8
    assert "Canary" not in text


def test_a_nudge_tells_what_was_asked_and_nothing_else(journal: Journal) -> None:
    stuck = Challenge(
        title="The key %%of his%% and [[My secret]]",
        body="Canary body",
        need="Canary need",
        asked=(Asking("my mentor", DAY),),
    )
    journal.save_entries([stuck, Note(title="My secret")])
    (waiting,) = journal.waiting.all(DAY)
    door, text = journal.sharing.nudge(waiting)
    assert text.splitlines()[0] == (
        "Hello my mentor, on Thursday 17 September 2026 I asked you about this: The key and another entry."
    )
    assert "Canary" not in text
    assert door.entries == (stuck.id,)
