"""Messages of a dozen lines: the week, a question, a word early, what was agreed read back."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.share_draft import ShareDraft, WordingEdit
from amp_desktop.domain.summary import Level
from amp_desktop.journal.sample import make_sample
from amp_desktop.sharing import (
    TEMPLATES,
    Disclosure,
    Period,
    disclose,
    find_template,
    length_of,
    preticked,
    render,
    typeset,
)

DAY = date(2026, 7, 22)
PERIOD = Period(DAY - timedelta(days=6), DAY)
BRIEF = [template.id for template in TEMPLATES.values() if template.most_lines is not None]


def told(template: str, *entries: Entry, draft: ShareDraft | None = None) -> Disclosure:
    ticked = frozenset(entry.id for entry in entries)
    made = find_template(template)
    return disclose(entries, ticked=ticked, template=made, period=PERIOD, draft=draft or ShareDraft())


def lines_of(disclosure: Disclosure, form: str = "slack") -> list[str]:
    return [line for line in render(disclosure.summary, form).decode().split("\n") if line.strip()]


def entry(kind: int, number: int) -> Entry:
    title = f"Entry {number}"
    match kind:
        case 0:
            return Note(title=title, day=DAY, body="Words.\n\nMore words.")
        case 1:
            steps = (Step("Done", done=True, done_on=DAY, id="a"), Step("Next", id="b"))
            return Goal(title=title, day=DAY, steps=steps)
        case 2:
            return Challenge(title=title, day=DAY, need="Help?", tried="Much", body="It fails.")
        case _:
            actions = tuple(Action(f"Do {n}", "Ada", DAY, id=f"{n}") for n in range(4))
            return Meeting(title=title, day=DAY, status=MeetingStatus.HELD, actions=actions)


@given(
    kinds=st.lists(st.integers(0, 3), max_size=30),
    template=st.sampled_from(BRIEF),
    level=st.sampled_from([None, *Level]),
    greeting=st.sampled_from(["", "Hello"]),
)
def test_a_message_never_has_more_lines_than_it_may(
    kinds: list[int], template: str, level: Level | None, greeting: str
) -> None:
    entries = [entry(kind, number) for number, kind in enumerate(kinds)]
    levels = {one.id: level for one in entries} if level else {}
    made = told(template, *entries, draft=ShareDraft(levels=levels, greeting=greeting))
    most = find_template(template).most_lines
    assert most is not None
    assert len(lines_of(made)) <= most
    assert len(lines_of(made, "md")) <= most
    text = render(made.summary, "txt").decode()
    leaving = {one.id for one in entries if f"{one.title} " in f"{text} ".replace("\n", " ")}
    assert leaving <= set(made.entries)
    assert made.staying == len(entries) - len(made.entries)


def test_a_week_tells_each_thing_in_one_line_under_three_headings() -> None:
    made = told("weekly-update", *(entry(kind, kind) for kind in (0, 1, 2)))
    assert [section.heading for section in made.summary.sections] == ["Done", "Next", "Where I am stuck"]
    assert all(not line.below for section in made.summary.sections for line in section.lines)
    assert "• Entry 1 (1 of 2) – Next: Next" in lines_of(made)


def test_a_question_has_what_a_stranger_needs_and_fits_a_dozen_lines() -> None:
    stuck = Challenge(
        title="The build ends",
        day=DAY,
        body="It ends with 3.\n\n```\nlong example\nof two lines\n```\n\n```\nmake x\n```\n",
        tried="Cleaning.",
        need="Where is the log?",
    )
    lines = lines_of(told("question", stuck))
    assert len(lines) <= 12
    for words in ("The build ends", "It ends with 3.", "Cleaning.", "make x", "Where is the log?"):
        assert any(words in line for line in lines), words
    assert not any("long example" in line for line in lines)


def test_what_is_resolved_is_no_question() -> None:
    assert told("question", Challenge(title="Old", day=DAY, status=ChallengeStatus.RESOLVED)).entries == ()


def test_a_word_early_names_no_reason_unless_it_is_written() -> None:
    goal = entry(1, 1)
    words = render(told("early-word", goal).summary, "txt").decode()
    assert "I can do less than planned for a while" in words
    assert "What will be later" in words
    mine = ShareDraft(greeting="The power is off until Thursday.")
    words = render(told("early-word", goal, draft=mine).summary, "txt").decode()
    assert "The power is off until Thursday." in words
    assert "less than planned" not in words


def test_the_greeting_of_a_template_can_be_left_out() -> None:
    without = ShareDraft(edits={"greeting": WordingEdit("", "I can do less")})
    words = render(told("early-word", entry(1, 1), draft=without).summary, "txt").decode()
    assert "less than planned" not in words


def test_what_was_agreed_is_read_back_with_who_and_by_when() -> None:
    lines = lines_of(told("read-back", entry(3, 1)))
    assert len(lines) <= 8
    assert "Did I get it right?" in lines
    assert "• Do 0 (Ada, by 22 Jul)" in lines


@pytest.mark.parametrize("template", BRIEF)
def test_self_care_has_no_place_in_a_message(template: str) -> None:
    headings = [section.heading for section in find_template(template).sections]
    assert "How I am" not in headings


def test_the_sample_cohort_takes_the_pages_that_a_mentor_has_time_for(tmp_path: Path) -> None:
    with make_sample(tmp_path / "sample") as journal:
        last = journal.rows(limit=1).items[0].day
        for days, most_pages, most_words in ((7, 1, 350), (14, 2, 700), (126, 4, 10_000)):
            offer = journal.sharing.offer(last - timedelta(days=days - 1), last)
            template = find_template("mentor-meeting")
            ticked = {one.id for one in offer.entries if preticked(one, template)}
            summary = journal.sharing.disclose(offer, ticked).summary
            with typeset(summary, "pdf") as document:
                assert len(document.pages(36)) <= most_pages, days
            assert length_of(summary).words <= most_words, days
