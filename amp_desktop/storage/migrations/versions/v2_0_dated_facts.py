"""Steps and askings have ids, and what came true has its day, as far as kept versions tell it.

The day of what is true is that of the first version that has it where an earlier one lacks it; else it stays
unknown. Nobody reads every version of a large journal into memory: one entry's at a time, the newest first.
"""

import json
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import partial
from typing import Any, TypeAlias
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from alembic import op
from sqlalchemy import Column, Connection, ForeignKey, Integer, String, text

revision = "2.0"
down_revision = "1.5"

Fields: TypeAlias = dict[str, Any]

_BATCH = 200
_IDS = UUID("6d1f5c1e-6f0b-5b0e-9a64-0f3a1d8f2c77")
_STATUSES = {"planned", "active", "achieved", "let go", "open", "asked", "resolved", "parked"}
"""Those that this version knows; an entry in another one was written by a newer version."""
_ODD = (TypeError, ValueError, LookupError, AttributeError, OverflowError, RecursionError)
"""What a value of no known shape raises: its entry stays as it is, and every other one is migrated."""
_NEXT = text(
    "SELECT position, id, zone, updated_at, fields FROM entry"
    " WHERE instr(fields, '\"status\":') AND position > :last ORDER BY position LIMIT :batch"
)
_FORMER = text("SELECT kept_at, snapshot FROM entry_version WHERE entry_id = :id ORDER BY number DESC")
_WRITE = text("UPDATE entry SET fields = :fields WHERE position = :position")


