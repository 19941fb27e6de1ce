"""Pictures of every page as it looks to people: for the guide, for the demo, and for whoever mends a page."""

import gc
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QMessageLogContext,
    QSize,
    Qt,
    QThread,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from amp_desktop.domain.errors import CannotExportError
from amp_desktop.journal import Journal
from amp_desktop.ui.pages import PAGES
from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.session import Session
from amp_desktop.ui.shell.workspace import Workspace
from amp_desktop.ui.style.theme import apply_theme, theme
from amp_desktop.ui.unlock.unlock_view import UnlockView

USUAL_SIZE = QSize(1280, 800)
SMALL_SIZE = QSize(1000, 650)

More = Callable[[Workspace], Iterator[tuple[str, QWidget]]]
"""What is shown in an open window: the name of each picture, and the widget that is in it."""

SETTLED_AFTER = 0.35
"""Seconds without work under way after which a page shows all it has; searches and previews wait less."""
BUSY = 0.05
"""Seconds; a round of events that takes longer did something."""
LONGEST_WAIT = 20.0
_NO_WINDOW_MANAGER = "This plugin does not support"


def take_pictures(
    journal: Journal,
    out: Path,
    *,
    sizes: Sequence[QSize] = (USUAL_SIZE,),
    ratio: float = 1.0,
    scale: float = 1.0,
    more: More | None = None,
) -> list[Path]:
    """Write a picture of every page, light and dark, and answer with the files in the order of the pages.

    They are named `journal-light.png`; of other sizes than the usual one, `journal-light-1000x650.png`.

    Args:
        journal: What the pages show.
        out: A folder; made if it is missing.
        sizes: In logical pixels.
        ratio: Device pixels for each logical one.
        scale: How much larger than usual all text is.
        more: Shows further things in an open window, each under its name, and puts them away when asked on.

    Raises:
        CannotExportError: The folder cannot be written.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before, files = (theme().appearance, theme().scale), []
    others = qInstallMessageHandler(_without_chatter)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for appearance in (Appearance.LIGHT, Appearance.DARK):
            apply_theme(app, appearance, scale)
            for size in sizes:
                suffix = "" if size == USUAL_SIZE else f"-{size.width()}x{size.height()}"
                photographer = _Photographer(out, f"{appearance}{suffix}", size, ratio)
                files += photographer.unlock_view(journal.folder)
                files += photographer.workspace(journal, more)
    except OSError as error:
        raise CannotExportError(f"The pictures cannot be written: {error.strerror}.") from error
    finally:
        qInstallMessageHandler(others)
        apply_theme(app, *before)
    return files


def _without_chatter(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but not what the platform without a screen says of every window."""
    del context
    if kind is not QtMsgType.QtDebugMsg and _NO_WINDOW_MANAGER not in message:
        sys.stderr.write(f"{message}\n")


class _Photographer:
    """Shows pages where nobody sees them, and keeps what they look like."""

    def __init__(self, out: Path, suffix: str, size: QSize, ratio: float) -> None:
        self._out = out
        self._suffix = suffix
        self._size = size
        self._ratio = ratio

    def unlock_view(self, folder: Path) -> list[Path]:
        """The first page of somebody new, and the passphrase page."""
        unlock_view = UnlockView()
        self._show(unlock_view)
        with TemporaryDirectory() as empty:
            unlock_view.begin(Path(empty) / "amp-journal", expected=False)
            files = [self._take(unlock_view, "welcome")]
        unlock_view.begin(folder)
        files.append(self._take(unlock_view, "unlock"))
        unlock_view.forget()
        _throw_away(unlock_view)
        return files

    def workspace(self, journal: Journal, more: More | None) -> list[Path]:
        """Every page of an open journal, and what else there is to be shown in its window."""
        session = Session(journal)
        workspace = Workspace(session)
        self._show(workspace)
        files = []
        for name in PAGES:
            workspace.go_to(name)
            files.append(self._take(workspace, name))
        for name, shown in more(workspace) if more is not None else ():
            files.append(self._take(shown, name))
        workspace.forget()
        _throw_away(workspace)
        session.deleteLater()
        return files

    def _show(self, widget: QWidget) -> None:
        widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        widget.setFixedSize(self._size)  # as a window does: what a page asks for at first does not widen it
        widget.show()

    def _take(self, widget: QWidget, name: str) -> Path:
        _settle()
        image = QImage(widget.size() * self._ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(self._ratio)
        image.fill(widget.palette().window().color())
        widget.render(image)
        file = self._out / f"{name}-{self._suffix}.png"
        if not image.save(str(file)):
            raise CannotExportError(f"The picture cannot be written: {file}")
        return file


def _settle() -> None:
    """Let pages load, search and render until nothing happens any more."""
    begun = calm_since = monotonic()
    while monotonic() - calm_since < SETTLED_AFTER and monotonic() - begun < LONGEST_WAIT:
        round_begun = monotonic()
        QCoreApplication.processEvents()
        if jobs_under_way() or monotonic() - round_begun > BUSY:
            calm_since = monotonic()  # a long round is none of calm: the next may lay out what it showed
        QThread.msleep(5)


def _throw_away(widget: QWidget) -> None:
    widget.close()
    widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()  # while Qt lives: what Python lets go of at its own end goes in any order
