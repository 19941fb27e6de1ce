"""The page of an entry: title, chips, parts and text in one column of reading width, which scrolls as one."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.page_text import PageText, gutter_of
from amp_desktop.ui.editing.page_texts import PageTexts
from amp_desktop.ui.editing.title_edit import TitleEdit
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.part import Part, TextPart
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.labels import label


class PageColumn(QScrollArea):
    """Lays out what one writes an entry in, and leads the keyboard through it.

    Attributes:
        title: The entry's title.
        body: The part of the free text.
        texts: The texts of the page.
        resized: It is as wide or high as it was not before.
        left: Escape was pressed.
    """

    resized = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_variant(self, "page")
        self.title = TitleEdit()
        self.detail = label("", "small")
        self.body = TextPart("body", "", self.tr("Write…"))
        self.texts = PageTexts(self.body.edit, self)
        self._form: KindForm | None = None
        self._side = 0
        self._zoom = 1.0
        self._moved = False
        self._is_filling = False
        self._lay_out()
        self._connect_part(self.body)
        self.title.entered.connect(self.focus_beginning)
        self.title.left_downwards.connect(self._go_down)
        self.texts.sight_wanted.connect(self._show_widget)
        self.verticalScrollBar().valueChanged.connect(self._follow)
        self.verticalScrollBar().rangeChanged.connect(self._bar_came_or_went)

    def show_form(self, form: KindForm) -> None:
        """Show these parts around the free text in the place of those before."""
        if form is self._form:
            return
        self._column.setEnabled(False)  # Qt would lay out anew at each part, all within the former height
        if self._form is not None:
            self._form.hide_parts()
        self.take_in(form)
        self._form = form
        for part in form.parts():
            part.set_zoom(self._zoom)
        form.show_parts()
        self.body.call(form.heading, form.invitation)
        parts = (*form.parts_above(), self.body, *form.below)
        for part in parts:
            part.raise_()  # screen readers go through them in this order
        self._column.setEnabled(True)
        self.texts.set_parts(parts)

    @contextmanager
    def filling(self, scrolled: int) -> Iterator[None]:
        """Another entry comes to the page: follow no cursor meanwhile, then lay all out, scrolled so far."""
        self._is_filling = True
        try:
            yield
        finally:
            self._is_filling = False
        self.scroll_to(scrolled)

    def set_side(self, side: int) -> None:
        """Keep so many pixels free at both sides of what is written."""
        if side != self._side:
            self._side = side
            self.arrange()

    def set_zoom(self, zoom: float) -> None:
        """Show what is written so many times as large as usual."""
        self._zoom = zoom
        for text in self.texts.known:
            text.set_zoom(zoom)
        for part in self._form.parts() if self._form is not None else ():
            part.set_zoom(zoom)

    def arrange(self) -> None:
        """Lay everything out now; Qt would do so when the next events are served."""
        self._moved = False
        bar = self.verticalScrollBar()
        free, gutter = self.viewport().width(), self.body.gutter
        room = self.fontMetrics().height()
        # Lines are as long without the scroll bar as with it: they would break elsewhere, and need it again.
        right = self._side - gutter - (self.width() - free)
        self._column.setContentsMargins(max(self._side - gutter, 0), room // 4, max(right, 0), room)
        for part in self._stops():
            inner = part.layout()
            if inner is not None:
                inner.activate()
        needed = self._column.heightForWidth(free) if self._column.hasHeightForWidth() else 0
        needed = needed or self._column.sizeHint().height()
        # Whatever asked for another height until now gets it here; what asks from here on is asked again.
        QCoreApplication.removePostedEvents(self._content, QEvent.Type.LayoutRequest.value)
        self._content.resize(free, max(needed, self.viewport().height()))
        self._column.activate()
        bar.setSingleStep(room)
        self._follow()

    def scroll_to(self, scrolled: int) -> None:
        """Show the page from so many pixels on."""
        self.arrange()
        self.verticalScrollBar().setValue(scrolled)

    def top_of(self, text: BodyEdit) -> int:
        """Where on the page a text begins, in pixels."""
        place = text.parentWidget()
        return place.mapTo(self._content, QPoint(0, 0)).y() if place is not None else 0

    def reveal(self, text: BodyEdit) -> None:
        """Bring the cursor of a text into sight."""
        self._bring_to_sight(text, text.cursorRect().top(), text.cursorRect().bottom())

    @Slot()
    def focus_beginning(self) -> None:
        """Give the keyboard to the first part under the title that one writes in, past the chips."""
        chips = self._form.chips if self._form is not None else None
        any(stop.focus_writing() for stop in self._stops() if stop is not chips)
        self._show_focus()

    def place_of(self, widget: QWidget, point: QPoint) -> QPoint:
        """Where on the whole page a point of something on it is."""
        return widget.mapTo(self._content, point)

    def go_by_page(self, caret: QPoint, by: int) -> None:
        """Scroll a window's height up (-1) or down (1), and write on as far from its top as before.

        Args:
            caret: Where on the page one writes.
            by: Which way.
        """
        bar, before = self.verticalScrollBar(), self.verticalScrollBar().value()
        bar.setValue(before + by * max(self.viewport().height() - 3 * self.fontMetrics().height(), 1))
        if bar.value() == before:
            self.go_to_end(by)
        else:
            self._write_at(QPoint(caret.x(), caret.y() + bar.value() - before))

    def go_to_end(self, by: int) -> None:
        """Go to the very beginning of the page (-1), or to its end (1)."""
        if by < 0:
            self.title.moveCursor(QTextCursor.MoveOperation.Start)
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.verticalScrollBar().setValue(0)
        else:
            self._filled_stops()[-1].focus_last()
            self.arrange()
            self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def _filled_stops(self) -> list[Part]:
        """The free text and the parts that hold something: what is empty opens for nobody who goes past."""
        return [stop for stop in self._stops() if stop is self.body or not stop.is_empty()]

    def _write_at(self, place: QPoint) -> None:
        """Give the keyboard to what stands at a place of the page, or nearest above it."""
        above = [stop for stop in self._filled_stops() if stop.y() <= place.y()]
        if not above:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        texts = [text for text in above[-1].texts() if self.top_of(text) <= place.y()]
        if texts:
            text = texts[-1]
            text.setTextCursor(text.cursorForPosition(text.viewport().mapFrom(self._content, place)))
            text.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            above[-1].focus_near(place.y() - above[-1].y())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Lay out when a part asks for another height."""
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self.arrange()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew, and tell of it."""
        super().resizeEvent(event)
        self.arrange()
        self.resized.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click into the free page goes to the text that is nearest above it."""
        at = self._content.mapFrom(self, event.position().toPoint())
        above = [text for text in self.texts.shown() if self.top_of(text) <= at.y()]
        if above and event.button() is Qt.MouseButton.LeftButton:
            text = above[-1]
            place = text.parentWidget()
            below = place is None or at.y() > self.top_of(text) + place.height()
            text.go_to_end() if below else text.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def _lay_out(self) -> None:
        room, gutter = self.fontMetrics().height(), gutter_of(self.fontMetrics())
        self._content = QWidget()
        set_variant(self._content, "page")
        self._column = QVBoxLayout(self._content)
        self._column.setSpacing(round(room * 1.1))
        head = QVBoxLayout()
        head.setContentsMargins(gutter, 0, gutter, 0)
        head.setSpacing(room // 4)
        head.addWidget(self.title)
        head.addWidget(self.detail)
        self._column.addLayout(head)
        self._column.addWidget(self.body)
        self._column.addStretch(1)
        self.setWidget(self._content)
        self._content.installEventFilter(self)

    def take_in(self, form: KindForm) -> None:
        """Put the parts of a form that was not here before around the free text; nobody sees them yet."""
        if not form.parts() or form.parts()[0].parentWidget() is self._content:
            return
        form.hide_parts()  # or the layout would show them
        for part in form.parts_above():
            self._column.insertWidget(self._column.indexOf(self.body), part)
        for part in reversed(form.below):
            self._column.insertWidget(self._column.indexOf(self.body) + 1, part)
        for part in form.parts():
            self._connect_part(part)
            self.texts.know(part.texts())

    def _connect_part(self, part: Part) -> None:
        part.left_upwards.connect(self._go_up)
        part.left_downwards.connect(self._go_down)
        for text in part.texts():
            place = text.parentWidget()
            if isinstance(place, PageText):
                place.show_window(0, self.viewport().height())
                place.height_changed.connect(self._grew)
                place.caret_wanted.connect(self._reveal)
                text.place_wanted.connect(self._show_place)

    def _stops(self) -> list[Part]:
        """The parts that are shown, top to bottom."""
        form = self._form
        if form is None:
            return [self.body]
        chips = (form.chips,) if form.chips is not None else ()
        parts = (*chips, *form.above, self.body, *form.below)
        return [part for part in parts if not part.isHidden()]

    @Slot()
    def _go_down(self) -> None:
        """From the title or a part to the one below."""
        stops, sender = self._stops(), self.sender()
        at = stops.index(sender) if isinstance(sender, Part) and sender in stops else -1
        if at + 1 < len(stops):
            stops[at + 1].focus_first()
            self._show_focus()

    @Slot()
    def _go_up(self) -> None:
        """From a part to the one above, or the title."""
        stops, sender = self._stops(), self.sender()
        at = stops.index(sender) if isinstance(sender, Part) and sender in stops else 0
        if at > 0:
            stops[at - 1].focus_last()
        else:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
            self.verticalScrollBar().setValue(0)
        self._show_focus()

    def _show_focus(self) -> None:
        focused: QWidget | None = self._content.focusWidget()
        if focused is not None:
            self.ensureWidgetVisible(focused, 0, self.fontMetrics().height())

    @Slot()
    def _bar_came_or_went(self) -> None:
        if self._content.width() != self.viewport().width():
            self.arrange()

    @Slot()
    def _grew(self) -> None:
        self._moved = True

    @Slot()
    def _reveal(self) -> None:
        place = self.sender()
        if isinstance(place, PageText) and place.isVisible() and not self._is_filling:
            if self._moved:
                self.arrange()
            self.reveal(place.edit)

    @Slot(int)
    def _show_place(self, position: int) -> None:
        """Scroll to a place in a text if it cannot be seen, with a third of the window above it."""
        text = self.sender()
        if isinstance(text, BodyEdit):
            cursor = text.textCursor()
            cursor.setPosition(position)
            line, bar, height = text.cursorRect(cursor), self.verticalScrollBar(), self.viewport().height()
            top = text.viewport().mapTo(self._content, line.topLeft()).y()
            if not bar.value() <= top <= bar.value() + height - line.height():
                bar.setValue(top - height // 3)

    @Slot(QWidget)
    def _show_widget(self, widget: QWidget) -> None:
        """Scroll so far that it can be seen; a row that was opened may have its height only now."""
        self.arrange()
        self.ensureWidgetVisible(widget, 0, self.fontMetrics().height())

    def _bring_to_sight(self, text: BodyEdit, top: int, bottom: int) -> None:
        """Scroll so far that lines of a text can be seen, with a little of what is around them."""
        bar, air = self.verticalScrollBar(), self.fontMetrics().height() // 2
        first = text.viewport().mapTo(self._content, QPoint(0, top)).y() - air
        last = first + bottom - top + 2 * air
        if first < bar.value():
            bar.setValue(first)
        elif last > bar.value() + self.viewport().height():
            bar.setValue(last - self.viewport().height())

    @Slot()
    def _follow(self) -> None:
        """Let each text show what of it stands in the window."""
        scrolled, height = self.verticalScrollBar().value(), self.viewport().height()
        for text in self.texts.all():
            place = text.parentWidget()
            if isinstance(place, PageText) and place.isVisibleTo(self._content):
                place.show_window(scrolled - self.top_of(text), height)
