"""What could not be saved is kept, encrypted, outside of the journal until it can be.

The disk may be full, the folder moved or read-only: the mentee locks all the same, and nothing is lost.
"""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop import vault
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError, JournalError
from amp_desktop.domain.merge import Merge
from amp_desktop.domain.program import Program
from amp_desktop.domain.unsaved import Unsaved
from amp_desktop.files import make_names_durable, take_away, write_new_durably
from amp_desktop.vault import Keys

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

_TAKEN = "unsaved text that was taken in"
SUFFIX = ".unsaved"
MOST = 1000
"""Files of one journal; beyond that something is wrong, and the text stays where it is."""
LARGEST = 256 * 1024 * 1024
"""Bytes; more is not read."""

MergeEntry = Callable[[Entry, Entry | None], Merge[Entry]]


def waiting_room() -> Path:
    """Where it is kept: on this computer, beside what the program remembers of its windows."""
    from platformdirs import user_state_path

    return user_state_path("amp-journal", appauthor=False) / "unsaved"


def lay_aside(journal_id: UUID, sealed: bytes) -> bool:
    """Keep sealed text in a file of its own, durable when this returns; False where that cannot be done."""
    folder = waiting_room()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for number in range(MOST):
            with suppress(FileExistsError):
                write_new_durably(folder / f"{journal_id}-{number:03}{SUFFIX}", sealed)
                make_names_durable(folder)
                return True
    except OSError:
        return False
    return False


@dataclass(frozen=True)
class TakenIn:
    """What had waited, and stands in the journal now.

    Attributes:
        entries: As they stand.
        overlapped: Whether one of them was changed meanwhile as well: the other text is kept as a version.
    """

    entries: tuple[Entry, ...] = ()
    overlapped: bool = False


class JournalUnsaved:
    """Keeps unsaved text of one journal, and saves it later."""

    def __init__(
        self,
        keys: Keys,
        store: "Store",
        merge: MergeEntry,
        change_program: Callable[[Callable[[Program], Program]], None],
    ) -> None:
        self._keys = keys
        self._store = store
        self._merge = merge
        self._change_program = change_program

    @property
    def journal_id(self) -> UUID:
        """Whose text it is."""
        return self._keys.journal_id

    @property
    def waits(self) -> bool:
        """Whether text of this journal waits in a file."""
        return any(self._files())

    def seal(self, unsaved: Unsaved) -> bytes:
        """The text, encrypted with the journal's key; it can be kept anywhere."""
        return vault.seal(self._keys, unsaved.to_bytes())

    def take_in(self, also: list[bytes] | None = None) -> TakenIn:
        """Save all that waits; what is saved waits no longer, and what cannot be read is left alone.

        Args:
            also: What `seal` gave and no file could take; what is saved of it is taken out.

        Raises:
            NotSavedError: It still cannot be saved, and waits on.
        """
        taken = TakenIn()
        for sealed in tuple(also or ()):
            taken = self._save(sealed, taken)
            if also is not None:
                also.remove(sealed)
        for path in self._files():
            try:
                sealed = path.read_bytes()
            except OSError:  # it waits for a better day, and the journal opens all the same
                continue
            if _name(sealed) in self._taken():
                self._remove(path, sealed)
            else:
                taken = self._save(sealed, taken, path)
        return taken

    def _taken(self) -> frozenset[str]:
        """What was saved and whose file could not be removed: it would replace what was written since."""
        kept = self._store.setting(_TAKEN)
        return frozenset(map(str, kept)) if isinstance(kept, list) else frozenset()

    def _remove(self, path: Path, sealed: bytes) -> None:
        """Take the file away; its text is known as taken in for as long as that cannot be done."""
        take_away(path)
        name, stays = {_name(sealed)}, os.path.lexists(path)
        if stays != (name <= self._taken()):
            with suppress(JournalError), self._store.at_once():
                taken = self._taken() | name if stays else self._taken() - name
                self._store.set_setting(_TAKEN, [*sorted(taken)])

    def _save(self, sealed: bytes, taken: TakenIn, path: Path | None = None) -> TakenIn:
        content = vault.unseal(self._keys, sealed)
        if content is None:
            return taken
        try:
            unsaved = Unsaved.from_bytes(content)
        except InvalidValueError:
            return taken
        merges = [self._merge(draft.entry, draft.base) for draft in unsaved.drafts]
        if unsaved.program is not None:
            self._change_program(unsaved.program.written_into)
        if path is not None:
            self._remove(path, sealed)
        entries = taken.entries + tuple(merge.entry for merge in merges)
        return TakenIn(entries, taken.overlapped or any(merge.conflicts for merge in merges))

    def _files(self) -> Iterator[Path]:
        """This journal's own, oldest first."""
        name = re.compile(re.escape(str(self.journal_id)) + r"-\d{3}" + re.escape(SUFFIX))
        with suppress(OSError):
            yield from sorted(
                path
                for path in waiting_room().iterdir()
                if name.fullmatch(path.name)
                and path.is_file()
                and not path.is_symlink()
                and path.stat().st_size <= LARGEST
            )


def _name(sealed: bytes) -> str:
    """By which sealed text is known again."""
    return sha256(sealed).hexdigest()
