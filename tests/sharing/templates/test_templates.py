"""What a template of summaries decides: where an entry stands, and whether it stands anywhere."""

from dataclasses import replace
from datetime import date

import pytest

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.summary_text import Topic
from amp_desktop.sharing import Period, Template, disclose, find_template
from amp_desktop.sharing.templates.base import about

DAY = date(2026, 7, 22)
NOTE = Note(title="A story", day=DAY)
QUESTION = Note(title="A question", day=DAY, on_agenda=True)
STUCK = Challenge(title="Stuck", day=DAY)
GOAL = Goal(title="A goal", day=DAY)
CARE = SelfCareNote(title="How I am", day=DAY)
ALL = (NOTE, QUESTION, STUCK, GOAL, CARE)

ASKING = Template(
    "asking",
    "What I ask",
    (
        about("Asked", Topic.QUESTION),
        about("On my mind", Topic.STUCK),
    ),
)


def test_a_template_tells_what_its_sections_take_in_their_order_and_the_rest_stays() -> None:
    made = disclose(ALL, ticked={entry.id for entry in ALL}, template=ASKING, period=Period())
    told = [(section.heading, [item.title for item in section.items]) for section in made.summary.sections]
    assert told == [("Asked", ["A question"]), ("On my mind", ["Stuck"])]
    assert made.entries == (QUESTION.id, STUCK.id)
    assert made.staying == 3


def test_a_template_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(InvalidValueError, match="The templates are mentor-meeting"):
        find_template("to the moon")


def test_a_section_takes_of_its_topics_what_the_template_says_by_the_entry() -> None:
    some = Template(
        "some", "Some", (about("Asked", Topic.QUESTION, takes=lambda entry: entry.id != NOTE.id),)
    )
    asked = replace(NOTE, on_agenda=True), QUESTION
    made = disclose(asked, ticked={entry.id for entry in asked}, template=some, period=Period())
    assert [item.title for section in made.summary.sections for item in section.items] == [QUESTION.title]
    assert (made.entries, made.staying) == ((QUESTION.id,), 1)
