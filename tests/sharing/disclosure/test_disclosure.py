"""What the door lets through, and what it keeps."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus, Step, TargetMove
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingStatus
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.program import default_program
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import CodeBlock, Paragraph, Summary
from amp_desktop.sharing import (
    Disclosure,
    Period,
    disclose,
    linked_names,
    names_of,
    preticked,
    render,
)
from amp_desktop.sharing.disclosure.invisible import without_hidden
from amp_desktop.sharing.templates.base import Template
from amp_desktop.sharing.templates.mentor_meeting import MENTOR_MEETING
from amp_desktop.sharing.templates.story import STORY

DAY = date(2026, 7, 22)
BINNED = datetime(2026, 7, 23, tzinfo=UTC)
MOVED = datetime(2026, 7, 23, tzinfo=UTC)
Share = Callable[..., Disclosure]


def text_of(summary: Summary) -> str:
    return render(summary, "txt").decode()


def headings(summary: Summary) -> list[str]:
    return [section.heading for section in summary.sections]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (Note(title="a"), False),
        (Note(title="a", sharing=Sharing.SHAREABLE), True),
        (Note(title="a", on_agenda=True), True),
        (Challenge(title="a", on_agenda=True), True),
        (Challenge(title="a", sharing=Sharing.SHAREABLE), True),
        (Goal(title="a"), False),
        (Goal(title="a", sharing=Sharing.SHAREABLE), True),
        (Milestone(title="a", sharing=Sharing.SHAREABLE), True),
        (Milestone(title="a"), False),
        (SelfCareNote(title="a", mood=3), False),
        (Note(title="a", sharing=Sharing.SHAREABLE, binned_at=BINNED), False),
    ],
)
def test_what_the_builder_offers_ticked(entry: Entry, expected: bool) -> None:
    assert preticked(entry) is expected


@pytest.mark.parametrize(
    ("meeting", "template", "expected"),
    [
        (Meeting(status=MeetingStatus.HELD, actions=(Action("do it"),)), MENTOR_MEETING, True),
        (Meeting(status=MeetingStatus.HELD, actions=(Action("do it"),)), STORY, False),
        (Meeting(status=MeetingStatus.HELD, actions=(Action("do it"),)), None, False),
        (Meeting(status=MeetingStatus.HELD, read_back="It is so."), MENTOR_MEETING, False),
        (Meeting(status=MeetingStatus.UNDER_WAY, actions=(Action("do it"),)), MENTOR_MEETING, False),
        (
            Meeting(status=MeetingStatus.HELD, actions=(Action("do it"),), binned_at=BINNED),
            MENTOR_MEETING,
            False,
        ),
    ],
)
def test_what_was_agreed_is_ticked_where_nothing_else_of_the_meeting_leaves_with_it(
    meeting: Meeting, template: Template | None, expected: bool
) -> None:
    assert preticked(meeting, template) is expected


def test_only_what_is_ticked_leaves(share: Share) -> None:
    leaving, staying = Note(title="goes"), Note(title="stays", sharing=Sharing.SHAREABLE, on_agenda=True)
    disclosure = share(leaving, unticked=(staying,))
    assert disclosure.entries == (leaving.id,)
    assert disclosure.staying == 1
    assert "stays" not in text_of(disclosure.summary)


def test_the_bin_stays_even_when_ticked(share: Share) -> None:
    disclosure = share(Note(title="thrown away", binned_at=BINNED))
    assert disclosure.summary.sections == ()
    assert (disclosure.entries, disclosure.staying) == ((), 1)


def test_each_entry_stands_where_a_mentor_looks_for_it(share: Share) -> None:
    disclosure = share(
        SelfCareNote(title="tired", mood=2),
        Goal(title="later", status=GoalStatus.PLANNED),
        Goal(title="reached", status=GoalStatus.ACHIEVED),
        Goal(title="dropped", status=GoalStatus.LET_GO),
        Note(title="asked", on_agenda=True),
        Note(title="told"),
        Challenge(title="waits", status=ChallengeStatus.ASKED),
        Challenge(title="rests", status=ChallengeStatus.PARKED),
        Challenge(title="solved", status=ChallengeStatus.RESOLVED),
        Milestone(title="released"),
    )
    assert {s.heading: [item.title for item in s.items] for s in disclosure.summary.sections} == {
        "What happened": ["reached", "told", "solved", "released"],
        "Let go": ["dropped"],
        "What was hard": ["waits", "rests"],
        "Questions": ["asked"],
        "What comes next": ["later"],
        "How I am": ["tired"],
    }
    assert headings(disclosure.summary)[-1] == "How I am"
    assert len(disclosure.entries) == 10


def test_entries_come_by_day(share: Share) -> None:
    later, earlier = Note(title="later", day=DAY), Note(title="earlier", day=date(2026, 7, 1))
    disclosure = share(later, earlier)
    assert [item.title for item in disclosure.summary.items] == ["earlier", "later"]
    assert disclosure.entries == (earlier.id, later.id)


def test_what_a_goal_tells(share: Share) -> None:
    goal = Goal(
        title="Lead a release",
        area=Area.RELEASE,
        target_day=date(2026, 8, 14),
        steps=(Step("write notes", done=True), Step("tag it")),
        success="People *use* it.",
    )
    text = text_of(share(goal).summary)
    assert "Goal · active · release · target 14 August 2026" in text
    assert "Open steps:\n  [ ] tag it" in text
    assert "write notes" not in text
    assert "What success looks like: People use it." in text


def test_what_a_challenge_tells(share: Share) -> None:
    challenge = Challenge(
        title="Flaky tests",
        since=DAY,
        tried="Running them alone.",
        need="A second pair of eyes.",
        asked=(Asking("my mentor", DAY, "#mentorships", "Look at the clock."),),
    )
    text = text_of(share(challenge).summary)
    assert "Challenge · open · since 22 July 2026" in text
    assert "What I tried: Running them alone." in text
    assert "What I need: A second pair of eyes." in text
    assert "- my mentor, #mentorships, 22 July 2026\n    Look at the clock." in text


def test_what_a_ticked_check_in_tells(share: Share) -> None:
    summary = share(SelfCareNote(mood=4, stress=2, day=DAY, what_did_me_good="A walk.")).summary
    (item,) = summary.items
    assert (item.title, item.detail) == ("22 July 2026", "Self-care note · mood 4 of 5 · stress 2 of 5")
    assert "What did me good: A walk." in text_of(summary)


def test_what_a_milestone_tells(share: Share) -> None:
    milestone = Milestone(
        title="First release",
        reached_on=DAY,
        evidence=(Evidence("https://example.org/r/1"), Evidence("file:///home/me/r")),
        program_phase="Execution period",
        whom_to_thank="the reviewers",
    )
    text = render(share(milestone).summary, "html").decode()
    assert "Milestone · 22 July 2026 · Execution period" in text
    assert '<a href="https://example.org/r/1" rel="noopener noreferrer">https://example.org/r/1</a>' in text
    assert 'href="file:' not in text
    assert "the reviewers" in text


def test_an_entry_of_asides_alone_stays(share: Share) -> None:
    disclosure = share(Note(title="%%all of it%%", body="%%and this%%\n\n- %%too%%"))
    assert (disclosure.entries, disclosure.staying) == ((), 1)


def test_an_aside_left_open_keeps_all_that_follows_it(share: Share) -> None:
    challenge = Challenge(
        title="Title",
        body="Body",
        tried="Tried %%and then",
        need="Need",
        asked=(Asking("Whom", DAY, "Where", "Answer"),),
        what_helped="Helped",
    )
    text = text_of(share(challenge).summary)
    assert "What I tried: Tried\n" in text
    assert not [word for word in ("Need", "Whom", "Where", "Answer", "Helped") if word in text]


def test_an_aside_left_open_keeps_what_follows_also_where_it_stays_itself() -> None:
    challenge = Challenge(title="Stuck", tried="Tried %%and then", what_helped="Helped", not_known="Known")
    for audience in ("", "my mentor", "the public"):
        made = disclose(
            [challenge], ticked={challenge.id}, template=STORY, period=Period(), audience=audience
        )
        text = text_of(made.summary)
        assert "Stuck" in text
        assert not [word for word in ("then", "Helped", "Known") if word in text]


def test_other_words_for_a_name_go_through_the_same_door() -> None:
    note, secret = Note(title="With Amina", day=DAY), Note(title="Secret talk")
    draft = ShareDraft(names={"Amina": "her [[Secret talk]]\n%%aside%% of\u202e late"})
    made = disclose([note, secret], ticked={note.id}, template=STORY, period=Period(), draft=draft)
    assert [item.title for item in made.summary.items] == ["With her another entry of late"]


def test_an_aside_left_open_in_the_title_keeps_numbers_and_days(share: Share) -> None:
    goal = Goal(title="A goal %%which", target_day=date(2026, 8, 14), area=Area.DOCS, body="Body")
    note = SelfCareNote(title="Well %%not", mood=1, day=DAY)
    text = text_of(share(goal, note).summary)
    assert not [word for word in ("August", "Body", "mood") if word in text]


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("one %%x%% two", "one two"),
        ("one %%x%%.", "one."),
        ("one%%x%%", "one"),
        ("- a\n- %%x%%\n- b", "- a\n  - b"),
        ("Said:\n- %%x%%\n\nEnd", "Said:\n\n  End"),
        ("a\n\n%%x%%\n\nb", "a\n\n  b"),
        ("## %%x%%\n\nb", "b"),
        ("a **%%x%%** b", "a b"),
        ("```\na\n%%\n```\nx%%\n\nb", "    a\n\n  b"),
        ("a %%\n```\nx%%\nb\n```\n\nc", "a\n\n      b\n\n  c"),
        ("| a | b |\n|-|-|\n| %%x%% | %%y%% |\n| 1 | 2 |", "a  b\n  -  -\n  1  2"),
        ("％％x％％ one ﹪﹪y٪٪", "one"),
    ],
)
def test_no_gap_shows_where_an_aside_was(share: Share, body: str, left: str) -> None:
    text = text_of(share(Note(title="T", body=body, day=DAY)).summary)
    assert text.partition("Note · 22 July 2026\n\n  ")[2] == left + "\n"


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("[[Shown]] and [[ shown ]]", "Shown and shown"),
        ("[[Shown|these words]]", "these words"),
        ("[[Kept back]]", "another entry"),
        ("[[KEPT  back]]", "another entry"),
        ("[[Kept back|these words]]", "these words"),
        ("[[Kept back|kept back]]", "another entry"),
        ("[[Kept\u200b back]]", "another entry"),
        ("[[A [b] | c]]", "another entry"),
        ("[[A [b] | c|words]]", "words"),
        ("`[[Kept back]]`", "another entry"),
        ("[[From elsewhere]]", "another entry"),
        ("[[Aside in it]]", "another entry"),
        ("[[Thrown away]]", "another entry"),
        ("`[[ -f x || -d y ]]`", "[[ -f x || -d y ]]"),
        ("[[Nothing so named]]", "[[Nothing so named]]"),
    ],
)
def test_a_title_leaves_only_with_its_entry(written: str, told: str) -> None:
    note, shown = Note(title="T", body=written), Note(title="Shown", body="x")
    staying = (
        Note(title="Kept back"),
        Note(title="A [b] | c"),
        Note(title="Aside %%x%% in it"),
        Note(title="Thrown away", binned_at=BINNED),
    )
    disclosure = disclose(
        (note, shown, *staying),
        ticked={note.id, shown.id},
        template=STORY,
        period=Period(),
        titles={"From elsewhere"},
    )
    assert f"  {told}\n" in text_of(disclosure.summary)


def test_the_journal_learns_which_titles_the_door_will_ask_for() -> None:
    names = linked_names([Note(body="[[One]] [[Two|words]] [[th\u200bree]]"), Goal(success="[[Four %%x%%]]")])
    assert all(names & names_of(title) for title in ("one", "TWO", "Three", "Four"))
    assert not names & names_of("five")


def test_hidden_characters_stay_and_needed_ones_leave(share: Share) -> None:
    body = "a\u200bb \u202eevil\u202c c\u2066d\u2069 e\ufeff \U000e0041 &#8238;x क्‍ष می‌خواهم 👩‍💻 🇮🇳 ❤️"
    text = text_of(share(Note(title="x\u200by\u202e", body=body)).summary)
    assert "• xy\n" in text
    assert "  ab evil cd e x क्‍ष می‌خواهم 👩‍💻 🇮🇳 ❤️" in " ".join(text.split("\n"))


def test_a_run_of_joiners_carries_no_message(share: Share) -> None:
    text = text_of(
        share(Note(title="T", body="plain\u200c\u200d\u200c\u200c words क\u200c\u200d\u200c")).summary
    )
    assert "plain words क\u200c\n" in text


def test_the_line_under_the_title(share: Share) -> None:
    note = Note(title="x")
    program = replace(default_program(2026), project="AsyncAPI %%my%% CLI")
    summary = disclose(
        [note],
        ticked={note.id},
        template=STORY,
        period=Period(date(2026, 7, 12), date(2026, 7, 26)),
        audience=" my mentor %%Kim%%",
        program=program,
    ).summary
    assert (
        summary.subtitle
        == "AsyncAPI CLI · 12 – 26 July 2026 · weeks 4 – 6 of 18 · Execution period · for my mentor"
    )


@pytest.mark.parametrize(
    ("since", "until", "words"),
    [
        (date(2026, 7, 12), date(2026, 7, 26), "12 – 26 July 2026"),
        (date(2026, 6, 28), date(2026, 7, 4), "28 June – 4 July 2026"),
        (date(2025, 12, 28), date(2026, 1, 4), "28 December 2025 – 4 January 2026"),
        (date(2026, 7, 12), date(2026, 7, 12), "12 July 2026"),
        (date(2026, 7, 12), None, "since 12 July 2026"),
        (None, date(2026, 7, 12), "until 12 July 2026"),
        (None, None, ""),
    ],
)
def test_a_period_in_words(since: date | None, until: date | None, words: str) -> None:
    assert str(Period(since, until)) == words


def test_a_goal_let_go_tells_from_when_to_when_its_day_was_moved_and_why(share: Share) -> None:
    goal = Goal(
        title="Lead a release",
        status=GoalStatus.LET_GO,
        moves=(
            TargetMove(None, date(2026, 8, 1), "", MOVED),
            TargetMove(date(2026, 8, 1), date(2026, 9, 1), " Exams. ", MOVED),
            TargetMove(date(2026, 9, 1), None, "%%tired%%", MOVED),
        ),
    )
    text = text_of(share(goal).summary)
    assert "- moved from no day to 1 August 2026\n" in text
    assert "- moved from 1 August 2026 to 1 September 2026: Exams.\n" in text
    assert "- moved from 1 September 2026 to no day\n" in text
    assert "tired" not in text


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("## How I am\n\n%%tired%%\n\n## Done\n\nreview", ["Done", "review"]),
        ("## How I am\n\n%%tired%% but well\n\n## Done", ["How I am", "but well", "Done"]),
        ("## How I am\n\n%%tired%%", []),
        ("## How I am\n\n## Done\n\nreview", ["How I am", "Done", "review"]),
    ],
)
def test_a_question_stays_in_with_its_answer(share: Share, body: str, left: list[str]) -> None:
    text = text_of(share(Note(title="Week", body=body)).summary)
    words = ["How I am", "tired", "but well", "Done", "review"]
    assert [word for word in words if word in text.partition("Week")[2]] == left


@pytest.mark.parametrize(
    ("since", "until", "weeks"),
    [
        (date(2026, 6, 15), date(2026, 6, 21), "week 1 of 18"),
        (date(2026, 6, 15), date(2026, 6, 22), "weeks 1 – 2 of 18"),
        (date(2026, 6, 14), date(2026, 6, 22), ""),
        (date(2026, 6, 15), date(2027, 6, 22), ""),
        (None, date(2026, 6, 22), ""),
        (date(2026, 6, 15), None, ""),
    ],
)
def test_weeks_are_told_when_all_of_them_are_the_programs(
    since: date | None, until: date | None, weeks: str
) -> None:
    program = default_program(2026, project="CLI")
    period = Period(since, until)
    told = disclose((), ticked=(), template=STORY, period=period, program=program, audience=" my  mentor")
    parts = told.summary.subtitle.split(" · ")
    assert parts[0] == "CLI"
    assert parts[-1] == "for my mentor"
    assert [part for part in parts if part.startswith("week")] == ([weeks] if weeks else [])


@pytest.mark.parametrize("level", ["mood", "energy", "stress"])
def test_a_check_in_of_one_tap_says_something_and_one_of_none_does_not(share: Share, level: str) -> None:
    (item,) = share(SelfCareNote(day=DAY, **{level: 2})).summary.items
    assert item.detail == f"Self-care note · {level} 2 of 5"
    assert share(SelfCareNote(day=DAY)).summary.sections == ()


def test_a_link_is_looked_for_without_the_signs_of_its_style() -> None:
    assert "burnout talk" in linked_names([Note(body="[[Burn*out* `talk`]]")])
    assert "burnout talk" in linked_names([Note(body="*[*[Burnout talk]]")])


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("नि\u200dय", "नि\u200dय"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("ab\u200d\u200cc", "abc"),
        ("。\u200d和", "。和"),
        ("٣\u200d٤", "٣٤"),
        ("\u200da", "a"),
    ],
)
def test_a_joiner_stays_where_writing_needs_it(text: str, kept: str) -> None:
    assert without_hidden(text) == kept


def test_a_link_that_comes_about_by_reading_is_told_once_across_its_styles() -> None:
    note = Note(title="a", body="See [\\[Burnout **talk**\\]] now.", day=DAY)
    text = text_of(_told(note, "Burnout talk"))
    assert "See another entry now." in text
    assert "talk" not in text


def test_an_aside_from_one_code_block_into_another_leaves_two_of_them() -> None:
    body = "```\none\n%%secret\n```\nbetween\n~~~\n%%two\n~~~\n\nafter"
    (item,) = _told(Note(title="a", body=body, day=DAY)).items
    assert [type(block) for block in item.body] == [CodeBlock, CodeBlock, Paragraph]
    assert "secret" not in str(item)


def _told(note: Note, *titles: str) -> Summary:
    period = Period(None, None)
    return disclose([note], ticked={note.id}, template=STORY, period=period, titles=titles).summary
