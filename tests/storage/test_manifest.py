"""A file that ends like a backup may hold anything; reading it costs little and ends in one sentence."""

import json
import os
import tracemalloc
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.errors import DamagedError, NoJournalError
from amp_desktop.storage import DATABASE, KEYS, manifest, rotation
from tests.storage.backups import pretend_backup

OWN = "11111111-1111-4111-8111-111111111111"
PARTS = (manifest.MANIFEST, KEYS, DATABASE)
_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
    max_leaves=5,
)


def packed(path: Path, parts: dict[str, bytes], compression: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return path


def is_refused(path: Path) -> bool:
    """Whether it is told as no backup, and passed over in a list."""
    with pytest.raises((DamagedError, NoJournalError)):
        manifest.describe(path)
    return rotation.listed(path.parent) == ()


@pytest.mark.parametrize("part", PARTS[:2])
@pytest.mark.parametrize("compression", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_what_should_be_small_and_is_not_is_never_read(tmp_path: Path, part: str, compression: int) -> None:
    parts = dict.fromkeys(PARTS, b"{}") | {part: b"[" * 50_000_000}
    path = packed(tmp_path / f"a{manifest.SUFFIX}", parts, compression)
    del parts
    tracemalloc.start()
    try:
        assert is_refused(path)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_an_archive_of_very_many_parts_is_not_listed(tmp_path: Path) -> None:
    many = packed(tmp_path / f"a{manifest.SUFFIX}", {f"{number}": b"" for number in range(20_000)})
    tracemalloc.start()
    try:
        assert is_refused(many)
        assert tracemalloc.get_traced_memory()[1] < 1_000_000
    finally:
        tracemalloc.stop()


def test_a_part_twice_or_under_a_password_is_no_backup(tmp_path: Path) -> None:
    path = pretend_backup(tmp_path, 1, journal_id=OWN).path
    whole = path.read_bytes()
    at = whole.rindex(b"PK\x01\x02") + 8  # the flags of the last part, in the archive's directory
    path.write_bytes(whole[:at] + bytes([whole[at] | 1]) + whole[at + 1 :])
    with pytest.raises(DamagedError), manifest.readable(path), manifest.opened(path) as archive:
        archive.read(DATABASE)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(manifest.MANIFEST, b"{}")
        archive.writestr(KEYS, b"{}")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(KEYS, b"{}")
    assert is_refused(path)


def test_a_backup_with_another_journals_keys_is_none(tmp_path: Path) -> None:
    held = {"journal_id": "22222222-2222-4222-8222-222222222222"}
    assert is_refused(pretend_backup(tmp_path, 1, journal_id=OWN, manifest=held, read=False))


def test_what_may_not_be_read_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked, made = (pretend_backup(tmp_path, day, journal_id=OWN) for day in (1, 2))
    opened = Path.open

    def refuse(path: Path, *arguments: object, **values: object) -> object:
        if path == locked.path:
            raise PermissionError(13, "Permission denied")
        return opened(path, *arguments, **values)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)
    assert rotation.listed(tmp_path) == (made,)


def test_what_is_no_file_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / f"folder{manifest.SUFFIX}").mkdir()
    os.mkfifo(tmp_path / f"pipe{manifest.SUFFIX}")
    (tmp_path / f"nowhere{manifest.SUFFIX}").symlink_to(tmp_path / "gone")
    (tmp_path / f"device{manifest.SUFFIX}").symlink_to("/dev/zero")
    assert rotation.listed(tmp_path) == ()
    assert rotation.listed(tmp_path / "missing") == ()


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["made_at", "number", "entries", "commits", "keys", "database", "journal_id"]), _json)
def test_no_value_in_a_manifest_raises_anything_else(tmp_path: Path, name: str, value: object) -> None:
    path = pretend_backup(tmp_path, 1, journal_id=OWN, manifest={name: value}, read=False)
    try:
        described = manifest.describe(path)
    except DamagedError:
        return
    assert (described.journal_id, described.made_at.tzinfo is None) == (OWN, False)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_no_damage_raises_anything_else(tmp_path: Path, data: st.DataObject) -> None:
    path = pretend_backup(tmp_path, 1, journal_id=OWN).path
    whole = bytearray(path.read_bytes())
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
    rotation.listed(tmp_path)


def test_keys_that_say_nothing_name_no_journal() -> None:
    for keys in (b"", b"{}", b"[]", b'"', b"[" * 10_000, b'{"journal_id": 1}', b"\xff"):
        assert manifest.journal_id_in(keys) == ""
    assert manifest.journal_id_in(json.dumps({"journal_id": OWN}).encode()) == OWN
