"""Asking where a summary is to be saved."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, QStandardPaths, Qt, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from amp_desktop.domain.summary import Format
from amp_desktop.protected_files import PROTECTED, as_protected
from amp_desktop.sharing import find_renderer
from amp_desktop.ui.share.labels import format_name

translate = QCoreApplication.translate


def suggested_name(template: str, form: Format, day: date) -> str:
    """A name without a word of the journal: "mentor-meeting-2026-10-17.pdf"."""
    return f"{template}-{day.isoformat()}.{find_renderer(form).suffix}"


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
        self._chosen(str(as_protected(Path(path), self._suffix)) if wants_protected else path)

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
        form: In which format; the file gets its suffix.
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
