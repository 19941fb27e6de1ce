"""A name that is told otherwise this time stands nowhere in what leaves, however it was written."""

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import pairwise
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.feedback import Answer, Feedback
from amp_desktop.domain.kinds.goal import Goal, Step, TargetMove
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Phase, Program
from amp_desktop.domain.share_draft import ShareDraft, WordingEdit
from amp_desktop.domain.summary import Level
from amp_desktop.sharing import RENDERERS, Disclosure, Period, disclose, names_in, render
from amp_desktop.sharing.disclosure.name_finding import NameFinder
from amp_desktop.sharing.renderers.formatting import plain
from amp_desktop.sharing.templates.base import Template
from amp_desktop.sharing.templates.mentor_meeting import MENTOR_MEETING
from amp_desktop.sharing.templates.story import STORY

NAME = "Amina Okafor"
DAY = date(2026, 9, 17)
FROM, TO = date(2026, 9, 1), date(2026, 9, 30)
MOVE = TargetMove(DAY, TO, f"{NAME} is away", datetime(2026, 9, 2, tzinfo=UTC), DAY)
EVERYWHERE: tuple[Entry, ...] = (
    Note(title=f"{NAME} said", body=f"# {NAME}\n\n```\n{NAME}\n```\n\n- {NAME}", day=DAY, work=NAME),
    Goal(
        title=f"Work with {NAME}",
        steps=(Step(f"a, {NAME}", done=True, done_on=DAY), Step(NAME)),
        moves=(MOVE,),
        day=DAY,
    ),
    Challenge(title=f"of {NAME}", asked=(Asking(NAME, DAY, NAME, NAME),), need=NAME, tried=NAME, day=DAY),
    Challenge(title="x", status=ChallengeStatus.RESOLVED, what_helped=NAME, body=NAME, day=DAY),
    Milestone(
        title=NAME,
        reached_on=DAY,
        program_phase=NAME,
        whom_to_thank=NAME,
        evidence=(Evidence("a", NAME), Evidence("https://e.org/talk", f"Talk by {NAME}")),
    ),
    Feedback(title="x", by=NAME, body=NAME, changed=NAME, status=Answer.ACCEPTED, day=DAY),
    Meeting(
        title=NAME,
        day=DAY,
        at=f"5, says {NAME}",
        whom=NAME,
        where=NAME,
        status=MeetingStatus.HELD,
        points=(MeetingPoint(NAME, note=NAME),),
        actions=(Action(NAME, NAME, DAY), Action(NAME, NAME, DAY, is_done=True, done_on=DAY)),
        read_back=NAME,
    ),
)


def told(*entries: Entry, template: Template = MENTOR_MEETING, draft: ShareDraft) -> Disclosure:
    return disclose(
        entries,
        ticked={entry.id for entry in entries},
        template=template,
        period=Period(FROM, TO),
        audience=NAME,
        program=Program(project=f"{NAME}'s", phases=(Phase(f"With {NAME}", FROM, TO),)),
        occasion=f"Thursday, {NAME}",
        draft=draft,
    )


@pytest.mark.parametrize("template", [MENTOR_MEETING, STORY])
@pytest.mark.parametrize("level", Level)
def test_a_name_told_otherwise_stands_nowhere(template: Template, level: Level) -> None:
    draft = ShareDraft(
        levels=dict.fromkeys((entry.id for entry in EVERYWHERE), level),
        names={NAME: "my mentor"},
        greeting=f"Dear {NAME}",
        edits={"title": WordingEdit(f"For {NAME}")},
    )
    summary = told(*EVERYWHERE, template=template, draft=draft).summary
    for form in (form for form in RENDERERS if form != "pdf"):
        words = render(summary, form).decode().lower()
        assert "my mentor" in words
        assert "amina" not in words
        assert "okafor" not in words
    assert names_in(summary, [NAME]) == ()
    unnamed = told(*EVERYWHERE, template=template, draft=replace(draft, names={})).summary
    assert (
        told(*EVERYWHERE, template=template, draft=replace(draft, names={"Nobody": "x"})).summary == unnamed
    )
    assert names_in(unnamed, ["Amina", NAME, "Nobody"]) == (NAME,)


@given(
    st.integers(60, 90),
    st.sampled_from(["Amina Okafor", "Amina  Okafor", "**Amina** Okafor", "AMINA\nokafor"]),
)
def test_no_part_of_a_name_is_left_where_a_line_is_shortened(count: int, written: str) -> None:
    step = Step(f"{'w ' * count}{written} is here and so on, and on, and on", done=True, done_on=DAY)
    draft = ShareDraft(names={NAME: "my mentor"})
    summary = disclose(
        [goal := Goal(title="G", steps=(step,), day=DAY)],
        ticked={goal.id},
        template=MENTOR_MEETING,
        period=Period(FROM, TO),
        draft=draft,
    ).summary
    words = render(summary, "txt").decode().lower()
    assert "ami" not in words
    assert "okaf" not in words


@pytest.mark.parametrize(
    ("name", "text", "left"),
    [
        ("Straße", "with STRASSE", "with X"),
        ("Strasse", "with Straße.", "with X."),
        ("İpek", "an İpek", "an X"),
        ("José", normalize("NFD", "by José"), "by X"),
        (normalize("NFD", "José"), "by José", "by X"),
        ("Jose", "by José", "by José"),
        ("Amina", "_Amina_ and Amina's", "_X_ and X's"),
        ("Amina", "Aminas @Amina", "Aminas @X"),
        ("Amina Okafor", "Amina\n  Okafor", "X"),
        ("田中", "今日田中さんに会った", "今日Xさんに会った"),
        ("아미나", "아미나는 왔다", "X는 왔다"),
        ("राम", "राम और रामा", "X और रामा"),
        ("Amina", "with Ami…", "with X…"),
        ("Amina", "Miami… sand… a…", "Miami… sand… a…"),
        ("Al", "Al, Ali, Al", "X, Ali, X"),
        ("ता", "मिता ता", "मिता X"),
    ],
)
def test_a_name_is_found_however_it_is_written(name: str, text: str, left: str) -> None:
    at, kept = 0, ""
    for one in NameFinder([name]).find(text):
        assert one.name == name
        kept += f"{text[at : one.start]}X"
        at = one.end
    assert kept + text[at:] == left


def test_of_two_names_the_longer_one_is_told() -> None:
    finder = NameFinder(["Amina", "Amina Okafor", " "])
    assert [one.name for one in finder.find("Amina, Amina Okafor, amina")] == [
        "Amina",
        "Amina Okafor",
        "Amina",
    ]
    assert [text[: one.end] for text in ("Amina Oka…",) for one in finder.find(text)] == ["Amina Oka"]
    assert [one.end for one in NameFinder(["Amina Okafor", "Oka"]).find("Amina Oka…")] == [9]
    assert [one.name for one in NameFinder(["田中", "太郎"]).find("田中太郎")] == ["田中", "太郎"]
    assert [one.name for one in NameFinder(["b c", "c"]).find("ab c")] == ["c"]
    assert not NameFinder(["", " "])


@given(st.lists(st.sampled_from(["Al", "Alan", "Al Bo", "Bo", " ", "…", "x"]), max_size=8).map("".join))
def test_what_is_found_lies_apart_and_in_order(text: str) -> None:
    found = NameFinder(["Al", "Alan", "Al Bo", "Bo"]).find(text)
    assert all(one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize("names", [[], ["", " "]])
def test_no_names_stand_nowhere(names: list[str]) -> None:
    summary = told(*EVERYWHERE, draft=ShareDraft()).summary
    assert names_in(summary, names) == ()


@pytest.mark.parametrize(("told_as", "left"), [("my mentor", "my mentor"), ("", NAME), (" ", NAME)])
def test_a_name_is_told_as_other_words_or_as_itself_and_no_place_is_left_without_any(
    told_as: str, left: str
) -> None:
    reached = Milestone(title="Talk", reached_on=DAY, evidence=(Evidence("https://e.org/talk", NAME),))
    draft = ShareDraft(
        names={NAME: told_as},
        edits={"title": WordingEdit(NAME), "heading:Since we last met": WordingEdit(NAME)},
    )
    summary = told(reached, draft=draft).summary
    (section,) = summary.sections
    (line,) = section.lines
    assert (summary.title, section.heading) == (left, left)
    assert [(link.address, plain(link.content)) for link in line.links] == [("https://e.org/talk", left)]


def test_a_footnote_within_a_link_or_an_aside_lets_nothing_out() -> None:
    """A line has no footnotes: what they parted stands together in it."""
    secret = Note(title="Secret title")
    note = Note(body="a [[Secret[^1] title]] b %[^1]%private%[^1]% c\n\n[^1]: d", day=DAY)
    for level in Level:
        for template in (MENTOR_MEETING, STORY):
            summary = disclose(
                [note, secret],
                ticked={note.id},
                template=template,
                period=Period(),
                draft=ShareDraft(levels={note.id: level}),
            ).summary
            words = render(summary, "md").decode()
            assert "Secret" not in words
            line = render(replace(summary, appendix=()), "txt").decode()
            assert "private" not in line or template is STORY


def test_what_leaves_as_a_whole_does_so_without_a_line_of_it() -> None:
    """The agreements of a meeting are its lines; where all of them are private, the rest still leaves."""
    meeting = Meeting(
        title="Call", day=DAY, status=MeetingStatus.HELD, actions=(Action("%%private%%"),), read_back="yes"
    )
    whole = told(meeting, draft=ShareDraft(levels={meeting.id: Level.WHOLE}))
    assert whole.entries == (meeting.id,)
    assert [item.title for item in whole.summary.appendix] == ["Call"]
    assert told(meeting, draft=ShareDraft()).entries == ()
