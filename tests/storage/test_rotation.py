"""Which backups go: only a journal's own, by what only grows, and never the one just made."""

import json
import random
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.backup import BEFORE_EMPTYING, Backup
from amp_desktop.domain.kinds.note import Note
from amp_desktop.storage import rotation
from amp_desktop.storage.manifest import SUFFIX
from amp_desktop.storage.store import Store
from tests.storage.backups import pretend_backup

OWN, OTHER = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
NOW = datetime(2026, 10, 17, 12, tzinfo=UTC)


def own(folder: Path, number: int, **values: object) -> Backup:
    """One of the journal's, all of one day unless another is given: then the number alone decides."""
    return pretend_backup(folder, number, journal_id=OWN, **{"made_at": NOW, **values})


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_newest_five_are_kept_and_those_made_for_an_occasion(tmp_path: Path) -> None:
    made = [own(tmp_path, day, occasion="migration" if day == 2 else "") for day in range(1, 9)]
    assert set(rotation.rotate(made[-1]).removed) == {made[0].path, made[2].path}
    assert rotation.listed(tmp_path) == (*made[:2:-1], made[1])
    assert rotation.rotate(made[-1]).removed == ()


def test_of_days_weeks_and_months_the_newest_is_kept_too(tmp_path: Path) -> None:
    first = datetime(2026, 1, 1, 12, tzinfo=UTC)
    moments = [first + timedelta(days=day, hours=hour) for day in range(400) for hour in (0, 6)]
    made = [own(tmp_path, number, made_at=moment) for number, moment in enumerate(moments, 1)]
    rotation.rotate(made[-1])
    kept = rotation.listed(tmp_path)
    assert kept[:5] == tuple(made[:-6:-1])
    evenings = [backup for backup in made if backup.made_at.hour == 18][::-1]
    assert {*evenings[:7]} <= {*kept}
    for most, time_of in ((4, lambda at: at.isocalendar()[:2]), (12, lambda at: (at.year, at.month))):
        newest = {time_of(backup.made_at): backup for backup in made}
        assert {*list(newest.values())[-most:]} <= {*kept}
    assert len(kept) <= 5 + 7 + 4 + 12


def test_other_journals_backups_and_those_renamed_are_left_alone(tmp_path: Path) -> None:
    others = {pretend_backup(tmp_path, day, journal_id=OTHER).path.name for day in range(10, 18)}
    unknown = {pretend_backup(tmp_path, day, journal_id="").path.name for day in range(20, 28)}
    kept = own(tmp_path, 1).path.rename(tmp_path / f"KEEP before exam{SUFFIX}").name
    linked = tmp_path / f"amp-journal-20200101-120000{SUFFIX}"
    linked.symlink_to(tmp_path / kept)
    made = [own(tmp_path, day) for day in range(2, 9)]
    assert {path.name for path in rotation.rotate(made[-1]).removed} == {b.path.name for b in made[:2]}
    assert names(tmp_path) == others | unknown | {kept, linked.name} | {b.path.name for b in made[2:]}


def test_backups_of_the_journal_it_was_brought_back_from_stay(tmp_path: Path) -> None:
    before = {own(tmp_path, day).path.name for day in range(1, 4)}
    made = [own(tmp_path, day, lineage="since then") for day in range(4, 11)]
    assert rotation.rotate(made[-1]).removed == (made[1].path, made[0].path)
    assert before <= names(tmp_path)


def test_backups_that_name_no_journal_are_never_removed(tmp_path: Path) -> None:
    made = [pretend_backup(tmp_path, day, journal_id="") for day in range(1, 9)]
    assert rotation.rotate(made[-1]).removed == ()
    assert len(names(tmp_path)) == 8


ODD: dict[str, dict[str, object] | str] = {
    "a time without a zone": {"made_at": "2026-01-01T00:00:00"},
    "a time that no clock shows": {"made_at": "0001-01-01T00:00:00+14:00"},
    "a number without end": {"entries": float("inf")},
    "brackets": "[" * 200_000,
    "few brackets": "[" * 10_000,
    "a list": "[]",
    "digits": '{"entries": ' + "9" * 5000 + "}",
}


