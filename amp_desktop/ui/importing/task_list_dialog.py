"""A mentor's task list, pasted, as goals and steps; shown before it is kept."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.task_list import goals_in
from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.importing.goals_preview import GoalsPreview
from amp_desktop.ui.platform.dialogs import within_window
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.buttons import primary_button
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit
from amp_desktop.ui.widgets.undo_offer import UndoOffer

LONGEST = 50_000
"""Characters that are read: a task list is a page or two, and reading must never hold up typing."""


class TaskListDialog(Dialog):
    """What is pasted on one side, what becomes of it on the other. Nothing is kept before the button is."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A task list as goals"))
        self._session = session
        self._banner = Banner()
        self._offer = UndoOffer(self._banner, self)
        ActionSet(self).add("undo", self._take_back)
        self._text = PrivateTextEdit()
        set_variant(self._text, "box")
        self._text.setAcceptRichText(False)
        self._text.setTabChangesFocus(True)
        self._text.textChanged.connect(self._show)
        self._preview = GoalsPreview()
        self._preview.changed.connect(self._say_how_many)
        self._keep = primary_button("")
        self._keep.clicked.connect(self._keep_goals)
        self._lay_out()
        self._show()
        self.resize(self.sizeHint())  # Qt would take the least that the broken lines need

    def sizeHint(self) -> QSize:
        """Room for a list and its goals beside each other, within a small window."""
        room = self.fontMetrics().height()
        return within_window(self, QSize(room * 50, room * 32))

    def done(self, result: int) -> None:
        """Drop every word before the window goes."""
        self._text.clear()
        self._offer.forget()
        super().done(result)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        hint = self.tr(
            "As text, Markdown or from GitHub. A heading, or an item with items below it, "
            "becomes a goal; what is below it becomes its steps."
        )
        sides = QHBoxLayout()
        sides.setSpacing(room)
        sides.addWidget(Field(self.tr("The task list"), self._text, hint), 1)
        sides.addWidget(Field(self.tr("What becomes of it"), self._preview), 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        buttons.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room // 2)
        self._text.document().setDocumentMargin(room // 2)
        self._text.document().clearUndoRedoStacks()  # to Qt the margin is something that can be undone
        column.addWidget(self._banner)
        column.addLayout(sides, 1)
        column.addLayout(buttons)

    @Slot()
    def _show(self) -> None:
        self._preview.show_goals(goals_in(self._text.toPlainText()[:LONGEST], self._session.today()))

    @Slot()
    def _say_how_many(self) -> None:
        many = len(self._preview.chosen())
        self._keep.setEnabled(bool(many))
        words = self.tr("Create the goal") if many == 1 else self.tr("Create %n goals", "", many)
        self._keep.setText(words if many else self.tr("Create the goals"))

    @Slot()
    def _keep_goals(self) -> None:
        goals = self._preview.chosen()
        if goals and self._make(goals):
            self._text.clear()
            words = self.tr("A goal was created.")
            if len(goals) != 1:
                words = self.tr("%n goals were created.", "", len(goals))
            self._offer.make_undo(words, partial(self._bin, tuple(goal.id for goal in goals)))
            self._banner.focus_action()

    def _make(self, goals: Sequence[Goal]) -> bool:
        return self._banner.tries(partial(self._session.save_all, goals))

    @Slot()
    def _take_back(self) -> None:
        if self._text.document().isUndoAvailable() and self._text.hasFocus():
            self._text.undo()
        else:
            self._offer.take_back()

    def _bin(self, ids: tuple[UUID, ...]) -> object:
        done = self._banner.tries(partial(self._session.put_in_bin, ids))
        return partial(self._take_out, ids) if done else False

    def _take_out(self, ids: tuple[UUID, ...]) -> object:
        done = self._banner.tries(partial(self._session.take_from_bin, ids))
        return partial(self._bin, ids) if done else False


def open_task_list(parent: QWidget, session: Session) -> TaskListDialog:
    """Open the dialog over a window; a lock closes it, and it is thrown away when it is closed."""
    dialog = TaskListDialog(session, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
