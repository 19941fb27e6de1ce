"""The document of a preview: a page's HTML laid out, and where the pieces that it was made of begin in it."""

from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument, QTextFormat

from amp_desktop.ui.editing.text_document import LINE_HEIGHT
from amp_desktop.ui.platform.blank_image import no_picture
from amp_desktop.ui.style.tokens import Tokens

if TYPE_CHECKING:
    from amp_desktop.ui.attachments.page_pictures import PagePictures as _Shown
    from amp_desktop.ui.attachments.page_pictures import PictureSource

_Marker = QTextBlockFormat.MarkerType
_BOXES = {"☐ ": _Marker.Unchecked, "☑ ": _Marker.Checked}


class PreviewPage(QTextDocument):
    """A page that loads nothing from elsewhere: no file, no address, no picture but those of the journal.

    It is made whole before anybody shows it: what is laid out already would be laid out anew by each change.

    Attributes:
        ratio: How many pixels the device has for each one of the page.
    """

    def __init__(
        self,
        html: str,
        font: QFont,
        tokens: Tokens,
        parent: QObject | None = None,
        pictures: "PictureSource | None" = None,
    ) -> None:
        """Lay out a page.

        Args:
            html: Each piece after an anchor named `c` and its number.
            font: Of the text.
            tokens: The colours.
            parent: The owner.
            pictures: Where those come from that the HTML calls `attachment:` and an id.
        """
        super().__init__(parent)
        self.ratio = 1.0
        self._pictures: _Shown | None = None
        self._starts: list[int] = []
        self.setUndoRedoEnabled(False)
        self.setDocumentMargin(0)
        self.setDefaultFont(font)
        self.setDefaultStyleSheet(_style(tokens))
        self.setHtml(html.replace("\n</code></pre>", "</code></pre>"))  # or an empty line would end the code
        self._read()
        if pictures is not None:
            from amp_desktop.ui.attachments.page_pictures import PagePictures  # most pages have none

            self._pictures = PagePictures(self, pictures)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002
        """A picture of the journal; nothing else is ever loaded, from wherever a text may point to."""
        if self._pictures is None:
            return no_picture()
        return self._pictures.image(name, self.ratio)

    def fit_pictures(self, width: int) -> None:
        """Let no picture be wider than so many pixels."""
        if self._pictures is not None:
            self._pictures.fit(width)

    def piece_of(self, block: QTextBlock) -> int:
        """The number of the piece that a block stands in."""
        return max(bisect_right(self._starts, block.blockNumber()) - 1, 0)

    def first_block(self, piece: int) -> QTextBlock:
        """The first block of a piece; an invalid one after the last."""
        return self.findBlockByNumber(self._starts[piece]) if piece < len(self._starts) else QTextBlock()

    def boxes(self, piece: int) -> list[QTextBlock]:
        """The blocks of a piece that have a task's box, in order."""
        block, end = self.first_block(piece), self.first_block(piece + 1)
        found = []
        while block.isValid() and block != end:
            if block.blockFormat().marker() is not _Marker.NoMarker:
                found.append(block)
            block = block.next()
        return found

    def _read(self) -> None:
        """Learn where the pieces begin, and let the sign of a task stand in the place of its bullet."""
        block = self.begin()
        while block.isValid():
            pieces = _pieces_begun(block)
            self._starts += [block.blockNumber()] * pieces
            if pieces and not block.text()[:2].isascii():
                _join_first_letter(block)
            sign = block.text()[:2]
            if sign in _BOXES and block.textList() is not None:
                _box(block, sign)
            block = block.next()


def _pieces_begun(block: QTextBlock) -> int:
    """How many pieces begin with a block; those of which nothing is seen begin with the next one."""
    first = block.begin()
    return 0 if first.atEnd() else len(first.fragment().charFormat().anchorNames())


def _join_first_letter(block: QTextBlock) -> None:
    """Take the anchor off the first letter once it was read.

    The letter would be drawn apart from its vowel sign, or from the letter that it joins.
    """
    marked = block.begin().fragment()
    cursor = QTextCursor(block)
    cursor.setPosition(marked.position() + marked.length(), QTextCursor.MoveMode.KeepAnchor)
    plain = marked.charFormat()
    for mark in (QTextFormat.Property.IsAnchor, QTextFormat.Property.AnchorName):
        plain.clearProperty(mark.value)  # a link is one by where it leads
    cursor.setCharFormat(plain)


def _box(block: QTextBlock, sign: str) -> None:
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + len(sign), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    looks = QTextBlockFormat()
    looks.setMarker(_BOXES[sign])
    cursor.mergeBlockFormat(looks)


def _style(tokens: Tokens) -> str:
    code = f"font-family: monospace; background-color: {tokens.chip.name()};"
    return f"""
        h1 {{ font-size: x-large; }}
        h2 {{ font-size: large; }}
        h3 {{ font-size: medium; }}
        p, li {{ line-height: {LINE_HEIGHT:.0f}%; }}
        blockquote {{ color: {tokens.muted.name()}; font-style: italic; }}
        code {{ {code} }}
        pre {{ {code} line-height: 130%; }}
        .part {{ color: {tokens.muted.name()}; font-weight: 600; }}
        .tag {{ color: {tokens.accent.name()}; background-color: {tokens.chip.name()}; }}
        .aside, .aside .tag {{ color: {tokens.faint.name()}; }}
        table {{ border-collapse: collapse; margin: 6px 0; }}
        th, td {{ border: 1px solid {tokens.line.name()}; padding: 4px 10px; }}
    """
