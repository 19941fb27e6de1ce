"""An entry comes back from plain data the same, and its fields can be set from what a person types."""

import json
from contextlib import suppress
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.agenda import AgendaReason
from amp_desktop.domain.entry import Entry, Kind, Sharing
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.field_setting import set_field
from amp_desktop.domain.fields import field_types, from_json, prose_fields, to_json
from amp_desktop.domain.json_value import Extra
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.evaluation import Correction, Talked, TalkTopic
from amp_desktop.domain.kinds.feedback import Answer
from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus, PlanOutcome, Step, TargetMove
from amp_desktop.domain.kinds.incident import PARTS, FirstWritten
from amp_desktop.domain.kinds.meeting import Action, Cadence, MeetingPoint, MeetingStatus
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.registry import ENTRY_TYPES, parse_kind
from amp_desktop.domain.kinds.self_care import Proof, SelfCareNote
from amp_desktop.domain.pins import Pin

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
TEXT = st.text(max_size=30)
DAYS = st.dates()
INSTANTS = st.integers(0, 2**32).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))
IDS = st.just("") | st.sampled_from(["a" * 32, "b" * 32])
"""None, and two that may meet."""
TAPS = st.none() | st.integers(1, 5)


def _some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(values, max_size=3).map(tuple)


NEWER_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
"""What a newer version might have written."""

COMMON: dict[str, st.SearchStrategy[Any]] = {
    "id": st.uuids(),
    "title": TEXT,
    "body": st.text(),
    "day": DAYS,
    "tags": _some(TEXT),
    "links": _some(st.uuids()),
    "created_at": INSTANTS,
    "updated_at": INSTANTS,
    "zone": TEXT,
    "binned_at": st.none() | INSTANTS,
    "pinned": st.booleans(),
    "pins": _some(st.builds(Pin, TEXT, TEXT)),
    "sharing": st.sampled_from(Sharing),
    "extra": st.builds(Extra, st.dictionaries(st.text().map("newer-{}".format), NEWER_JSON, max_size=2)),
}
OWN: dict[Kind, dict[str, st.SearchStrategy[Any]]] = {
    "note": {"work": TEXT, "on_agenda": st.booleans(), "for_mentor": TEXT},
    "goal": {
        "area": st.none() | st.sampled_from(Area),
        "status": st.sampled_from(GoalStatus),
        "status_since": st.none() | DAYS,
        "target_day": st.none() | DAYS,
        "moves": _some(
            st.builds(TargetMove, st.none() | DAYS, st.none() | DAYS, TEXT, INSTANTS, st.none() | DAYS)
        ),
        "steps": _some(st.builds(Step, TEXT, st.booleans(), st.none() | DAYS, st.integers(0, 1), id=IDS)),
        "success": TEXT,
        "obstacle": TEXT,
        "plan": TEXT,
        "plan_outcome": st.sampled_from(PlanOutcome),
        "plan_asked_on": st.none() | DAYS,
        "learned": TEXT,
        "for_mentor": TEXT,
    },
    "challenge": {
        "status": st.sampled_from(ChallengeStatus),
        "status_since": st.none() | DAYS,
        "since": st.none() | DAYS,
        "tried": TEXT,
        "need": TEXT,
        "asked": _some(st.builds(Asking, TEXT, st.none() | DAYS, TEXT, TEXT, st.none() | DAYS, id=IDS)),
        "what_helped": TEXT,
        "not_known": TEXT,
        "on_agenda": st.booleans(),
        "for_mentor": TEXT,
    },
    "self-care": {
        "mood": TAPS,
        "energy": TAPS,
        "stress": TAPS,
        "what_did_me_good": TEXT,
        "is_doubt": st.booleans(),
        "proofs": _some(st.builds(Proof, TEXT, TEXT, id=IDS)),
    },
    "meeting": {
        "status": st.sampled_from(MeetingStatus),
        "at": TEXT,
        "minutes": st.integers(0, 600),
        "whom": TEXT,
        "where": TEXT,
        "cadence": st.sampled_from(Cadence),
        "series": IDS,
        "points": _some(
            st.builds(
                MeetingPoint,
                TEXT,
                IDS,
                TEXT,
                st.none() | st.integers(0, 90),
                st.booleans(),
                st.booleans(),
                st.sampled_from([*AgendaReason]).map(str),
                st.none() | DAYS,
                st.integers(0, 9),
                id=IDS,
            )
        ),
        "actions": _some(
            st.builds(
                Action,
                TEXT,
                TEXT,
                st.none() | DAYS,
                st.booleans(),
                st.none() | DAYS,
                st.uuids().map(str) | st.just(""),
                id=IDS,
            )
        ),
        "read_back": TEXT,
        "for_mentor": TEXT,
    },
    "reflection": {
        "plan": TEXT,
        "went_well": TEXT,
        "was_hard": TEXT,
        "takes_along": TEXT,
        "for_mentor": TEXT,
    },
    "incident": {
        "who": TEXT,
        "happened_on": TEXT,
        "where": TEXT,
        "rule": TEXT,
        "evidence": TEXT,
        "written": _some(st.builds(FirstWritten, st.sampled_from(PARTS), INSTANTS)),
    },
    "feedback": {
        "status": st.sampled_from(Answer),
        "status_since": st.none() | DAYS,
        "by": TEXT,
        "changed": TEXT,
        "for_mentor": TEXT,
    },
    "evaluation": {
        "window": TEXT,
        "scope": TEXT,
        "interaction": TEXT,
        "skills": TEXT,
        "learning": TEXT,
        "organisation": TEXT,
        "sent": TEXT,
        "support": TEXT,
        "talked": _some(st.builds(Talked, st.sampled_from([*TalkTopic]).map(str), DAYS)),
        "corrections": _some(st.builds(Correction, DAYS, st.none() | DAYS)),
        "alone": TEXT,
        "unsure": TEXT,
        "asks": TEXT,
        "belongs": TEXT,
        "proud": TEXT,
        "wants": TEXT,
        "for_mentor": TEXT,
    },
    "milestone": {
        "reached_on": st.none() | DAYS,
        "evidence": _some(st.builds(Evidence, TEXT, TEXT)),
        "program_phase": TEXT,
        "whom_to_thank": TEXT,
        "for_mentor": TEXT,
    },
}


