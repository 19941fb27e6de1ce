"""Putting the program together: the one module that knows every layer.

Importing it loads neither Qt nor the terminal; each of its functions loads what it starts.
"""

import gc
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from amp_desktop.cli.main import Window
    from amp_desktop.domain.summary import PictureFile
    from amp_desktop.journal import Journal
    from amp_desktop.ui.platform.app_settings import AppSettings
    from amp_desktop.ui.shell.window import MainWindow

Shown: TypeAlias = Callable[["MainWindow"], None]

CALM_MS = 1_500
"""So long after the first window was painted nobody waits for anything."""

NO_DISPLAY = (
    "There is no display to open a window on. “amp-desktop --help” lists what works without one, "
    "and “amp-desktop demo --to DIR” writes a sample."
)

NO_WINDOW = (
    "No window can be opened: the display does not answer, or a library that it needs is missing "
    "(QT_DEBUG_PLUGINS=1 tells which). “amp-desktop --help” lists what works without one."
)


def start(folder: Path | None = None, passphrase: str = "", *, on_shown: Shown | None = None) -> int:
    """Open the window and answer with the exit status when it was closed.

    Args:
        folder: Where the journal is; else `$AMP_JOURNAL`, the journal opened last, or the usual place.
        passphrase: Opens the journal, if there is one; else the window asks for it.
        on_shown: Called once with the window when it has been painted and nothing more is to be done: for
            tests and measurements.

    Raises:
        JournalError: The journal does not open by this passphrase.
    """
    if _no_display():
        _tell(NO_DISPLAY)
        return 1
    return _run_window(folder, passphrase, on_shown)


def show(folder: Path, passphrase: str) -> int:
    """Open the window on a sample journal, unlocked; answers with the exit status when it was closed.

    What the window remembers is kept beside the journal's folder, and goes with it.

    Raises:
        JournalError: The journal does not open.
    """
    if _no_display():
        _tell(NO_DISPLAY)
        return 1
    from amp_desktop.ui.platform.app_settings import FILE, settings_in

    with settings_in(folder.parent / FILE):
        return _run_window(folder, passphrase, None)