@pytest.mark.parametrize("what", ODD)
def test_an_odd_file_stops_nothing_and_is_left_alone(tmp_path: Path, what: str) -> None:
    made = [own(tmp_path, day) for day in range(1, 8)]
    odd = pretend_backup(tmp_path, 9, journal_id=OWN, manifest=ODD[what], read=False)
    assert rotation.next_number(tmp_path, OWN) == 8
    assert len(rotation.rotate(made[-1]).removed) == 2
    assert odd.exists()


def test_what_may_not_be_removed_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [own(tmp_path, day) for day in range(1, 8)]
    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path == made[0].path:
            raise PermissionError("in use")  # as on Windows
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    assert rotation.rotate(made[-1]).removed == (made[1].path,)


def test_rotation_stops_and_says_so_when_entries_fell_by_a_fifth(tmp_path: Path) -> None:
    for day in range(1, 7):
        own(tmp_path, day, entries=100)
    stopped = rotation.rotate(own(tmp_path, 7, entries=79))
    assert (stopped.removed, stopped.is_stopped) == ((), True)
    assert len(rotation.listed(tmp_path)) == 7
    assert len(rotation.rotate(own(tmp_path, 8, entries=80)).removed) == 3


def test_what_was_made_before_the_bin_emptied_itself_outlives_the_ordinary_ones(tmp_path: Path) -> None:
    emptied = [own(tmp_path, day, occasion=BEFORE_EMPTYING) for day in range(1, 7)]
    made = [own(tmp_path, day) for day in range(7, 20)]
    assert set(rotation.rotate(made[-1]).removed) == {b.path for b in (*emptied[:2], *made[:-5])}


def test_a_bin_that_emptied_itself_holds_up_none_of_the_backups_made_before(tmp_path: Path) -> None:
    emptied = [own(tmp_path, day, occasion=BEFORE_EMPTYING, entries=100 // day) for day in range(1, 7)]
    rotated = rotation.rotate(emptied[-1])
    assert (set(rotated.removed), rotated.is_stopped) == ({b.path for b in emptied[:2]}, False)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.datetimes(datetime(1971, 1, 1), datetime(2399, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
        min_size=7,
        max_size=12,
    )
)
def test_whatever_the_clock_said_the_last_made_are_kept(
    tmp_path_factory: pytest.TempPathFactory, times: list[datetime]
) -> None:
    folder = tmp_path_factory.mktemp("backups")
    for number, made_at in enumerate(times, 1):
        made = own(folder, number, made_at=made_at)
        rotation.rotate(made)
        assert made.path.exists()
    kept = [backup.number for backup in rotation.listed(folder)]
    assert kept[:5] == list(range(len(times), len(times) - 5, -1))
    assert len(kept) <= 5 + 7 + 4 + 12


def test_backups_of_versions_that_did_not_count_are_older_and_in_the_order_of_changes(tmp_path: Path) -> None:
    at_random = list(range(1, 7))
    random.Random(1).shuffle(at_random)
    for commits in at_random:
        own(tmp_path, 20 - commits, commits=commits, counted=False)
    made = own(tmp_path, 1, commits=1)  # the journal goes on from an older backup
    assert [b.commits for b in rotation.listed(tmp_path)] == [1, 6, 5, 4, 3, 2, 1]
    assert len(rotation.rotate(made).removed) == 2
    assert [b.commits for b in rotation.listed(tmp_path)] == [1, 6, 5, 4, 3]


@pytest.mark.parametrize("year", [1970, 1979, 1980, 2026, 2107, 2108, 2399, 9999])
def test_a_backup_can_be_made_in_any_year(store: Store, folder: Path, year: int) -> None:
    store.save(Note(title="kept"))
    keys = json.dumps({"journal_id": OWN}).encode()
    first = store.back_up(folder / "backups", keys, now=NOW)
    made = store.back_up(folder / "backups", keys, now=NOW.replace(year=year, month=1, day=1))
    assert (made.made_at.year, made.number, made.journal_id) == (year, first.number + 1, OWN)
    assert rotation.listed(folder / "backups") == (made, first)
