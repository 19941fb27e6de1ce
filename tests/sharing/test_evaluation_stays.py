"""Of the pad of an evaluation only the feedback for the mentor leaves, and it leaves to the mentor alone."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amp_desktop.domain.kinds.evaluation import Correction, Evaluation, Talked, TalkTopic
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.program import Program
from amp_desktop.domain.share_draft import ShareDraft, WordingEdit
from amp_desktop.domain.summary import Level
from amp_desktop.sharing import AUDIENCES, RENDERERS, TEMPLATES, Period, disclose, render
from amp_desktop.sharing.disclosure.disclosure import preticked
from tests.sharing.disclosure.test_leaks import everything

DAY = date(2026, 8, 14)
TEXTS = tuple(name for name in Evaluation.NEVER_SHARED if isinstance(getattr(Evaluation(), name), str))
SHAPES = (
    "{w}",
    "# {w}\n\n- {w}",
    "```\n{w}\n```",
    "%%{w}",
    "[[{w}]] {w}",
    "| a |\n|---|\n| {w} |",
    "<!-- {w}",
)


def pad(shapes: dict[str, str], feedback: str) -> tuple[Evaluation, list[str]]:
    """A pad with a word in each box that occurs nowhere else, and these words."""
    words = {name: f"stays{name.replace('_', '')}x" for name in TEXTS}
    filled: dict[str, Any] = {name: shapes[name].format(w=word) for name, word in words.items()}
    made = Evaluation(
        **{**filled, "title": words["title"], "tags": ("staystag",)},
        for_mentor=feedback,
        day=DAY,
        talked=(Talked(TalkTopic.SUPPORT.value, date(1991, 2, 3)),),
        corrections=(Correction(date(1992, 3, 4)),),
    )
    days = ("Feb 1991", "February 1991", "1991-02", "Mar 1992", "March 1992", "1992-03")
    return made, [*words.values(), "staystag", *days]  # a year alone stands by chance in a PDF's own numbers


PADS = st.builds(pad, st.fixed_dictionaries({name: st.sampled_from(SHAPES) for name in TEXTS}),
                 st.sampled_from(["", "leavesx", "%%hiddenx%% leavesx", "leavesx\n\nleavesx"]))  # fmt: skip


@settings(max_examples=60)
@given(
    PADS,
    st.sampled_from(sorted(TEMPLATES)),
    st.sampled_from([None, *Level]),
    st.sampled_from(sorted(RENDERERS)),
    st.sampled_from([one.words for one in AUDIENCES]),
    st.booleans(),
)
def test_no_box_for_the_organizers_leaves_by_any_way(
    made: tuple[Evaluation, list[str]],
    template: str,
    level: Level | None,
    form: str,
    audience: str,
    links: bool,
) -> None:
    entry, private = made
    title = entry.title
    note = Note(title="A note", body=f"See [[{title}]]." if links else "Words.", day=DAY)
    care = SelfCareNote(what_did_me_good="carex", mood=2, day=DAY)
    draft = ShareDraft(
        levels={one.id: level for one in (entry, note) if level},
        edits={f"{entry.id}:for mentor": WordingEdit(f"about [[{title}]]", "Feedback for my mentor")},
    )
    door = disclose(
        [entry, note, care],
        ticked={entry.id, note.id},
        template=TEMPLATES[template],
        period=Period(),
        audience=audience,
        program=Program(project="CLI"),
        draft=draft,
    )
    found = everything(form, render(door.summary, form))
    assert [word for word in (*private, "hiddenx", "carex") if word in found] == []
    if audience != "my mentor":
        assert "leavesx" not in found
        assert entry.id not in door.entries


@pytest.mark.parametrize("level", [Level.SHORT, Level.LINE, Level.WHOLE])
def test_the_feedback_reaches_the_mentor_at_every_level(level: Level) -> None:
    entry = Evaluation(title="Midterm", scope="no", for_mentor="Thank you for reading along.", day=DAY)
    door = disclose(
        [entry],
        ticked={entry.id},
        template=TEMPLATES["mentor-meeting"],
        period=Period(),
        audience="my mentor",
        draft=ShareDraft(levels={entry.id: level}),
    )
    text = render(door.summary, "txt").decode()
    assert "Feedback for my mentor" in text
    assert "Thank you for reading along." in text


def test_a_pad_is_never_ticked_by_a_rule_and_cannot_be_marked() -> None:
    entry = Evaluation(for_mentor="Thank you", day=DAY)
    assert not any(preticked(entry, TEMPLATES[name], one) for name in TEMPLATES for one in AUDIENCES)


def test_what_never_leaves_is_every_field_but_the_feedback() -> None:
    own = set(Evaluation.__dataclass_fields__) - set(Note.__dataclass_fields__)
    assert own <= set(Evaluation.NEVER_SHARED)
    told = replace(Evaluation(scope="a", body="b", title="c"), for_mentor="d").for_others()
    assert (told.scope, told.body, told.title, told.for_mentor) == ("", "", "", "d")


@pytest.mark.parametrize("template", ["mentor-meeting", "weekly-update"])
def test_feedback_that_leaves_whole_is_told_once(template: str) -> None:
    entry = Evaluation(title="Midterm", for_mentor="Thank you for reading along.", day=DAY)
    door = disclose(
        [entry],
        ticked={entry.id},
        template=TEMPLATES[template],
        period=Period(),
        audience="my mentor",
        program=Program(),
        draft=ShareDraft(levels={entry.id: Level.WHOLE}),
    )
    assert render(door.summary, "md").decode().count("Thank you for reading along.") == 1
