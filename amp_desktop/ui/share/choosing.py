"""The left side of the page: for whom, which time, and what of it could leave."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from amp_desktop.sharing import DEFAULT_TEMPLATE, TEMPLATES
from amp_desktop.ui.share.candidate_rows import CandidateView
from amp_desktop.ui.share.candidates import CandidateModel
from amp_desktop.ui.share.log import ShareLogModel, ShareLogView
from amp_desktop.ui.share.presenter import Group
from amp_desktop.ui.share.time_field import TimeField
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.foldable import Foldable
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.labels import Section, label

EDGE = 3
"""Logical pixels between a card's frame and a list in it, so that its round corners stay round."""


class ChoosingPanel(QWidget):
    """Where the mentee decides.

    Signals:
        audience_edited(str): The audience is being typed.
        audience_settled(): It has been typed.
        template_chosen(str): Another template was chosen, by its id.
        time_chosen(): Another time was chosen.
        ticked(UUID, bool): An entry was ticked, or its tick taken away.
        share_opened(Share): Something that has left is to be shown.
    """

    audience_edited = Signal(str)
    audience_settled = Signal()
    template_chosen = Signal(str)
    time_chosen = Signal()
    ticked = Signal(object, bool)
    share_opened = Signal(object)

    def __init__(self, log: ShareLogModel, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audience = QLineEdit()
        self._audience.textEdited.connect(self.audience_edited)
        self._audience.editingFinished.connect(self.audience_settled)
        self._template = choice_field(self.tr("Template"), [(t.title, t.id) for t in TEMPLATES.values()])
        self._template.setCurrentIndex(self._template.findData(DEFAULT_TEMPLATE))
        self._template.activated.connect(self._choose_template)
        self.time = TimeField()
        self.time.chosen.connect(self.time_chosen)
        self._model = CandidateModel(self)
        self._model.ticked.connect(self.ticked)
        self.list = CandidateView(self._model, today)
        self._nothing = label("", "muted")
        self._log = ShareLogView(log)
        self._log.shown.connect(self.share_opened)
        self._lay_out()

    def show_audience(self, audience: str) -> None:
        """Show for whom it is."""
        self._audience.setText(audience)

    def show_groups(self, groups: tuple[Group, ...]) -> None:
        """Show what could leave."""
        self._model.show_groups(groups)
        self._nothing.setText(self.tr("Nothing was written in this period."))
        self._show_list(shown=bool(groups))

    def show_reading(self) -> None:
        """A long time is being read; what is shown stays until it has come."""
        if self._model.rowCount() == 0:
            self._nothing.setText(self.tr("Reading…"))
            self._show_list(shown=False)

    def focus(self) -> None:
        """Begin with what could leave."""
        if not self.list.currentIndex().isValid():
            self.list.select_first()
        self.list.setFocus()

    def forget(self) -> None:
        """Drop every word."""
        self._audience.clear()
        self._model.show_groups(())

    @Slot(int)
    def _choose_template(self, _at: int) -> None:
        self.template_chosen.emit(self._template.currentData())

    def _show_list(self, *, shown: bool) -> None:
        self.list.setVisible(shown)
        self._nothing.setHidden(shown)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(room * 2 // 3, 0, room * 2 // 3, 0)
        column.setSpacing(room * 2 // 3)
        column.addWidget(Field(self.tr("For"), self._audience))
        template = Field(self.tr("Template"), self._template)
        column.addWidget(template)  # before it is shown, or it is a window of its own for a moment
        template.setHidden(len(TEMPLATES) == 1)  # there is nothing to choose from
        column.addWidget(Field(self.tr("Period"), self.time))
        column.addWidget(Section(self.tr("What you could share")))
        column.addWidget(self._frame(), 1)
        column.addWidget(Foldable(self.tr("Shared so far"), self._log, folded=True))
        self.setMinimumWidth(room * 13)

    def _frame(self) -> QFrame:
        frame = QFrame()
        set_variant(frame, "card")
        room = self.fontMetrics().height() * 2 // 3
        self._nothing.setContentsMargins(room, room, room, room)
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        inside.addWidget(self._nothing, 0, Qt.AlignmentFlag.AlignTop)
        inside.addWidget(self.list)
        return frame


class ChoosingScroll(QScrollArea):
    """Lets the left side scroll where a low window or large letters leave less than it needs."""

    def __init__(self, panel: ChoosingPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(panel)
        for ground in (self.viewport(), panel):
            ground.setAutoFillBackground(False)
        self.setMinimumWidth(panel.minimumWidth() + self.verticalScrollBar().sizeHint().width())
        panel.list.selectionModel().currentChanged.connect(self._follow)

    @Slot()
    def _follow(self) -> None:
        """Keep the row in sight on which the keyboard is; a list that is only filled scrolls nothing."""
        view = self._panel.list
        if view.hasFocus():
            row = view.visualRect(view.currentIndex())
            middle = view.viewport().mapTo(self._panel, QPoint(0, row.center().y()))
            self.ensureVisible(0, middle.y(), 0, row.height())
