"""The topics that evidence is asked for, and the pins of an entry."""

from dataclasses import replace
from datetime import date

import pytest

from amp_desktop.domain.changes import differ, taken_back
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.evidence import TOPICS, TopicGroup, fact_named, topic_named, topics_of
from amp_desktop.domain.evidence_suggestions import suggested
from amp_desktop.domain.fields import field_values, from_json, to_json
from amp_desktop.domain.kinds.goal import Area, Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.merge import merge
from amp_desktop.domain.pins import Pin
from amp_desktop.domain.versions import brought_back, says_the_same

PINS = (Pin("quality"), Pin("scope", "step 1 done"))


def test_the_topics_are_those_of_the_guide() -> None:
    counts = [len(topics_of(group)) for group in TopicGroup]
    assert counts == [5, 5, 7, len(Area)]
    assert [topic.id for topic in topics_of(TopicGroup.AREA)] == [area.value for area in Area]
    assert all(topic.words and topic.belongs and topic.source for topic in TOPICS.values())


@pytest.mark.parametrize(
    ("typed", "topic"),
    [
        ("quality", "quality"),
        ("Technical-Alignment", "technical alignment"),
        ("the project's scope", "scope"),
        ("mindset", "community mindset"),
        ("road", "ideas"),
        ("docs", "docs"),
        ("documentation", "documentation"),
    ],
)
def test_a_topic_is_named_as_people_type_it(typed: str, topic: str) -> None:
    assert topic_named(typed).id == topic


@pytest.mark.parametrize("typed", ["", "money", "re"])
def test_what_names_no_topic_or_several_is_refused_with_a_choice(typed: str) -> None:
    with pytest.raises(InvalidValueError) as told:
        topic_named(typed)
    assert "It can be" in told.value.advice


def test_pins_stand_once_each_and_come_back_from_json() -> None:
    entry = Note(title="Review", pins=(*PINS, PINS[0]))
    assert entry.pins == PINS
    assert field_values(entry)["pins"] == ["quality", {"topic": "scope", "fact": "step 1 done"}]
    assert from_json(to_json(entry)) == entry


def test_an_entry_without_pins_is_written_as_before() -> None:
    assert "pins" not in field_values(Note(title="Review"))


def test_what_a_newer_version_says_of_a_pin_is_written_back() -> None:
    newer = to_json(Note(title="Review", pins=PINS))
    newer["fields"]["pins"][1]["weight"] = {"deep": [1]}  # type: ignore[index, call-overload]
    assert to_json(from_json(newer)) == newer


def test_pins_of_two_writers_are_both_kept() -> None:
    base = Note(title="Review", pins=(Pin("quality"), Pin("ideas")))
    ours, theirs = (
        replace(base, pins=(Pin("ideas"), Pin("scope"))),
        replace(base, pins=(*base.pins, Pin("docs"))),
    )
    merged = merge(base, ours, theirs)
    assert (merged.entry.pins, merged.conflicts) == ((Pin("ideas"), Pin("scope"), Pin("docs")), frozenset())


def test_pins_are_a_mark_and_no_part_of_the_history() -> None:
    former, now = Note(title="Before"), Note(title="Now", pins=PINS)
    assert says_the_same(now, replace(now, pins=()))
    assert brought_back(now, former).pins == PINS
    assert brought_back(now, Goal(title="Before")).pins == PINS


def test_taking_back_takes_off_only_what_was_pinned() -> None:
    before = Note(title="Review", pins=(Pin("quality"),))
    after = replace(before, pins=PINS)
    now = replace(after, title="Reviews", pins=(*PINS, Pin("ideas")))
    assert differ(before, after)
    assert taken_back(now, before, after).pins == (Pin("quality"), Pin("ideas"))
    assert taken_back(now, before, after).title == "Reviews"


def test_only_the_words_of_a_step_are_words() -> None:
    from amp_desktop.domain.fields import prose_fields

    goal = Goal(title="Release", steps=(Step("Draft notes"),), pins=(Pin("quality"),))
    assert prose_fields(goal) == {"steps": "Draft notes"}


def test_a_fact_is_named_by_its_key_whatever_else_is_called_so() -> None:
    goal = Goal(
        title="Release",
        steps=(
            Step("step 2 done", id="1", done=True, done_on=date(2026, 7, 1)),
            Step("Tag it", id="2", done=True, done_on=date(2026, 7, 2)),
        ),
    )

    assert fact_named(goal, "step 2 done").key == "step 2 done"
    assert fact_named(goal, "tag  IT").key == "step 2 done"
    with pytest.raises(InvalidValueError):
        fact_named(goal, "step done")


def test_a_topic_with_enough_offered_is_passed_over() -> None:
    steps = (Step("Draft the notes", done=True, done_on=date(2026, 9, 3), id="1"),)
    done = Goal(title="Lead a release", area=Area.LEADING, steps=steps)
    topics = {one.pinned.pin.topic for one in suggested(done)}
    assert len(topics) > 1
    enough = min(topics)
    assert {one.pinned.pin.topic for one in suggested(done, but={enough})} == topics - {enough}
