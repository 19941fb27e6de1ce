"""Asking where a summary is to be saved."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from amp_desktop.domain.summary import Format
from amp_desktop.sharing import find_renderer
from amp_desktop.ui.share.labels import format_name


def suggested_name(template: str, form: Format, day: date) -> str:
    """A name without a word of the journal: "mentor-meeting-2026-10-17.pdf"."""
    return f"{template}-{day.isoformat()}.{find_renderer(form).suffix}"


def choose_file(
    parent: QWidget, title: str, form: Format, name: str, chosen: Callable[[str], None]
) -> QFileDialog:
    """Let the mentee choose where a summary is to be saved, without holding up the program.

    Args:
        parent: The page that asks; the dialog lies over its window, and a lock can close it.
        title: What is to be saved.
        form: In which form; the file gets its suffix.
        name: The suggested name.
        chosen: A bound method that is called with the file; not called when the dialog is closed.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    suffix = find_renderer(form).suffix
    dialog = QFileDialog(parent, title, documents, f"{format_name(form)} (*.{suffix})")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog
