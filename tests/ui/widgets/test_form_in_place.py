"""A form opens where its button was; where the keyboard is, before and after, is nobody's surprise."""

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.form_in_place import FormInPlace, PlacedForm


class NameForm(PlacedForm):
    """Asks for a name."""

    def __init__(self) -> None:
        super().__init__()
        self.name = QLineEdit()
        QVBoxLayout(self).addWidget(self.name)
        self.setFocusProxy(self.name)

    def forget(self) -> None:
        self.name.clear()


class Page(QWidget):
    """A button, the place of its form, and another field."""

    def __init__(self) -> None:
        super().__init__()
        self.button = QPushButton("Add")
        self.place = FormInPlace(self.button)
        self.other = QLineEdit()
        column = QVBoxLayout(self)
        for part in (self.button, self.place, self.other):
            column.addWidget(part)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def test_an_opened_form_has_the_keyboard_and_leaving_it_gives_the_keyboard_back(page: Page) -> None:
    form = NameForm()
    page.place.open(form)
    assert form.isVisible()
    assert page.button.isHidden()
    assert page.focusWidget() is form.name
    form.name.setText("a word")

    form.left.emit()

    assert not page.place.is_open()
    assert page.place.isHidden()
    assert form.name.text() == ""
    assert page.button.isVisible()
    assert page.focusWidget() is page.button


def test_the_keyboard_stays_where_it_went_meanwhile(page: Page) -> None:
    page.place.open(NameForm())
    page.other.setFocus()

    page.place.put_away()

    assert page.focusWidget() is page.other


def test_a_second_form_takes_the_place_of_the_first(page: Page) -> None:
    first, second = NameForm(), NameForm()
    page.place.open(first)
    first.name.setText("a word")

    page.place.open(second)

    assert first.isHidden()
    assert first.name.text() == ""
    assert page.focusWidget() is second.name
    assert page.button.isHidden()
