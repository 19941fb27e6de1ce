"""The strip over the pages that says that the inner curtain is down, and what it is not."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import Elided, label


class CurtainStrip(QFrame):
    """Shown while the curtain is down.

    Signals:
        lift_requested(): It is to be lifted.
    """

    lift_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "side")
        room = self.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(room, room // 4, room, room // 4)
        row.setSpacing(room // 2)
        name = label(self.tr("The curtain is down"), "strong")
        name.setWordWrap(False)
        lift = secondary_button(self.tr("Lift the curtain"))
        lift.clicked.connect(self.lift_requested)
        row.addWidget(IconLabel("eye-off", "accent", 1.2), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(name)
        row.addWidget(Elided(self.tr("The curtain covers the window. It is no encryption."), "muted"), 1)
        row.addWidget(lift)
        self.hide()
