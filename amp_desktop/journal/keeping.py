"""Keeping an open journal safe: checks, backups, the full export; and bringing a backup back."""

from pathlib import Path
from typing import TYPE_CHECKING

from amp_desktop.domain.program import Program
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.domain.query import Damage, EntryQuery

if TYPE_CHECKING:
    from amp_desktop.exchange.export import ExportFormat
    from amp_desktop.storage.store import Store


class JournalKeeping:
    """What keeps one open journal safe."""

    def __init__(self, folder: Path, store: "Store") -> None:
        self._folder = folder
        self._store = store

    def check(self, progress: Progress = unheard) -> Damage:
        """Read the whole journal and tell what is damaged."""
        return self._store.check(progress)

    def export(self, folder: Path, form: "ExportFormat", progress: Progress = unheard) -> None:
        """Write everything, the bin included, into a new or empty folder, readable by anyone who has it.

        Raises:
            CannotExportError: The place cannot be written, or something is there; nothing is left behind.
            CancelledError: It was called off; nothing is left behind.
        """
        from itertools import chain

        from amp_desktop.exchange.export import export

        data = self._store.setting("program")
        program = Program.from_json(data) if isinstance(data, dict) else Program()
        binned = EntryQuery(binned=True)
        export(
            folder,
            form,
            program,
            chain(self._store.entries(), self._store.entries(binned)),
            total=self._store.count() + self._store.count(binned),
            progress=progress,
        )
