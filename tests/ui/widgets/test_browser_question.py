"""Before a browser opens an address, the page says which site that really is."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.ui.widgets.browser_question import BrowserQuestion


@pytest.fixture
def asked(qtbot: QtBot) -> BrowserQuestion:
    page = QWidget()
    qtbot.addWidget(page)
    question = BrowserQuestion(page)
    question.page = page  # type: ignore[attr-defined] - kept as long as the question
    return question


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://github.com/asyncapi/cli/pull/1", "github.com"),
        ("https://bank.example@evil.example/login", "evil.example"),
        ("https://me:secret@e.org:8080/", "e.org"),
    ],
)
def test_the_site_that_would_be_opened_is_named(asked: BrowserQuestion, address: str, host: str) -> None:
    asked.ask(address)
    assert asked.banner.sentence() == f"Open {host} in your web browser?"


@pytest.mark.parametrize("address", ["https://[x", "http://]", "https://"])
def test_what_only_begins_like_an_address_is_told_and_not_asked(asked: BrowserQuestion, address: str) -> None:
    asked.ask(address)
    assert asked.banner.sentence() == "A web browser cannot open that."
