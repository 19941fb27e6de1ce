"""An entry on paper: as it reads, without its asides, which never leave the journal."""

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import QFont, QPageLayout, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QDialog, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.text.asides import without_asides
from amp_desktop.domain.text.texts import with_texts
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.preview.fitting import fit_lines
from amp_desktop.ui.preview.preview_builder import part_heading
from amp_desktop.ui.preview.preview_page import PreviewPage
from amp_desktop.ui.style.dates import long_day
from amp_desktop.ui.style.theme import FAMILY
from amp_desktop.ui.style.tokens import load_tokens

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    from amp_desktop.ui.attachments.page_pictures import PictureSource

POINTS = 10.5
MARGIN = 18.0
"""Millimetres."""
POINTS_OF_QT = 96
"""Of an inch: what Qt takes for a picture's pixels on paper."""
AIR_OF_QT = 2 / 2.54 * POINTS_OF_QT
"""Two centimetres, which Qt leaves free within the margins."""
JOB_NAME = "AMP Journal"
"""What a print queue shows, which others may see: never a title."""


def printed_page(entry: Entry, pictures: "PictureSource | None" = None) -> PreviewPage:
    """The entry as a page of black text: title, day, every part, and of pictures only its own attachments."""
    from amp_desktop.sharing.disclosure.invisible import without_hidden
    from amp_desktop.sharing.markdown.preview import entry_html  # Markdown and nh3 come with it

    title, unclosed = without_asides(without_hidden(entry.title))
    open_to_all = with_texts(entry, lambda text: without_asides(without_hidden(text))[0])
    parts = () if unclosed else view_of(entry).whole_reading(open_to_all)
    head = f"<h1>{escape(title.strip())}</h1>" if title.strip() else ""
    words = "".join(f"{part_heading(part.heading)}{entry_html(part.text)}" for part in parts)
    font = QFont(FAMILY)
    font.setPointSizeF(POINTS)
    html = f"{head}<p>{escape(long_day(entry.day))}</p>{words}"
    page = PreviewPage(html, font, load_tokens("light"), None, pictures)
    _break_lines(page)
    return page


def _break_lines(page: PreviewPage) -> None:
    """Let every line end where the paper does: one of code, too, and within words longer than a line."""
    option = page.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    page.setDefaultTextOption(option)
    breakable = QTextBlockFormat()
    breakable.setNonBreakableLines(False)
    block = page.begin()
    while block.isValid():
        if block.blockFormat().nonBreakableLines():
            QTextCursor(block).mergeBlockFormat(breakable)
        block = block.next()


def print_on(printer: "QPrinter", entry: Entry, pictures: "PictureSource | None" = None) -> None:
    """Print an entry on a printer, or into the file that it stands for."""
    printer.setDocName(JOB_NAME)
    printer.setCreator(JOB_NAME)
    printer.setPageMargins(QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN), QPageLayout.Unit.Millimeter)
    page = printed_page(entry, pictures)
    width = printer.pageLayout().paintRectPixels(POINTS_OF_QT).width() - 2 * AIR_OF_QT
    page.fit_pictures(round(width))
    fit_lines(page, width)
    page.print_(printer)


def open_print_dialog(parent: QWidget, entry: Entry, pictures: "PictureSource") -> "QPrintDialog":
    """Ask for the printer over a page's window, and print when it was chosen; a lock closes the question."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # few print, and nobody at the start

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(partial(print_on, printer, entry, pictures))
    QDialog.open(dialog)
    return dialog
