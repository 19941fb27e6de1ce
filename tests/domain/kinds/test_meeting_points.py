"""What is done to the points of a meeting changes that one point, and the order only where it was asked."""

from dataclasses import replace
from uuid import uuid4

from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.agenda import AgendaPoint, AgendaReason
from amp_desktop.domain.kinds.meeting import Meeting, MeetingPoint
from amp_desktop.domain.kinds.meeting_points import left_out, moved, with_minutes, with_own

KEYS = [str(uuid4()) for _ in range(6)]
AGENDA = [AgendaPoint(key=key, text=key[:4], reason=AgendaReason.OPEN, minutes=10) for key in KEYS]


def order(meeting: Meeting) -> list[str]:
    return [point.key for point in meeting.points]


@given(st.sampled_from(KEYS), st.integers(-2, 8))
def test_a_point_moves_and_no_other_passes_another(key: str, to: int) -> None:
    meeting = moved(Meeting(), AGENDA, key, to)
    assert order(meeting).index(key) == min(max(to, 0), len(KEYS) - 1)
    assert [one for one in order(meeting) if one != key] == [one for one in KEYS if one != key]


@given(st.sampled_from(KEYS))
def test_leaving_out_and_other_minutes_move_nothing(key: str) -> None:
    meeting = with_minutes(left_out(Meeting(), AGENDA, key), AGENDA, key, 0)
    assert order(meeting) == KEYS
    (point,) = (point for point in meeting.points if point.key == key)
    assert (point.is_left_out, point.minutes) == (True, 1)
    back = left_out(meeting, AGENDA, key, is_out=False)
    assert not any(point.is_left_out for point in back.points)


def test_what_is_left_out_keeps_its_place_while_others_move() -> None:
    meeting = left_out(Meeting(), AGENDA, KEYS[1])
    seen = [point for point in AGENDA if point.key != KEYS[1]]
    assert order(moved(meeting, seen, KEYS[5], 0)) == [KEYS[5], KEYS[1], KEYS[0], *KEYS[2:5]]


def test_a_point_of_its_own_comes_last() -> None:
    meeting = with_own(Meeting(), AGENDA, "  My   point ")
    own = meeting.points[-1]
    assert (own.text, own.source, len(meeting.points)) == ("My point", "", 7)
    assert with_own(meeting, AGENDA, " ") == meeting


def test_a_source_that_is_gone_keeps_what_was_written_beside_it() -> None:
    gone = MeetingPoint(source=str(uuid4()), note="Ask again")
    meeting = replace(Meeting(), points=(gone,))
    assert gone in with_own(meeting, AGENDA, "Mine").points


def test_of_a_point_that_two_have_stored_no_word_is_lost() -> None:
    twice = replace(
        Meeting(),
        points=(
            MeetingPoint(source=KEYS[0], note="One", id="1"),
            MeetingPoint(source=KEYS[1], id="2"),
            MeetingPoint(source=KEYS[0], note="Other", id="3"),
        ),
    )
    meeting = moved(twice, AGENDA[:2], KEYS[0], 1)
    assert [(point.source, point.note) for point in meeting.points] == [
        (KEYS[1], ""),
        (KEYS[0], "One"),
        (KEYS[0], "Other"),
    ]
