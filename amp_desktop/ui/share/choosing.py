"""The left side of the page: by which template, for whom, since when, and what of it could leave."""

from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

from amp_desktop.sharing import AUDIENCES, Period
from amp_desktop.ui.share.candidate_rows import CandidateView
from amp_desktop.ui.share.candidates import CandidateModel
from amp_desktop.ui.share.log import ShareLogModel, ShareLogView
from amp_desktop.ui.share.panel_chip import PanelChip
from amp_desktop.ui.share.periods import Choice, PeriodContext
from amp_desktop.ui.share.rows import CandidateGroup
from amp_desktop.ui.share.template_chip import TemplateChip
from amp_desktop.ui.share.time_field import TimeField, period_words
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.foldable import Foldable
from amp_desktop.ui.widgets.labels import label


class ChoosingPanel(QWidget):
    """Where the mentee decides.

    Attributes:
        template: By which template.
        time: Which time it is about.
        list: What could leave.

    Signals:
        audience_edited(str): The audience is being typed.
        audience_settled(): It has been typed.
        time_chosen(): Another time was chosen.
        ticked(tuple[UUID, ...], bool): Entries were ticked, or their ticks taken away.
        share_opened(Share): Something that has left is to be shown.
        section_moved(str, str): A section is to stand before another one, by their keys.
        anew_wanted(): What was chosen for this time is to be dropped.
    """

    audience_edited = Signal(str)
    audience_settled = Signal()
    time_chosen = Signal()
    ticked = Signal(object, bool)
    share_opened = Signal(object)
    section_moved = Signal(str, str)
    anew_wanted = Signal()

    def __init__(self, log: ShareLogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._audience = QLineEdit()
        self._audience.textEdited.connect(self.audience_edited)
        self._audience.textChanged.connect(self._say_audience)
        self._audience.editingFinished.connect(self.audience_settled)
        self.time = TimeField()
        self.time.chosen.connect(self.time_chosen)
        self._make_chips()
        self._model = CandidateModel(self)
        self._model.ticked.connect(self.ticked)
        self._model.section_moved.connect(self.section_moved)
        self.list = CandidateView(self._model)
        self._nothing = label("", "muted")
        self._log = ShareLogView(log)
        self._log.shown.connect(self.share_opened)
        self._lay_out()

    def show_audience(self, audience: str) -> None:
        """Show for whom it is."""
        self._audience.setText(audience)
        self._say_audience(audience)

    def show_times(self, context: PeriodContext, chosen: Choice, period: Period) -> None:
        """Show which time it is about, and what else there is to choose."""
        self.time.show_choices(context, chosen, period)
        self._time.say(period_words(period, context.day))

    def show_groups(self, groups: tuple[CandidateGroup, ...]) -> None:
        """Show what could leave."""
        self._model.show_groups(groups)
        self._nothing.setText(self.tr("Nothing was written in this period."))
        self._show_list(shown=bool(groups))

    def show_staying(self, entries: frozenset[UUID]) -> None:
        """Of these nothing is told, though they are ticked."""
        self._model.show_staying(entries)

    def show_begun(self, begun: bool) -> None:
        """Whether there is anything to be dropped."""
        if not begun and self._anew.hasFocus():
            self.focus()  # else the keyboard would be sent to the first thing in the window
        self._anew.setVisible(begun)

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
        for chip in (self._for, self._time):
            chip.close_panel()
        self._audience.clear()
        self._model.show_groups(())
        self._model.show_staying(frozenset())

    @Slot(str)
    def _say_audience(self, audience: str) -> None:
        self._for.say(audience.strip() or self.tr("nobody in particular"))

    def _show_list(self, *, shown: bool) -> None:
        self.list.setVisible(shown)
        self._nothing.setHidden(shown)

    def _make_chips(self) -> None:
        self.template = TemplateChip()
        self._for = PanelChip(self.tr("For"), self._whom())
        time = Field(self.tr("Period"), self.time)
        time.setFocusProxy(self.time)
        self._time = PanelChip(self.tr("Period"), time)
        self._anew = link_button(self.tr("Start over"))
        self._anew.clicked.connect(self.anew_wanted)
        self._anew.hide()

    def _whom(self) -> QWidget:
        """A line to type in, and under it who reads what the mentee shares."""
        whom = QWidget()
        column = QVBoxLayout(whom)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Field(self.tr("For"), self._audience))
        for audience in AUDIENCES:
            button = link_button(audience.words)
            button.clicked.connect(self._choose_audience)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        whom.setFocusProxy(self._audience)
        return whom

    @Slot()
    def _choose_audience(self) -> None:
        button = self.sender()
        assert isinstance(button, QPushButton)  # it alone is connected
        self._audience.setText(button.text())
        self._for.close_panel()
        self.audience_edited.emit(button.text())
        self.audience_settled.emit()

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(room // 2, 0, room // 2, 0)
        column.setSpacing(room * 2 // 3)
        self._title = label(self.tr("Share"), "title")
        self._title.setContentsMargins(room // 2, 0, 0, 0)
        column.addWidget(self._title)
        chips = QWidget()
        chips.setContentsMargins(room // 2, 0, 0, 0)
        flow = FlowLayout(chips, room // 3)
        for chip in (self.template, self._for, self._time, self._anew):
            flow.addWidget(chip)
        column.addWidget(chips)
        self._nothing.setContentsMargins(room // 2, 0, room // 2, 0)
        column.addWidget(self._nothing, 1, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.list, 1)
        log = Foldable(self.tr("Shared so far"), self._log, folded=True)
        column.addWidget(log)
        self.setMinimumWidth(room * 13)


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
