"""The mark that the sample journal bears, so that nobody takes it for their own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import Elided, label


class SampleBanner(QFrame):
    """A quiet strip over the pages."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "side")
        room = self.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(room, room // 4, room, room // 4)
        row.setSpacing(room // 2)
        name = label(self.tr("Sample journal"), "strong")
        name.setWordWrap(False)
        row.addWidget(IconLabel("sparkles", "accent", 1.2), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(name)
        row.addWidget(Elided(self.tr("Everyone in it is invented. Try whatever you like."), "muted"), 1)
