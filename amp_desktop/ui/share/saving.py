"""Asking where a summary is to be saved."""

import os
from collections.abc import Callable
from datetime import date
from itertools import chain, count
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from amp_desktop.domain.summary import Format
from amp_desktop.sharing import find_renderer
from amp_desktop.ui.share.labels import format_name

PROTECTED = ".age"
"""What the name of a file ends with that a passphrase protects (`vault.age_files.SUFFIX`)."""

translate = QCoreApplication.translate


def suggested_name(template: str, form: Format, day: date) -> str:
    """A name without a word of the journal: "mentor-meeting-2026-10-17.pdf"."""
    return f"{template}-{day.isoformat()}.{find_renderer(form).suffix}"


def is_protected(file: Path) -> bool:
    """Whether the name says that a passphrase is to protect it."""
    return file.suffix.lower() == PROTECTED


def _as_protected(file: Path) -> Path:
    """The file that is meant where the protected kind was chosen, whatever name was typed.

    Nobody was asked about a file of that other name, so one that is there already is kept.
    """
    if is_protected(file):
        return file
    numbered = (f"{file.stem} ({number}){file.suffix}" for number in count(2))
    files = (file.with_name(f"{name}{PROTECTED}") for name in chain([file.name], numbered))
    return next(one for one in files if not os.path.lexists(one))


class _NameFollower(QObject):
    """Has the name end as the kind of file that is chosen: a plain one, or a protected one."""

    def __init__(
        self, dialog: QFileDialog, suffix: str, protected: str, chosen: Callable[[str], None]
    ) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._suffix = suffix
        self._protected = protected
        self._chosen = chosen
        dialog.filterSelected.connect(self._follow)
        dialog.fileSelected.connect(self._take)

    @Slot(str)
    def _take(self, path: str) -> None:
        """Qt adds a suffix only where none was typed: "meeting.pdf" would leave as a plain file."""
        wants_protected = self._dialog.selectedNameFilter() == self._protected
        self._chosen(str(_as_protected(Path(path))) if wants_protected else path)

    @Slot(str)
    def _follow(self, chosen: str) -> None:
        protected = chosen == self._protected
        self._dialog.setDefaultSuffix(f"{self._suffix}{PROTECTED}" if protected else self._suffix)
        names = self._dialog.selectedFiles()
        if names:
            name = Path(names[0]).name.removesuffix(PROTECTED)
            self._dialog.selectFile(f"{name}{PROTECTED}" if protected else name)


def choose_file(
    parent: QWidget, title: str, form: Format, name: str, chosen: Callable[[str], None]
) -> QFileDialog:
    """Let the mentee choose where a summary is to be saved, without holding up the program.

    The second kind of file is one that a passphrase protects.

    Args:
        parent: The page that asks; the dialog lies over its window, and a lock can close it.
        title: What is to be saved.
        form: In which form; the file gets its suffix.
        name: The suggested name.
        chosen: A bound method that is called with the file; not called when the dialog is closed.
    """
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    suffix, called = find_renderer(form).suffix, format_name(form)
    words = translate("SharePage", "{form}, protected with a passphrase").format(form=called)
    kinds = (f"{called} (*.{suffix})", f"{words} (*.{suffix}{PROTECTED})")
    dialog = QFileDialog(parent, title, documents, ";;".join(kinds))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suffix)
    dialog.selectFile(name)
    _NameFollower(dialog, suffix, kinds[1], chosen)
    dialog.open()
    return dialog
