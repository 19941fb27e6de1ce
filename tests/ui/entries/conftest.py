"""A page of entries on a real journal, shown."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.platform.first_paint import FirstPaint
from amp_desktop.ui.session import Session

OpenPage = Callable[..., EntriesPage]


@pytest.fixture
def session(journal: Journal) -> Iterator[Session]:
    made = Session(journal)
    yield made
    made.deleteLater()


@pytest.fixture
def open_page(qtbot: QtBot, session: Session) -> OpenPage:
    """Shows the journal page, or that of a kind, on whatever the journal holds by then."""

    def opened(page_class: type[EntriesPage] = EntriesPage) -> EntriesPage:
        page = page_class(session)
        qtbot.addWidget(page)
        page.resize(1100, 760)
        with qtbot.waitExposed(page):
            page.show()
        with qtbot.waitSignal(FirstPaint(page).painted):
            page.arrive()
            page.update()
        QApplication.processEvents()  # the newest entry opens when the list has been painted
        return page

    return opened


@pytest.fixture
def page(open_page: OpenPage) -> EntriesPage:
    """The journal page on an empty journal."""
    return open_page()
