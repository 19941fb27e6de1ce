"""Questions of a template: what is answered leaves, what only a hint or an aside answers stays."""

from datetime import date

import pytest

from amp_desktop.domain.entry_template import EntryTemplate, TemplateContext, fill
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal.templates import shipped
from amp_desktop.sharing.disclosure.redaction import without_private


def left(body: str) -> str:
    return without_private(Note(body=body)).body.strip("\n")


UNANSWERED = {name: template for name, template in shipped().items() if name != "kick-off"}
"""All but the one that brings the guide's list of what to expect, which is words and leaves as such."""


@pytest.mark.parametrize("template", UNANSWERED.values(), ids=UNANSWERED)
def test_nothing_of_an_unanswered_template_leaves(template: EntryTemplate) -> None:
    entry = fill(template, TemplateContext(day=date(2026, 8, 14)))
    assert left(entry.body) == ""


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
        "A word, %%private%% and another",
    ],
)
def test_a_heading_without_an_aside_under_it_leaves(body: str) -> None:
    assert left(body) == body.replace(" %%private%%", "").strip("\n")


def test_a_comment_in_code_is_no_question() -> None:
    body = "```sh\n# first\n%%secret%%\n# second\nmake\n```"
    assert left(body) == "```sh\n# first\n# second\nmake\n```"
