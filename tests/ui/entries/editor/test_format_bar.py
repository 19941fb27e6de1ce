"""The buttons over the text: in little room some go, and come back."""

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.ui.entries.editor.format_bar import FormatBar

KEPT = {"Preview", "More for this text", "Show or hide the details"}


@pytest.fixture
def bar(qtbot: QtBot) -> FormatBar:
    made = FormatBar()
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    return made


def shown(bar: FormatBar) -> set[str]:
    return {button.accessibleName() for button in bar.findChildren(QAbstractButton) if button.isVisible()}


def test_the_eye_the_menu_and_the_panel_always_stay(bar: FormatBar) -> None:
    every = shown(bar)
    assert len(every) == 13
    bar.resize(bar.minimumSizeHint())
    assert shown(bar) == KEPT
    bar.resize(900, 40)
    assert shown(bar) == every


@pytest.mark.parametrize("width", [150, 200, 250, 300, 350, 400, 450])
def test_what_is_shown_is_shown_whole(bar: FormatBar, width: int) -> None:
    bar.resize(width, 40)
    buttons = [button for button in bar.findChildren(QAbstractButton) if button.isVisible()]
    assert all(button.width() >= button.minimumSizeHint().width() for button in buttons)
    assert max(button.geometry().right() for button in buttons) < width


def test_it_asks_for_the_same_room_whatever_is_gone(bar: FormatBar) -> None:
    """Else a margin that grows with the free room would keep the buttons away for ever."""
    every, asked = shown(bar), bar.sizeHint().width()
    bar.resize(150, 40)
    assert bar.sizeHint().width() == pytest.approx(asked, abs=3)  # the width of the word is an estimate
    bar.resize(bar.sizeHint().width(), 40)
    assert shown(bar) == every


@pytest.mark.parametrize("width", [150, 250, 350, 900])
def test_where_nothing_changes_no_button_comes_or_goes_even_for_a_moment(bar: FormatBar, width: int) -> None:
    """Each that does has the whole window laid out anew, and it is asked at each opening of an entry."""
    bar.resize(width, 40)
    QApplication.processEvents()
    heard = Heard({QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest})
    for button in (bar, *bar.findChildren(QAbstractButton)):
        button.installEventFilter(heard)
    bar.show_offered(())
    QApplication.processEvents()
    assert heard.types == []


class Heard(QObject):
    """Notes which of some events come."""

    def __init__(self, wanted: set[QEvent.Type]) -> None:
        super().__init__()
        self._wanted = wanted
        self.types: list[QEvent.Type] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() in self._wanted:
            self.types.append(event.type())
        return False
