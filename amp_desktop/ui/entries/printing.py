"""An entry on paper: as it reads, without its asides, which never leave the journal."""

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QFont, QPageLayout
from PySide6.QtWidgets import QDialog, QWidget

from amp_desktop.domain.asides import without_asides
from amp_desktop.domain.entry import Entry
from amp_desktop.ui.entries.preview_page import PreviewPage
from amp_desktop.ui.entries.row_words import long_day
from amp_desktop.ui.theme import FAMILY
from amp_desktop.ui.tokens import load_tokens

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

POINTS = 10.5
MARGIN = 18.0
"""Millimetres."""
JOB_NAME = "AMP Journal"
"""What a print queue shows, which others may see: never a title."""


def printed_page(entry: Entry) -> PreviewPage:
    """The entry as a page of black text: title, day and words, and of pictures only its own attachments."""
    from amp_desktop.sharing.preview import entry_html  # Markdown and nh3 come with it

    title, body = without_asides(entry.title)[0].strip(), without_asides(entry.body)[0]
    head = f"<h1>{escape(title)}</h1>" if title else ""
    font = QFont(FAMILY)
    font.setPointSizeF(POINTS)
    html = f"{head}<p>{escape(long_day(entry.day))}</p>{entry_html(body)}"
    return PreviewPage(html, font, load_tokens("light"))


def print_on(printer: "QPrinter", entry: Entry) -> None:
    """Print an entry on a printer, or into the file that it stands for."""
    printer.setDocName(JOB_NAME)
    printer.setCreator(JOB_NAME)
    printer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    printed_page(entry).print_(printer)


def open_print_dialog(parent: QWidget, entry: Entry) -> "QPrintDialog":
    """Ask for the printer over a page's window, and print when it was chosen; a lock closes the question."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # few print, and nobody at the start

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(partial(print_on, printer, entry))
    QDialog.open(dialog)
    return dialog
