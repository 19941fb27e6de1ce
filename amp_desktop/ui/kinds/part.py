"""A headed piece of an entry's page: what every kind's page is made of, from top to bottom."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.page_text import PageText, gutter_of
from amp_desktop.ui.editing.row_text import RowText
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.labels import SectionLabel


class Part(QWidget):
    """One headed piece of an entry's page; `column` takes what stands under the heading.

    It is as wide as the page's column and the free margins beside it, so that a handle can hang left of the
    line that all texts begin on.

    Attributes:
        edited: The person changed something in it, by typing too; never told for what the program shows.
        left_upwards: Up in its first line or row: the keyboard goes to the part before.
        left_downwards: Down in its last line or row: the keyboard goes to the part after.
        offered: Pictures or files were pasted or dropped beside its `texts`; carries the offers.
        gutter: How wide the free margin at each side is, in pixels.
        heading: What it is called; hidden where it is called nothing.
        head: The line that the heading stands in, for what is said at its end.
        column: The part's layout. It stands within the margins; what needs them takes them off
            (`column.setContentsMargins(0, 0, 0, 0)`) and begins each row with them.
    """

    edited = Signal()
    left_upwards = Signal()
    left_downwards = Signal()
    offered = Signal(object)

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        room = self.fontMetrics().height()
        self.gutter = gutter_of(self.fontMetrics())
        self.heading = SectionLabel(heading, self)
        self.heading.setVisible(bool(heading))
        self.head = QHBoxLayout()
        self.head.setContentsMargins(self.gutter, 0, self.gutter, 0)
        self.head.setSpacing(room // 2)
        self.head.addWidget(self.heading, 1)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(self.gutter, 0, self.gutter, 0)
        self.column.setSpacing(room // 3)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(room // 3)
        whole.addLayout(self.head)
        whole.addLayout(self.column)

    def show_entry(self, entry: Entry) -> None:
        """Show an entry without telling anybody.

        Cursor, focus and what is half typed stay where the value is what stands here already.
        """
        raise NotImplementedError

    def filled(self, entry: Entry) -> Entry:
        """The entry with this part as it stands here."""
        raise NotImplementedError

    def is_empty(self) -> bool:
        """Whether nothing stands in it; what one chooses from or only looks at always has something."""
        return False

    def set_writable(self, writable: bool) -> None:
        """Whether it may be changed; what lies in the bin may not."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """The keyboard comes from above."""
        raise NotImplementedError

    def focus_state(self) -> None:
        """The keyboard is wanted where the entry's state is chosen, for a row under the title."""
        self.focus_first()

    def focus_last(self) -> None:
        """The keyboard comes from below."""
        self.focus_first()

    def focus_near(self, y: int) -> None:
        """Give the keyboard to what is near so many pixels below its top."""
        self.focus_first() if y < self.height() // 2 else self.focus_last()

    def focus_writing(self) -> bool:
        """Give the keyboard to where one begins to write in it; whether there is such a place."""
        self.focus_first()
        return True

    def set_zoom(self, zoom: float) -> None:
        """Show what is written in it so many times as large as usual; its `texts` are told by themselves."""

    def texts(self) -> tuple[BodyEdit, ...]:
        """The Markdown texts in it, top to bottom; undo, find, spelling and the format bar follow them.

        Each is named by its `field`, the entry's attribute that it shows.
        """
        return ()

    def row_texts(self) -> Sequence[RowText]:
        """The texts in its rows, top to bottom: fields of the entry that finding looks into too."""
        return ()


