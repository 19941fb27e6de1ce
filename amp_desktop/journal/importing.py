"""Importing entries: looked at first, then taken over as one, and taken back as one."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from amp_desktop.domain.attachment import REFERENCE, SCHEME, attachment_ids
from amp_desktop.domain.backup import BEFORE_IMPORT, Backup
from amp_desktop.domain.clock import Clock
from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.errors import CannotAttachError, InvalidValueError, JournalError
from amp_desktop.domain.kept_templates import KeptTemplates
from amp_desktop.domain.program import Program
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.text.texts import with_texts
from amp_desktop.domain.versions import contents
from amp_desktop.exchange.importers.base import Imported, ImportedFile, ImportProblem
from amp_desktop.journal.attachments import JournalAttachments
from amp_desktop.journal.maintenance import JournalMaintenance

if TYPE_CHECKING:
    from amp_desktop.domain.json_value import Json
    from amp_desktop.storage.store import Store


@dataclass(frozen=True)
class ImportPlan:
    """What importing a file would do. Nothing of it is done yet.

    Attributes:
        imported: What was read.
        new: The entries that would be added.
        present: How many are in the journal already, word for word, ids of attachments aside.
        differing: How many are in the journal already, with other words; they would be left as they are.
    """

    imported: Imported
    new: tuple[Entry, ...]
    present: int
    differing: int

    @property
    def problems(self) -> tuple[ImportProblem, ...]:
        """What could not be read."""
        return self.imported.problems

    def counts(self) -> Mapping[Kind, int]:
        """How many entries of each kind would be added."""
        return Counter(entry.kind for entry in self.new)


@dataclass(frozen=True)
class ImportDone:
    """What an import has done, for taking it back.

    Attributes:
        entries: Those that were added, as they stand.
        problems: What could not be taken over, files among it.
        backup: The journal as it was before.
        attached: Attachments that were added.
        settings: The settings that were changed, with what stood there before and what stands there since.
    """

    entries: tuple[Entry, ...]
    problems: tuple[ImportProblem, ...]
    backup: Backup
    attached: tuple[UUID, ...] = ()
    settings: "tuple[tuple[str, Json, Json], ...]" = ()


class JournalImporting:
    """Takes over entries of other journals and exports into an open one."""

    def __init__(
        self, store: "Store", maintenance: JournalMaintenance, attachments: JournalAttachments, clock: Clock
    ) -> None:
        self._store = store
        self._maintenance = maintenance
        self._attachments = attachments
        self._clock = clock

    def plan(self, path: Path, form: str = "", progress: Progress = unheard) -> ImportPlan:
        """Read a file or folder, and tell what importing it would do.

        Args:
            path: What to import.
            form: The name of its format; empty to find out by looking at it.
            progress: Told the entries read and their number.

        Raises:
            InvalidValueError: There is no such format.
            CannotImportError: It cannot be read, or is of no format that is known.
            NewerJournalError: A newer version of this program wrote it.
            CancelledError: It was called off.
        """
        from amp_desktop.exchange.importers.registry import find_importer, importer_for

        importer = find_importer(form) if form else importer_for(path)
        imported = importer.read(path, progress)
        files = {file.attachment.id: file for file in imported.files}
        new, present, differing = [], 0, 0
        for entry in imported.entries:
            if not self._store.holds(entry.id):
                new.append(entry)
            elif self._is_as_here(entry, files):
                present += 1
            else:
                differing += 1
        return ImportPlan(imported, tuple(new), present, differing)

    def carry_out(self, plan: ImportPlan, progress: Progress = unheard) -> ImportDone:
        """Add the plan's new entries, in one transaction, with a verified backup before it.

        Where the journal knows no program yet, it takes that of the file; of its templates, those that the
        journal has not.

        Args:
            plan: What `plan` has told; entries that came into the journal since stay as they are there.
            progress: Told the files and entries taken over and their number.

        Raises:
            CancelledError: It was called off; nothing was added.
            JournalError: It could not be done; nothing was added.
        """
        backup = self._maintenance.back_up(occasion=BEFORE_IMPORT)
        wanted = {id_ for entry in plan.new for id_ in attachment_ids(entry)}
        files = [file for file in plan.imported.files if file.attachment.id in wanted]
        total = len(files) + len(plan.new)
        before = {one.id for one in self._attachments.all()}
        ids: dict[UUID, UUID] = {}
        problems = [*plan.problems]
        try:
            self._take_in(files, total, progress, ids, problems)
            now = self._clock()
            with self._store.at_once():
                here = self._store.known_ids(entry.id for entry in plan.new)
                new = [_binned_by(_pointing(entry, ids), now) for entry in plan.new if entry.id not in here]
                self._store.save_many(
                    new, total=len(new), progress=lambda done, _: progress(len(files) + done, total)
                )
        except BaseException:
            # Only what this call attached: what another process has just attached has no text yet either.
            self._attachments.let_go(id_ for id_ in ids.values() if id_ not in before)
            raise
        attached = tuple(id_ for id_ in ids.values() if id_ not in before)
        settings = self._take_settings(plan.imported, problems)
        return ImportDone(tuple(new), tuple(problems), backup, attached, settings)

    def take_back(self, done: ImportDone) -> int:
        """Remove what an import has added, in one transaction, but for entries that were written in since.

        Returns:
            How many entries were removed.

        Raises:
            NotSavedError: It could not be done; all of it is still there.
        """
        # What is written in an entry between the look at it and its end would be gone for ever.
        with self._store.at_once():
            unchanged = self._as_imported(done.entries)
            self._store.delete(unchanged)
            self._attachments.let_go(done.attached)
            for name, before, after in done.settings:
                if self._store.setting(name) == after:
                    self._store.set_setting(name, before)
        return len(unchanged)

    def _as_imported(self, entries: Sequence[Entry]) -> list[UUID]:
        """Those of the entries that nobody has written in since."""
        here = self._store.known_ids(entry.id for entry in entries)
        then = {entry.id: entry for entry in entries if entry.id in here}
        now = self._store.several(then)
        return [entry.id for entry in now if contents(entry) == contents(then[entry.id])]

    def _is_as_here(self, entry: Entry, files: Mapping[UUID, ImportedFile]) -> bool:
        """Whether the journal holds the same words, pointing to the same files under whatever ids.

        A file that an import took over got an id of its own, so the texts differ in that.
        """
        here = self._store.entry(entry.id)
        if contents(here) == contents(entry):
            return True
        (own, own_ids), (others, other_ids) = _parted(here), _parted(entry)
        return contents(own) == contents(others) and all(
            one == other or self._is_same_file(one, files.get(other))
            for one, other in set(zip(own_ids, other_ids, strict=True))
        )

    def _is_same_file(self, own_id: UUID, file: ImportedFile | None) -> bool:
        """Whether an attachment is what taking over a file makes of it."""
        found = self._store.attachments.several([own_id])
        if not found or file is None:
            return False
        if found[0].digest == file.attachment.digest:
            return True
        from amp_desktop.exchange.attaching import without_maker

        try:
            data = without_maker(file.read(), file.attachment.media_type).data
        except InvalidValueError:
            return False
        return hashlib.sha256(data).hexdigest() == found[0].digest

    def _take_in(
        self,
        files: Sequence[ImportedFile],
        total: int,
        progress: Progress,
        ids: dict[UUID, UUID],
        problems: list[ImportProblem],
    ) -> None:
        """Keep the files, and note in `ids` under which id each is kept, by the one it had."""
        from amp_desktop.exchange.attaching import without_maker

        for done, file in enumerate(files):
            progress(done, total)
            was = file.attachment
            try:
                read = without_maker(file.read(), was.media_type)
                kept = self._attachments.add(
                    read.data, was.name, read.media_type, width=read.width, height=read.height
                )
            except (InvalidValueError, CannotAttachError) as error:
                problems.append(ImportProblem(f"file {done + 1}", error.sentence))
            else:
                ids[was.id] = kept.id

    def _take_settings(
        self, imported: Imported, problems: list[ImportProblem]
    ) -> "tuple[tuple[str, Json, Json], ...]":
        """Take over program and templates where the journal has none of its own; what was changed.

        The entries are in the journal by then, so what fails here is told as a problem.
        """
        wanted = {"program": self._program_with, "templates": self._templates_with}
        changed = []
        for name, value_with in wanted.items():
            try:
                with self._store.at_once():
                    former = self._store.setting(name)
                    value = value_with(former, imported)
                    if value != former:
                        self._store.set_setting(name, value)
                if value != former:
                    changed.append((name, former, value))
            except JournalError as error:
                problems.append(ImportProblem(name, error.sentence))
        return tuple(changed)

    @staticmethod
    def _program_with(former: "Json", imported: Imported) -> "Json":
        return imported.program.to_json() if imported.program is not None and _is_empty(former) else former

    @staticmethod
    def _templates_with(former: "Json", imported: Imported) -> "Json":
        kept = KeptTemplates.from_json(former) if isinstance(former, dict) else KeptTemplates()
        added = {id_: one for id_, one in imported.templates.templates.items() if id_ not in kept.templates}
        return replace(kept, templates={**kept.templates, **added}).to_json() if added else former


def _is_empty(program: "Json") -> bool:
    return not isinstance(program, dict) or Program.from_json(program) == Program()


def _binned_by(entry: Entry, now: datetime) -> Entry:
    """The entry, put into the bin now if it lay there: here it is new, however long ago that was."""
    return replace(entry, binned_at=now) if entry.binned_at else entry


def _pointing(entry: Entry, ids: Mapping[UUID, UUID]) -> Entry:
    """The entry, with its texts pointing to the attachments under the ids that they have here."""
    moved = {before: after for before, after in ids.items() if before != after}
    if not moved.keys() & set(attachment_ids(entry)):
        return entry

    def pointing(text: str) -> str:
        return REFERENCE.sub(lambda found: f"{SCHEME}:{_moved(found[1], moved)}", text)

    return with_texts(entry, pointing)


def _parted(entry: Entry) -> tuple[Entry, list[UUID]]:
    """The entry without the ids of what its texts point to, and these, in order."""
    ids: list[UUID] = []

    def without(text: str) -> str:
        return REFERENCE.sub(taken, text)

    def taken(found: re.Match[str]) -> str:
        try:
            ids.append(UUID(found[1]))
        except ValueError:
            return found[0]
        return f"{SCHEME}:"

    return with_texts(entry, without), ids


def _moved(written: str, moved: Mapping[UUID, UUID]) -> str:
    try:
        return str(moved.get(UUID(written), written))
    except ValueError:
        return written


def problem_lines(problems: Iterable[ImportProblem]) -> list[str]:
    """The problems, a line each, for people."""
    return [f"{problem.where}: {problem.sentence}" for problem in problems]
