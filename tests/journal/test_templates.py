"""Templates in a journal: shipped, changed, own, removed, brought back."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from amp_desktop.domain.entry_template import EntryTemplate, unknown_variables
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.meeting import Meeting, MeetingStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.program import default_program
from amp_desktop.domain.text.asides import aside_spans, without_asides
from amp_desktop.exchange.export.archive import archive_from
from amp_desktop.exchange.export.export import ExportFormat
from amp_desktop.exchange.export.markdown_folder import read_templates
from amp_desktop.journal import Journal
from amp_desktop.journal.maintenance import restore
from amp_desktop.journal.templates import TemplateOrigin, shipped
from tests.conftest import PASSPHRASE, SetClock
from tests.shares import has_left

DAY = date(2026, 8, 14)
SHIPPED = [
    *("daily-note", "weekly-reflection", "stuck", "release-retrospective", "feedback-received", "gratitude"),
    *("before-and-after", "first-meeting", "midterm-preparation", "final-self-assessment", "kick-off"),
]


def ids(journal: Journal) -> list[str]:
    return [template.id for template in journal.templates.all()]


def test_a_new_journal_offers_what_is_shipped(journal: Journal) -> None:
    assert ids(journal) == SHIPPED
    assert {journal.templates.origin(id_) for id_ in SHIPPED} == {TemplateOrigin.SHIPPED}


@pytest.mark.parametrize("template", shipped().values(), ids=SHIPPED)
def test_what_is_shipped_is_whole(template: EntryTemplate) -> None:
    assert not unknown_variables(template)
    asked, unclosed = without_asides(template.body)
    assert not unclosed
    headings = re.findall(r"^## \S.*$", asked, re.MULTILINE)
    assert len(headings) >= 3
    assert len(aside_spans(template.body)) >= len(headings)
    written = re.findall(r"^(?:#{2,3}|-) \S.*$", asked, re.MULTILINE)
    assert asked.replace("\n", "") == "".join(written)  # headings and hints: all else is the mentee's
    assert any(line.startswith("- ") for line in written) is (template.id == "kick-off")  # the guide's list


def test_the_six_questions_are_the_same_at_kick_off_midterm_and_end(journal: Journal) -> None:
    journal.save_program(default_program(2026))
    template = journal.templates.find("before-and-after")
    days = (date(2026, 6, 15), date(2026, 8, 14), date(2026, 10, 8))
    entries = [journal.templates.fill(template, day=day) for day in days]
    asked = [re.findall(r"^## \d\. .*$", entry.body, re.MULTILINE) for entry in entries]
    assert asked[0] == asked[1] == asked[2]
    assert len(asked[0]) == 6
    assert [entry.title.partition(": ")[2] for entry in entries] == [
        "Community bonding",
        "Midterm evaluation",
        "Final evaluation",
    ]
    assert all(entry.tags == ("before-after",) for entry in entries)


def test_filling_takes_program_mentor_and_last_meeting_and_stores_nothing(journal: Journal) -> None:
    journal.save_program(default_program(2026, project="CLI", mentor="Ada"))
    shared = journal.save_entry(Note(title="shown", day=DAY))
    offer = journal.sharing.offer()
    disclosure = journal.sharing.disclose(offer, [shared.id])
    share = has_left(journal.sharing, disclosure, "txt", b"", audience=" ADA ")
    journal.sharing.was_meeting(share.id)
    template = EntryTemplate(id="x", name="X", body="{{project}}|{{mentor}}|{{last_meeting}}|{{week}}")
    entry = journal.templates.fill(template, day=DAY)
    project, mentor, met, week = entry.body.split("|")
    assert (project, mentor, week) == ("CLI", "Ada", "9")
    local = share.shared_at.astimezone()
    assert met.endswith(str(local.year))
    assert journal.count() == 1


def test_a_meeting_after_midnight_was_on_the_evening_before(timed_journal: Journal, clock: SetClock) -> None:
    clock.now = datetime(2026, 10, 18, 1, 30).astimezone(UTC)
    offer = timed_journal.sharing.offer()
    disclosure = timed_journal.sharing.disclose(offer, [])
    share = has_left(timed_journal.sharing, disclosure, "txt", b"")
    timed_journal.sharing.was_meeting(share.id)
    assert timed_journal.templates.context().last_meeting == date(2026, 10, 17)
    timed_journal.save_preferences(Preferences(day_ends_at=1))
    assert timed_journal.templates.context().last_meeting == date(2026, 10, 18)
    assert timed_journal.templates.context().day == date(2026, 10, 18)


def test_the_last_meeting_is_the_last_one_that_was_held(timed_journal: Journal) -> None:
    disclosure = timed_journal.sharing.disclose(timed_journal.sharing.offer(), [])
    share = has_left(timed_journal.sharing, disclosure, "txt", b"")
    timed_journal.sharing.was_meeting(share.id)
    call = Meeting(title="Our call", day=date(2026, 10, 8))
    timed_journal.save_entries([call, Meeting(day=date(2026, 10, 12), status=MeetingStatus.SKIPPED)])
    assert timed_journal.templates.context().last_meeting == date(2026, 10, 17)
    timed_journal.meetings.close(call)
    assert timed_journal.templates.context().last_meeting == date(2026, 10, 8)
    assert timed_journal.sharing.last_met_on("the organizer") is None


def test_stuck_begins_a_challenge_of_today(journal: Journal) -> None:
    entry = journal.templates.fill(journal.templates.find("Stuck"), "note")
    assert isinstance(entry, Challenge)
    assert entry.day == journal.new_entry("note").day


def test_a_changed_template_stands_in_the_place_of_the_shipped_one(
    journal: Journal, journal_folder: Path
) -> None:
    changed = replace(journal.templates.find("stuck"), name="Stuck again", body="## Why?")
    journal.templates.save(changed)
    journal.close()
    with Journal.open(journal_folder, passphrase=PASSPHRASE) as again:
        assert again.templates.find("stuck") == changed
        assert ids(again) == SHIPPED
        assert again.templates.origin("stuck") is TemplateOrigin.CHANGED
        again.templates.bring_back("stuck")
        assert again.templates.find("stuck") == shipped()["stuck"]
        assert again.templates.origin("stuck") is TemplateOrigin.SHIPPED


def test_changing_it_back_by_hand_is_bringing_it_back(journal: Journal) -> None:
    journal.templates.save(replace(shipped()["stuck"], name="Other"))
    journal.templates.save(shipped()["stuck"])
    assert journal.templates.origin("stuck") is TemplateOrigin.SHIPPED


def test_a_removed_shipped_template_can_be_brought_back(journal: Journal) -> None:
    journal.templates.save(replace(shipped()["gratitude"], name="Other"))
    journal.templates.remove("gratitude")
    assert "gratitude" not in ids(journal)
    assert [template.id for template in journal.templates.removed()] == ["gratitude"]
    assert journal.templates.origin("gratitude") is TemplateOrigin.REMOVED
    journal.templates.bring_back("gratitude")
    assert ids(journal) == SHIPPED
    assert journal.templates.find("gratitude") == shipped()["gratitude"]


def test_own_templates_follow_by_name_and_are_gone_when_removed(journal: Journal) -> None:
    for name in ("Zebra", "apple"):
        journal.templates.save(EntryTemplate(id=journal.templates.new_id(name), name=name))
    assert ids(journal) == [*SHIPPED, "apple", "zebra"]
    assert journal.templates.origin("apple") is TemplateOrigin.OWN
    assert journal.templates.new_id("Apple") == "apple-2"
    journal.templates.remove("apple")
    assert ids(journal) == [*SHIPPED, "zebra"]
    assert journal.templates.removed() == ()


def test_a_template_is_found_by_id_or_name_whatever_its_case(journal: Journal) -> None:
    for name in ("weekly-reflection", "Weekly  reflection", "WEEKLY REFLECTION"):
        assert journal.templates.find(name).id == "weekly-reflection"
    with pytest.raises(InvalidValueError, match="daily-note"):
        journal.templates.find("nothing of the sort")


def test_a_kind_can_begin_with_a_template(journal: Journal) -> None:
    assert journal.templates.default_for("note") is None
    journal.templates.set_default("note", "daily-note")
    journal.templates.set_default("challenge", "stuck")
    default = journal.templates.default_for("note")
    assert default is not None
    assert default.id == "daily-note"
    journal.templates.set_default("note", None)
    assert journal.templates.default_for("note") is None
    journal.templates.remove("stuck")
    assert journal.templates.default_for("challenge") is None


def test_a_template_of_another_kind_is_no_default(journal: Journal) -> None:
    journal.templates.set_default("note", "stuck")
    assert journal.templates.default_for("note") is None


def test_templates_are_no_entries_and_stand_in_the_file_encrypted(
    journal: Journal, journal_folder: Path
) -> None:
    journal.templates.save(EntryTemplate(id="own", name="Own", body="a very private question"))
    journal.close()
    assert b"a very private question" not in b"".join(
        file.read_bytes() for file in journal_folder.rglob("*") if file.is_file()
    )


@pytest.mark.parametrize("form", list(ExportFormat))
def test_own_templates_leave_with_the_full_export_and_come_back_with_a_backup(
    journal: Journal, tmp_path: Path, form: ExportFormat
) -> None:
    own = EntryTemplate(id="mine", name="Mine", kind="goal", title="{{week}}", body="## Why\n%%a hint%%\n")
    journal.templates.save(own)
    journal.templates.set_default("goal", "mine")
    journal.maintenance.export(tmp_path / "all", form)
    if form is ExportFormat.JSON:
        assert (
            archive_from(json.loads((tmp_path / "all" / "journal.json").read_text("utf-8"))).templates
            == journal.templates.kept()
        )
    else:
        assert read_templates(tmp_path / "all").templates == {"mine": own}
    made = journal.maintenance.back_up()
    restore(made.path, tmp_path / "back", passphrase=PASSPHRASE)
    with Journal.open(tmp_path / "back", passphrase=PASSPHRASE) as back:
        assert back.templates.default_for("goal") == own


def test_some_entries_leave_without_the_templates(journal: Journal, tmp_path: Path) -> None:
    journal.templates.save(EntryTemplate(id="mine", name="Mine"))
    entry = journal.save_entry(Note(title="one"))
    journal.maintenance.export(tmp_path / "some", ExportFormat.MARKDOWN, ids=[entry.id])
    assert read_templates(tmp_path / "some").templates == {}
