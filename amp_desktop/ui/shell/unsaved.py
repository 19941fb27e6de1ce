"""Text that could not be saved before a lock: kept encrypted, on the disk or in memory, until it can be."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from amp_desktop.domain.errors import NotSavedError

if TYPE_CHECKING:
    from uuid import UUID

    from amp_desktop.domain.unsaved import Unsaved
    from amp_desktop.journal import Journal
    from amp_desktop.journal.unsaved import TakenIn

translate = QCoreApplication.translate


class UnsavedText(QObject):
    """Outlives the workspace, and holds nothing that could be read without the journal's key."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._in_memory: list[tuple[UUID, bytes]] = []

    def keep(self, journal: "Journal", unsaved: "Unsaved") -> None:
        """Keep it for the next time that this journal is unlocked."""
        self._in_memory.append((journal.unsaved.journal_id, journal.unsaved.seal(unsaved)))

    def waits_for(self, journal: "Journal") -> bool:
        """Whether text of this journal waits to be saved, wherever it is kept."""
        owner = journal.unsaved.journal_id
        return journal.unsaved.waits or any(journal_id == owner for journal_id, _ in self._in_memory)

    def outlives_program(self) -> bool:
        """Bring to the disk what is only in memory; whether that could be done."""
        if self._in_memory:
            from amp_desktop.journal.unsaved import lay_aside

            self._in_memory = [kept for kept in self._in_memory if not lay_aside(*kept)]
        return not self._in_memory

    def told(self) -> NotSavedError:
        """What the passphrase page says of it."""
        sentence = translate("Unsaved", "What you wrote last could not be saved. It is kept, encrypted.")
        advice = translate("Unsaved", "It comes back when you unlock.")
        if self._in_memory:
            advice = translate(
                "Unsaved",
                "The program must stay open for it: make room on the disk, then unlock or close again.",
            )
        return NotSavedError(sentence, advice)

    def take_in(self, journal: "Journal") -> "TakenIn":
        """Save what waits for this journal.

        Raises:
            JournalError: It still cannot be saved, and waits on.
        """
        owner = journal.unsaved.journal_id
        mine = [sealed for journal_id, sealed in self._in_memory if journal_id == owner]
        others = [kept for kept in self._in_memory if kept[0] != owner]
        try:
            return journal.unsaved.take_in(mine)
        finally:
            self._in_memory = others + [(owner, sealed) for sealed in mine]
