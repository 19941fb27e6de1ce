"""The list that can lie over the page, when the page is thrown away."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from amp_desktop.ui.entries.list.list_pane import ListPane
from amp_desktop.ui.entries.list_drawer import ListDrawer
from tests.ui.entries.conftest import OpenPage
from tests.ui.entries.pages import part, title


def test_the_keyboard_may_go_on_when_the_list_is_gone_already(open_page: OpenPage) -> None:
    page = open_page()
    page.hide()
    drawer = page.findChild(ListDrawer)
    assert drawer is not None
    drawer.set_open(True)
    view, application = drawer.parent(), QApplication.instance()
    assert isinstance(application, QApplication)

    shiboken6.delete(part(page, ListPane))
    application.focusChanged.emit(None, title(page))

    assert not drawer.is_open()
    view.deleteLater()
    QCoreApplication.sendPostedEvents(view, QEvent.Type.DeferredDelete)
