"""The two copies of the key file in a journal's folder: `keys.json` and `keys.json.bak`.

Both copies are meant to be the same. The second is no older version but a spare: an older one would keep a
passphrase working that was changed for a reason.
"""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from amp_desktop.domain.errors import (
    DamagedError,
    DiskFullError,
    JournalExistsError,
    NewerJournalError,
    NoJournalError,
    NotSavedError,
    ReadOnlyError,
)
from amp_desktop.files import free_name, fullness, make_names_durable, take_away, write_new_durably
from amp_desktop.vault import staging
from amp_desktop.vault.keyfile import LARGEST_FILE, KeyFile

NAME = "keys.json"
SPARE = "keys.json.bak"
DAMAGED = "keys.json.damaged"
_LOST = ".old"


def read(folder: Path) -> KeyFile:
    """Read the key file, or its spare copy when the first is missing, unreadable or damaged.

    Raises:
        NoJournalError: Neither copy is there, or neither may be read.
        DamagedError: A copy is there, and none is whole.
        NewerJournalError: The first copy that is whole was written by a newer version.
    """
    troubles: list[NoJournalError | DamagedError] = []
    for name in (NAME, SPARE):
        try:
            return KeyFile.from_bytes(_bounded_bytes(folder / name))
        except (NoJournalError, DamagedError) as trouble:
            troubles.append(trouble)
    # Damage says more than absence, and the first copy's absence more than the spare one's.
    raise next((trouble for trouble in troubles if isinstance(trouble, DamagedError)), troubles[0])


def write(folder: Path, key_file: KeyFile) -> None:
    """Replace both copies so that a full disk or a power cut leaves each either old or new, never half.

    Raises:
        DiskFullError, ReadOnlyError, NotSavedError: Nothing was replaced.
    """
    data = key_file.to_bytes()
    with _told_to_a_person(folder), staging.alone(folder, wait=True) as alone, ExitStack() as made:
        staged: list[tuple[Path, Path]] = []
        for name in (NAME, SPARE):
            new = staging.stage(folder, name, data)
            made.callback(take_away, new)
            staged.append((new, folder / name))
        former = {name: _copy_bytes(folder / name) for name in (NAME, SPARE)}
        try:
            for new, final in staged:
                new.replace(final)
            if alone:
                staging.sweep(folder, key_file)
            make_names_durable(folder)
        except OSError:
            _put_back(folder, former)
            raise


def _copy_bytes(path: Path) -> bytes | None:
    """What a copy holds; None where it is missing, or cannot be read."""
    try:
        return _bounded_bytes(path)
    except (NoJournalError, DamagedError):
        return None


def _put_back(folder: Path, former: Mapping[str, bytes | None]) -> None:
    """Have the copies be what they were: who is told that nothing changed has no other passphrase or code.

    One that was not there goes: it would let the new ones in. Where neither opened the journal, the new
    copies stay.
    """
    if not any(map(_is_whole, former.values())):
        return
    with suppress(OSError):
        for name, data in former.items():
            if data is not None and (folder / name).read_bytes() != data:
                staging.stage(folder, name, data).replace(folder / name)
        for name, data in former.items():
            if data is None:
                (folder / name).unlink(missing_ok=True)


def _is_whole(data: bytes | None) -> bool:
    try:
        return data is not None and bool(KeyFile.from_bytes(data))
    except (NoJournalError, DamagedError):
        return False


def create(folder: Path, key_file: KeyFile) -> None:
    """Write a new journal's key file, making its folder (0700) if there is none.

    Raises:
        JournalExistsError: A key file, or something that is no folder, stands there already.
        DiskFullError, ReadOnlyError, NotSavedError: It could not be written; no part of it is left.
    """
    with _told_to_a_person(folder), ExitStack() as undo:
        taken = folder.exists() and not folder.is_dir()
        if taken or any(os.path.lexists(folder / name) for name in (NAME, SPARE)):
            raise JournalExistsError(
                f"There is a journal or a file at {folder} already.", "Choose another folder."
            )
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in (NAME, SPARE):
            write_new_durably(folder / name, key_file.to_bytes())
            undo.callback(take_away, folder / name)
        make_names_durable(folder)
        undo.pop_all()


def replace_lost(folder: Path, key_file: KeyFile) -> None:
    """Write a journal's key file where it was lost; what bears its names there gets other ones.

    Raises:
        DiskFullError, ReadOnlyError, NotSavedError: It could not be written; what was there still is.
    """
    with _told_to_a_person(folder), ExitStack() as undo:
        for place in (folder / NAME, folder / SPARE):
            if os.path.lexists(place):
                kept = free_name(place.with_name(place.name + _LOST))
                place.rename(kept)
                undo.callback(kept.rename, place)
        create(folder, key_file)
        undo.pop_all()


def remove(folder: Path) -> None:
    """Take away the key file of a journal that did not come to be. Only for who made it."""
    with suppress(OSError):
        for name in (NAME, SPARE):
            (folder / name).unlink(missing_ok=True)


def mend(folder: Path, verified: KeyFile) -> None:
    """Bring back a copy that is missing, damaged or left behind by a power cut; a damaged one is kept aside.

    What a killed program left half-way goes, if it is this journal's.

    Only for a key file whose seal was verified. What cannot be written is left as it is: the journal is open.
    """
    needy = [name for name in (NAME, SPARE) if _needs_mending(folder / name, verified)]
    with suppress(NotSavedError, OSError):
        if NAME in needy and (folder / NAME).exists():
            (folder / NAME).rename(free_name(folder / DAMAGED))
        if needy:
            write(folder, verified)
        elif staging.left_over(folder, verified):
            with staging.alone(folder, wait=False) as alone:
                if alone:
                    staging.sweep(folder, verified)


def _needs_mending(path: Path, verified: KeyFile) -> bool:
    try:
        held = KeyFile.from_bytes(_bounded_bytes(path))
    except (NoJournalError, DamagedError):
        return True
    except NewerJournalError:
        return False
    return held.data_key_id == verified.data_key_id and held.generation < verified.generation


def _bounded_bytes(path: Path) -> bytes:
    """Read a file of a key file's size, never waiting on a pipe or swallowing a disk."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise DamagedError(
                f"{path} is not a file.", "Move it away, then restore the key file from a backup."
            )
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise NoJournalError(
            f"There is no journal in {path.parent}: it has no key file.",
            "Check that this is the right folder; a lost key file can be restored from a backup.",
        ) from None
    except OSError as trouble:
        raise NoJournalError(
            f"The journal's key file {path} could not be read: {os.strerror(trouble.errno or errno.EIO)}.",
            "Check that you are allowed to read this file and its folder.",
        ) from trouble


@contextmanager
def _told_to_a_person(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as trouble:
        if full := fullness(trouble.errno):
            raise DiskFullError(
                f"The disk is {full}; the keys were not changed.", "Make room and try again."
            ) from trouble
        if trouble.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
            raise ReadOnlyError(
                f"The keys were not changed: {folder} is read-only.", "Allow writing to it and try again."
            ) from trouble
        raise NotSavedError(
            f"The keys in {folder} could not be written: {os.strerror(trouble.errno or errno.EIO)}.",
            "Check the disk and try again.",
        ) from trouble
