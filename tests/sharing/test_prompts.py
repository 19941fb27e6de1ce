"""Questions of a template: what is answered leaves, what only a hint or an aside answers stays."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.entry_template import EntryTemplate, TemplateContext, fill
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal.templates import shipped
from amp_desktop.sharing.disclosure.redaction import without_private

OF_THE_GUIDE = {"kick-off": "## What I may expect of "}
"""How the part begins that a template brings as words: the guide's list of what to expect leaves as such."""


def left(body: str) -> str:
    return without_private(Note(body=body)).body.strip("\n")


@pytest.mark.parametrize(("name", "template"), shipped().items(), ids=shipped())
def test_nothing_of_an_unanswered_template_leaves(name: str, template: EntryTemplate) -> None:
    entry = fill(template, TemplateContext(day=date(2026, 8, 14)))
    words = left(entry.body)
    if name in OF_THE_GUIDE:
        assert words.startswith(OF_THE_GUIDE[name])
        assert words.count("\n#") == 0
    else:
        assert words == ""


def test_an_answered_question_leaves_without_its_hint() -> None:
    body = (
        "## What moved\n\n%%Anything.%%\nThe parser.\n\n## What was hard\n\n%%Really.%%\n\n## Thanks\n\nAda\n"
    )
    assert left(body) == "## What moved\n\nThe parser.\n\n## Thanks\n\nAda"


@pytest.mark.parametrize(
    "body",
    [
        "## Q\n%%a%%",
        "## Q\n\n- %%a%%\n- [ ] %%b%%\n\n> %%c%%\n",
        "## Q\n%%a\n\nb%% %%c%%\n\n",
        "### Q #\n\n**%%a%%**\n",
        "## Q\n- \n%%a%%",
        "## Q\n\n%%never closed",
        "## Q\n\n### For me\n\n%%a%%\n\n### For her\n\n%%b%%\n",
        "# All\n\n## Q\n\n- \n\n#### For me\n%%a%%\n\n### For her\n%%b%%\n\n## P\n%%c%%",
        "## Q\n\n### %%a%%\n",
    ],
)
def test_a_question_stays_in_with_a_private_answer(body: str) -> None:
    assert left(body) == ""


@pytest.mark.parametrize(
    "body",
    [
        "## Done",
        "## Done\n\n## Next",
        "# Done\n\n---",
        "#done\n",
        "## Done\n\n### For me\n\n### For her",
        "A word, %%private%% and another",
    ],
)
def test_a_heading_without_an_aside_under_it_leaves(body: str) -> None:
    assert left(body) == body.replace(" %%private%%", "").strip("\n")


def test_a_comment_in_code_is_no_question() -> None:
    body = "```sh\n# first\n%%secret%%\n# second\nmake\n```"
    assert left(body) == "```sh\n# first\n# second\nmake\n```"


@given(st.lists(st.integers(1, 6), min_size=1, max_size=12), st.data())
def test_a_heading_leaves_with_what_leaves_below_it_and_with_nothing_else(
    levels: list[int], data: st.DataObject
) -> None:
    """However deep questions are nested: those over an answer leave, and all others stay in with it."""
    below = [*levels[1:], 0]
    answerable = [at for at, (level, after) in enumerate(zip(levels, below, strict=True)) if after <= level]
    answered = set(data.draw(st.lists(st.sampled_from(answerable), unique=True)))
    lines, leaving = [], set()
    for at, level in enumerate(levels):
        lines += ["#" * level + f" Question {at}.", ""]
        if at in answerable:
            lines += ["%%A hint.%%", *(["", f"Answer {at}."] if at in answered else []), ""]
    for at in answered:
        deepest = 7
        for outer in range(at, -1, -1):
            if levels[outer] < deepest:
                deepest = levels[outer]
                leaving.add(outer)
    body = left("\n".join(lines))
    assert {at for at in range(len(levels)) if f"Question {at}." in body} == leaving
    assert {at for at in range(len(levels)) if f"Answer {at}." in body} == answered
