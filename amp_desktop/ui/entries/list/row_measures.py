"""The fonts and lengths of a list's rows, reckoned once for each font, and how many lines words take."""

from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption

from amp_desktop.ui.widgets.painting import small_font

TITLE_LINES = 3
EXCERPT_LINES = 2
"""So many lines at most."""


class Extent(NamedTuple):
    """How long words are in a font; from it follows for almost every width how many lines they take.

    Attributes:
        words: The words themselves; their beginning, where no list is wide enough for all.
        advance: As one line, in pixels.
        longest: The longest run of them without a space, in pixels.
    """

    words: str
    advance: int
    longest: int


NOTHING = Extent("", 0, 0)


class RowExtent(NamedTuple):
    """What the height of a row follows from, however wide it is.

    Attributes:
        title: Its title.
        excerpt: Its excerpt; `NOTHING` for none.
        has_line: Whether it has the one small line of what matters.
        has_shape: Whether a shape stands before the title.
    """

    title: Extent
    excerpt: Extent = NOTHING
    has_line: bool = True
    has_shape: bool = False


class RowMeasures:
    """What rows in one font measure; all lengths in pixels.

    Attributes:
        title_font: Of the title.
        small_font: Of everything else.
        title: The metrics of the title's font.
        small: The metrics of the small font.
        inset: From a row's edge to what stands in it.
        shape_side: How wide and high a shape is.
        shape_room: What it takes with the air behind it.
        radius: Of the corners of the chosen row.
    """

    def __init__(self, font: QFont) -> None:
        self._font = QFont(font)
        self.title_font = QFont(font)
        self.title_font.setWeight(QFont.Weight.DemiBold)
        self.small_font = small_font(font)
        self.title, self.small = QFontMetrics(self.title_font), QFontMetrics(self.small_font)
        text = self.title.height()
        self.inset, self._air, self._gap = text * 5 // 9, text * 4 // 9, text // 8
        self.shape_side = round(self.title.ascent() * 1.2)
        self.shape_room = self.shape_side + text // 2
        self.radius = text * 0.45

    def are_of(self, font: QFont) -> bool:
        """Whether this is what rows in that font measure."""
        return self._font == font

    def extent(self, words: str, *, small: bool = False) -> Extent:
        """How long words are in the title's font, or in the small one."""
        if not words:
            return NOTHING
        words = words[:_MOST_LOOKED_AT]
        metrics = self.small if small else self.title
        longest = max(words.split(), key=len, default=words)
        return Extent(words, metrics.horizontalAdvance(words), metrics.horizontalAdvance(longest))

    def height(self, extent: RowExtent, width: int) -> int:
        """How high a row of this width is."""
        title, excerpt = self.lines(extent, width)
        height = 2 * self._air + title * self.title.lineSpacing()
        small = excerpt + extent.has_line
        return height + (self._gap + small * self.small.lineSpacing() if small else 0)

    def lines(self, extent: RowExtent, width: int) -> tuple[int, int]:
        """How many lines title and excerpt take in a row of this width."""
        room = self._room(width, has_shape=extent.has_shape)
        title = _lines(extent.title, room, TITLE_LINES, self.title_font) or 1
        return title, _lines(extent.excerpt, room, EXCERPT_LINES, self.small_font)

    def is_cut(self, extent: RowExtent, width: int) -> bool:
        """Whether the title is longer than a row of this width shows."""
        room = self._room(width, has_shape=extent.has_shape)
        return _laid_out(extent.title.words, room, self.title_font, TITLE_LINES + 1) > TITLE_LINES

    def shape(self, row: QRect, *, mirrored: bool) -> QRect:
        """Where the shape stands: beside the title's first line."""
        side = self.shape_side
        top = row.top() + self._air + (self.title.height() - side) // 2
        left = row.right() + 1 - self.inset - side if mirrored else row.left() + self.inset
        return QRect(left, top, side, side)

    def title_place(self, row: QRect, extent: RowExtent, lines: int, *, mirrored: bool) -> QRect:
        """Where the title stands."""
        before = self.inset + (self.shape_room if extent.has_shape else 0)
        left = row.left() + (self.inset if mirrored else before)
        room = self._room(row.width(), has_shape=extent.has_shape)
        return QRect(left, row.top() + self._air, room, lines * self.title.lineSpacing())

    def small_place(self, title: QRect, line: int, lines: int = 1) -> QRect:
        """Where lines of the small font stand under the title, `line` such lines being above them."""
        spacing = self.small.lineSpacing()
        top = title.bottom() + 1 + self._gap + line * spacing
        return QRect(title.left(), top, title.width(), lines * spacing)

    def _room(self, width: int, *, has_shape: bool) -> int:
        return max(width - 2 * self.inset - (self.shape_room if has_shape else 0), 1)


_MOST_LOOKED_AT = 600
"""Characters; three lines hold fewer in the widest list."""

_ROUNDED = 2
"""Pixels by which whole numbers may differ from what is painted."""


def _lines(extent: Extent, width: int, most: int, font: QFont) -> int:
    """How many lines words take, up to `most`.

    One line holds what is no longer than it, and two lines never hold more than twice that. They hold all
    that is shorter than that by the longest word, for only a word that does not fit leaves room behind. What
    is in between, and that is little, is laid out.
    """
    words, advance, longest = extent
    if advance <= width - _ROUNDED:
        return 1 if words else 0
    if most == 2 and advance > width + _ROUNDED:
        return 2
    if width + _ROUNDED < advance <= 2 * width - longest - _ROUNDED:
        return 2
    if advance > 2 * width + _ROUNDED:
        return most
    return min(_laid_out(words, width, font, TITLE_LINES), most)


def _laid_out(words: str, width: int, font: QFont, most: int) -> int:
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines = 0
    while lines < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines += 1
    layout.endLayout()
    return lines
