"""A journal from before facts had days: its steps get ids, and days as far as kept versions tell them."""

import json
import os
import zlib
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Connection, text

from amp_desktop.domain.dated_facts import What
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.unknown import UnknownEntry
from amp_desktop.storage import KEYS, driver, names, open_store, rotation, tally
from amp_desktop.storage.engine import make_engine, transaction
from amp_desktop.storage.migrations import upgrade
from amp_desktop.storage.names import APPLICATION_ID, SchemaVersion
from amp_desktop.storage.search import fulltext
from tests.storage.keys import KEY, SALT

BEFORE = SchemaVersion(1, 5)
GOAL, STUCK, NEWER, PLAIN = (UUID(int=number) for number in range(1, 5))
_INSERT = """INSERT INTO entry
    (position, id, kind, sharing, created_at, updated_at, zone, pinned, title, title_key, tags, links,
     fields, body)
    VALUES (:position, :id, :kind, 'private', 0, :at, 'Asia/Kolkata', 0, 'T', 't', '[]', '[]', :fields, '')"""
_DAY = 739819  # 22 July 2026


def _at(day: int, hour: int = 12) -> int:
    return int(datetime(2026, 7, day, hour, tzinfo=UTC).timestamp())


def _steps(**done: bool) -> list[dict[str, Any]]:
    return [{"text": name, "done": is_done} for name, is_done in done.items()]


def _write(connection: Connection, entry_id: UUID, kind: str, *states: tuple[int, dict[str, Any]]) -> None:
    """An entry with all but the last of its states as versions."""
    at, fields = states[-1]
    row = {"position": (_DAY << 20) + entry_id.int, "id": str(entry_id), "kind": kind, "at": at}
    connection.execute(text(_INSERT), row | {"fields": json.dumps(fields)})
    connection.execute(text("INSERT INTO entry_text (rowid, title) VALUES (:position, 'T')"), row)
    for number, (kept_at, former) in enumerate(states[:-1], 1):
        snapshot = zlib.compress(json.dumps(_snapshot(entry_id, kind, former)).encode())
        connection.execute(
            text("INSERT INTO entry_version VALUES (:id, :number, :at, 'T', 0, :snapshot)"),
            {"id": str(entry_id), "number": number, "at": kept_at, "snapshot": snapshot},
        )


