"""A page that says one thing. A made-up page."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.ui.page import Page
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.labels import label


class BreathingPage(Page):
    """Breathe in, breathe out."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        QVBoxLayout(self).addWidget(label("Breathe in, breathe out."))
