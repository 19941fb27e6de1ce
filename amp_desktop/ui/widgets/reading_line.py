"""One thing of a list on a page, read as text and opened like a button."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.into_view import IntoView
from amp_desktop.ui.widgets.laid_text import LINE_HEIGHT, laid_text

if TYPE_CHECKING:
    from amp_desktop.ui.style.tokens import Tint

PAGE_TEXT = 1.1
"""How much larger than the window's own letters the text of a page is."""
_BY_KEY = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.OtherFocusReason,
}
INDENT = 2.2
"""Where words begin behind an icon, in sizes of the window's letters."""
_SMALL = 0.93
_MOST_WIDTHS = 8
"""Layouts ask for the height at several widths in turn."""
_NARROW = 13
"""In sizes of the window's letters: where a title has less room, what stands at the end goes on behind it."""
_BACK = {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LETTERS = {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange}
_CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass(frozen=True)
class LineWords:
    """What a line says.

    Attributes:
        title: What it is about.
        aside: What is said beside it, more quietly.
        end: What stands at the end of the line, such as a day.
        below: What stands below, in as many lines as it needs.
        spoken: All of it as one sentence, for a screen reader; the rest in order where it is empty.
        icon_name: The icon before it.
        is_faint: Whether it adds something to what is there.
        invites: Whether nothing is there yet: it looks as an empty text of the page does.
        is_link: Whether it leads somewhere.
    """

    title: str
    aside: str = ""
    end: str = ""
    below: str = ""
    spoken: str = ""
    icon_name: str = ""
    is_faint: bool = False
    invites: bool = False
    is_link: bool = False


def is_letter(event: QKeyEvent) -> bool:
    """Whether a key wrote something, in any script; the space bar presses what has the keyboard."""
    commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    commands |= Qt.KeyboardModifier.MetaModifier
    text = event.text()
    return bool(text.strip()) and text.isprintable() and not event.modifiers() & commands


class _Laid(NamedTuple):
    """The words as they stand at one width."""

    head: QTextLayout
    below: QTextLayout | None
    head_height: float
    height: int
    end_width: float


class ReadingLine(QPushButton):
    """Paints its words as the text of a page, as high as they are at its width.

    Attributes:
        stepped: Up (-1) or Down (1).
        removal_requested: Delete or Backspace.
        follow_requested: Ctrl+Enter, or Ctrl and a click.
        pasted: Text is to be pasted here; carries it.
        typed: A letter was typed here; carries it.
    """

    stepped = Signal(int)
    removal_requested = Signal()
    follow_requested = Signal()
    pasted = Signal(str)
    typed = Signal(str)

    def __init__(self, words: LineWords, parent: QWidget | None = None, *, gutter: int = 0) -> None:
        """Make it.

        Args:
            words: What it says.
            parent: The widget it stands on.
            gutter: So many pixels at both sides lie beyond the edges of the page's text.
        """
        super().__init__(parent)
        self._words = words
        self._gutter = gutter
        self._into_view: IntoView | None = None
        self._laid: dict[int, _Laid] = {}
        self._marks: dict[str, tuple[str, list[QTextLayout.FormatRange]]] = {}
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.say(words)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Come to be seen where a key led here: Qt scrolls for Tab alone."""
        super().focusInEvent(event)
        if event.reason() in _BY_KEY:
            self._into_view = self._into_view or IntoView(self)
            self._into_view.bring(self)

    def words(self) -> LineWords:
        """What it says."""
        return self._words

    def say(self, words: LineWords) -> None:
        """Say this from now on."""
        self._words = words
        self._laid.clear()
        parts = (words.title, words.aside, words.end, words.below)
        self.setAccessibleName(words.spoken or ", ".join(filter(None, parts)))
        self.updateGeometry()
        self.update()

    def set_marks(self, name: str, words: str, marks: list[QTextLayout.FormatRange]) -> None:
        """Mark places in some of its words, as long as it says them.

        Args:
            name: Of these marks; those of the same name before are gone.
            words: The title, what is beside it or what is below.
            marks: In places of these words as Qt counts them.
        """
        if marks or self._marks.pop(name, None) is not None:
            self.update()
        if marks:
            self._marks[name] = words, marks

    def hasHeightForWidth(self) -> bool:
        """A narrower line is a higher one."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high it is at that width."""
        return self._at(width).height

    def sizeHint(self) -> QSize:
        """As high as it is now; how high it is to be, `heightForWidth` says, once there is a width."""
        laid = self._laid.get(self.width())
        return QSize(self._em() * 12, laid.height if laid is not None else self._em() * 2)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for a word."""
        return QSize(self._em() * 8, self._em())

    def changeEvent(self, event: QEvent) -> None:
        """Other letters take other room."""
        super().changeEvent(event)
        if event.type() in _LETTERS:
            self._laid.clear()
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down lead on, Delete asks to take it away, Ctrl+Enter follows it, Enter opens it."""
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and not keys:
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in _BACK and not keys:
            self.removal_requested.emit()
        elif event.key() in _ENTER and keys == _CONTROL:
            self.follow_requested.emit()
        elif event.key() in _ENTER and not keys:
            self.click()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.pasted.emit(QGuiApplication.clipboard().text())
        elif is_letter(event):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ctrl and a click follow it; a click alone opens it."""
        if event.modifiers() == _CONTROL and event.button() == Qt.MouseButton.LeftButton:
            self.setDown(False)
            if self.rect().contains(event.position().toPoint()):
                self.follow_requested.emit()
            return
        super().mouseReleaseEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what it says, and where the keyboard and the pointer are."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        laid, words, tokens = self._at(self.width()), self._words, theme().tokens
        left, top = self._text_left(), self._air()
        head_left = left + (laid.end_width if self.isRightToLeft() else 0)
        quiet = words.is_faint or not self.isEnabled()
        colour = tokens.muted if quiet else tokens.accent if words.is_link else tokens.text
        painter.setPen(tokens.faint if words.invites else colour)
        laid.head.draw(painter, QPointF(head_left, top), self._head_marks())
        painter.setPen(tokens.muted if quiet else tokens.text)
        if laid.below is not None:
            marks = [mark for said, marks in self._marks.values() if said == words.below for mark in marks]
            laid.below.draw(painter, QPointF(left, top + laid.head_height), marks)
        if laid.end_width:
            self._paint_end(painter, top)
        if words.icon_name:
            self._paint_icon(painter, top)
        painter.end()

    def _head_marks(self) -> list[QTextLayout.FormatRange]:
        words, found = self._words, []
        behind = _units(words.title) + 1 if words.title else 0
        for said, marks in self._marks.values():
            for mark in marks if said in (words.title, words.aside) else ():
                moved = QTextLayout.FormatRange()
                moved.start = mark.start + (0 if said == words.title else behind)
                moved.length, moved.format = mark.length, mark.format
                found.append(moved)
        return found

    def _paint_ground(self, painter: QPainter) -> None:
        tokens, corner = theme().tokens, self._em() * 0.55
        reach = min(self._gutter, round(self._em() * 0.6))
        place = QRectF(self.rect()).adjusted(self._gutter - reach, 1, reach - self._gutter, -1)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens.window)
            painter.drawRoundedRect(place, corner, corner)
        if self.hasFocus():
            painter.setPen(QPen(tokens.accent, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), corner, corner)

    def _paint_icon(self, painter: QPainter, top: int) -> None:
        line, side = self._font(PAGE_TEXT), self._icon_side()
        middle = QFontMetricsF(line).height() * LINE_HEIGHT / 2
        if self._words.invites:  # so small a sign stands before the small letters
            first = self._at(self.width()).head.lineAt(0)
            middle = first.y() + first.ascent() - QFontMetricsF(line).xHeight() / 2
        y = top + round(middle - side / 2)
        x = self.width() - self._gutter - side if self.isRightToLeft() else self._gutter
        tint: Tint = "faint" if self._words.invites or not self.isEnabled() else "muted"
        icon(self._words.icon_name, tint).paint(painter, QRect(x, y, side, side))

    def _paint_end(self, painter: QPainter, top: int) -> None:
        painter.setFont(self._font(_SMALL))
        painter.setPen(theme().tokens.muted)
        height = QFontMetricsF(self._font(PAGE_TEXT)).height() * LINE_HEIGHT
        place = QRectF(self._gutter, top, self.width() - 2 * self._gutter, height)
        painter.drawText(
            place, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter, self._words.end
        )

    def _at(self, width: int) -> _Laid:
        laid = self._laid.get(width)
        if laid is None:
            if len(self._laid) >= _MOST_WIDTHS:
                self._laid.clear()
            laid = self._laid[width] = self._lay(width)
        return laid

    def _lay(self, width: int) -> _Laid:
        words, font = self._words, self._font(PAGE_TEXT)
        end = self._end_width()
        room = width - 2 * self._gutter - (self._indent() if words.icon_name else 0)
        aside = words.aside
        if end and room - end < _NARROW * self._em():
            end, aside = 0.0, ", ".join(filter(None, (aside, words.end)))
        text = f"{words.title}\N{EM SPACE}{aside}" if aside and words.title else words.title or aside
        beside, mirrored = room - end, self.isRightToLeft()
        head, high = laid_text(text, font, beside, self._formats(text), mirrored=mirrored)
        below, more = laid_text(words.below, font, room, mirrored=mirrored) if words.below else (None, 0.0)
        return _Laid(head, below, high, round(high + more) + (3 if words.invites else 2) * self._air(), end)

    def _formats(self, text: str) -> list[QTextLayout.FormatRange]:
        """The title a little heavier than what is said beside it."""
        words = self._words
        title, quiet = QTextLayout.FormatRange(), QTextLayout.FormatRange()
        title.start, title.length = 0, _units(words.title)
        look = QTextCharFormat()
        is_quiet = words.is_faint or words.invites
        look.setFontWeight(QFont.Weight.Normal if is_quiet else QFont.Weight.Medium)
        title.format = look
        quiet.start, quiet.length = title.length, _units(text) - title.length
        look = QTextCharFormat()
        look.setFontPointSize(self._font(_SMALL).pointSizeF())
        look.setForeground(theme().tokens.muted)
        quiet.format = look
        return [title, quiet] if quiet.length else [title]

    def _end_width(self) -> float:
        if not self._words.end:
            return 0.0
        return QFontMetricsF(self._font(_SMALL)).horizontalAdvance(self._words.end) + self._em()

    def _text_left(self) -> int:
        """Where the lines begin; behind the icon, on whichever side that is."""
        behind_icon = self._words.icon_name and not self.isRightToLeft()
        return self._gutter + (self._indent() if behind_icon else 0)

    def _icon_side(self) -> int:
        return self.fontMetrics().ascent() if self._words.invites else round(self._em() * 1.25)

    def _indent(self) -> int:
        if self._words.invites:
            return self._icon_side() + self.fontMetrics().height() // 2
        return round(self._em() * INDENT)

    def _air(self) -> int:
        return round(self._em() * 0.22)

    def _em(self) -> int:
        return QFontInfo(self.font()).pixelSize()

    def _font(self, scale: float) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * scale)
        return font


def _units(text: str) -> int:
    """How long a text is to Qt, which counts some characters twice."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