def _entries_of(kind: Kind) -> st.SearchStrategy[Entry]:
    private = {"sharing": st.just(Sharing.PRIVATE)} if ENTRY_TYPES[kind].IS_MOST_PRIVATE else {}
    common = COMMON | private
    return st.builds(ENTRY_TYPES[kind], **common, **OWN[kind])


ENTRIES = st.sampled_from(list(ENTRY_TYPES)).flatmap(_entries_of)
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)


def test_every_field_is_tried() -> None:
    assert set(COMMON) == {f.name for f in fields(Entry)}
    assert all(list(OWN[kind]) == list(field_types(ENTRY_TYPES[kind])) for kind in ENTRY_TYPES)


@given(ENTRIES)
def test_comes_back_the_same_through_json(entry: Entry) -> None:
    assert from_json(json.loads(json.dumps(to_json(entry)))) == entry


@given(ENTRIES)
def test_what_was_kept_is_kept_the_same_again(entry: Entry) -> None:
    assert replace(entry) == entry


def test_json_holds_what_the_terminal_promises() -> None:
    written = datetime(2026, 7, 22, 19, 14, 5, tzinfo=UTC)
    goal = Goal(
        id=UUID(int=1),
        title="Lead a release",
        body="*soon*",
        day=date(2026, 7, 22),
        tags=("cli",),
        area=Area.RELEASE,
        moves=(TargetMove(None, date(2026, 9, 24), "the parser first", written, date(2026, 7, 22)),),
        steps=(Step("watch one", done=True, done_on=date(2026, 7, 21), id="0a" * 16),),
        created_at=written,
        updated_at=written,
        zone="Asia/Kolkata",
    )

    assert to_json(goal) == {
        "id": "00000000-0000-0000-0000-000000000001",
        "kind": "goal",
        "title": "Lead a release",
        "body": "*soon*",
        "day": "2026-07-22",
        "tags": ["cli"],
        "sharing": "private",
        "created_at": "2026-07-22T19:14:05Z",
        "updated_at": "2026-07-22T19:14:05Z",
        "zone": "Asia/Kolkata",
        "fields": {
            "area": "release",
            "status": "active",
            "status_since": None,
            "target_day": None,
            "moves": [
                {
                    "before": None,
                    "after": "2026-09-24",
                    "reason": "the parser first",
                    "moved_at": "2026-07-22T19:14:05Z",
                    "moved_on": "2026-07-22",
                }
            ],
            "steps": [
                {
                    "text": "watch one",
                    "done": True,
                    "done_on": "2026-07-21",
                    "indent": 0,
                    "id": "0a" * 16,
                }
            ],
            "success": "",
            "obstacle": "",
            "plan": "",
            "plan_outcome": "not asked",
            "plan_asked_on": None,
            "learned": "",
            "for_mentor": "",
        },
    }


