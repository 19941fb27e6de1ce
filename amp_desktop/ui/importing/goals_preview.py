"""Goals with their steps as they would be made; each goal can be left out."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.tips import plain_tip


class GoalsPreview(QTreeWidget):
    """A list of goals, each with a tick, and of their steps.

    Attributes:
        changed: Other goals are shown or chosen.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._goals: tuple[Goal, ...] = ()
        self.setHeaderHidden(True)
        set_variant(self, "keys")
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemChanged.connect(self._tell)

    def show_goals(self, goals: Sequence[Goal]) -> None:
        """Show these, all of them chosen."""
        self._goals = tuple(goals)
        with QSignalBlocker(self):
            self.clear()
            for goal in self._goals:
                self.addTopLevelItem(_item(goal))
            self.expandAll()
        self.changed.emit()

    def chosen(self) -> tuple[Goal, ...]:
        """The goals that are ticked, in their order."""
        items = (self.topLevelItem(at) for at in range(self.topLevelItemCount()))
        ticks = [item is not None and item.checkState(0) == Qt.CheckState.Checked for item in items]
        return tuple(goal for goal, ticked in zip(self._goals, ticks, strict=True) if ticked)

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()


def _item(goal: Goal) -> QTreeWidgetItem:
    shown = _line(goal.title)
    shown.setFlags(shown.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    shown.setCheckState(0, Qt.CheckState.Checked)
    above = shown
    for step in goal.steps:
        made = _line(f"✓ {step.text}" if step.done else step.text)
        (above if step.indent else shown).addChild(made)
        if not step.indent:
            above = made
    return shown


def _line(words: str) -> QTreeWidgetItem:
    """A line that is cut where there is no room; the tool tip then says it all."""
    line = QTreeWidgetItem([words])
    line.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
    line.setToolTip(0, plain_tip(words))
    return line
