"""`week` and `checkin`: a week at a glance, and how the mentee is."""

from dataclasses import replace
from datetime import date
from typing import Any

import click

from amp_desktop.cli import arguments
from amp_desktop.cli.arguments import TypedDay
from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened
from amp_desktop.cli.reading import JSON_OPTION, print_array
from amp_desktop.cli.streams import print_text
from amp_desktop.domain.attachment import in_words
from amp_desktop.domain.clock import days_after
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.reflection import QUESTIONS, Reflection
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.query import EntryQuery
from amp_desktop.domain.text.day_words import weekday_text
from amp_desktop.journal import Journal
from amp_desktop.journal.weeks import week_page

_TAP = click.IntRange(1, 5)


@click.command("week")
@click.argument("day", metavar="[DAY]", type=arguments.DAY, required=False)
@JSON_OPTION
@click.pass_obj
def week_command(settings: Settings, day: TypedDay | None, as_json: bool) -> None:
    """List a week from Monday to Sunday: its plan, what was written and happened, and the look back on it.

    What is sealed is not among it.
    """
    with opened(settings) as journal:
        journal.curtain.leave_out_sealed()
        meant = arguments.day_meant(day, journal) or journal.today()
        monday = days_after(meant, -meant.weekday())
        week = dict.fromkeys(days_after(monday, after) for after in range(7))  # the last of all is shorter
        days = [_day(journal, one) for one in week]
        page = week_page(journal, monday)
    for one in days:
        is_its_day = page is not None and one["day"] == page.day.isoformat()
        one["plan"] = page.plan if page is not None and is_its_day else None
        one["reflection"] = _looked_back(page) if page is not None and is_its_day else None
    if as_json:
        print_array(days)
        return
    lines = [*_plan(page), *(line for one in days for line in _lines(one)), *_answers(page)]
    for line in lines or ["A week without a word. That happens, and nothing is missing."]:
        print_text(line)


@click.command("checkin")
@click.argument("words", metavar="[TEXT]...", nargs=-1, type=arguments.WORDS)
@click.option("--mood", type=_TAP, help="1 (low) to 5 (high).")
@click.option("--energy", type=_TAP, help="1 (low) to 5 (high).")
@click.option("--stress", type=_TAP, help="1 (little) to 5 (much).")
@click.pass_obj
def checkin_command(
    settings: Settings, words: tuple[str, ...], mood: int | None, energy: int | None, stress: int | None
) -> None:
    """Note how you are, in seconds; prints the note's id. It never leaves unless you tick it by hand."""
    text = " ".join(words).strip()
    if not text and (mood, energy, stress) == (None, None, None):
        raise InvalidValueError("There is nothing to keep.", "Say how you are: --mood 4, or a few words.")
    with opened(settings) as journal:
        empty = journal.new_entry(SelfCareNote.KIND)
        note = SelfCareNote(id=empty.id, day=empty.day, body=text, mood=mood, energy=energy, stress=stress)
        saved = journal.save_entry(replace(note, created_at=empty.created_at, updated_at=empty.updated_at))
    print_text(str(saved.id))


def _day(journal: Journal, day: date) -> dict[str, Any]:
    entries = list(journal.entries(EntryQuery(since=day, until=day)))
    return {
        "day": day.isoformat(),
        "rest": bool(journal.program.details.rests_on(day)),
        "entries": [
            {"id": str(entry.id), "kind": entry.kind, "title": _title(entry)} for entry in reversed(entries)
        ],
        "happened": [
            {"what": one.what.value, "entry": str(one.entry), "title": one.title, "text": one.text}
            for one in journal.happened(day, day)
        ],
    }


def _looked_back(page: Reflection) -> dict[str, str] | None:
    return {name: getattr(page, name) for name in QUESTIONS} if page.has_looked_back else None


def _plan(page: Reflection | None) -> list[str]:
    return ["What this week is for:", *_indented(page.plan)] if page and page.plan.strip() else []


def _answers(page: Reflection | None) -> list[str]:
    if page is None or not page.has_looked_back:
        return []
    named = zip(QUESTIONS, ("What went well", "What was hard", "What goes along"), strict=True)
    return [
        line
        for name, words in named
        if (text := getattr(page, name)).strip()
        for line in (f"{words}:", *_indented(text))
    ]


def _indented(text: str) -> list[str]:
    return [f"  {line}" for line in text.strip().splitlines()]


def _title(entry: Entry) -> str:
    return (
        entry.title
        or " ".join(in_words(entry.body).split())[:60]
        or ", ".join(filter(None, entry.summary_facts()))
    )


def _lines(one: dict[str, Any]) -> list[str]:
    if not (one["entries"] or one["happened"] or one["rest"]):
        return []
    day = date.fromisoformat(one["day"])
    told = ["  rest, which counts as done"] if one["rest"] else []
    told += [f"  {entry['kind']}: {entry['title']}" for entry in one["entries"]]
    for happening in one["happened"]:
        words = ": ".join(filter(None, (happening["title"], " ".join(happening["text"].split()))))
        told.append(f"  {happening['what']}: {words}")
    return [f"{weekday_text(day)} {day}", *told]
