"""What every test of the window gets: the theme, a clean end, and light and dark."""

import gc
from collections.abc import Callable, Iterator
from typing import cast

import pytest
import shiboken6
from PySide6.QtCore import QAbstractAnimation, QEvent, QLocale, QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication

from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.style.theme import Theme, apply_theme


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> Theme:
    """Tests see the window as it looks for people; light unless they ask for another appearance."""
    return apply_theme(qapp, Appearance.LIGHT)


@pytest.fixture(params=[Appearance.LIGHT, Appearance.DARK], ids=["light", "dark"])
def appearance(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Appearance]:
    """Runs the test once in the light and once in the dark appearance."""
    wanted = cast("Appearance", request.param)
    apply_theme(qapp, wanted)
    yield wanted
    apply_theme(qapp, Appearance.LIGHT)


@pytest.fixture
def turn_dark(qapp: QApplication) -> Iterator[Callable[[], object]]:
    """Turns the window dark amidst a test, as the desktop does in the evening."""
    yield lambda: apply_theme(qapp, Appearance.DARK)
    apply_theme(qapp, Appearance.LIGHT)


@pytest.fixture(scope="session", autouse=True)
def _watched_from_here(_dressed: Theme) -> None:
    """What the test run itself made is not looked through after each test."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What a test copied is gone before Qt is: offscreen, it ends with a crash else."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True)
def _same_locale() -> Iterator[None]:
    """A test that speaks another English than the machine's leaves the next one its own."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication, _watched_from_here: None) -> Iterator[None]:
    """After each test no window stands, no timer or animation runs and no thread of Qt works."""
    yield
    for _ in range(3):
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        qapp.processEvents()
    left = [f"{type(thing).__name__} {thing.objectName()}".strip() for thing in _at_work()]
    assert not left, f"left over after the test: {', '.join(left)}"


def _at_work() -> list[QObject]:
    windows: list[QObject] = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    found = [thing for thing in gc.get_objects() if isinstance(thing, QTimer | QAbstractAnimation | QThread)]
    return windows + [thing for thing in found if shiboken6.isValid(thing) and _works(thing)]


def _works(thing: QTimer | QAbstractAnimation | QThread) -> bool:
    if isinstance(thing, QTimer):
        return thing.isActive()
    if isinstance(thing, QAbstractAnimation):
        return thing.state() == QAbstractAnimation.State.Running
    return thing.isRunning() and thing is not QThread.currentThread()
