"""Asking for a folder or a file without holding up the program: a dialog that a lock can close."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_folder(parent: QWidget, title: str, start: Path, chosen: Callable[[str], None]) -> QFileDialog:
    """Let the mentee choose a folder that exists or is made in the dialog.

    Args:
        parent: The page that asks; the dialog lies over its window.
        title: What the folder is for.
        start: Where to begin to look.
        chosen: A bound method that is called with the folder; not called when the dialog is closed.
    """
    dialog = QFileDialog(parent, title, str(_existing(start)))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def choose_files(parent: QWidget, title: str, chosen: Callable[[list[str]], None]) -> QFileDialog:
    """Let the mentee choose one file or several that exist; as for `choose_folder`."""
    dialog = QFileDialog(parent, title, str(Path.home()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(chosen)
    dialog.open()
    return dialog


def choose_file(
    parent: QWidget, title: str, start: Path, kinds: str, chosen: Callable[[str], None]
) -> QFileDialog:
    """Let the mentee choose one file that exists; as for `choose_folder`.

    Args:
        parent: The page that asks.
        title: What the file is for.
        start: Where to begin to look.
        kinds: Which files are shown, as Qt writes it: "Backups (*.ampbackup)".
        chosen: A bound method that is called with the file.
    """
    dialog = QFileDialog(parent, title, str(_existing(start)), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def choose_new_file(parent: QWidget, title: str, name: str, chosen: Callable[[str], None]) -> QFileDialog:
    """Let the mentee choose where a file of that name is to be saved; as for `choose_folder`."""
    start = str(Path.home() / name)
    dialog = QFileDialog(parent, title, start)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile(start)
    dialog.fileSelected.connect(chosen)
    dialog.open()
    return dialog


def _existing(folder: Path) -> Path:
    return next((path for path in (folder, *folder.parents) if path.is_dir()), Path.home())
