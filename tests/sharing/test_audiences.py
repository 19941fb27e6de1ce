"""Who is offered what: nobody more than the mentor, and everybody nothing that sounds private."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Level
from amp_desktop.sharing import (
    AUDIENCES,
    TEMPLATES,
    Period,
    audience_of,
    disclose,
    find_template,
    preticked,
    render,
)

DAY = date(2026, 7, 22)
STUCK = Challenge(
    title="Stuck",
    body="It fails",
    tried="Zqtried",
    need="Zqneed",
    asked=(Asking("Zqwhom", DAY, "Zqwhere", "Zqanswer", DAY, id="a"),),
    for_mentor="Zqmentor",
    day=DAY,
    sharing=Sharing.SHAREABLE,
)
FEEDBACK = Feedback(title="Said", body="Zqsaid", by="Zqby", changed="Zqchanged", sharing=Sharing.SHAREABLE)
MEETING = Meeting(
    title="Call",
    day=DAY,
    status=MeetingStatus.HELD,
    body="Zqnotes",
    read_back="Zqback",
    points=(MeetingPoint("Point", note="Zqbeside", id="p"),),
    actions=(Action("Do it", id="a"),),
    sharing=Sharing.SHAREABLE,
)
ASKED = Note(title="A question", on_agenda=True, day=DAY)
SHARED = Goal(title="A goal", day=DAY, sharing=Sharing.SHAREABLE, for_mentor="Zqmentor")
CARE = SelfCareNote(mood=2, day=DAY)
ALL: tuple[Entry, ...] = (STUCK, FEEDBACK, MEETING, ASKED, SHARED, CARE)


def text(template: str, audience: str, *entries: Entry, draft: ShareDraft | None = None) -> str:
    ticked = frozenset(entry.id for entry in entries)
    made = disclose(
        entries,
        ticked=ticked,
        template=find_template(template),
        period=Period(),
        audience=audience,
        draft=draft or ShareDraft(),
    )
    return render(made.summary, "txt").decode()


def test_whoever_is_named_is_meant_and_anybody_else_is_the_mentor() -> None:
    assert [audience_of(audience.words) for audience in AUDIENCES] == list(AUDIENCES)
    assert audience_of("The Organizers").name == "organizer"
    assert [audience_of(words).name for words in ("", "Amina", "publicly known")] == ["mentor"] * 3


@pytest.mark.parametrize("template", list(TEMPLATES))
def test_nobody_is_offered_more_ticked_than_the_mentor_and_self_care_never_is(template: str) -> None:
    made = find_template(template)
    mentor = {entry.id for entry in ALL if preticked(entry, made, audience_of("mentor"))}
    for audience in AUDIENCES:
        ticked = {entry.id for entry in ALL if preticked(entry, made, audience)}
        assert ticked <= mentor
        assert CARE.id not in ticked
        assert (ASKED.id in ticked) is audience.is_mentor
    public = {entry.id for entry in ALL if preticked(entry, made, audience_of("public"))}
    assert public == {SHARED.id}


@given(
    template=st.sampled_from(list(TEMPLATES)),
    audience=st.sampled_from(AUDIENCES),
    chosen=st.dictionaries(st.sampled_from([SHARED.id, ASKED.id]), st.sampled_from(list(Level))),
)
def test_what_is_ticked_by_hand_for_everybody_leaves_without_its_private_parts(
    template: str, audience: object, chosen: dict[object, Level]
) -> None:
    words = text(template, getattr(audience, "words", ""), *ALL, draft=ShareDraft(levels=chosen))  # type: ignore[arg-type]
    if not getattr(audience, "is_mentor", False):
        assert "Zqmentor" not in words
    if getattr(audience, "is_everybody", False):
        assert "Zq" not in words


def test_a_level_chosen_by_hand_lets_what_sounds_private() -> None:
    assert "Zqneed" not in text("mentor-meeting", "the public", STUCK)
    chosen = ShareDraft(levels={STUCK.id: Level.SHORT})
    words = text("mentor-meeting", "the public", STUCK, draft=chosen)
    assert "Zqneed" in words
    assert "Zqmentor" not in words


def test_the_mentor_is_told_as_before() -> None:
    words = text("mentor-meeting", "my mentor", STUCK, ASKED, SHARED)
    assert "Zqmentor" in words
    assert "Zqtried" in words
