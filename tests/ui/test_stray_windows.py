"""No part of a page is a window of its own, not even for the moment before it has a place."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.goal import Step
from amp_desktop.journal import Journal
from amp_desktop.ui.kinds.goal.steps.list import StepList
from amp_desktop.ui.pages import PAGES, load_page
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings import SettingsPage
from amp_desktop.ui.widgets.empty_state import EmptyState


class Watch(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.windows: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched).__name__)
        return False


@pytest.fixture
def watch(qapp: QApplication) -> Iterator[Watch]:
    watch = Watch()
    qapp.installEventFilter(watch)
    yield watch
    qapp.removeEventFilter(watch)


def lines() -> QWidget:
    made = StepList(lambda: date(2026, 7, 22), 0)
    made.set_steps([Step("one"), Step("two")])
    return made


@pytest.mark.parametrize("make", [lambda: EmptyState("target", "Goals belong here.", "Write one"), lines])
def test_a_widget_shows_no_window_while_it_is_made(
    qtbot: QtBot, watch: Watch, make: Callable[[], QWidget]
) -> None:
    qtbot.addWidget(make())
    assert watch.windows == []


@pytest.mark.parametrize("name", list(PAGES))
def test_a_page_shows_no_window_while_it_is_made(
    qtbot: QtBot, watch: Watch, monkeypatch: pytest.MonkeyPatch, journal: Journal, name: str
) -> None:
    monkeypatch.setattr("amp_desktop.ui.settings.days_section.can_listen", lambda: True)
    page = load_page(name)(Session(journal))
    qtbot.addWidget(page)
    if isinstance(page, SettingsPage):
        page.make_whole()
    assert watch.windows == []
    page.forget()
