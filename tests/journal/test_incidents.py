"""An incident: always sealed, its times fixed by saving, and one way out, protected with a passphrase."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.errors import CannotExportError, InvalidValueError, SealedError
from amp_desktop.domain.field_setting import set_field
from amp_desktop.domain.fields import from_json, to_json
from amp_desktop.domain.kinds.incident import FirstWritten, Incident, as_incident
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.vault import age_files
from tests.conftest import SetClock

WORDS = "seven quiet boats at noon"


@pytest.fixture
def written(timed_journal: Journal, clock: SetClock) -> Incident:
    """One whose first parts were written at noon, and the rule an hour later."""
    made = timed_journal.save_entry(
        Incident(
            title="In the call", who="Somebody %%my own guess%%", body="They shouted, see [[A quiet note]]."
        )
    )
    clock.go_on(hours=1)
    return timed_journal.save_entry(replace(made, rule="Be kind", who="Two people %%my own guess%%"))


def test_it_is_sealed_whatever_is_asked(journal: Journal) -> None:
    made = journal.save_entry(Incident(title="It", sharing=Sharing.PRIVATE))
    assert journal.entry(made.id).is_sealed
    assert made.as_unsealed().is_sealed
    assert from_json({**to_json(made), "sharing": "private", "sealed": False}).is_sealed
    with pytest.raises(InvalidValueError):
        Incident(sharing=Sharing.SHAREABLE)
    with pytest.raises(SealedError):
        journal.sharing.offer(always=[made.id])


def test_each_part_keeps_the_time_at_which_it_was_first_written(
    timed_journal: Journal, written: Incident, clock: SetClock
) -> None:
    later, noon = clock.now, clock.now - timedelta(hours=1)
    assert [(part, written.first_written(part)) for part in ("who", "body", "rule", "where")] == [
        ("who", noon), ("body", noon), ("rule", later), ("where", None),
    ]  # fmt: skip
    clock.go_on(days=1)
    forged = replace(written, written=(FirstWritten("who", datetime(2020, 1, 1, tzinfo=UTC)),), rule="")
    saved = timed_journal.save_entry(forged, written)
    assert saved.written == written.written
    timed_journal.change_entries([written.id], lambda entry: replace(entry, written=(), title="Else"))
    assert as_incident(timed_journal.entry(written.id)).written == written.written
    with pytest.raises(InvalidValueError):
        set_field(written, "written", "who")
    timed_journal.bring_back(written.id, 1)
    assert as_incident(timed_journal.entry(written.id)).written == written.written


def test_the_times_come_back_from_an_export(written: Incident) -> None:
    assert as_incident(from_json(to_json(written))).written == written.written


@pytest.mark.parametrize("form", ["pdf", "md"])
def test_the_report_is_an_age_file_and_nothing_plain_is_left(
    timed_journal: Journal, written: Incident, tmp_path: Path, form: str
) -> None:
    timed_journal.save_entry(Note(title="A quiet note"))
    path = tmp_path / f"report.{form}.age"
    protected = timed_journal.incidents.protect(written.id, form, WORDS)
    timed_journal.incidents.save(written.id, form, protected, path)
    assert path.read_bytes().startswith(b"age-encryption.org/v1")
    report = age_files.decrypt(path.read_bytes(), WORDS)
    if form == "md":
        said = report.decode()
        assert "Two people" in said
        assert "They shouted, see another entry" in " ".join(said.split())
        assert "First written 2026-10-17 12:00 UTC" in said
        assert "my own guess" not in said
        assert said.index("# Who") < said.index("# What happened") < said.index("# Which rule")
        assert said.startswith("# Report of an incident\n")
    else:
        assert report.startswith(b"%PDF")
    assert [one.name for one in tmp_path.glob("report*")] == [path.name]
    assert b"shouted" not in path.read_bytes()


def test_the_log_says_that_it_left_and_keeps_no_word(
    timed_journal: Journal, written: Incident, tmp_path: Path
) -> None:
    timed_journal.incidents.save(written.id, "md", b"protected", tmp_path / "report.md.age")
    (line,) = timed_journal.sharing.log().items
    assert (line.template, line.text, line.entry_ids, line.file_name) == (
        "incident", "", (written.id,), "report.md.age",
    )  # fmt: skip
    timed_journal.curtain.drop()
    assert timed_journal.sharing.log().items == ()


def test_what_cannot_be_written_is_not_in_the_log(
    timed_journal: Journal, written: Incident, tmp_path: Path
) -> None:
    with pytest.raises(CannotExportError):
        timed_journal.incidents.save(written.id, "md", b"x", tmp_path / "nowhere" / "deep" / "a.age")
    assert timed_journal.sharing.log().items == ()


def test_an_empty_one_has_no_report(journal: Journal) -> None:
    made = journal.save_entry(Incident(title="Only a title"))
    journal.save_entry(replace(made, title=""))
    with pytest.raises(InvalidValueError):
        journal.incidents.report(made.id)


def test_an_aside_left_open_in_one_part_does_not_open_one_in_another(timed_journal: Journal) -> None:
    made = timed_journal.save_entry(
        Incident(title="It", body="Loud. %%zqmine%% Silence.", who="Somebody %% not for them", rule="zqrule")
    )
    told = repr(timed_journal.incidents.report(made.id).summary)
    assert "Silence." in told
    assert "Somebody" in told
    assert "zqmine" not in told
    assert "not for them" not in told
    assert "zqrule" not in told  # an aside left open takes all that follows
