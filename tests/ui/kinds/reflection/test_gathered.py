"""What the page of a week shows of it: each line names something, also what has no title."""

from datetime import date

import pytest

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.journal import Journal
from amp_desktop.journal.weeks import gathered as week_of
from amp_desktop.ui.kinds.reflection.labels import gathered_lines

MONDAY, DAY = date(2026, 7, 13), date(2026, 7, 14)


def gathered(journal: Journal, entry: Entry) -> dict[str, list[str]]:
    journal.save_entry(entry)
    lines = gathered_lines(week_of(journal, MONDAY), went_by=False)
    return {heading: list(under) for heading, under in lines if under}


@pytest.mark.parametrize(
    ("feedback", "line"),
    [
        (Feedback(title="On the parser", body="Well done", day=DAY), "On the parser (feedback)"),
        (Feedback(body="Thank you\n\nfor *saying* so", day=DAY), "Thank you for saying so (feedback)"),
        (Feedback(by="my mentor", day=DAY), "Feedback (feedback)"),
    ],
)
def test_feedback_without_a_title_is_told_by_its_words(
    journal: Journal, feedback: Feedback, line: str
) -> None:
    assert gathered(journal, feedback)["Also"] == [line]


def test_a_challenge_without_a_title_is_told_as_one(journal: Journal) -> None:
    challenge = Challenge(body="Keys", day=DAY, status=ChallengeStatus.RESOLVED, status_since=DAY)
    assert gathered(journal, challenge)["Challenges resolved"] == ["Challenge"]
