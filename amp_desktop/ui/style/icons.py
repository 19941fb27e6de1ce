"""Icons drawn from the SVG files of `resources/icons`, in the colours of the theme of the moment."""

import atexit
import gc
from functools import cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtWidgets import QWidget

from amp_desktop.places import resource
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.style.tokens import Tint, Tokens


@cache
def icon(name: str, tint: Tint = "muted", chosen: Tint = "accent") -> QIcon:
    """The icon `resources/icons/<name>.svg`, sharp at every size and scale.

    It is tinted when it is drawn, so it follows a change of theme by itself. Each is made once and kept: when
    Python's collector took an icon together with its engine in one cycle, the program crashed.

    Args:
        name: The file's name without its suffix.
        tint: Its colour at rest.
        chosen: Its colour where it is checked or its row is selected.

    Raises:
        FileNotFoundError: There is no such icon.
    """
    _svg(name)
    return QIcon(_TintedIcon(name, tint, chosen))


@atexit.register
def _let_go() -> None:
    """Let the icons go by themselves, before Python ends and collects whatever is left in any order."""
    gc.collect()
    icon.cache_clear()


def app_icon() -> QIcon:
    """The program's own icon, for windows and the task bar."""
    return QIcon(str(resource("icons", "app.svg")))


def icon_pixmap(name: str, size: int, tint: Tint, ratio: float = 1.0) -> QPixmap:
    """One icon as a picture of `size` logical pixels, for painters and labels."""
    return _draw(name, theme().tokens.tint(tint).name(), size, ratio)


def icon_size(widget: QWidget, factor: float = 1.3, air: float = 0.0) -> QSize:
    """A size for icons beside this widget's text.

    Args:
        widget: What the icon stands on.
        factor: How large the icon is, in heights of the text's tall letters.
        air: How much room it keeps on both sides, in the same unit; Qt leaves but 4 px.
    """
    side = widget.fontMetrics().ascent()
    return QSize(round(side * (factor + 2 * air)), round(side * factor))


class _TintedIcon(QIconEngine):
    """Looks the colour up at the moment of drawing."""

    _clones: list["_TintedIcon"] = []  # noqa: RUF012 -- Qt owns a clone, yet Python would delete it

    def __init__(self, name: str, tint: Tint, chosen: Tint) -> None:
        super().__init__()
        self._name = name
        self._tint: Tint = tint
        self._chosen: Tint = chosen

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        # Asking the painter for its device would wrap it, and load every kind of device there is: 20 ms.
        ratio = abs(painter.deviceTransform().m11()) or 1.0
        side = min(rect.width(), rect.height())
        target = QRect(0, 0, side, side)
        target.moveCenter(rect.center())
        painter.drawPixmap(target, self._pixmap(side, mode, state, ratio))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        if size.isEmpty():
            return QPixmap()  # a button that has no room yet
        canvas = QPixmap(size * scale)
        canvas.setDevicePixelRatio(scale)
        canvas.fill(Qt.GlobalColor.transparent)
        painter = QPainter(canvas)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return canvas

    def isNull(self) -> bool:
        return False

    def clone(self) -> QIconEngine:
        twin = _TintedIcon(self._name, self._tint, self._chosen)
        self._clones.append(twin)
        return twin

    def _pixmap(self, side: int, mode: QIcon.Mode, state: QIcon.State, ratio: float) -> QPixmap:
        return _draw(self._name, self._colour(theme().tokens, mode, state).name(), side, ratio)

    def _colour(self, tokens: Tokens, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode is QIcon.Mode.Disabled:
            return tokens.faint
        if mode is QIcon.Mode.Selected or state is QIcon.State.On:
            return tokens.tint(self._chosen)
        return tokens.tint(self._tint)


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def _draw(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    key = f"amp-icon/{name}/{colour}/{side}/{ratio}"
    pixmap = QPixmap()
    if QPixmapCache.find(key, pixmap):
        return pixmap
    pixmap = _render(_svg(name).replace("currentColor", colour), max(1, round(side * ratio)))
    pixmap.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _render(svg: str, side: int) -> QPixmap:
    # Qt's plug-in draws an SVG as large as it says it is; QtSvg would be one more module to load.
    pixmap = QPixmap()
    pixmap.loadFromData(svg.replace('"24"', f'"{side}"', 2).encode(), "SVG")
    return pixmap
