"""The quiet strips over the pages, each saying one thing about the whole window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import Elided, label


class _Strip(QFrame):
    """An icon, a few strong words, and a sentence that is shortened where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_variant(self, "side")
        room = self.fontMetrics().height()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(room, room // 4, room, room // 4)
        self.row.setSpacing(room // 2)

    def say(self, icon_name: str, name: str, sentence: str) -> None:
        """Lay out what it says; to be called once."""
        strong = label(name, "strong")
        strong.setWordWrap(False)
        self.row.addWidget(IconLabel(icon_name, "accent", 1.2), 0, Qt.AlignmentFlag.AlignVCenter)
        self.row.addWidget(strong)
        self.row.addWidget(Elided(sentence, "muted"), 1)


class SampleStrip(_Strip):
    """The mark that the sample journal bears, so that nobody takes it for their own."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sentence = self.tr("Everyone in it is invented. Try whatever you like.")
        self.say("sparkles", self.tr("Sample journal"), sentence)


class CurtainStrip(_Strip):
    """Says that the inner curtain is down, and what it is not; hidden while the curtain is up.

    Attributes:
        lift_requested: It is to be lifted.
    """

    lift_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sentence = self.tr("The curtain covers the window. It is not encryption.")
        self.say("eye-off", self.tr("The curtain is down"), sentence)
        lift = secondary_button(self.tr("Lift the curtain"))
        lift.clicked.connect(self.lift_requested)
        self.row.addWidget(lift)
        self.hide()
