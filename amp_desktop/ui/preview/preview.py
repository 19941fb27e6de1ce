"""How an entry reads: its Markdown as a page, made beside the keyboard and never in its way."""

from bisect import bisect_right
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QTextBlock
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from amp_desktop.domain.attachment import SCHEME
from amp_desktop.ui.editing.document_edit import body_font
from amp_desktop.ui.platform.blank_image import no_picture
from amp_desktop.ui.platform.clipboard import private_selection
from amp_desktop.ui.preview.preview_builder import PreviewBuilder
from amp_desktop.ui.preview.preview_page import PreviewPage
from amp_desktop.ui.preview.task_lines import line_of_box
from amp_desktop.ui.style.theme import set_variant, theme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from amp_desktop.ui.attachments.shown import ShownPictures
    from amp_desktop.ui.kinds.reading import ReadPart
    from amp_desktop.ui.preview.preview_builder import Piece


class PreviewPane(QTextBrowser):
    """Shows a text as it reads. It loads nothing from elsewhere: no file, no address, no picture.

    Attributes:
        left: Escape was pressed.
        title_requested: A link to another entry was followed; carries the title that is meant.
        attachment_requested: A link to an attachment was followed; carries its id.
        box_clicked: The box of a task was clicked; carries the attribute of its text and the number of its
            line in it.
        shown: A page came in the place of the one before.
        resized: It is as wide or high as it was not before.
    """

    left = Signal()
    title_requested = Signal(str)
    attachment_requested = Signal(str)
    box_clicked = Signal(str, int)
    shown = Signal()
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._zoom = 1.0
        self._pieces: list[Piece] = []
        self._ask_pictures: Callable[[], ShownPictures] | None = None
        self._pictures: ShownPictures | None = None
        self._maker = PreviewBuilder(self)
        self._maker.made.connect(self._show)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Preview of the entry"))
        set_variant(self, "body")
        self.anchorClicked.connect(self._follow)
        theme().theme_changed.connect(self._dress)
        self._page = PreviewPage("", body_font(), theme().tokens, self)
        self._dress()

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is copied and dragged: plain, and kept out of clipboard histories."""
        return private_selection(self.textCursor())

    def load(self) -> None:
        """Load what pages are made with, if it was not loaded yet; that takes far longer than a page."""
        self._maker.load()

    def show_text(self, text: str) -> None:
        """Show this Markdown alone."""
        self._maker.begin(text)

    def show_parts(self, parts: "Sequence[ReadPart]") -> None:
        """Show these parts of a page; what a long one ends with a moment later."""
        self._maker.begin(parts)

    def set_pictures(self, source: "Callable[[], ShownPictures]") -> None:
        """Where the pictures of the journal come from; asked when there is one to show."""
        self._ask_pictures = source

    def set_side(self, side: int) -> None:
        """Keep `side` pixels free at both sides of the text."""
        self.setViewportMargins(side, 0, side, 0)

    def set_zoom(self, zoom: float) -> None:
        """Show the text so many times as large as usual."""
        self._zoom = zoom
        self._dress()

    def forget(self) -> None:
        """Drop every word."""
        self._maker.forget()
        self._show()

    def line_in_sight(self) -> float:
        """Which line of the text the uppermost in sight comes from, with the part that is scrolled past."""
        pieces = self._pieces
        if not pieces:
            return 0.0
        at = min(self._page.piece_of(self.cursorForPosition(QPoint(1, 1)).block()), len(pieces) - 1)
        begin, end = self._top_of(at), self._top_of(at + 1)
        part = (self.verticalScrollBar().value() - begin) / (end - begin) if end > begin else 0.0
        return pieces[at].line + min(max(part, 0.0), 1.0) * pieces[at].lines

    def scroll_to_line(self, line: float) -> None:
        """Bring what comes from a line of the text to the top; for the first one all that stands above it."""
        pieces = self._pieces
        if line <= 0:
            self.verticalScrollBar().setValue(0)
        elif pieces:
            at = max(bisect_right(pieces, line, key=lambda piece: piece.line) - 1, 0)
            part = min((line - pieces[at].line) / max(pieces[at].lines, 1), 1.0)
            begin, end = self._top_of(at), self._top_of(at + 1)
            self.verticalScrollBar().setValue(round(begin + part * (end - begin)))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002
        """Nothing is ever loaded, from wherever a text may point to."""
        return no_picture()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on the box of a task asks for it to be ticked."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        block = self.cursorForPosition(place).block()
        if not self.textCursor().hasSelection() and place.x() < self._left_of(block):
            line = self._line_of_box(block)
            if line is not None:
                self.box_clicked.emit(self._pieces[self._page.piece_of(block)].field, line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pictures, and tell of it."""
        super().resizeEvent(event)
        self._page.fit_pictures(self.viewport().width())
        self.resized.emit()

    @Slot()
    def _dress(self) -> None:
        self.setFont(body_font(self._zoom))
        self._show()

    @Slot(QUrl)
    def _follow(self, address: QUrl) -> None:
        """Only links to entries and attachments lead anywhere: the journal opens no addresses."""
        target = unquote(address.toString().partition(":")[2])
        if address.scheme() == "entry":
            self.title_requested.emit(target)
        elif address.scheme() == SCHEME:
            self.attachment_requested.emit(target)

    @Slot()
    def _show(self) -> None:
        """Put the page in the place of the one before, scrolled as that was."""
        bar, former = self.verticalScrollBar(), self._page
        at = bar.value()
        self._pieces = self._maker.pieces
        html = self._maker.html()
        self._page = PreviewPage(html, self.font(), theme().tokens, self, self._pictures_for(html))
        self._page.ratio = self.devicePixelRatioF()
        self._page.fit_pictures(self.viewport().width())
        self.setDocument(self._page)
        former.deleteLater()
        bar.setValue(at)
        self.shown.emit()

    def _pictures_for(self, html: str) -> "ShownPictures | None":
        if self._pictures is None and self._ask_pictures is not None and f'src="{SCHEME}:' in html:
            self._pictures = self._ask_pictures()
            self._pictures.came.connect(self.viewport().update)
        return self._pictures

    def _top_of(self, piece: int) -> float:
        """How far one must scroll for a piece to stand at the top; to the very end for none."""
        block = self._page.first_block(piece)
        if not block.isValid():
            return self.verticalScrollBar().maximum() + self.viewport().height()
        return self._page.documentLayout().blockBoundingRect(block).top()

    def _left_of(self, block: QTextBlock) -> float:
        """Where the words of a block begin, in pixels of the viewport."""
        begin = self._page.documentLayout().blockBoundingRect(block).left()
        return begin + block.layout().lineAt(0).x() - self.horizontalScrollBar().value()

    def _line_of_box(self, block: QTextBlock) -> int | None:
        """The number of the line that a box comes from; None where text and page do not agree on them."""
        number = self._page.piece_of(block)
        boxes, pieces = self._page.boxes(number), self._pieces
        if block not in boxes or number >= len(pieces) or not pieces[number].field:
            return None
        return line_of_box(pieces[number].chunk, boxes.index(block), len(boxes))
