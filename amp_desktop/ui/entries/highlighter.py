"""Markdown in the editor: the text stays what is stored, and looks like what it means."""

from PySide6.QtCore import QTimer, Slot
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument

from amp_desktop.ui.entries.markdown_spans import Open, Style, spans_of
from amp_desktop.ui.entries.utf16 import to_units
from amp_desktop.ui.theme import theme
from amp_desktop.ui.tokens import Tokens

AT_A_TIME = 5
"""Blocks that a key may change at once; opening an aside dims all that follows, a stretch at a time."""

PAUSE_MS = 300
"""All that follows waits for a pause in typing: an aside is often closed before, and then nothing changed."""


class MarkdownHighlighter(QSyntaxHighlighter):
    """Colours one block a key. A block's state is what it leaves open for the next (`Open`).

    Where that changes, Qt goes on to the next block, and so on to the end of a long entry; here it goes on
    for a few, and with the rest when no key came for a while.
    """

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[int, QTextCharFormat] = {}
        self._recolouring = False
        self._ripple = 0
        self._rest: list[QTextCursor] = []
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)
        theme().theme_changed.connect(self._recolour)

    def highlightBlock(self, text: str) -> None:
        """Style one block."""
        spans, after = spans_of(text, Open(max(self.previousBlockState(), 0)))
        for span in spans:
            start, end = to_units(text, span.start), to_units(text, span.end)
            self.setFormat(start, end - start, self._format(span.style))
        if int(after) == max(self.currentBlockState(), 0):
            self._ripple = 0
        else:
            self._ripple += 1
        if self._ripple <= AT_A_TIME:
            self.setCurrentBlockState(int(after))
        elif self._ripple == AT_A_TIME + 1:
            self._rest.append(QTextCursor(self.currentBlock()))
        if self._rest and not self._recolouring:
            typed = self.document().isUndoRedoEnabled()  # a text that is being shown does not wait
            self._later.start(PAUSE_MS if typed else 0)

    @property
    def is_recolouring(self) -> bool:
        """Whether the change that Qt tells of just now is one of looks alone."""
        return self._recolouring

    def stop(self) -> None:
        """Leave off; the text is about to go."""
        self._later.stop()
        self._rest.clear()
        self._ripple = 0

    @Slot()
    def _go_on(self) -> None:
        self._ripple = 0
        if self._rest:
            self._recolouring = True
            self.rehighlightBlock(self._rest.pop(0).block())
            self._recolouring = False
        if self._rest:
            self._later.start(0)

    @Slot()
    def _recolour(self) -> None:
        self._formats.clear()
        self._recolouring = True
        self.rehighlight()
        self._recolouring = False

    def _format(self, style: int) -> QTextCharFormat:
        if style not in self._formats:
            self._formats[style] = _char_format(style, theme().tokens, self.document().defaultFont())
        return self._formats[style]


def _char_format(style: int, tokens: Tokens, font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    if style & (Style.HEADING | Style.STRONG | Style.BULLET):
        made.setFontWeight(QFont.Weight.Bold if style & ~Style.BULLET else QFont.Weight.DemiBold)
    if style & Style.HEADING:
        made.setFontPointSize(font.pointSizeF() * 1.18)
    if style & (Style.EMPHASIS | Style.QUOTE):
        made.setFontItalic(True)
    if style & Style.STRIKE and not style & Style.LINK:
        made.setFontStrikeOut(True)
    if style & Style.CODE:
        made.setFontFamilies(["monospace"])
        made.setFontFixedPitch(True)
        made.setBackground(tokens.chip)
    if style & (Style.LINK | Style.BULLET):
        made.setForeground(tokens.accent)
    elif style & (Style.QUOTE | Style.STRIKE | Style.MARK):
        made.setForeground(tokens.muted)
    if style & Style.ASIDE:
        made.setForeground(tokens.faint)
    return made
