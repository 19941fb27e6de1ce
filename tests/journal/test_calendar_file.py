"""The calendar file: what stands in it, what does not, and that it reads back as RFC 5545 has it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.errors import CannotExportError, DiskFullError, InvalidValueError, NotLoggedError
from amp_desktop.domain.kinds.meeting import Meeting, MeetingStatus
from amp_desktop.domain.program import Program, Shape
from amp_desktop.domain.program_shapes import shaped
from amp_desktop.journal import Journal
from amp_desktop.sharing.calendar_file import CalendarEvent, calendar_file
from amp_desktop.storage.store import Store

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
TODAY = date(2026, 7, 1)
COHORT = shaped(Shape.AMP, date(2026, 6, 15), project="Canary", mentor="Canary")


def read(data: bytes) -> list[dict[str, str]]:
    """The events of a file, as a reader that knows the standard's lines and texts finds them."""
    text = data.decode()
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert (lines[0], lines[1], lines[-1]) == ("BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR")
    events: list[dict[str, str]] = []
    for line in lines:
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            events.append({})
        elif events and name not in ("END", "BEGIN"):
            assert name not in events[-1]
            events[-1][name] = value
    return events


def plain(text: str) -> str:
    """A text value as it is meant."""
    letters, escaped = [], False
    for letter in text:
        if not escaped and letter == "\\":
            escaped = True
            continue
        assert escaped or letter not in ";,\n"
        letters.append("\n" if escaped and letter in "nN" else letter)
        escaped = False
    return "".join(letters)


def written(journal: Journal, program: Program = COHORT, since: date = TODAY) -> list[dict[str, str]]:
    kept: list[bytes] = []
    journal.calendar_file.save(program, since, kept.append)
    return read(kept[0])


def test_meetings_and_windows_have_neutral_titles_and_no_word_of_the_journal(journal: Journal) -> None:
    meeting = Meeting(
        title="Canary", body="Canary", whom="Canary", where="Canary", at="17:00", day=date(2026, 7, 9),
        zone="Europe/Berlin", minutes=30, tags=("canary",),
    )  # fmt: skip
    journal.save_entries(
        [
            meeting,
            replace(meeting, id=Meeting().id, status=MeetingStatus.HELD),
            replace(meeting, id=Meeting().id, day=date(2026, 6, 30)),
            Meeting(at="soon", whom="Canary", day=date(2026, 7, 16)),
        ]
    )
    kept: list[bytes] = []
    assert journal.calendar_file.save(COHORT, TODAY, kept.append) == 6
    assert b"canary" not in kept[0].lower()
    assert meeting.id.hex.encode() not in kept[0].replace(b"-", b"")
    events = {(one["SUMMARY"], one.get("DTSTART") or one["DTSTART;VALUE=DATE"]) for one in read(kept[0])}
    assert events == {
        ("Mentor call", "20260709T150000Z"),
        ("Mentor call", "20260716"),
        ("Midterm evaluation opens", "20260812"),
        ("Midterm evaluation closes", "20260822"),
        ("Final evaluation opens", "20261006"),
        ("Final evaluation closes", "20261017"),
    }


def test_names_that_a_mentee_gave_do_not_leave(journal: Journal) -> None:
    own = replace(COHORT, phases=tuple(replace(one, name=f"Canary {one.name}") for one in COHORT.phases))
    assert {one["SUMMARY"] for one in written(journal, own)} == {"Evaluation opens", "Evaluation closes"}


def test_an_event_that_moves_is_the_same_event(journal: Journal) -> None:
    meeting = journal.save_entry(Meeting(at="17:00", whom="Ada", day=date(2026, 7, 9)))
    before = {one["UID"]: one for one in written(journal)}
    journal.save_entry(replace(meeting, day=date(2026, 7, 10)), meeting)
    after = {
        one["UID"]: one
        for one in written(journal, COHORT.moved("Midterm evaluation", date(2026, 8, 20), today=TODAY))
    }
    assert before.keys() == after.keys()
    assert len(before) == 5
    assert sum(_said(before[uid]) != _said(after[uid]) for uid in before) == 3


