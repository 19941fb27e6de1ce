"""`program`, `week` and `checkin`, as their users see them."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from amp_desktop.domain.kinds.reflection import Reflection
from amp_desktop.domain.program import Shape
from amp_desktop.domain.program_details import ProgramDetails, Rest
from amp_desktop.domain.program_shapes import shaped
from amp_desktop.journal import Journal
from tests.cli.conftest import Amp


def test_a_program_is_set_from_a_shape_shown_and_moved(amp: Amp) -> None:
    assert amp("program", "set", "lfx", "--start", "2026-09-01", "--project", "CLI").status == 0
    shown = json.loads(amp("program", "--json").text)
    assert (shown["shape"], shown["start"], shown["weeks"], shown["project"]) == (
        "lfx",
        "2026-09-01",
        12,
        "CLI",
    )
    assert [phase["name"] for phase in shown["phases"]] == ["Mentorship"]
    assert [(one["name"], one["optional"]) for one in shown["evaluations"]] == [
        ("First evaluation", True),
        ("Midterm evaluation", False),
        ("Third evaluation", True),
        ("Final evaluation", False),
    ]
    assert all(one["source"] for one in shown["evaluations"])
    assert amp("program", "move", "Midterm evaluation", "2026-10-12", "--reason", "Exams").status == 0
    moved = json.loads(amp("program", "--json").text)["evaluations"][1]
    assert (moved["from"], moved["until"], moved["source"]) == ("2026-10-12", "2026-10-16", "")
    assert "was 8 October 2026 – 12 October 2026: Exams" in amp("program").text


def test_what_is_no_shape_or_no_phase_is_told(amp: Amp) -> None:
    assert amp("program", "set", "phd", "--start", "2026-09-01").status == 2
    amp("program", "set", "amp", "--start", "2026-06-15")
    gone = amp("program", "move", "Holidays", "2026-10-12")
    assert gone.status == 2
    assert "Community bonding" in gone.err


def test_a_check_in_takes_seconds_and_stands_in_its_week(amp: Amp) -> None:
    made = amp("checkin", "--mood", "4", "--stress", "2", "A walk")
    shown = json.loads(amp("show", made.text.strip(), "--json").text)
    assert (shown["kind"], shown["body"]) == ("self-care", "A walk")
    assert (shown["fields"]["mood"], shown["fields"]["energy"], shown["fields"]["stress"]) == (4, None, 2)
    week = json.loads(amp("week", "--json").text)
    assert len(week) == 7
    assert [entry["title"] for day in week for entry in day["entries"]] == ["A walk"]
    assert "self-care: A walk" in amp("week").text
    assert amp("checkin").status == 2
    assert amp("checkin", "--mood", "6").status == 2


def test_a_week_tells_what_was_written_and_what_happened(amp: Amp) -> None:
    goal = amp("add", "goal", "Release", "--day", "2026-07-22").text.strip()
    amp("step", goal, "Write the list", "--done")
    assert "goal: Release" in amp("week", "2026-07-20").text
    assert "step done: Release: Write the list" in amp("week").text


def test_what_is_to_come_goes_into_a_calendar_and_the_log(amp: Amp, tmp_path: Path) -> None:
    nothing = amp("ics", "--to", str(tmp_path / "none.ics"))
    assert nothing.status == 2
    assert "nothing to come" in nothing.err
    amp("program", "set", "amp", "--start", "2099-06-15", "--project", "Canary")
    told = amp("ics", "--to", str(tmp_path / "mentorship.ics"))
    assert (told.status, told.err) == (0, "4 events leave.\n")
    text = (tmp_path / "mentorship.ics").read_text(encoding="utf-8")
    assert "SUMMARY:Midterm evaluation closes" in text
    assert "Canary" not in text
    assert "BEGIN:VCALENDAR" in amp("ics", "--to", "-").text


def test_a_week_carries_its_plan_and_the_look_back_on_it(amp: Amp, journal: Journal) -> None:
    journal.save_entry(Reflection(day=date(2026, 7, 20), plan="- [ ] Rota", went_well="A review"))
    told = amp("week", "2026-07-23", "--json").json
    assert [one["plan"] for one in told] == ["- [ ] Rota", *[None] * 6]
    assert told[0]["reflection"] == {"went_well": "A review", "was_hard": "", "takes_along": ""}
    assert {one["rest"] for one in told} == {False}
    text = amp("week", "2026-07-23").text
    assert text.startswith("What this week is for:\n  - [ ] Rota\n")
    assert "What went well:\n  A review" in text


def test_a_week_without_a_word_is_met_kindly(amp: Amp) -> None:
    assert amp("week", "2020-01-01").text.strip() == (
        "A week without a word. That happens, and nothing is missing."
    )


def test_a_program_tells_who_and_where_and_its_days_away_without_their_words(
    amp: Amp, journal: Journal
) -> None:
    rest = Rest(date(2026, 12, 28), date(2027, 1, 3), "canary")
    program = shaped(Shape.AMP, date(2026, 11, 2), mentor="Ada, Grace")
    details = ProgramDetails(repository="https://example.org", cadence="weekly", rests=(rest,))
    journal.save_program(replace(program, details=details))
    told = amp("program", "--json")
    assert told.json["mentors"] == ["Ada", "Grace"]
    assert (told.json["repository"], told.json["cadence"]) == ("https://example.org", "weekly")
    assert told.json["channels"][0] == {"name": "Slack #09_mentorships", "address": ""}
    assert told.json["rests"] == [{"from": "2026-12-28", "until": "2027-01-03"}]
    assert told.json["proposal"] == {"text": "", "accepted": None}
    assert "2026-12-28 – 2027-01-03  away" in amp("program").text
    assert "canary" not in told.text + amp("program").text + amp("week", "2027-01-01").text
    assert "rest, which counts as done" in amp("week", "2027-01-01").text
