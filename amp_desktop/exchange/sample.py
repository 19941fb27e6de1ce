"""The sample journal: one believable cohort, for the demo, the tests, the pictures and the benchmarks.

It is written by hand in `resources/sample`, one TOML file a week, so that it can be read as a journal. What
every entry needs and no reader wants to see, such as its id, is made here.
"""

import json
import tomllib
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any, cast
from uuid import UUID, uuid5

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.fields import from_json
from amp_desktop.domain.program import Program
from amp_desktop.places import resource

SAMPLE_TODAY = date(2026, 10, 17)
"""The sample's last day: the final evaluation closes, and nothing in the journal lies in the future."""

_NAMESPACE = UUID("6f1c3a52-0b7e-5d43-9a68-2f4e8c1d7b90")
_ZONE = "Asia/Kolkata"
_COMMON = frozenset(f.name for f in fields(Entry)) | {"kind"}
_DEFAULTS: dict[str, Any] = {"title": "", "body": "", "tags": [], "sharing": "private", "zone": _ZONE}


@cache
def sample_program() -> Program:
    """The program that the sample's mentee took part in."""
    return Program.from_json(_plain(_read("program.toml")))


@cache
def sample_entries() -> tuple[Entry, ...]:
    """Every entry of the sample, the bin included, oldest day first; ids are the same at every call."""
    weeks = sorted(resource("sample").glob("week-*.toml"))
    written = [_plain(data) for week in weeks for data in _read(week.name)["entry"]]
    ids = {data["title"]: _id(data) for data in written if "title" in data}
    return tuple(_entry(data, ids) for data in written)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resource("sample", name).read_text(encoding="utf-8"))


def _plain(data: dict[str, Any]) -> dict[str, Any]:
    """The same with TOML's dates and times as text, as `from_json` reads them."""
    return cast("dict[str, Any]", json.loads(json.dumps(data, default=lambda moment: moment.isoformat())))


def _id(data: dict[str, Any]) -> UUID:
    """An id for ever: no two entries of the sample were begun at the same instant."""
    return uuid5(_NAMESPACE, data["written"])


def _entry(data: dict[str, Any], ids: dict[str, UUID]) -> Entry:
    made = {
        "id": str(_id(data)),
        "created_at": data["written"],
        "updated_at": data.get("revised", data["written"]),
        "body": data.get("body", "").strip(),
        "links": [str(ids[title]) for title in data.get("links", ())],
        "fields": {name: value for name, value in data.items() if name not in _COMMON},
    }
    return from_json(_DEFAULTS | data | made)