def _snapshot(entry_id: UUID, kind: str, fields: dict[str, Any]) -> dict[str, Any]:
    return {
        "id": str(entry_id), "kind": kind, "title": "T", "body": "", "day": "2026-07-22", "tags": [],
        "sharing": "private", "created_at": "2026-07-01T12:00:00Z", "updated_at": "2026-07-01T12:00:00Z",
        "zone": "UTC", "fields": fields,
    }  # fmt: skip


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The file of a journal of version 1.5 with goals and a challenge that were changed several times."""
    path = tmp_path / "journal.db"
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    path.with_name(KEYS).write_bytes(b"{}")
    engine = make_engine(lambda: driver.connect(path, KEY, SALT))
    with engine.connect() as connection, transaction(connection, for_writing=True):
        upgrade(connection, BEFORE)
        fulltext.create(connection)
        tally.begin(connection)
        _fill(connection)
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {BEFORE.number}")
    engine.dispose()
    return path


def _fill(connection: Connection) -> None:
    move = {
        "before": "2026-07-20",
        "after": "2026-07-30",
        "reason": "ill",
        "moved_at": "2026-07-10T20:00:00Z",  # half past one in the night there: still the 10th
    }
    _write(
        connection,
        GOAL,
        "goal",
        (_at(1), {"status": "active", "steps": _steps(old=True, ask=False, slip=True)}),
        (_at(2), {"status": "active", "steps": _steps(old=True, ask=True, slip=False)}),
        (_at(3), {"status": "active", "steps": [*_steps(old=True, ask=True, slip=True)]}),
        (
            _at(4, 23),
            {
                "status": "achieved",
                "steps": _steps(old=True, slip=True, **{"ask Ada": True}, new=True, open=False),
                "moves": [move],
            },
        ),
    )
    _write(
        connection,
        STUCK,
        "challenge",
        (_at(1), {"status": "open", "asked": []}),
        (_at(2), {"status": "asked", "asked": [{"whom": "Ada", "day": None, "where": "", "answer": ""}]}),
        (
            _at(3),
            {
                "status": "resolved",
                "asked": [
                    {"whom": "Ada", "day": None, "where": "", "answer": "seed"},
                    {"whom": "Bo", "day": "2026-06-30", "where": "", "answer": ""},
                ],
            },
        ),
    )
    _write(connection, NEWER, "goal", (_at(1), {"status": "paused", "steps": [{"text": "wait"}]}))
    _write(connection, PLAIN, "milestone", (_at(1), {"evidence": ["https://example.org"]}))
    connection.execute(
        text(f"INSERT INTO entry_version VALUES ('{PLAIN}', 1, 0, 'T', 0, x'78')")  # nobody can read it
    )


def test_days_are_those_of_the_first_version_that_has_what_an_earlier_one_lacks(old: Path) -> None:
    with open_store(old, KEY, SALT) as store:
        goal, stuck = store.entry(GOAL), store.entry(STUCK)
        assert isinstance(goal, Goal)
        assert {step.text: step.done_on for step in goal.steps} == {
            "old": None,
            "slip": date(2026, 7, 3),
            "ask Ada": date(2026, 7, 5),  # other words at another place: a new step, as far as can be told
            "new": date(2026, 7, 5),
            "open": None,
        }
        assert (goal.status_since, goal.moves[0].moved_on) == (date(2026, 7, 5), date(2026, 7, 10))
        assert isinstance(stuck, Challenge)
        assert [(one.day, one.answered_on) for one in stuck.asked] == [
            (date(2026, 7, 2), date(2026, 7, 3)),
            (date(2026, 6, 30), None),
        ]
        assert stuck.status_since == date(2026, 7, 3)
        happened = [(one.day.day, one.what) for one in store.happened(date(2026, 7, 1), date(2026, 7, 4))]
        assert happened == [
            (2, What.ASKED),
            (3, What.STEP_DONE),
            (3, What.ANSWERED),
            (3, What.RESOLVED),
        ]
        assert store.check().is_whole
    (made,) = rotation.listed(old.parent / names.BACKUPS)
    assert (made.occasion, made.schema_version, made.entries) == ("migration", "1.5", 4)


ADDED = UUID(int=9)


def _add(old: Path, *states: tuple[int, dict[str, Any]], then: str = "") -> None:
    """A further goal, and what is done to its row before the migration."""
    engine = make_engine(lambda: driver.connect(old, KEY, SALT))
    with engine.connect() as connection, transaction(connection, for_writing=True):
        _write(connection, ADDED, "goal", *states)
        if then:
            connection.exec_driver_sql(then, (str(ADDED),))
    engine.dispose()


def _added(old: Path) -> Goal:
    with open_store(old, KEY, SALT) as store:
        goal = store.entry(ADDED)
    assert isinstance(goal, Goal)
    return goal


def test_a_step_reworded_in_its_place_is_followed(old: Path) -> None:
    _add(
        old,
        (_at(1), {"status": "active", "steps": _steps(ask=False, do=True)}),
        (_at(2), {"status": "active", "steps": _steps(ask=True, do=True)}),
        (_at(3), {"status": "active", "steps": _steps(**{"ask Ada": True}, do=True)}),
    )
    with open_store(old, KEY, SALT) as store:
        goal = store.entry(ADDED)
        assert isinstance(goal, Goal)
        assert [step.done_on for step in goal.steps] == [date(2026, 7, 2), None]
        former = store.version(ADDED, 2)
        assert isinstance(former, Goal)
        assert former.steps[1].id == goal.steps[1].id  # derived from the same words, then as now


def test_a_day_that_an_import_has_brought_stays(old: Path) -> None:
    step = {"text": "ask", "done": True, "done_on": "2026-06-01"}
    _add(old, (_at(1), {"status": "active", "steps": [step]}))
    assert _added(old).steps[0].done_on == date(2026, 6, 1)


def test_of_steps_with_the_same_words_each_is_its_own(old: Path) -> None:
    done, open_ = {"text": "ask", "done": True}, {"text": "ask", "done": False}
    _add(
        old,
        (_at(1), {"status": "active", "steps": [done, open_]}),
        (_at(2), {"status": "active", "steps": [done, open_, done]}),
    )
    found = _added(old).steps
    assert len({step.id for step in found}) == 3
    assert [step.done_on for step in found] == [None, None, date(2026, 7, 2)]


@pytest.mark.parametrize("unread", ['{"fields": []}', '{"title": "T"}', "[]", "{"])
def test_a_version_that_cannot_be_read_is_passed_over(old: Path, unread: str) -> None:
    snapshot = zlib.compress(unread.encode()).hex()
    _add(
        old,
        (_at(1), {"status": "planned"}),
        (_at(3), {"status": "active"}),
        then=f"INSERT INTO entry_version VALUES (?, 9, {_at(2)}, 'T', 0, x'{snapshot}')",
    )
    assert _added(old).status_since == date(2026, 7, 3)


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Asia/Kolkata", 4), ("+05:30", 4), ("-11:00", 3), ("", 3), ("Nowhere/At all", 3), ("../x", 3)],
)
def test_a_day_is_that_of_the_zone_in_which_it_was_written(old: Path, zone: str, day: int) -> None:
    _add(
        old,
        (_at(1), {"status": "planned"}),
        (_at(3, 22), {"status": "active"}),
        then=f"UPDATE entry SET zone = '{zone}' WHERE id = ?",
    )
    assert _added(old).status_since == date(2026, 7, day)


@pytest.mark.parametrize(
    ("saved_at", "zone", "since"),
    [
        ("9999-12-31T23:59:59Z", "+14:00", None),
        ("9999-12-31T23:59:59Z", "-11:00", date.max),
        ("0001-01-01T00:00:00Z", "-11:00", None),
        ("0001-01-01T00:00:00Z", "+14:00", date.min),
    ],
)
def test_where_the_calendar_ends_a_journal_is_brought_up_to_date_too(
    old: Path, saved_at: str, zone: str, since: date | None
) -> None:
    seconds = int(datetime.fromisoformat(saved_at).timestamp())
    moves = [{"before": None, "after": "2026-07-30", "reason": "", "moved_at": saved_at}]
    _add(
        old,
        (_at(1), {"status": "planned"}),
        (_at(2), {"status": "active", "moves": moves}),
        then=f"UPDATE entry SET zone = '{zone}', updated_at = {seconds} WHERE id = ?",
    )
    goal = _added(old)
    assert (goal.status_since, goal.moves[0].moved_on) == (since, since)


@pytest.mark.parametrize("move", [{}, {"moved_at": None}, {"moved_at": "one day"}])
def test_a_move_that_another_program_wrote_otherwise_stops_nothing(old: Path, move: dict[str, Any]) -> None:
    _add(
        old, (_at(1), {"status": "active", "moves": [move]}), then="UPDATE entry SET kind = 'x' WHERE id = ?"
    )
    with open_store(old, KEY, SALT) as store:
        entry = store.entry(ADDED)
        assert isinstance(entry, UnknownEntry)
        assert entry.extra["moves"] == [{**move, "moved_on": None}]
        assert store.check().is_whole


def test_what_a_newer_version_wrote_is_left_as_it_is(old: Path) -> None:
    with open_store(old, KEY, SALT) as store:
        newer = store.entry(NEWER)
        assert isinstance(newer, UnknownEntry)
        assert dict(newer.extra) == {"status": "paused", "steps": [{"text": "wait"}]}


def test_the_day_ends_when_the_mentee_says(old: Path) -> None:
    connection = driver.connect(old, KEY, SALT)
    connection.execute("INSERT INTO setting VALUES ('preferences', '{\"day_ends_at\": 0}')")
    connection.close()
    with open_store(old, KEY, SALT) as store:
        goal = store.entry(GOAL)
        assert isinstance(goal, Goal)
        assert goal.moves[0].moved_on == date(2026, 7, 11)


@pytest.mark.parametrize(
    "fields",
    [
        '{"status":"active","steps":[{"text":"a","id":["x"]}]}',
        '{"status":"active","steps":[{"text":"a","id":{"x":1}},{"text":"a","id":5}]}',
        '{"status":"active","steps":[{"text":"\\ud800","done":true}]}',
        '{"status":"active","steps":[{"text":["x"],"done":true}]}',
        '{"status":"active","moves":[{"moved_at":5},{"moved_at":"0001-01-01T00:00:00+14:00"}]}',
        '{"status":["active"]}',
        '["status":]',
        "[" * 5000 + '"status":',
    ],
)
def test_an_odd_value_keeps_no_journal_from_being_migrated(old: Path, fields: str) -> None:
    odd = UUID(int=9)
    connection = driver.connect(old, KEY, SALT)
    connection.execute("UPDATE entry SET fields = ? WHERE id = ?", (fields, str(GOAL)))
    connection.close()
    engine = make_engine(lambda: driver.connect(old, KEY, SALT))
    of_odd_version = {"status": {}, "steps": [{"text": "ask", "id": [1], "done": False}], "asked": 5}
    with engine.connect() as writing, transaction(writing, for_writing=True):
        dated = (_at(2), {"status": "active", "steps": _steps(ask=True)})
        _write(writing, odd, "goal", (_at(1), of_odd_version), dated)
    engine.dispose()
    with open_store(old, KEY, SALT) as store:
        goal, stuck = store.entry(odd), store.entry(STUCK)
        assert isinstance(goal, Goal)
        assert goal.steps[0].done_on == date(2026, 7, 2)
        assert isinstance(stuck, Challenge)
        assert stuck.status_since == date(2026, 7, 3)
        assert store.entry(GOAL).title == "T"
        is_object = fields.startswith("{")
        assert store.check().findings == (() if is_object else ("Entries whose fields are damaged: 1.",))
