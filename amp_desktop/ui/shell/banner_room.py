"""The place over the pages where things are said."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.ui.widgets.banner import Banner


class BannerRoom(QWidget):
    """Air around the banner, and none while there is nothing to say."""

    def __init__(self, banner: Banner) -> None:
        super().__init__()
        air = self.fontMetrics().height() // 2
        column = QVBoxLayout(self)
        column.setContentsMargins(air, air, air, air)
        column.addWidget(banner)
        banner.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come and go with the banner."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self.setVisible(event.type() == QEvent.Type.ShowToParent)
        return super().eventFilter(watched, event)
