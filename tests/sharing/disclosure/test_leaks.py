"""Not a word of what is private stands in any byte of what leaves, and every word of what was ticked does."""

import re
import subprocess
import zlib
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.evidence import TOPICS
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.feedback import Answer, Feedback
from amp_desktop.domain.kinds.goal import Goal, GoalStatus, Step
from amp_desktop.domain.kinds.meeting import Action, Meeting, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.pins import Pin
from amp_desktop.domain.program import Program
from amp_desktop.domain.share_draft import ShareDraft, WordingEdit
from amp_desktop.domain.shareable_entry import ShareableEntry
from amp_desktop.domain.summary import Format, Level
from amp_desktop.domain.work import Work
from amp_desktop.sharing import (
    AUDIENCES,
    RENDERERS,
    TEMPLATES,
    Disclosure,
    Period,
    Template,
    disclose,
    render,
)
from amp_desktop.sharing.templates.mentor_meeting import MENTOR_MEETING
from amp_desktop.sharing.templates.story import STORY

if TYPE_CHECKING:
    from collections.abc import Callable

WHOM = [audience.words for audience in AUDIENCES]
MARKS = ("%%", "％％", "%％", "﹪﹪", "٪٪")
WRITTEN = datetime(1999, 3, 4, 5, 6, 7, tzinfo=UTC)
ZONE = "Antarctica/Troll"


class Words:
    """Hands out words that occur nowhere else, and remembers which of them may be read by others."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self.public: list[str] = []
        self.private: list[str] = []
        self.closed = False

    def word(self, *, public: bool = True) -> str:
        public = public and not self.closed
        letters = "".join(chr(ord("a") + int(digit)) for digit in f"{next(self._numbers):04}")
        word = ("pub" if public else "prv") + letters + "x"
        (self.public if public else self.private).append(word)
        return word


def aside(draw: st.DrawFn, words: Words) -> str:
    """An aside in one of the places where people put them."""
    mark, other = draw(st.sampled_from(MARKS)), draw(st.sampled_from(MARKS))
    shapes: list[Callable[[], str]] = [
        lambda: f"{words.word()} {mark}{words.word(public=False)}{other} {words.word()}",
        lambda: f"{words.word()} {mark}{words.word(public=False)}\n\n{words.word(public=False)}{other}",
        lambda: f"- {words.word()}\n- {mark}{words.word(public=False)}{other}\n- {words.word()}",
        lambda: f"- [x] {mark}{words.word(public=False)}\n- {words.word(public=False)}{other}\n",
        lambda: f"```\n{words.word()}\n{mark} {words.word(public=False)} {other}\n```",
        lambda: f"```\n{words.word()}\n{mark}\n```\n{words.word(public=False)}{other}\n",
        lambda: f"| a | b |\n|---|---|\n| {words.word()} | {mark}{words.word(public=False)}{other} |\n",
        lambda: f"# {mark}{words.word(public=False)}{other} {words.word()}\n\n{words.word()}",
        lambda: f"**{words.word()} {mark}{words.word(public=False)}{other}** `{words.word()}`",
        lambda: f"[{words.word()}](https://example.org/{mark}{words.word(public=False)}{other})",
        lambda: (
            f"> {words.word()}\n> {mark}{words.word(public=False)}\n> {words.word(public=False)}{other}\n"
        ),
    ]
    return draw(st.sampled_from(shapes))()


def attached(words: Words) -> str:
    """How a text points to what is attached: by an id that nobody else is to know."""
    made = str(uuid4())
    words.private.append(made)
    return f"attachment:{made.upper() if len(words.private) % 2 else made}"


def unseen(draw: st.DrawFn, words: Words) -> str:
    """What a reader of the page would not see, and what must therefore not be in the file either."""
    shapes: list[Callable[[], str]] = [
        lambda: f"{words.word()} <!-- {words.word(public=False)} --> {words.word()}",
        lambda: f"<!--\n\n{words.word(public=False)}\n\n-->\n\n{words.word()}",
        lambda: f"[//]: # ({words.word(public=False)})\n\n{words.word()}",
        lambda: f"[{words.word()}](https://example.org '{words.word(public=False)}')",
        lambda: f"![{words.word()}](file:///home/{words.word(public=False)}.png)",
        lambda: f"[{words.word()}](file:///home/{words.word(public=False)})",
        lambda: f"[^{words.word(public=False)}]: {words.word(public=False)}\n\n{words.word()}",
        lambda: f"![{words.word()}]({attached(words)})",
        lambda: f"[{words.word()}]({attached(words)} '{words.word(public=False)}')",
        lambda: f"[{words.word()}]\n\n[{words.public[-1]}]: {attached(words)}",
        lambda: f"{words.word()} <{attached(words)}> `{attached(words)}`",
        lambda: f"{words.word()}\n\n```\n{attached(words)}\n```",
        lambda: f"```{'py'}\n{words.word()}\n```",
    ]
    return draw(st.sampled_from(shapes))()


@st.composite
def text(draw: st.DrawFn, words: Words, private_title: str) -> str:
    """Some paragraphs; at times an aside is opened in one of them and never closed."""
    parts: list[str] = []
    opened = False
    for _ in range(draw(st.integers(0, 3))):
        shape = draw(st.sampled_from(("plain", "plain", "aside", "aside", "unseen", "link")))
        if shape == "plain" or opened:  # another mark would close the aside
            parts.append(words.word())
        elif shape == "aside":
            parts.append(aside(draw, words))
        elif shape == "unseen" and not words.closed:
            parts.append(unseen(draw, words))
        else:
            words.private.append(private_title)
            link = draw(st.sampled_from((f"[[{private_title}]]", f"[[ {private_title.upper()} ]]")))
            parts.append(f"{words.word()} {link}")
        if not words.closed and draw(st.integers(0, 9)) == 0:
            words.closed = opened = True
            parts[-1] += f" {draw(st.sampled_from(MARKS))}{words.word(public=False)}"
    return "\n\n".join(parts)


def line(draw: st.DrawFn, words: Words) -> str:
    """One line, perhaps with an aside in it, perhaps left open."""
    shape = draw(st.sampled_from(("plain", "plain", "plain", "aside", "open")))
    if shape == "plain":
        return words.word()
    mark = draw(st.sampled_from(MARKS))
    if shape == "aside":
        return f"{words.word()} {mark}{words.word(public=False)}{draw(st.sampled_from(MARKS))} {words.word()}"
    start = words.word()
    if words.closed:
        return start
    words.closed = True
    return f"{start} {mark} {words.word()}"


@st.composite
def entry(draw: st.DrawFn, words: Words, private_title: str, *, leaves: bool) -> Entry:
    """An entry of any kind, its words handed out in the order in which the door reads them."""
    words.closed = not leaves
    kind = draw(st.sampled_from(tuple(FIELDS)))
    common: dict[str, Any] = {
        "title": line(draw, words) if leaves else f"{private_title} {words.word()}",
        "body": draw(text(words, private_title)),
        "day": draw(st.dates(date(2026, 6, 15), date(2026, 10, 17))),
        "tags": (words.word(public=False),),
        "created_at": WRITTEN,
        "updated_at": WRITTEN,
        "zone": ZONE,
    }
    fields = FIELDS[kind](draw, words, private_title)
    if issubclass(kind, ShareableEntry):
        fields["for_mentor"] = line(draw, words)
    made: Entry = kind(**common, **fields)
    topics = draw(st.lists(st.sampled_from([*TOPICS]), max_size=3))
    keys = ["", *(fact.key for fact in made.facts())]
    made = replace(made, pins=tuple(Pin(topic, key) for topic in topics for key in keys))
    if leaves:
        return made
    binned = draw(st.booleans())
    shareable = binned and kind is not SelfCareNote
    sharing = Sharing.SHAREABLE if shareable else Sharing.PRIVATE
    return replace(made, binned_at=WRITTEN if binned else None, sharing=sharing)


def note_fields(draw: st.DrawFn, words: Words, title: str) -> dict[str, Any]:
    work = draw(st.sampled_from([*Work, ""])) or words.word(public=False)
    return {"work": work, "on_agenda": draw(st.booleans())}


def goal_fields(draw: st.DrawFn, words: Words, title: str) -> dict[str, Any]:
    status = draw(st.sampled_from(GoalStatus))
    done = status in (GoalStatus.ACHIEVED, GoalStatus.LET_GO)
    steps = tuple(Step(line(draw, words), done, date(2026, 7, 1)) for _ in range(draw(st.integers(0, 2))))
    texts = {name: draw(text(words, title)) for name in ("success", "obstacle", "plan", "learned")}
    return {"status": status, "steps": steps, **texts}


def challenge_fields(draw: st.DrawFn, words: Words, title: str) -> dict[str, Any]:
    return {
        "status": draw(st.sampled_from(ChallengeStatus)),
        "tried": draw(text(words, title)),
        "need": line(draw, words),
        "asked": (Asking(line(draw, words), None, line(draw, words), draw(text(words, title))),),
        "what_helped": draw(text(words, title)),
        "not_known": draw(text(words, title)),
    }


def self_care_fields(draw: st.DrawFn, words: Words, title: str) -> dict[str, Any]:
    return {"mood": draw(st.integers(1, 5)), "what_did_me_good": draw(text(words, title))}


def milestone_fields(draw: st.DrawFn, words: Words, title: str) -> dict[str, Any]:
    return {
        "evidence": (
            Evidence(f"https://example.org/{words.word()}", line(draw, words)),
            Evidence(line(draw, words)),
        ),
        "program_phase": line(draw, words),
        "whom_to_thank": line(draw, words),
    }


def feedback_fields(draw: st.DrawFn, words: Words, title: str) -> dict[str, Any]:
    by = line(draw, words)
    return {"status": draw(st.sampled_from(Answer)), "by": by, "changed": draw(text(words, title))}


def meeting_fields(draw: st.DrawFn, words: Words, title: str) -> dict[str, Any]:
    at, whom, where = (line(draw, words) for _ in range(3))
    points = tuple(
        MeetingPoint(line(draw, words), note=draw(text(words, title)), id=words.word(public=False))
        for _ in range(draw(st.integers(0, 2)))
    )
    actions = tuple(
        Action(line(draw, words), line(draw, words), date(2026, 9, 1), draw(st.booleans()))
        for _ in range(draw(st.integers(0, 2)))
    )
    return {
        "status": draw(st.sampled_from(MeetingStatus)),
        "at": at,
        "whom": whom,
        "where": where,
        "series": words.word(public=False),
        "points": points,
        "actions": actions,
        "read_back": draw(text(words, title)),
    }


FIELDS: dict[type[Entry], Any] = {
    Note: note_fields,
    Goal: goal_fields,
    Challenge: challenge_fields,
    SelfCareNote: self_care_fields,
    Milestone: milestone_fields,
    Feedback: feedback_fields,
    Meeting: meeting_fields,
}


@st.composite
def journals(draw: st.DrawFn) -> tuple[list[Entry], frozenset[Any], Words]:
    """Entries that leave and entries that stay; what is ticked holds entries of the bin too."""
    words = Words()
    private_title = words.word(public=False)
    leaving = [draw(entry(words, private_title, leaves=True)) for _ in range(draw(st.integers(1, 3)))]
    staying = [draw(entry(words, private_title, leaves=False)) for _ in range(draw(st.integers(0, 2)))]
    staying.append(Note(title=private_title, body=words.word(public=False)))
    ticked = frozenset(e.id for e in leaving) | {e.id for e in staying if e.binned_at}
    return leaving + staying, ticked, words


def inside(pdf: bytes) -> str:
    """All that a PDF holds: its bytes, its streams unpacked, and its text as a reader finds it."""
    parts = [pdf.decode("latin-1")]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompress(stream).decode("latin-1"))
        except zlib.error:
            continue  # not packed, or a font: in the bytes above already
    return "\n".join(parts)


def pdf_text(pdf: bytes) -> str:
    return subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()


def everything(form: Format, rendered: bytes) -> str:
    """What a curious receiver can find in a file, in small letters."""
    if form != "pdf":
        return rendered.decode().lower()
    return f"{inside(rendered)}\n{pdf_text(rendered)}".lower()


def leak(form: Format, rendered: bytes, entries: list[Entry], words: Words) -> list[str]:
    """What was found that should not be there, or was not found that should."""
    found = everything(form, rendered)
    unwanted = [*words.private, ZONE.lower(), "1999-03-04", *(str(e.id) for e in entries)]
    return [word for word in unwanted if word in found] + [f"no {w}" for w in words.public if w not in found]


@settings(max_examples=150)
@given(journals())
@pytest.mark.parametrize("form", [form for form in RENDERERS if form != "pdf"])
def test_text_holds_what_is_public_and_nothing_else(
    form: Format, made: tuple[list[Entry], frozenset[Any], Words]
) -> None:
    entries, ticked, words = made
    assert leak(form, rendered(entries, ticked, form), entries, words) == []


@settings(max_examples=150)
@given(journals(), st.data())
@pytest.mark.parametrize("form", [form for form in RENDERERS if form != "pdf"])
def test_no_level_and_no_wording_lets_out_what_is_private(
    form: Format, made: tuple[list[Entry], frozenset[Any], Words], data: st.DataObject
) -> None:
    """A line or a paragraph says less than the whole, and words typed for one share pass the same door."""
    entries, ticked, words = made
    template, whom = data.draw(st.sampled_from([*TEMPLATES.values()])), data.draw(st.sampled_from(WHOM))
    levels = {entry.id: data.draw(st.sampled_from(Level)) for entry in entries if data.draw(st.booleans())}
    unedited = disclosed(entries, ticked, template, ShareDraft(levels=levels), whom)
    keys = [line.place.key for section in unedited.summary.sections for line in section.lines]
    typed = Words()
    typed.private, typed.public = words.private, []
    edits = {
        key: WordingEdit(aside(data.draw, typed))
        for key in (*keys, "title", "greeting", f"heading:{template.sections[0].heading}")
        if data.draw(st.booleans())
    }
    names = {word: aside(data.draw, typed) for word in words.public[:1]}
    draft = ShareDraft(levels=levels, edits=edits, names=names, greeting=aside(data.draw, typed))
    made_text = render(disclosed(entries, ticked, template, draft, whom).summary, form)
    found = everything(form, made_text)
    assert [word for word in words.private if word in found] == []
    assert [entry.id for entry in entries if str(entry.id) in found] == []


@settings(max_examples=25)
@given(journals(), st.sampled_from([None, *Level]))
def test_a_page_of_lines_names_no_entry_and_nothing_private_in_any_byte(
    made: tuple[list[Entry], frozenset[Any], Words], level: Level | None
) -> None:
    """It knows where its lines stand, by the ids of their entries; the file does not."""
    entries, ticked, words = made
    levels = dict.fromkeys((entry.id for entry in entries), level) if level else {}
    data = render(disclosed(entries, ticked, MENTOR_MEETING, ShareDraft(levels=levels)).summary, "pdf")
    found = everything("pdf", data)
    assert [word for word in words.private if word in found] == []
    assert [entry.id for entry in entries if str(entry.id) in found] == []


@settings(max_examples=100)
@given(journals())
def test_told_as_a_whole_every_public_word_leaves(
    made: tuple[list[Entry], frozenset[Any], Words],
) -> None:
    entries, ticked, words = made
    draft = ShareDraft(levels=dict.fromkeys((entry.id for entry in entries), Level.WHOLE))
    data = render(disclosed(entries, ticked, MENTOR_MEETING, draft).summary, "txt")
    assert leak("txt", data, entries, words) == []


@settings(max_examples=40)
@given(journals())
def test_a_pdf_holds_what_is_public_and_nothing_else(made: tuple[list[Entry], frozenset[Any], Words]) -> None:
    entries, ticked, words = made
    assert leak("pdf", rendered(entries, ticked, "pdf"), entries, words) == []


def rendered(entries: list[Entry], ticked: frozenset[Any], form: Format) -> bytes:
    return render(disclosed(entries, ticked, STORY, ShareDraft()).summary, form)


def disclosed(
    entries: list[Entry],
    ticked: frozenset[Any],
    template: Template,
    draft: ShareDraft,
    audience: str = "my mentor",
) -> Disclosure:
    return disclose(
        entries,
        ticked=ticked,
        template=template,
        period=Period(),
        audience=audience,
        program=Program(project="AsyncAPI CLI", mentor="a name"),
        draft=draft,
    )


def test_the_search_for_leaks_finds_a_leak(tmp_path: Path) -> None:
    """A word that is there is found in every form: without this the tests above would prove nothing."""
    words = Words()
    entries: list[Entry] = [Note(title="public", body=words.word(public=False))]
    for form in RENDERERS:
        assert (
            leak(form, rendered(entries, frozenset({entries[0].id}), form), entries, words) == words.private
        )
