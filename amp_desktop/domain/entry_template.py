"""Entry templates: a page that is begun already, with questions to write on from.

A template is Markdown like every entry. Its headings stay; its hints are asides, `%%such as this one%%`: the
editor shows them quietly, and by the journal's own rule an aside never leaves. A heading under which nothing
but a hint stands does not leave either (`sharing.cutting`), so that no unanswered question ever does.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.registry import USUAL_KIND, entry_type, parse_kind
from amp_desktop.domain.program import Program
from amp_desktop.domain.text.asides import aside_spans
from amp_desktop.domain.text.day_words import day_text, weekday_text
from amp_desktop.domain.text.one_line import one_line

_VARIABLE = re.compile(r"\{\{[ \t]*(\w+)[ \t]*\}\}")
_HEADING = re.compile(r"^#{1,6}[ \t].*$", re.MULTILINE)
_NOT_IN_IDS = re.compile(r"[\W_]+")


@dataclass(frozen=True, kw_only=True)
class EntryTemplate:
    """What an entry can begin with.

    Attributes:
        id: A short name for the terminal and the settings, such as "weekly-reflection"; never changes.
        name: What the menu says, one line.
        kind: What it begins, or None for whatever kind is wanted.
        title: The entry's title; may be empty, may hold variables.
        body: Markdown with hints as asides; may hold variables.
        tags: What the entry is tagged with.
    """

    id: str
    name: str
    kind: Kind | None = None
    title: str = ""
    body: str = ""
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Bring name and title to one line.

        Raises:
            InvalidValueError: The template has no name or no id.
        """
        for text in ("id", "name", "title"):
            object.__setattr__(self, text, one_line(getattr(self, text)))
        if not (self.id and self.name):
            raise InvalidValueError("A template needs a name.", "Write one, however short.")

    def serves(self, kind: Kind) -> bool:
        """Whether an entry of that kind can begin with it."""
        return self.kind in (None, kind)

    def to_json(self) -> dict[str, Any]:
        """As plain data."""
        own = {"id": self.id, "name": self.name, "kind": self.kind, "title": self.title, "body": self.body}
        return {**own, "tags": list(self.tags)}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "EntryTemplate":
        """From plain data.

        Raises:
            InvalidValueError: The data is not a template.
        """
        try:
            words = {name: data[name] for name in ("id", "name", "title", "body")}
            tags = tuple(data["tags"])
            if isinstance(data["tags"], str) or not all(
                isinstance(word, str) for word in (*words.values(), *tags)
            ):
                raise TypeError
            kind = parse_kind(data["kind"]) if data["kind"] is not None else None
        except (KeyError, TypeError) as error:
            raise InvalidValueError("This is not a template of a journal.") from error
        return cls(kind=kind, tags=tags, **words)


@dataclass(frozen=True, kw_only=True)
class TemplateContext:
    """What a template is filled from.

    Attributes:
        day: The day of the entry.
        program: What the mentee takes part in; empty until it is set.
        last_meeting: The day of the last meeting with the mentor, or None when none is known.
    """

    day: date
    program: Program = field(default_factory=Program)
    last_meeting: date | None = None

    @property
    def week(self) -> tuple[int, int]:
        """The week of the program and how many it has; outside of it, those of the calendar's year."""
        program = self.program.of(self.day)
        week = program.week_of(self.day)
        if week is not None:
            return week, program.weeks
        year, number, _ = self.day.isocalendar()
        return number, date(year, 12, 28).isocalendar().week  # its last week, by ISO 8601

    @property
    def phase(self) -> str:
        """The phase of the program, the shortest where several hold; words for it outside of all."""
        phases = self.program.phases_on(self.day)
        if phases:
            return min(phases, key=lambda phase: phase.ends - phase.starts).name
        if self.program.starts is None or self.day < self.program.starts:
            return "before the program"
        return "between two phases" if self.program.next_after(self.day) else "after the program"


VARIABLES: Mapping[str, Callable[[TemplateContext], str]] = {
    "date": lambda context: day_text(context.day),
    "weekday": lambda context: weekday_text(context.day),
    "week": lambda context: str(context.week[0]),
    "weeks": lambda context: str(context.week[1]),
    "phase": lambda context: context.phase,
    "project": lambda context: context.program.project.strip() or "my project",
    "mentor": lambda context: context.program.mentor.strip() or "my mentor",
    "last_meeting": lambda context: (
        day_text(context.last_meeting) if context.last_meeting else "our last meeting"
    ),
}
"""What `{{name}}` stands for. None is ever empty: a sentence with a variable reads well on every day."""


def fill(template: EntryTemplate, context: TemplateContext, kind: Kind = USUAL_KIND) -> Entry:
    """The entry that the template begins; it is nowhere stored yet.

    Args:
        template: The template. A variable that it does not know stays as it is written.
        context: What its variables stand for.
        kind: What to begin where the template serves any kind.
    """
    begun = entry_type(template.kind or kind)
    return begun(
        day=context.day,
        title=filled(template.title, context),
        body=filled(template.body, context),
        tags=template.tags,
    )


def filled(text: str, context: TemplateContext) -> str:
    """The text with a value in place of every variable; what came in as a value is not looked at again."""

    def value(variable: re.Match[str]) -> str:
        known = VARIABLES.get(variable[1].lower())
        return known(context) if known else variable[0]

    return _VARIABLE.sub(value, text)


def writing_begins(body: str) -> int:
    """Where one begins to write in a filled template, in characters: under the first question."""
    question = _HEADING.search(body)
    if question is None:
        return len(body)
    following = _HEADING.search(body, question.end())
    stop = following.start() if following else len(body)
    hints = (end for start, end in aside_spans(body) if question.end() <= start and end <= stop)
    line_end = body.find("\n", next(hints, question.end()))
    return line_end + 1 if line_end >= 0 else len(body)


def unknown_variables(template: EntryTemplate) -> tuple[str, ...]:
    """What looks like a variable and is none, each once, in order, without its braces."""
    names = _VARIABLE.findall(f"{template.title}\n{template.body}")
    return tuple(dict.fromkeys(name for name in names if name.lower() not in VARIABLES))


def id_for(name: str, taken: frozenset[str] = frozenset()) -> str:
    """An id made from a name, such as "first-meeting", and unlike all that are taken."""
    base = _NOT_IN_IDS.sub("-", name.casefold()).strip("-") or "template"
    number, made = 1, base
    while made in taken:
        number += 1
        made = f"{base}-{number}"
    return made


def read_template(template_id: str, text: str) -> EntryTemplate:
    """The template that a file holds: lines such as `name: …` between two lines `---`, then the body.

    Raises:
        InvalidValueError: The file is not so made.
    """
    _, opening, rest = text.partition("---\n")
    head, closing, body = rest.partition("\n---\n")
    if not (opening and closing) or not text.startswith("---"):
        raise InvalidValueError("This is not a template of a journal.")
    lines = (line.partition(":") for line in head.splitlines())
    values = {name.strip(): value.strip() for name, _, value in lines}
    return EntryTemplate(
        id=template_id,
        name=values.get("name", ""),
        kind=parse_kind(values["kind"]) if "kind" in values else None,
        title=values.get("title", ""),
        body=body.strip("\n"),
        tags=tuple(filter(None, map(str.strip, values.get("tags", "").split(",")))),
    )