def test_a_later_file_is_a_later_revision_of_each_event() -> None:
    event = CalendarEvent("one@journal", "Mentor call", NOW)
    first, second = (read(calendar_file([event], now))[0] for now in (NOW, NOW + timedelta(seconds=1)))
    assert int(first["SEQUENCE"]) + 1 == int(second["SEQUENCE"])
    assert read(calendar_file([event], datetime(1970, 1, 1, tzinfo=UTC)))[0]["SEQUENCE"] == "0"
    last = read(calendar_file([event], datetime(2087, 1, 1, tzinfo=UTC)))[0]["SEQUENCE"]
    assert int(last) < 2**31


def test_an_evaluation_that_is_called_otherwise_is_the_same_event(journal: Journal) -> None:
    before = {one["UID"] for one in written(journal)}
    assert {one["UID"] for one in written(journal, COHORT.renamed("Midterm evaluation", "Half"))} == before


def _said(event: dict[str, str]) -> dict[str, str]:
    """What an event says, but for when it was written."""
    return {name: value for name, value in event.items() if name not in ("DTSTAMP", "SEQUENCE")}


def test_it_is_logged_before_it_leaves_and_what_cannot_be_logged_stays(
    journal: Journal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mentorship.ics"
    journal.calendar_file.write(COHORT, TODAY, file)
    share = journal.sharing.log().items[0]
    assert (share.format, share.file_name, share.text) == ("ics", file.name, file.read_bytes().decode())
    assert journal.sharing.last_meeting() is None
    with pytest.raises(CannotExportError, match="gone"):
        journal.calendar_file.save(COHORT, TODAY, _gone)
    assert len(journal.sharing.log().items) == 1

    def full(*_: object) -> None:
        raise DiskFullError("The disk is full.", "Make room.")

    monkeypatch.setattr(Store, "record_share", full)
    file.unlink()
    with pytest.raises(NotLoggedError):
        journal.calendar_file.write(COHORT, TODAY, file)
    assert not file.exists()
    journal.calendar_file.write(COHORT, TODAY, file, unlogged=True)
    assert file.exists()


def test_where_nothing_is_to_come_nothing_leaves(journal: Journal) -> None:
    with pytest.raises(InvalidValueError, match="nothing to come"):
        journal.calendar_file.save(COHORT, date(2027, 1, 1), _gone)
    assert journal.sharing.log().items == ()


@pytest.mark.parametrize(
    ("day", "zone", "instant"),
    [
        (date(2026, 3, 28), "Europe/Berlin", "20260328T160000Z"),
        (date(2026, 3, 29), "Europe/Berlin", "20260329T150000Z"),
        (date(2026, 12, 31), "America/New_York", "20261231T220000Z"),
        (date(2028, 2, 29), "Pacific/Auckland", "20280229T040000Z"),
        (date(2026, 12, 31), "-09:30", "20270101T023000Z"),
        (date(2026, 7, 9), "+05:30", "20260709T113000Z"),
    ],
)
def test_an_hour_is_meant_in_the_zone_of_the_entry(
    journal: Journal, day: date, zone: str, instant: str
) -> None:
    journal.save_entry(Meeting(at="17:00", whom="Ada", day=day, zone=zone))
    assert written(journal, Program(), day)[0]["DTSTART"] == instant


TITLES = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\n;,\\"), max_size=200)


ZONES = st.sampled_from([ZoneInfo(name) for name in ("UTC", "Asia/Kolkata", "Europe/London")])
INSTANTS = st.datetimes(
    datetime.fromisoformat("1900-01-01"), datetime.fromisoformat("2200-01-01"), timezones=ZONES
)


@given(TITLES, INSTANTS)
def test_any_title_and_instant_read_back(title: str, instant: datetime) -> None:
    starts = instant.replace(microsecond=0)
    event = CalendarEvent("u@x", title, starts, timedelta(minutes=45))
    (found,) = read(calendar_file([event], NOW))
    assert plain(found["SUMMARY"]) == title
    assert datetime.strptime(found["DTSTART"], "%Y%m%dT%H%M%S%z") == starts.astimezone(UTC)
    assert found["DURATION"] == "PT45M"


def _gone(_: bytes) -> None:
    raise CannotExportError("The stick is gone.", "Choose another place.")
