"""Markdown in the editor: the text stays what is stored, and looks like what it means."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from amp_desktop.ui.entries.markdown_spans import Open, Style, spans_of
from amp_desktop.ui.entries.utf16 import to_units
from amp_desktop.ui.theme import theme
from amp_desktop.ui.tokens import Tokens


class MarkdownHighlighter(QSyntaxHighlighter):
    """Colours one block a key. A block's state is what it leaves open for the next (`Open`)."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._formats: dict[Style, QTextCharFormat] = {}
        theme().theme_changed.connect(self._recolour)

    def highlightBlock(self, text: str) -> None:
        """Style one block; Qt asks for the next ones itself as long as what is left open changes."""
        before = Open(max(self.previousBlockState(), 0))
        spans, after = spans_of(text, before)
        for span in spans:
            start, end = to_units(text, span.start), to_units(text, span.end)
            self.setFormat(start, end - start, self._format(span.style))
        self.setCurrentBlockState(int(after))

    @Slot()
    def _recolour(self) -> None:
        self._formats.clear()
        self.rehighlight()

    def _format(self, style: Style) -> QTextCharFormat:
        if style not in self._formats:
            self._formats[style] = _char_format(style, theme().tokens, self.document().defaultFont())
        return self._formats[style]


def _char_format(style: Style, tokens: Tokens, font: QFont) -> QTextCharFormat:
    made = QTextCharFormat()
    if style & (Style.HEADING | Style.STRONG | Style.BULLET):
        made.setFontWeight(QFont.Weight.Bold if style & ~Style.BULLET else QFont.Weight.DemiBold)
    if style & Style.HEADING:
        made.setFontPointSize(font.pointSizeF() * 1.18)
    if style & (Style.EMPHASIS | Style.QUOTE):
        made.setFontItalic(True)
    if style & Style.STRIKE:
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
