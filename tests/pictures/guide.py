"""What the guide shows: an entry with a picture in it, the calendar over the list, the palette."""

from collections.abc import Iterator

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from amp_desktop.domain.attachment import reference
from amp_desktop.domain.kinds.note import Note
from amp_desktop.ui.palette.palette import Palette
from amp_desktop.ui.shell.workspace import Workspace
from tests.ui.people import press

TITLE = "Walking home by the river"
WORDS = """\
The parser reads commas now. #parser #release

- read the grammar aloud
- asked about lookahead in the call

- [x] a test for trailing commas
- [ ] open the pull request

It began with [[Day one]]. %%I nearly gave up on Tuesday.%%

"""
TYPED = "rev"


def guide(workspace: Workspace) -> Iterator[tuple[str, QWidget]]:
    """Open one after the other, and tell the name of each."""
    workspace.go_to("journal")
    note = _note(workspace)
    workspace.show_entry(note.id)
    press(workspace, "Preview")
    yield "guide-preview", workspace
    press(workspace, "Preview")
    if _shows_list(workspace):
        press(workspace, "Calendar")
        yield "guide-calendar", workspace
        press(workspace, "Calendar")
    palette = Palette(workspace)
    palette.open()
    palette.findChildren(QLineEdit)[0].setText(TYPED)
    yield "guide-palette", workspace
    palette.close_quietly()
    palette.deleteLater()
    workspace.session.journal.put_in_bin([note.id])


def _shows_list(workspace: Workspace) -> bool:
    """Whether the list stands beside the page; in large letters it is folded, and what is over it too."""
    return any(
        one.text() == "Calendar" and one.isVisible() for one in workspace.findChildren(QAbstractButton)
    )


def _note(workspace: Workspace) -> Note:
    journal = workspace.session.journal
    picture = journal.attachments.add(_river(), "River walk.png", "image/png", width=740, height=476)
    body = WORDS + reference(picture, "Hills at dusk")
    return workspace.session.save(Note(title=TITLE, body=body, day=workspace.session.today()))


def _river() -> bytes:
    """A drawing of hills at dusk, as a PNG."""
    image = QImage(740, 476, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    sky = QLinearGradient(0, 0, 0, 330)
    sky.setColorAt(0, QColor("#7ba3de"))
    sky.setColorAt(1, QColor("#f4d3a4"))
    painter.fillRect(image.rect(), sky)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, points in (
        ("#3f6b4c", ((0, 230), (140, 310), (330, 240), (470, 310), (640, 210), (740, 260))),
        ("#22402c", ((0, 140), (90, 310), (200, 160), (300, 310), (420, 310), (530, 160), (740, 310))),
    ):
        painter.setBrush(QColor(colour))
        painter.drawPolygon(QPolygonF([QPointF(*one) for one in (*points, (740, 476), (0, 476))]))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data.data())
