"""Which title of a meeting goes on to the next one of its series."""

import pytest

from amp_desktop.domain.kinds.meeting_titles import is_of_one_meeting, title_of_next


@pytest.mark.parametrize(
    "title",
    [
        "Our fifteenth call",
        "Call 15",
        "Call #15",
        "15th call",
        "16 July",
        "Mid-July check",
        "The LAST call",
        "2026-07-16",
        "मुलाकात १५",
    ],
)
def test_a_number_an_ordinal_or_a_day_is_of_one_meeting_alone(title: str) -> None:
    assert is_of_one_meeting(title)


@pytest.mark.parametrize("title", ["", "Our call", "1:1 with Ada", "Ada 1-on-1", "Web3 call", "Monday call"])
def test_what_is_true_of_the_next_one_too_is_not(title: str) -> None:
    assert not is_of_one_meeting(title)


def test_the_newest_usual_name_is_taken_else_none() -> None:
    assert title_of_next("Call 15", ["", "Call 14", "Our call", "Another call"]) == "Our call"
    assert title_of_next("Call 15", ["Call 14"]) == ""
