"""Asking where a summary is to be saved."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from amp_desktop.domain.summary import Format
from amp_desktop.journal.share import DEFAULT_TEMPLATE
from amp_desktop.ui.share.labels import format_name


def suggested_name(form: Format, day: date) -> str:
    """A name without a word of the journal: "mentor-meeting-2026-10-17.pdf"."""
    return f"{DEFAULT_TEMPLATE}-{day.isoformat()}.{form.value}"


def choose_file(
    parent: QWidget, title: str, form: Format, day: date, chosen: Callable[[str], None]
) -> QFileDialog:
    """Let the mentee choose where a summary is to be saved, without holding up the program.

    Args:
        parent: The page that asks; the dialog lies over its window, and a lock can close it.
        title: What is to be saved.
        form: In which form; the file gets its suffix.
        day: The day in the suggested name.
        chosen: A bound method that is called with the file; not called when the dialog is closed.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, title, documents, f"{format_name(form)} (*.{form.value})")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(form.value)
    dialog.selectFile(suggested_name(form, day))
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog
