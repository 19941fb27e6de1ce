"""The sample journal: one believable cohort, for the demo, the tests, the pictures and the benchmarks.

It is written by hand in `resources/sample`, one TOML file a week, so that it can be read as a journal. What
every entry needs and no reader wants to see, such as its id, is made here.

It can be had as it stood on any day, by one rule: what was written later is not there, what was added later
is not added, and of what remains only that is true which had become true by then (`Entry.as_of`).
"""

import json
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import fields, replace
from datetime import date, datetime
from functools import cache
from typing import Any, cast
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from amp_desktop.domain.clock import day_of
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.fields import from_json
from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.kinds.meeting_casts import meetings_of
from amp_desktop.domain.own_id import derived_id
from amp_desktop.domain.program import Program
from amp_desktop.places import resource

SAMPLE_TODAY = date(2026, 10, 17)
"""The sample's last day: the final evaluation closes, and nothing in the journal lies in the future."""

_NAMESPACE = UUID("6f1c3a52-0b7e-5d43-9a68-2f4e8c1d7b90")
_ZONE = "Asia/Kolkata"
_NOT_OF_KIND = frozenset(f.name for f in fields(Entry)) | {
    "kind",
    "written",
    "revised",
    "planned",
    "later",
    "proofs",
}
_DEFAULTS: dict[str, Any] = {"title": "", "body": "", "tags": [], "sharing": "private", "zone": _ZONE}


@cache
def sample_program(today: date = SAMPLE_TODAY) -> Program:
    """The program that the sample's mentee took part in, with what was known of its evaluations on a day."""
    data = _plain(_read("program.toml"))
    for phase in data["phases"]:
        record = phase.get("record", {})
        if record and date.fromisoformat(record["handed_in"]) > today:
            del phase["record"]
        elif record and date.fromisoformat(record["result_on"]) > today:
            del record["result"]
    data["still_so"] = [day for day in data["still_so"] if date.fromisoformat(day) <= today]
    return Program.from_json(data)


@cache
def sample_entries(today: date = SAMPLE_TODAY) -> tuple[Entry, ...]:
    """Every entry of the sample, the bin included, oldest day first; ids are the same at every call.

    Args:
        today: As the journal stood at the end of that day.
    """
    files = sorted(file.name for file in resource("sample").glob("week-*.toml"))
    written = [_plain(data) for name in files for data in _read(name)["entry"]]
    ids = {data["title"]: _id(data) for data in written if "title" in data}
    entries = [_entry(data, ids, today) for data in written]
    there = [entry for entry in entries if _day(entry, entry.created_at) <= today]
    stood = [_as_of(entry, today) for entry in (*there, *_next_meetings(written, entries, today))]
    return tuple(_without_broken_links(stood))


def sample_wordings(today: date = SAMPLE_TODAY) -> dict[str, dict[str, str]]:
    """What was worded by a day for the texts that are put together over weeks: by template and heading."""
    texts = _read("assembled.toml")["text"]
    return {text["template"]: dict(text["words"]) for text in texts if text["written"] <= today}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("sample", name).read_text(encoding="utf-8"))


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    """The same with TOML's dates and times as text, as `from_json` reads them."""
    return cast("dict[str, Any]", json.loads(json.dumps(data, default=lambda moment: moment.isoformat())))


def _id(data: dict[str, Any]) -> UUID:
    """An id for ever: no two entries of the sample were begun at the same instant."""
    return uuid5(_NAMESPACE, data["written"])


def _entry(data: dict[str, Any], ids: dict[str, UUID], today: date) -> Entry:
    data = _with_later(data, today)
    made = {
        "id": str(_id(data)),
        "created_at": data["written"],
        "updated_at": data.get("revised", data["written"]),
        "links": [str(ids[title]) for title in data.get("links", ())],
        "fields": _proofs(data, ids)
        | _pins(data)
        | {name: value for name, value in data.items() if name not in _NOT_OF_KIND},
    }
    return from_json(_DEFAULTS | data | made)


def _proofs(data: dict[str, Any], ids: dict[str, UUID]) -> dict[str, Any]:
    """The milestones that speak against a doubt, by their titles."""
    titles = data.get("proofs", ())
    proofs = [{"entry": str(ids[title]), "fact": "milestone reached"} for title in titles]
    return {"proofs": proofs} if proofs else {}


def _pins(data: dict[str, Any]) -> dict[str, Any]:
    """What the entry is evidence for; a step that is pinned is named by its words."""
    pins = [_pin(pin) for pin in data.get("pins", ())]
    return {"pins": pins} if pins else {}


def _pin(pin: Any) -> Any:
    if isinstance(pin, str) or "step" not in pin:
        return pin
    return {"topic": pin["topic"], "fact": f"step {derived_id(pin['step'])} done"}


def _with_later(data: dict[str, Any], today: date) -> dict[str, Any]:
    """The entry with what was put in later, by that day: words are added, and all else takes the place."""
    body = data.get("body", "").strip()
    for later in data.get("later", ()):
        if date.fromisoformat(later["on"]) <= today:
            data = data | {name: value for name, value in later.items() if name != "on"}
            body = "\n".join(filter(None, (body, later.get("body", "").rstrip())))
    return data | {"body": body}


def _day(entry: Entry, instant: datetime) -> date:
    """The day of the mentee's own that an instant belongs to."""
    return day_of(instant.astimezone(ZoneInfo(entry.zone)))


def _as_of(entry: Entry, today: date) -> Entry:
    stood = entry.as_of(today)
    if _day(stood, stood.updated_at) > today:
        stood = stood.saved_at(stood.created_at)
    if stood.binned_at is not None and _day(stood, stood.binned_at) > today:
        stood = replace(stood, binned_at=None)
    return stood


def _next_meetings(written: list[dict[str, Any]], entries: list[Entry], today: date) -> Iterator[Meeting]:
    """The next meeting of each series, which was planned when the one before it was over, or as it says."""
    planned = {_id(data): datetime.fromisoformat(data["planned"]) for data in written if "planned" in data}
    before: dict[str, Meeting] = {}
    for meeting in meetings_of(entries):
        last = before.get(meeting.series)
        since = planned.get(meeting.id) or (last.updated_at if last is not None else None)
        if meeting.series:
            before[meeting.series] = meeting
        if since is not None and _day(meeting, since) <= today < _day(meeting, meeting.created_at):
            yield replace(meeting, created_at=since, updated_at=since)


def _without_broken_links(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries without links to what was written later."""
    entries = tuple(entries)
    ids = {entry.id for entry in entries}
    for entry in entries:
        links = tuple(link for link in entry.links if link in ids)
        yield entry if links == entry.links else replace(entry, links=links)
