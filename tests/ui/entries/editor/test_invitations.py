"""An empty text on a page: its invitation can be read whole, and a heading begins where lines do."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.kinds.part import TextPart
from amp_desktop.ui.widgets.labels import SectionLabel


def inked(widget: QWidget) -> list[tuple[int, int]]:
    """Where a picture of it differs from its ground: columns and rows."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = {
        (x, y): image.pixel(x, y) for y in range(image.height()) for x in range(4, image.width() - 4)
    }  # without the cursor
    ground = Counter(pixels.values()).most_common(1)[0][0]
    return [place for place, colour in pixels.items() if colour != ground]


def test_every_line_of_an_invitation_is_seen(qtbot: QtBot) -> None:
    part = TextPart("tried", "Tried", "Words of an invitation that has no room in a line of it")
    qtbot.addWidget(part)
    part.resize(240, 300)
    with qtbot.waitExposed(part):
        part.show()
    line = part.edit.fontMetrics().lineSpacing()
    rows = {y for _, y in inked(part.edit.viewport())}
    assert part.edit.height() > 2 * line
    assert max(rows) > part.edit.height() - line, "the last line is there"


def test_a_heading_begins_where_one_begins_to_read(qtbot: QtBot) -> None:
    heading = SectionLabel("Tags")
    qtbot.addWidget(heading)
    heading.resize(300, 30)
    with qtbot.waitExposed(heading):
        heading.show()
    assert max(x for x, _ in inked(heading)) < 150
    heading.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert min(x for x, _ in inked(heading)) > 150
