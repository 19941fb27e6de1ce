"""The two ways in which a summary leaves: over the clipboard, or as a file."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from amp_desktop.journal.share import JournalSharing
from amp_desktop.sharing import find_renderer
from amp_desktop.ui.platform.clipboard import copy_private
from amp_desktop.ui.share.prepared import PreparedSummary

translate = QCoreApplication.translate


@dataclass(frozen=True)
class CopyOut:
    """Onto the clipboard.

    Attributes:
        summary: What leaves.
        file_name: None is made.
        protected: Nothing protects it.
    """

    summary: PreparedSummary
    file_name: str = ""
    protected: None = None

    def leave(self) -> None:
        """Copy it."""
        text = self.summary.data.decode()
        flavours = find_renderer(self.summary.format).clipboard
        copy_private(text, text if "text/html" in flavours else "")

    def done(self) -> str:
        """What is said then."""
        return translate("SharePage", "Copied.")

    def advice(self) -> str:
        """What there is to know about it."""
        return translate("SharePage", "The clipboard is emptied when you lock the journal.")


@dataclass(frozen=True)
class SaveOut:
    """Into a file.

    Attributes:
        summary: What leaves.
        sharing: Writes it.
        path: Where to.
        protected: What is written, where a passphrase protects it; else the summary itself is.
    """

    summary: PreparedSummary
    sharing: JournalSharing
    path: Path
    protected: bytes | None = None

    @property
    def file_name(self) -> str:
        """The name without its folder."""
        return self.path.name

    def leave(self) -> None:
        """Write the file.

        Raises:
            CannotExportError: The place cannot be written.
        """
        self.sharing.save(self.summary.data if self.protected is None else self.protected, self.path)

    def done(self) -> str:
        """What is said then."""
        return translate("SharePage", "Saved as {name}.").format(name=self.file_name)

    def advice(self) -> str:
        """What there is to know about it."""
        if self.protected is None:
            return translate("SharePage", "Outside the journal it is not encrypted.")
        from amp_desktop.vault import age_files

        return age_files.how_to_open(self.path.name)


WayOut = CopyOut | SaveOut
