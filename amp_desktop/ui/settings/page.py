"""Everything that can be set, on one page; each change holds at once."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.ui.page import Page
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.page_header import PageHeader
from amp_desktop.ui.widgets.reading_column import ScrollPage


class SettingsPage(Page):
    """The settings of this journal and of this window."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        scroll = ScrollPage()
        scroll.column.addWidget(PageHeader(self.tr("Settings")))
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
