"""Before the call: what it is to be about, in which order, and how long that takes."""

from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontInfo, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from amp_desktop.domain.agenda import AgendaPoint
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.meeting import MeetingStatus
from amp_desktop.ui.kinds.meeting.draft import MeetingDraft
from amp_desktop.ui.kinds.meeting.labels import plain
from amp_desktop.ui.kinds.meeting.point_row import NUMBER, PointRow
from amp_desktop.ui.kinds.part import Part
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import link_button, primary_button, quiet_button, secondary_button
from amp_desktop.ui.widgets.direction import set_own_text
from amp_desktop.ui.widgets.drop_mark import DropMark
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import clear_layout, discard
from amp_desktop.ui.widgets.mnemonics import without_mnemonic
from amp_desktop.ui.widgets.reading_line import PAGE_TEXT


class BeforePart(Part):
    """The agenda as numbered points; what was left out is one line, never lost.

    Attributes:
        call_started: The call begins.
        page_requested: The page for the mentor is wanted.
        entry_requested: What a point comes from is to be shown; carries its id.
    """

    call_started = Signal()
    page_requested = Signal()
    entry_requested = Signal(object)

    def __init__(self, draft: MeetingDraft, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._draft = draft
        self._rows: dict[str, PointRow] = {}
        self._is_writable = True
        self._mark = DropMark(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._points = QVBoxLayout()
        self._points.setSpacing(0)
        self._nothing = label(self.tr("Nothing yet. What would make this call worth it?"), "muted")
        self._more = label(self.tr("More is open than is shown here: these are the newest."), "muted")
        self._add = _AddLine(self.tr("Add a point"))
        self._out = link_button("")
        self._out.setCheckable(True)
        self._left_out = QVBoxLayout()
        self._left_out.setSpacing(0)
        self._start = primary_button(self.tr("Start the call"), "arrow-right")
        self._page = secondary_button(self.tr("Page for my mentor"), "send")
        self._skip = quiet_button(self.tr("It was not held"))
        self._after_all = quiet_button(self.tr("It is held after all"), "undo-2")
        self._lay_out()
        self._add.returnPressed.connect(self._add_point)
        self._add.stepped.connect(self._step_from_add)
        self._out.toggled.connect(self._show_left_out)
        self._start.clicked.connect(self.call_started)
        self._page.clicked.connect(self.page_requested)
        self._skip.clicked.connect(draft.skip)
        self._after_all.clicked.connect(draft.plan_again)
        draft.shown.connect(self._show)

    def show_entry(self, entry: Entry) -> None:
        """The draft shows it."""

    def filled(self, entry: Entry) -> Entry:
        """The draft fills it."""
        return entry

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be changed."""
        if writable == self._is_writable:
            return
        self._is_writable = writable
        for control in (self._add, self._start, self._page, self._skip, self._after_all):
            control.setEnabled(writable)
        for row in self._rows.values():
            row.set_writable(writable=writable)

    def focus_first(self) -> None:
        """The first point, or the line that adds one."""
        rows = self._shown()
        (rows[0] if rows else self._add).setFocus(Qt.FocusReason.TabFocusReason)

    def focus_writing(self) -> bool:
        """The line that adds a point."""
        self.focus_last()
        return True

    def focus_last(self) -> None:
        """The line that adds a point."""
        self._add.setFocus(Qt.FocusReason.BacktabFocusReason)

    def settle(self) -> None:
        """Keep a point that was begun: it is one without Enter, too."""
        if self._add.text().strip():
            self._add_point()

    def forget(self) -> None:
        """Drop every word."""
        self._add.clear()

    def _lay_out(self) -> None:
        gutter, room = self.gutter, self.fontMetrics().height()
        self.column.addLayout(self._points)
        inner = QVBoxLayout()
        inner.setContentsMargins(gutter, room // 3, gutter, 0)
        inner.setSpacing(room * 2 // 3)
        inner.addWidget(self._nothing)
        inner.addWidget(self._more)
        inner.addLayout(self._add_row())
        inner.addWidget(flowing(room // 2, self._start, self._page, self._skip, self._after_all, self._out))
        self.column.addLayout(inner)
        self.column.addLayout(self._left_out)

    def _add_row(self) -> QHBoxLayout:
        """The line that adds a point, its words below those of the points and a plus below their numbers."""
        em = QFontInfo(self.font()).pixelSize()
        plus = IconLabel("plus", "muted", 1.1)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(plus)
        row.addSpacing(round(em * NUMBER) - plus.sizeHint().width())
        row.addWidget(self._add, 1)
        return row

    def _shown(self) -> list[PointRow]:
        return [self._rows[point.key] for point in self._draft.agenda.points if point.key in self._rows]

    @Slot()
    def _show(self) -> None:
        if self.isHidden():
            return
        self.refresh()

    def refresh(self) -> None:
        """Show the agenda as it stands; a row that stays keeps the keyboard."""
        agenda, today = self._draft.agenda, self._draft.today()
        keys = {point.key for point in agenda.points}
        for key in [known for known in self._rows if known not in keys]:
            discard(self._points, self._rows.pop(key))
        for at, point in enumerate(agenda.points):
            row = self._rows.get(point.key) or self._made(point)
            row.show_point(point, at + 1, len(agenda.points), today)
            if self._points.indexOf(row) != at:
                held = row.hasFocus()
                self._points.removeWidget(row)
                self._points.insertWidget(at, row)
                row.raise_()
                if held:
                    row.setFocus(Qt.FocusReason.OtherFocusReason)
        self._mark.raise_()
        self._nothing.setVisible(not agenda.points)
        self._more.setVisible(agenda.has_more)
        self._show_left_out()
        meeting = self._draft.meeting
        has_begun, is_skipped = meeting.has_begun, meeting.status is MeetingStatus.SKIPPED
        today = self._draft.today()
        is_late = meeting.day < today or (meeting.day == today and bool(meeting.at))
        self._after_all.setVisible(is_skipped)
        self._skip.setVisible(is_late and not has_begun and not is_skipped)
        words = self.tr("Go on with the call") if has_begun else self.tr("Start the call")
        self._start.setText(words)

    def _made(self, point: AgendaPoint) -> PointRow:
        row = PointRow(point, self.gutter)
        row.set_writable(writable=self._is_writable)
        row.moved.connect(self._draft.move)
        row.left_out.connect(self._leave_out)
        row.minutes_changed.connect(self._draft.set_minutes)
        row.opened.connect(self.entry_requested)
        row.stepped.connect(self._step)
        row.dragged.connect(self._drag)
        row.dropped.connect(self._drop_at)
        self._rows[point.key] = row
        return row

    @Slot(str)
    def _leave_out(self, key: str) -> None:
        rows = self._shown()
        at = next(at for at, row in enumerate(rows) if row.point.key == key)
        following = rows[at + 1] if at + 1 < len(rows) else rows[at - 1] if at else self._add
        if rows[at].hasFocus():
            following.setFocus(Qt.FocusReason.OtherFocusReason)
        self._draft.leave_out(key)

    @Slot()
    def _add_point(self) -> None:
        text = self._add.text()
        self._add.clear()
        self._draft.add_point(text)

    @Slot(str, int)
    def _step(self, key: str, by: int) -> None:
        rows = self._shown()
        to = next(at for at, row in enumerate(rows) if row.point.key == key) + by
        if to < 0:
            self.left_upwards.emit()
        else:
            (rows[to] if to < len(rows) else self._add).setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(int)
    def _step_from_add(self, by: int) -> None:
        rows = self._shown()
        if by > 0:
            self.left_downwards.emit()
        elif rows:
            rows[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
        else:
            self.left_upwards.emit()

    # What was left out

    @Slot()
    def _show_left_out(self) -> None:
        clear_layout(self._left_out)
        out = self._draft.agenda.left_out
        self._out.setVisible(bool(out))
        set_own_text(self._out, self.tr("%n left out", "", len(out)))
        if not self._out.isChecked():
            return
        for point in out:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(self.gutter, 0, self.gutter, 0)
            row.addWidget(label(plain(point.text), "muted"), 1)
            back = _BackButton(self.tr("Back on the agenda"), point.key)
            back.setAccessibleName(self.tr("Back on the agenda: {point}").format(point=plain(point.text)))
            back.wanted.connect(self._bring_back)
            row.addWidget(back)
            self._left_out.addWidget(line)

    @Slot(str)
    def _bring_back(self, key: str) -> None:
        self._draft.leave_out(key, is_out=False)
        row = self._rows.get(key)
        if row is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    # Dragging

    def _gap(self, place: QPoint) -> int:
        y = self.mapFromGlobal(place).y()
        return sum(1 for row in self._shown() if row.geometry().center().y() < y)

    @Slot(str, QPoint)
    def _drag(self, _key: str, place: QPoint) -> None:
        rows, gap = self._shown(), self._gap(place)
        top = rows[gap].y() if gap < len(rows) else rows[-1].geometry().bottom() + 1
        self._mark.show_at(gap, QRect(self.gutter, top - 1, self.width() - 2 * self.gutter, 2))

    @Slot(str, QPoint)
    def _drop_at(self, key: str, place: QPoint) -> None:
        self._mark.hide()
        if key:
            at = next(at for at, row in enumerate(self._shown()) if row.point.key == key)
            gap = self._gap(place)
            self._draft.move_to(key, gap - (gap > at))


class _AddLine(QLineEdit):
    """A line of the page.

    Attributes:
        stepped: Up (-1) or Down (1).
    """

    stepped = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * PAGE_TEXT)
        self.setFont(font)
        self.setPlaceholderText(name)
        self.setAccessibleName(name)
        self.setTextMargins(-2, 0, -2, 0)  # Qt keeps two pixels free by itself
        set_variant(self, "page-line")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not held:
            self.stepped.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)


class _BackButton(QPushButton):
    """Brings a point back.

    Attributes:
        wanted: It was pressed; carries the point's key.
    """

    wanted = Signal(str)

    def __init__(self, words: str, key: str) -> None:
        super().__init__(without_mnemonic(words))
        set_variant(self, "link")
        self.setAutoDefault(False)
        self._key = key
        self.clicked.connect(self._tell)

    @Slot()
    def _tell(self) -> None:
        self.wanted.emit(self._key)