def upgrade() -> None:
    """Make the table of facts, filled with the other indexes afterwards; give ids and days."""
    op.create_table(
        "entry_fact",
        Column("day", Integer, primary_key=True),
        Column("entry_id", String, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
        Column("number", Integer, primary_key=True),
        Column("what", String, nullable=False),
        Column("text", String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_entry_fact_entry_id", "entry_fact", ["entry_id"])
    connection = op.get_bind()
    ends_at, last = _day_ends_at(connection), -1
    while rows := connection.execute(_NEXT, {"last": last, "batch": _BATCH}).mappings().all():
        for row in rows:
            fields = _read(row["fields"])
            if fields is not None and str(fields.get("status")) in _STATUSES:
                with suppress(*_ODD):
                    _date(connection, row, fields, ends_at)
                    written = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
                    connection.execute(_WRITE, {"position": row["position"], "fields": _whole(written)})
        last = rows[-1]["position"]


def _day_ends_at(connection: Connection) -> int:
    kept = connection.execute(text("SELECT value FROM setting WHERE name = 'preferences'")).scalar()
    hour = (_read(kept) or {}).get("day_ends_at", 3)
    return hour if type(hour) is int and 0 <= hour < 24 else 3


def _read(data: str | None) -> Fields | None:
    """What JSON says of an object; None where it says something else."""
    try:
        value = json.loads(data or "")
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _date(connection: Connection, row: Any, fields: Fields, ends_at: int) -> None:
    """Give the fields of an entry ids and days."""
    for name, words in (("steps", "text"), ("asked", "whom")):
        _name(_values(fields, name), words)
    day = partial(_day, zone=_zone(row["zone"]), ends_at=ends_at)
    for move in _values(fields, "moves"):
        move.setdefault("moved_on", _moved_on(move, day))
    days = _days(fields, row["updated_at"], _former(connection, row["id"]))
    found = {key: day(seconds) for key, seconds in days.items()}
    fields["status_since"] = fields.get("status_since") or found.get("status")
    for step in _values(fields, "steps"):
        known = step.get("done_on") or found.get(f"step {step['id']}")  # an import may have brought it
        step["done_on"] = known if step.get("done") is True else None
    for asking in _values(fields, "asked"):
        asking["day"] = asking.get("day") or found.get(f"asked {asking['id']}")
        asking["answered_on"] = asking.get("answered_on") or found.get(f"answer {asking['id']}")


def _days(fields: Fields, saved_at: int, former: Iterator[tuple[int, Fields]]) -> dict[str, int]:
    """Since when what is true of the entry is so, in seconds since 1970; what is not known is left out."""
    is_true = _true(fields)
    since = dict.fromkeys(is_true, saved_at)
    days: dict[str, int] = {}
    newer = fields
    for kept_at, older in former:
        for name, words in (("steps", "text"), ("asked", "whom")):
            _name(_values(older, name), words)
            _follow(_values(newer, name), _values(older, name))
        was_true = _true(older)
        for key in list(since):
            if was_true.get(key) == is_true[key]:
                since[key] = kept_at
            else:
                days[key] = since.pop(key)
        if not since:
            break
        newer = older
    return days


def _follow(newer: list[Fields], older: list[Fields]) -> None:
    """Give each that was reworded in its place the id that it has in the newer version."""
    if len(newer) == len(older):
        known, former = ({value["id"] for value in values} for values in (newer, older))
        for now, then in zip(newer, older, strict=True):
            if now["id"] not in former and then["id"] not in known:
                then["id"] = now["id"]


def _true(fields: Fields) -> dict[str, str]:
    """What is true of an entry, each with the word that says how."""
    facts = {"status": str(fields.get("status"))}
    facts |= {f"step {step['id']}": "done" for step in _values(fields, "steps") if step.get("done") is True}
    for asking in _values(fields, "asked"):
        facts[f"asked {asking['id']}"] = "asked"
        if str(asking.get("answer") or "").strip():
            facts[f"answer {asking['id']}"] = "answered"
    return facts


def _former(connection: Connection, entry_id: str) -> Iterator[tuple[int, Fields]]:
    """The fields of the entry's versions, the newest first; one that cannot be read is passed over."""
    for kept_at, snapshot in connection.execute(_FORMER, {"id": entry_id}):
        try:
            fields = json.loads(zlib.decompress(snapshot))["fields"]
        except (zlib.error, ValueError, KeyError, TypeError, RecursionError):
            continue
        if isinstance(fields, dict):
            yield kept_at, fields


def _values(fields: Fields, name: str) -> list[Fields]:
    found = fields.get(name)
    return [value for value in found if isinstance(value, dict)] if isinstance(found, list) else []


def _name(values: list[Fields], words: str) -> None:
    """Give each its id, derived from its words; of two with the same words the second has another."""
    seen: set[str] = set()
    for value in values:
        kept = value.get("id")
        first = own = kept if isinstance(kept, str) and kept else _derived(str(value.get(words) or ""))
        count = 1
        while own in seen:
            count += 1
            own = _derived(first, str(count))
        seen.add(own)
        value["id"] = own


def _derived(*words: str) -> str:
    return uuid5(_IDS, _whole("\0".join(words))).hex


def _whole(written: str) -> str:
    """The text, in which halves of characters are joined or replaced."""
    return written.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def _day(seconds: int, zone: tzinfo, ends_at: int) -> str | None:
    """The mentee's day at that instant; None at either end of the calendar, where there may be none."""
    try:
        return (datetime.fromtimestamp(seconds, zone) - timedelta(hours=ends_at)).date().isoformat()
    except (OverflowError, ValueError):
        return None


def _moved_on(move: Fields, day: Callable[[int], str | None]) -> str | None:
    try:
        moved_at = datetime.fromisoformat(move["moved_at"])
    except (KeyError, TypeError, ValueError):
        return None
    return day(int(moved_at.timestamp()))


def _zone(name: str) -> tzinfo:
    """The zone of that name, or of that offset; UTC where there is none."""
    try:
        return ZoneInfo(name)
    except (OSError, ValueError, LookupError):
        pass
    try:
        offset = datetime.fromisoformat(f"{date.min}T00:00{name}").utcoffset()
    except ValueError:
        offset = None
    return timezone(offset) if offset is not None else UTC