def test_fields_of_a_newer_version_are_written_back_as_they_came() -> None:
    data = to_json(Goal(title="a", steps=(Step("b"),)))
    newer = json.loads(json.dumps(data).replace('"done": false', '"done": false, "weight": 3'))
    newer["fields"]["colour"] = {"name": ["blue"]}

    entry = from_json(newer)
    assert isinstance(entry, Goal)
    changed = replace(entry, title="c", steps=(replace(entry.steps[0], done=True),))
    newer["title"], newer["fields"]["steps"][0]["done"] = "c", True
    assert to_json(changed) == newer


@pytest.mark.parametrize(
    "newer",
    [
        {"kind": "diary"},
        {"sharing": "with friends"},
        {"fields": {"status": "paused", "steps": [{"text": "b"}]}},
    ],
)
def test_what_only_a_newer_version_knows_is_kept_as_it_came(newer: dict[str, Any]) -> None:
    data = {**to_json(Goal(title="a", body="text")), **newer}

    entry = from_json(data)
    assert (entry.IS_KNOWN, entry.is_writable) == (False, False)
    assert (entry.kind, entry.title, entry.body) == (data["kind"], "a", "text")
    assert to_json(entry) == data


@given(ENTRIES, st.data())
def test_a_damaged_entry_is_refused_or_read_but_never_a_fault(entry: Entry, data: st.DataObject) -> None:
    broken = to_json(entry)
    part: Any = data.draw(st.sampled_from([broken, broken["fields"]]))
    part[data.draw(st.sampled_from(sorted(part)))] = data.draw(ANY_JSON)

    with suppress(InvalidValueError):
        read = from_json(broken)
        assert not read.IS_KNOWN or read.kind in ENTRY_TYPES


@pytest.mark.parametrize(
    "change",
    [
        {"kind": 3},
        {"day": "yesterday"},
        {"day": 20260722},
        {"title": None},
        {"tags": "cli"},
        {"tags": [1]},
        {"links": "00000000-0000-0000-0000-000000000001"},
        {"sharing": 5},
        {"created_at": "0001-01-01T00:00:00+05:00"},
        {"created_at": "2026-07-22T19:14:05"},
        {"fields": []},
        {"fields": {"steps": "first"}},
        {"fields": {"steps": [{"done": True}]}},
        {"fields": {"steps": [{"text": "first", "done": 1}]}},
        {"fields": {"success": 5}},
        {"fields": {"status": 3}},
        {
            "fields": {
                "moves": [{"before": None, "after": None, "reason": "", "moved_at": "2026-07-22T19:14:05"}]
            }
        },
    ],
    ids=str,
)
def test_refuses_what_is_no_entry(change: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError):
        from_json(to_json(Goal(title="a")) | change)


def test_a_text_is_not_taken_for_a_list_of_letters() -> None:
    data = to_json(Milestone(title="a"))

    with pytest.raises(InvalidValueError):
        from_json(data | {"fields": {"evidence": "https://example.org"}})


@pytest.mark.parametrize("missing", ["id", "kind", "title", "day", "fields", "created_at"])
def test_refuses_an_entry_with_a_part_missing(missing: str) -> None:
    data = to_json(Note(title="a"))
    del data[missing]

    with pytest.raises(InvalidValueError):
        from_json(data)


