"""Words laid into lines of a given width, for widgets that paint them themselves."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from amp_desktop.ui.widgets.document_text import wrap_mode_for

LINE_HEIGHT = 1.25
"""Of lines under each other, in heights of the font."""


def laid_text(
    text: str,
    font: QFont,
    width: float,
    formats: Sequence[QTextLayout.FormatRange] = (),
    *,
    mirrored: bool = False,
) -> tuple[QTextLayout, float]:
    """Lay words into lines, each paragraph in its own direction.

    Args:
        text: Plain text; its line breaks stay.
        font: What it is written in.
        width: Of a line, in pixels.
        formats: What is written otherwise, by places in the text as Qt counts them.
        mirrored: Whether lines begin at the right.

    Returns:
        What can be drawn, and its height in pixels.
    """
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
    option = QTextOption()
    option.setWrapMode(wrap_mode_for(text))
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
    option.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
    layout.setTextOption(option)
    layout.setFormats(list(formats))
    top = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1.0))
        room = line.height() * (LINE_HEIGHT - 1) / 2
        line.setPosition(QPointF(0, top + room))
        top += line.height() * LINE_HEIGHT
    layout.endLayout()
    return layout, top