def take_pictures(folder: Path, out: Path, passphrase: str) -> None:
    """Write a picture of every page of the journal in `folder`, light and dark, into the folder `out`."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from amp_desktop.journal import Journal
    from amp_desktop.ui.shell.screenshots import take_pictures as take

    application()
    with Journal.open(folder, passphrase=passphrase) as journal:
        take(journal, out)


def as_leaving(data: bytes) -> "PictureFile":
    """A picture as small and plain as one that leaves in a summary; needs no display.

    Raises:
        CannotAttachError: It is none, it is damaged, or it is too large.
    """
    from amp_desktop.ui.attachments.pictures import as_leaving as made

    return made(data)


def window() -> "Window":
    """What the terminal may ask of the window."""
    from amp_desktop.cli.main import Window

    return Window(open=start, show=show, take_pictures=take_pictures, as_leaving=as_leaving)


def application() -> "QApplication":
    """The one QApplication, named and dressed."""
    from PySide6.QtWidgets import QApplication

    from amp_desktop.ui.platform.app_settings import AppSettings
    from amp_desktop.ui.platform.application import Application
    from amp_desktop.ui.platform.languages import speak
    from amp_desktop.ui.style.theme import STYLE_ARGUMENTS, apply_theme

    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    with _told_if_qt_gives_up():
        app = Application([*sys.argv[:1], *STYLE_ARGUMENTS])
    app.setApplicationName("amp-desktop")
    app.setApplicationDisplayName("AMP Journal")
    app.setDesktopFileName("io.github.amp_journal")
    app.setQuitOnLastWindowClosed(False)  # the window says when what it left behind is finished
    speak(app)
    settings = AppSettings()
    apply_theme(app, settings.appearance, settings.letter_size / 100)
    return app


@contextmanager
def _told_if_qt_gives_up() -> Iterator[None]:
    """Without a display that answers Qt ends the process, with a core dump; say why instead, and what works.

    Its own words are for programmers, and are kept back until it is clear that it goes on.
    """
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    said: list[str] = []

    def listen(kind: QtMsgType, _: QMessageLogContext, words: str) -> None:
        said.append(words)
        if kind is QtMsgType.QtFatalMsg:
            _tell(NO_WINDOW)
            os._exit(1)

    before = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
    for words in said:
        _tell(words)


def _run_window(folder: Path | None, passphrase: str, on_shown: Shown | None) -> int:
    """Run the window until it is left.

    1. Claim the journal, or have the window that has it come forward.
    2. Catch what nobody else catches.
    3. Show the unlock view, or the pages of a journal that was opened with its passphrase.
    4. Let the window say when it is done: text is written, the backup made, the journal closed.
    """
    from amp_desktop.ui.platform.plain_imports import import_plainly

    import_plainly()  # before anything else of the window is imported
    from amp_desktop.domain.errors import OpenElsewhereError
    from amp_desktop.journal.location import holds_journal
    from amp_desktop.ui.platform.app_settings import AppSettings
    from amp_desktop.ui.shell.window import MainWindow

    app, settings = application(), AppSettings()
    place = folder or _usual_folder(settings)
    shown = MainWindow(settings, remembers=folder is None)
    try:
        shown.claim(place)
    except OpenElsewhereError as error:
        _tell(str(error))
        return error.exit_status
    with _caught(app, shown):
        shown.left.connect(app.exit)
        if passphrase and holds_journal(place):
            shown.open_journal(_opened(place, passphrase))
        else:
            shown.begin(place, claimed=True)
        shown.show()
        _when_painted(app, shown, on_shown)
        status = app.exec()
    _take_down(app, shown)
    return status


@contextmanager
def _caught(app: "QApplication", shown: "MainWindow") -> Iterator[None]:
    """Errors that nobody caught go to the window, and so does what asks the program to end."""
    from amp_desktop.ui.platform.application import Application
    from amp_desktop.ui.platform.errors import ErrorHooks
    from amp_desktop.ui.platform.garbage import Collector
    from amp_desktop.ui.platform.signals import EndSignals

    hooks, collector = ErrorHooks(app), Collector(app)
    hooks.told.connect(shown.say_error)
    hooks.reported.connect(shown.show_report)
    hooks.install()
    EndSignals(shown.close_soon, app)
    if isinstance(app, Application):
        app.ask_to_end(shown.close_soon)
    try:
        yield
    finally:
        if isinstance(app, Application):
            app.ask_to_end(None)
        collector.stop()
        hooks.remove()


def _take_down(app: "QApplication", shown: "MainWindow") -> None:
    """Let go of the window while Qt lives. Left to Python's end, it would go in any order, and crash."""
    from PySide6.QtCore import QEvent

    shown.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def _usual_folder(settings: "AppSettings") -> Path:
    from amp_desktop.journal.location import ENVIRONMENT_VARIABLE, default_folder

    if os.environ.get(ENVIRONMENT_VARIABLE) or settings.journal_folder is None:
        return default_folder()
    return settings.journal_folder


def _opened(folder: Path, passphrase: str) -> "Journal":
    from amp_desktop.journal import Journal

    return Journal.open(folder, passphrase=passphrase)


def _tell(words: str) -> None:
    """Write to the terminal, if there is one: on Windows a program with a window has none."""
    if sys.stderr is not None:
        sys.stderr.write(f"{words}\n")
        sys.stderr.flush()


def _no_display() -> bool:
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform == "linux" and not any(os.environ.get(name) for name in names)


def _when_painted(app: "QApplication", shown: "MainWindow", tell: Shown | None) -> None:
    """What the first window need not wait for.

    That is the icon of its task bar, whose drawing loads a plug-in, and what a crash left outside.
    """
    from amp_desktop.ui.platform.first_paint import FirstPaint

    def after_it() -> None:
        from PySide6.QtCore import QTimer

        from amp_desktop.ui.style.icons import app_icon

        app.setWindowIcon(app_icon())
        QTimer.singleShot(CALM_MS, shown, _tidy_up)
        QTimer.singleShot(CALM_MS, shown, partial(_be_present, shown))
        if tell is not None:
            tell(shown)

    FirstPaint(shown).painted.connect(after_it)


def _be_present(shown: "MainWindow") -> None:
    """Begin what goes on beside the window, as far as it was asked for."""
    from amp_desktop.ui.platform.app_settings import AppSettings
    from amp_desktop.ui.shell.presence import Presence

    Presence(shown, AppSettings())


def _tidy_up() -> None:
    """Remove what other programs could read when this one ended without saying so."""
    from amp_desktop.ui.platform.temporary_copies import take_back_left_over

    take_back_left_over()