@pytest.mark.parametrize(
    ("entry", "name", "typed", "value"),
    [
        (Note(), "on_agenda", "Yes", True),
        (Note(on_agenda=True), "on_agenda", "no", False),
        (Note(), "on_agenda", " true ", True),
        (Goal(), "area", "Code-or-Design", Area.CODE_OR_DESIGN),
        (Goal(area=Area.DOCS), "area", "", None),
        (Goal(), "status", "let_go", GoalStatus.LET_GO),
        (Goal(), "target_day", "2026-09-24", date(2026, 9, 24)),
        (Goal(), "target_day", " 2026-09-24 ", date(2026, 9, 24)),
        (Goal(target_day=date(2026, 9, 24)), "target_day", " ", None),
        (Goal(steps=(Step("one", done=True),)), "steps", "two", (Step("one", done=True), Step("two"))),
        (Goal(), "success", "seen by others", "seen by others"),
        (Challenge(), "status", "ASKED", ChallengeStatus.ASKED),
        (Challenge(), "since", "2026-07-01", date(2026, 7, 1)),
        (Challenge(), "asked", "my mentor", (Asking("my mentor"),)),
        (SelfCareNote(), "mood", "4", 4),
        (SelfCareNote(stress=5), "stress", "", None),
        (Milestone(), "reached_on", "2026-07-22", date(2026, 7, 22)),
        (Milestone(evidence=(Evidence("a"),)), "evidence", "b", (Evidence("a"), Evidence("b"))),
        (Milestone(), "whom_to_thank", "everyone", "everyone"),
    ],
)
def test_sets_a_field_from_what_was_typed(entry: Entry, name: str, typed: str, value: Any) -> None:
    changed = set_field(entry, name, typed)

    assert getattr(changed, name) == value
    assert changed.id == entry.id


@pytest.mark.parametrize(
    ("entry", "name", "typed", "advice"),
    [
        (Note(), "mood", "4", "Its fields are work, on_agenda."),
        (Note(), "title", "a", "Its fields are work, on_agenda."),
        (Note(), "on_agenda", "perhaps", "Write yes or no."),
        (Goal(), "status", "overdue", "planned, active, achieved, let go"),
        (Goal(), "status", "", "planned, active, achieved, let go"),
        (Goal(), "area", "gardening", "issue|triage"),
        (Goal(), "target_day", "soon", "Write a date such as 2026-07-22."),
        (Goal(), "target_day", "2026-02-30", "Write a date such as 2026-07-22."),
        (Goal(), "moves", "later", "cannot be set by hand"),
        (Challenge(), "since", "1 July", "Write a date such as 2026-07-22."),
        (SelfCareNote(), "mood", "good", "Write a whole number."),
        (SelfCareNote(), "mood", "6", "from 1 to 5"),
        (Milestone(), "reached_on", "today", "Write a date such as 2026-07-22."),
    ],
)
def test_says_what_a_field_can_be(entry: Entry, name: str, typed: str, advice: str) -> None:
    with pytest.raises(InvalidValueError, match=advice):
        set_field(entry, name, typed)


def test_yes_is_no_number_and_a_number_is_no_yes() -> None:
    for entry, values in ((SelfCareNote(mood=1), {"mood": True}), (Note(), {"on_agenda": 1})):
        with pytest.raises(InvalidValueError, match="not of its field's type"):
            from_json(to_json(entry) | {"fields": values})


def test_every_kind_is_known_by_its_name_and_no_other() -> None:
    assert [parse_kind(kind) for kind in ENTRY_TYPES] == list(ENTRY_TYPES)
    with pytest.raises(InvalidValueError, match="note, goal, challenge, self-care, milestone"):
        parse_kind("meeting-ish")


def test_the_words_of_every_field_can_be_searched() -> None:
    challenge = Challenge(
        tried="twice",
        asked=(Asking("my mentor", date(2026, 7, 9), "our call", "break it first"),),
        on_agenda=True,
    )
    goal = Goal(
        steps=(Step("one"), Step("two")),
        moves=(TargetMove(None, None, "too early", NOON),),
    )

    assert prose_fields(challenge) == {"tried": "twice", "asked": "my mentor\nour call\nbreak it first"}
    assert prose_fields(goal) == {"moves": "too early", "steps": "one\ntwo"}
    assert prose_fields(SelfCareNote(mood=3)) == {}
