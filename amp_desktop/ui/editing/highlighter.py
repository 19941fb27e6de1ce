"""Markdown in the editor: the text stays what is stored, and looks like what it means.

Qt's own highlighter looks at every line of a text before the first one is shown; at 50,000 words that takes a
quarter of a second. This one looks at the first lines, then at the others in slices, and at what is typed
at once.
"""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLayout,
)

from amp_desktop.ui.editing.markdown_spans import Open, SpanStyle, spans_of
from amp_desktop.ui.editing.utf16 import all_to_units
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.style.tokens import Tokens

AT_A_TIME = 5
"""Blocks that are coloured before a key is answered; opening an aside dims all that follows, but later."""
PAUSE_MS = 300
"""All that follows waits for a pause in typing: an aside is often closed before, and then nothing changed."""
AT_FIRST = 40
"""Blocks that are coloured before an entry is first shown: more than a screen holds."""
SETTLING_MS = 40
"""The rest of a text that was just put in waits until its beginning was painted."""
SLICE_SECONDS = 0.003
UNSEEN = -1
"""Qt's state of a block that nobody has looked at."""


class MarkdownHighlighter(QObject):
    """Colours the blocks of a document. A block's state is what it leaves open for the next (`Open`)."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._document = document
        self._formats: dict[int, QTextCharFormat] = {}
        self._left: list[QTextCursor] = []
        self._was_laid_out = False
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)
        document.contentsChange.connect(self._changed)
        theme().theme_changed.connect(self.recolour)

    def begin(self) -> None:
        """Look at a text that was just put in: at its beginning now, at the rest soon."""
        self.stop()
        self._colour_from(self._document.firstBlock(), AT_FIRST)
        if self._left:
            self._later.start(SETTLING_MS)

    def stop(self) -> None:
        """Leave off; the text is about to go."""
        self._later.stop()
        self._left.clear()

    @Slot()
    def recolour(self) -> None:
        """Other colours or another size of text hold."""
        self._formats.clear()
        block = self._document.firstBlock()
        while block.isValid():
            block.setUserState(UNSEEN)
            block = block.next()
        self.begin()

    @Slot(int, int, int)
    def _changed(self, at: int, removed: int, added: int) -> None:  # noqa: ARG002
        first, last = self._document.findBlock(at), self._document.findBlock(at + added)
        end = last.blockNumber() if last.isValid() else self._document.blockCount() - 1
        self._colour_from(first, AT_A_TIME, must=end - first.blockNumber() + 1)
        if self._left:
            self._later.start(PAUSE_MS)

    def _colour_from(self, block: QTextBlock, most: int, must: int = 1) -> None:
        """Colour `must` blocks, and those after them as long as what they leave open changes.

        After `most` blocks the rest is put off. A block that nobody has looked at has always changed.
        """
        first, done, goes_on = block, 0, True
        while block.isValid() and goes_on and done < most:
            goes_on = self._colour(block) or done + 1 < must
            done += 1
            block = block.next()
        if goes_on and block.isValid():
            self._left.insert(0, QTextCursor(block))
        self._lay_out(first, block)

    @Slot()
    def _go_on(self) -> None:
        """Colour more of what was put off, for a slice of time."""
        ends = perf_counter() + SLICE_SECONDS
        block = self._left.pop(0).block()
        first, goes_on = block, True
        while block.isValid() and goes_on and perf_counter() < ends:
            goes_on = self._colour(block)
            block = block.next()
        if goes_on and block.isValid():
            self._left.insert(0, QTextCursor(block))
        self._lay_out(first, block)
        if self._left:
            self._later.start(0)

    def _lay_out(self, first: QTextBlock, after: QTextBlock) -> None:
        """Have Qt lay out anew what was coloured, from one block up to another, if it was laid out before.

        Each time costs as much as a key.
        """
        if self._was_laid_out:
            self._was_laid_out = False
            end = after.position() if after.isValid() else self._document.characterCount()
            self._document.markContentsDirty(first.position(), end - first.position())

    def _colour(self, block: QTextBlock) -> bool:
        """Colour one block; whether what it leaves open has changed."""
        text, before = block.text(), block.previous().userState()
        spans, after = spans_of(text, Open(max(before, 0)))
        if spans or block.layout().formats():
            places = all_to_units(text, (place for span in spans for place in (span.start, span.end)))
            ranges = [
                _range(start, end, self._format(span.style))
                for start, end, span in zip(places[::2], places[1::2], spans, strict=True)
            ]
            # Giving it looks drops the lines of a block; who asks afterwards finds none.
            self._was_laid_out = self._was_laid_out or block.layout().lineCount() > 0
            _set_formats(block.layout(), ranges)
        changed = block.userState() != int(after)
        block.setUserState(int(after))
        return changed

    def _format(self, style: int) -> QTextCharFormat:
        if style not in self._formats:
            self._formats[style] = _char_format(style, theme().tokens, self._document.defaultFont())
        return self._formats[style]


def _range(start: int, end: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, look
    return made


def _set_formats(layout: QTextLayout, ranges: list[QTextLayout.FormatRange]) -> None:
    """Give a line its looks, around what an input method is composing in it."""
    begin, length = layout.preeditAreaPosition(), len(layout.preeditAreaText())
    if length:
        for run in ranges:
            if run.start >= begin:
                run.start += length
            elif run.start + run.length > begin:
                run.length += length
        ranges += [run for run in layout.formats() if begin <= run.start < begin + length]
    layout.setFormats(ranges)


def _char_format(style: int, tokens: Tokens, font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    if style & (SpanStyle.HEADING | SpanStyle.STRONG | SpanStyle.BULLET):
        made.setFontWeight(QFont.Weight.Bold if style & ~SpanStyle.BULLET else QFont.Weight.DemiBold)
    if style & SpanStyle.HEADING:
        made.setFontPointSize(font.pointSizeF() * 1.18)
    if style & (SpanStyle.EMPHASIS | SpanStyle.QUOTE):
        made.setFontItalic(True)
    if style & SpanStyle.STRIKE and not style & SpanStyle.LINK:
        made.setFontStrikeOut(True)
    if style & SpanStyle.CODE:
        made.setFontFamilies(["monospace"])
        made.setFontFixedPitch(True)
        made.setBackground(tokens.chip)
    if style & SpanStyle.TAG:
        made.setBackground(tokens.chip)
    if style & SpanStyle.LINK and style & SpanStyle.MARK:  # the id of an attachment, which nobody reads
        made.setForeground(tokens.faint)
        made.setFontPointSize(font.pointSizeF() * 0.75)
    elif style & (SpanStyle.LINK | SpanStyle.BULLET | SpanStyle.TAG):
        made.setForeground(tokens.accent)
    elif style & (SpanStyle.QUOTE | SpanStyle.STRIKE | SpanStyle.MARK):
        made.setForeground(tokens.muted)
    if style & SpanStyle.ASIDE:
        made.setForeground(tokens.faint)
    return made
