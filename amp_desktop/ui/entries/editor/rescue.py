"""When saving fails: the text goes to a file that the mentee chooses, plain, so that nothing is lost."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from amp_desktop.domain.entry import Entry

translate = QCoreApplication.translate


def write_copy(entry: Entry, path: Path) -> None:
    """Write title and text of the entry to `path`, as Markdown, or not at all.

    Raises:
        CannotExportError: The file cannot be written.
    """
    from amp_desktop.exchange.export.export import write_file

    heading = f"# {entry.title}\n\n" if entry.title else ""
    write_file(path, f"{heading}{entry.body}\n".encode())


def ask_where(parent: QWidget, entry: Entry, chosen: Callable[[str], None]) -> QFileDialog:
    """Let the mentee choose the file, in a dialog that a lock can close.

    Args:
        parent: The page that asks.
        entry: What is to be written; it gives the file's name.
        chosen: A bound method that is called with the path; not called when the dialog is closed.
    """
    from amp_desktop.exchange.export.markdown_folder import file_name

    start = Path.home() / file_name(entry, set())
    dialog = QFileDialog(parent, translate("Rescue", "Save a copy, readable by anyone"), str(start))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(translate("Rescue", "Markdown (*.md)"))
    dialog.setDefaultSuffix("md")
    dialog.selectFile(str(start))
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog
