"""What can be chosen for a row or a heading of what could leave."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from amp_desktop.domain.summary import Level
from amp_desktop.ui.widgets.mnemonics import without_mnemonic

translate = QCoreApplication.translate


class CandidateMenu(QMenu):
    """How much leaves; for a heading also where its part stands, and whether it stands there at all.

    Signals:
        level_chosen(Level | None): So much; None for what the template says.
        moved(int): The part is to stand so many places further down; less than none is up.
        dropped(): It is to be left out this time.
        brought(str): The part with that key, which was left out, is to stand at the end.
    """

    level_chosen = Signal(object)
    moved = Signal(int)
    dropped = Signal()
    brought = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._levels = QActionGroup(self)
        self._levels.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for level in Level:
            action = self.addAction(_explained(level))
            action.setData(level.value)
            action.setCheckable(True)
            self._levels.addAction(action)
        self._between = self.addSeparator()
        self._usual = self.addAction(self.tr("As the template says"))
        self._usual.triggered.connect(self._choose_usual)
        self._levels.triggered.connect(self._choose)
        self.addSeparator()
        self._up = self.addAction(self.tr("Move up"))
        self._up.triggered.connect(self._move_up)
        self._down = self.addAction(self.tr("Move down"))
        self._down.triggered.connect(self._move_down)
        self._drop = self.addAction(self.tr("Leave this part out"))
        self._drop.triggered.connect(self.dropped)
        self._bringing = QActionGroup(self)
        self._bringing.triggered.connect(self._bring)

    def offer_levels(self, level: Level | None, *, shown: bool = True) -> None:
        """Offer how much leaves, and show what is so now."""
        for action in self._levels.actions():
            action.setChecked(action.data() == (level.value if level else ""))
            action.setVisible(shown)
        self._usual.setVisible(shown)

    def offer_places(self, *, is_heading: bool, left_out: Iterable[tuple[str, str]] = ()) -> None:
        """Offer where a part stands; of those left out each is a key and its heading."""
        for action in (self._up, self._down, self._drop):
            action.setVisible(is_heading)
        for action in self._bringing.actions():
            self._bringing.removeAction(action)
            self.removeAction(action)
            action.deleteLater()
        for key, heading in left_out if is_heading else ():
            words = self.tr("Bring back “{heading}”").format(heading=heading)
            action = QAction(without_mnemonic(words), self._bringing)
            action.setData(key)
            self.addAction(action)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        self.level_chosen.emit(Level(action.data()))

    @Slot()
    def _choose_usual(self) -> None:
        self.level_chosen.emit(None)

    @Slot()
    def _move_up(self) -> None:
        self.moved.emit(-1)

    @Slot()
    def _move_down(self) -> None:
        self.moved.emit(1)

    @Slot(QAction)
    def _bring(self, action: QAction) -> None:
        self.brought.emit(action.data())


def _explained(level: Level) -> str:
    match level:
        case Level.LINE:
            return translate("CandidateView", "Line: the one fact that matters")
        case Level.SHORT:
            return translate("CandidateView", "Short: with a paragraph")
        case Level.WHOLE:
            return translate("CandidateView", "Whole: as it is written, after the page")
