"""Templates: what filling keeps, what it puts in, and how a template is kept."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.entry_template import (
    VARIABLES,
    EntryTemplate,
    TemplateContext,
    fill,
    filled,
    id_for,
    read_template,
    unknown_variables,
    writing_begins,
)
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.program import default_program
from amp_desktop.domain.text.asides import without_asides

PROGRAM = default_program(2026, project="AsyncAPI CLI", mentor="Ada")
CONTEXT = TemplateContext(day=date(2026, 7, 22), program=PROGRAM, last_meeting=date(2026, 7, 15))
BARE = TemplateContext(day=date(2026, 11, 20))

WORDS = st.text().filter(lambda text: "{" not in text and "}" not in text)
VARIABLE = st.sampled_from(sorted(VARIABLES))
TEMPLATES = st.builds(
    EntryTemplate,
    id=st.text(min_size=1).filter(str.strip),
    name=st.text(min_size=1).filter(str.strip),
    kind=st.none() | st.sampled_from(list(ENTRY_TYPES)),
    title=st.text(),
    body=st.text(),
    tags=st.tuples(st.text(), st.text()),
)


def template(**values: Any) -> EntryTemplate:
    return EntryTemplate(**{"id": "t", "name": "T", **values})


@pytest.mark.parametrize(
    ("variable", "expected"),
    [
        ("date", "22 July 2026"),
        ("weekday", "Wednesday"),
        ("week", "6"),
        ("weeks", "18"),
        ("phase", "Execution period"),
        ("project", "AsyncAPI CLI"),
        ("mentor", "Ada"),
        ("last_meeting", "15 July 2026"),
    ],
)
def test_each_variable_stands_for_something_of_the_day(variable: str, expected: str) -> None:
    assert filled(f"-{{{{{variable}}}}}-", CONTEXT) == f"-{expected}-"


def test_without_a_program_every_variable_still_has_words() -> None:
    sentence = "Week {{week}} of {{weeks}}, {{phase}}: {{project}}, {{mentor}}, since {{last_meeting}}"
    expected = "Week 47 of 53, before the program: my project, my mentor, since our last meeting"
    assert filled(sentence, BARE) == expected


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        (date(2026, 6, 1), "before the program"),
        (date(2026, 6, 15), "Community bonding"),
        (date(2026, 8, 14), "Midterm evaluation"),  # it lies within the execution period
        (date(2026, 10, 17), "Final evaluation"),
        (date(2026, 12, 1), "after the program"),
    ],
)
def test_the_phase_is_the_one_that_matters_on_the_day(day: date, phase: str) -> None:
    assert filled("{{phase}}", TemplateContext(day=day, program=PROGRAM)) == phase


@given(st.lists(st.tuples(WORDS, VARIABLE)), WORDS)
def test_filling_keeps_every_word_and_leaves_no_variable(parts: list[tuple[str, str]], end: str) -> None:
    text = "".join(f"{words}{{{{ {variable} }}}}" for words, variable in parts) + end
    expected = "".join(f"{words}{VARIABLES[variable](CONTEXT)}" for words, variable in parts) + end
    assert filled(text, CONTEXT) == expected


@given(TEMPLATES)
def test_no_template_fails_to_fill(any_template: EntryTemplate) -> None:
    entry = fill(any_template, CONTEXT, "goal")
    assert entry.kind == (any_template.kind or "goal")
    assert entry.day == CONTEXT.day


def test_a_value_is_not_filled_again() -> None:
    program = default_program(2026, mentor="{{project}} and {{date}}")
    assert (
        filled("{{mentor}}", TemplateContext(day=CONTEXT.day, program=program)) == "{{project}} and {{date}}"
    )


def test_filling_begins_an_entry_of_the_template_s_kind() -> None:
    stuck = template(kind="challenge", title="Stuck on {{weekday}}", body="## Why\n", tags=("Help",))
    entry = fill(stuck, CONTEXT, "note")
    assert isinstance(entry, Challenge)
    assert (entry.title, entry.body, entry.tags) == ("Stuck on Wednesday", "## Why\n", ("Help",))
    assert entry.since == entry.day == date(2026, 7, 22)


def test_a_template_of_any_kind_begins_what_is_wanted() -> None:
    assert isinstance(fill(template(), CONTEXT, "goal"), Goal)
    assert isinstance(fill(template(), CONTEXT), Note)
    assert all(template().serves(kind) for kind in ENTRY_TYPES)
    assert [kind for kind in ENTRY_TYPES if template(kind="goal").serves(kind)] == ["goal"]


def test_each_filling_is_an_entry_of_its_own() -> None:
    assert fill(template(), CONTEXT).id != fill(template(), CONTEXT).id


def test_what_is_no_variable_stays_and_is_told() -> None:
    odd = template(title="{{Date}} {{dat}}", body="{{ mood }} {{dat}} {date} {{}} {{two words}}")
    assert unknown_variables(odd) == ("dat", "mood")
    entry = fill(odd, CONTEXT)
    assert entry.title == "22 July 2026 {{dat}}"
    assert entry.body == "{{ mood }} {{dat}} {date} {{}} {{two words}}"


@given(TEMPLATES)
def test_a_kept_template_comes_back_the_same(any_template: EntryTemplate) -> None:
    assert EntryTemplate.from_json(any_template.to_json()) == any_template


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"name": 5},
        {"id": " "},
        {"kind": "diary"},
        {"tags": "abc"},
        {"tags": [1]},
        {"body": None},
    ],
)
def test_what_is_no_template_is_refused(broken: dict[str, Any]) -> None:
    data = {**template().to_json(), **broken} if broken else broken
    with pytest.raises(InvalidValueError):
        EntryTemplate.from_json(data)


def test_a_template_needs_a_name() -> None:
    with pytest.raises(InvalidValueError, match="name"):
        template(name=" \n ")


def test_ids_are_made_of_names_and_differ() -> None:
    assert id_for("First meeting!") == "first-meeting"
    assert id_for("Émotions & co") == "émotions-co"
    assert id_for("…") == "template"
    assert id_for("Stuck", frozenset({"stuck", "stuck-2"})) == "stuck-3"


def test_a_file_is_read_as_it_is_written() -> None:
    text = (
        "---\nname: Stuck: again\nkind: challenge\ntags: a, b\ntitle: {{date}}\n---\n\n## One\n\n---\n\nTwo\n"
    )
    read = read_template("stuck", text)
    assert read == EntryTemplate(
        id="stuck",
        name="Stuck: again",
        kind="challenge",
        title="{{date}}",
        body="## One\n\n---\n\nTwo",
        tags=("a", "b"),
    )


@pytest.mark.parametrize(
    "text", ["", "name: x", "---\nname: x\n", "---\nname: x\nkind: y\n---\n", "---\n---\n"]
)
def test_a_file_that_is_no_template_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError):
        read_template("x", text)


def test_a_hint_never_leaves() -> None:
    assert without_asides("## Why\n\n%%Because of {{mentor}}%%\n")[0] == "## Why\n\n\n"


@pytest.mark.parametrize(
    ("body", "before", "after"),
    [
        ("## One\n\n%%hint%%\n\n## Two\n", "## One\n\n%%hint%%\n", "\n## Two\n"),
        ("%%about%%\n\n## One\n%%hint%%\n", "%%about%%\n\n## One\n%%hint%%\n", ""),
        ("## One\n\n## Two\n\n%%hint%%\n", "## One\n", "\n## Two\n\n%%hint%%\n"),
        ("## One", "## One", ""),
        ("Dear diary, ", "Dear diary, ", ""),
        ("", "", ""),
    ],
)
def test_writing_begins_under_the_first_question(body: str, before: str, after: str) -> None:
    at = writing_begins(body)
    assert (body[:at], body[at:]) == (before, after)