class TextPart(Part):
    """A text of the entry, in Markdown, as high as it is long.

    While it is empty and nobody writes in it, it is one faint line: the invitation, without the heading.

    Attributes:
        text: The text's place on the page.
        edit: What one writes in.
        keeps_heading: Whether the heading stands over the invitation, too.
    """

    keeps_heading: ClassVar[bool] = False

    def __init__(self, field: str, heading: str, invitation: str, parent: QWidget | None = None) -> None:
        """Make it.

        Args:
            field: The entry's attribute that it shows, such as "tried".
            heading: What it is called.
            invitation: What stands in its place while it is empty, such as "What I tried".
            parent: The owner.
        """
        super().__init__(heading, parent)
        self.text = PageText(field, self)
        self.edit = self.text.edit
        self._invitation = invitation
        self._opened: bool | None = None
        self._pencil = IconLabel("pencil", "faint", 1.0, self.text)
        self.column.setContentsMargins(0, 0, 0, 0)  # the text keeps the margins free itself
        self.column.addWidget(self.text)
        self.call(heading, invitation)
        self.edit.edited.connect(self.edited)
        self.text.height_changed.connect(self._place_pencil)
        self.edit.textChanged.connect(self._open_or_close)  # by another document, too
        self.edit.focus_came.connect(self._open_or_close)
        self.edit.focus_left.connect(self._open_or_close)
        self.edit.left_upwards.connect(self.left_upwards)
        self.edit.left_downwards.connect(self.left_downwards)

    def call(self, heading: str, invitation: str) -> None:
        """Call it so from now on."""
        self.heading.setText(heading)
        self._invitation = invitation
        self.edit.setAccessibleName(heading or self.tr("Text of the entry, in Markdown"))
        self._open_or_close()

    def show_entry(self, entry: Entry) -> None:
        """Show the entry's text; another one than before is a step that undo takes back."""
        text = getattr(entry, self.edit.field)
        if self.edit.text() != text:
            self.edit.bring_to(text)

    def filled(self, entry: Entry) -> Entry:
        """The entry with the text as it stands here."""
        written: dict[str, Any] = {self.edit.field: self.edit.text()}
        return replace(entry, **written)

    def is_empty(self) -> bool:
        """Whether there is no letter in it."""
        return self.edit.document().isEmpty()

    def set_writable(self, writable: bool) -> None:
        """Whether it may be written in."""
        self.edit.setReadOnly(not writable)

    def focus_first(self) -> None:
        """Write from the beginning."""
        self.edit.go_to_beginning()

    def focus_last(self) -> None:
        """Write on at the end."""
        self.edit.go_to_end()

    def texts(self) -> tuple[BodyEdit, ...]:
        """The one that it is."""
        return (self.edit,)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where one reads from right to left, the pencil stands at the other side."""
        super().resizeEvent(event)
        self._place_pencil()

    @Slot()
    def _open_or_close(self) -> None:
        """Closed, it is the invitation alone."""
        opened = self.edit.hasFocus() or not self.is_empty() or not self.heading.text()
        self.heading.setVisible((opened or self.keeps_heading) and bool(self.heading.text()))
        is_said = opened and self.heading.text() == self._invitation  # right above it
        self.edit.setPlaceholderText("" if is_said else self._invitation)
        if self._opened is not opened:
            self._opened = opened
            self._pencil.setHidden(opened)
            before = 0 if opened else self._pencil.sizeHint().width() + self.fontMetrics().height() // 2
            self.edit.set_side(self.gutter, before=before)
            self.column.setContentsMargins(0, 0 if opened else self.text.air_above(), 0, 0)
        self.text.fit()
        self._place_pencil()

    @Slot()
    def _place_pencil(self) -> None:
        """Before the middle of the invitation's letters."""
        if self._opened:
            return
        size = self._pencil.sizeHint()
        left = self.text.width() - self.gutter - size.width() if self.isRightToLeft() else self.gutter
        top = self.text.letters_middle() - size.height() // 2
        self._pencil.setGeometry(left, max(top, 0), size.width(), size.height())


class FieldsPart(Part):
    """Fields one under the other, each under its own label, in one part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.fields = QWidget()
        self.rows = QVBoxLayout(self.fields)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(self.fontMetrics().height())
        self.column.addWidget(self.fields)

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be changed."""
        self.fields.setEnabled(writable)

    def focus_first(self) -> None:
        """Go to the first field."""
        fields: list[QWidget] = self.fields.findChildren(QWidget)
        first = next((one for one in fields if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)
