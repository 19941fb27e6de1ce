"""Tags as chips: shown, taken away, added."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, QStringListModel, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from amp_desktop.ui.style.theme import set_variant, theme
from amp_desktop.ui.widgets.buttons import icon_button
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.labels import Elided
from amp_desktop.ui.widgets.layouts import discard
from amp_desktop.ui.widgets.tips import plain_tip
from amp_desktop.ui.widgets.undo_keys import OWN_UNDO


class Chip(QFrame):
    """One tag, or another word; with a cross if it may be taken away.

    Attributes:
        removed: The cross was pressed; carries the text.
    """

    removed = Signal(str)

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        removable: bool = False,
        cross: str = "",
        quiet: bool = False,
    ) -> None:
        """Make it.

        Args:
            text: What it says.
            parent: The widget it stands on.
            removable: Whether it has a cross.
            cross: What the cross does, in words, where the text is no tag.
            quiet: Whether it is only an outline: it belongs here, but is not changed here.
        """
        super().__init__(parent)
        self._text = text
        self._quiet = quiet
        set_variant(self, "chip")
        room = self.fontMetrics().height()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, room // 8, 0, room // 8)
        row.setSpacing(0)
        row.addSpacing(room // 2)
        words = Elided(text, "muted" if quiet else "")
        words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row.addWidget(words)
        row.addSpacing(room // 6 if removable else room // 2)
        if removable:
            name = cross or self.tr("Remove the tag {tag}").format(tag=text)
            button = icon_button("x", name, look="small")
            button.clicked.connect(self._remove)
            row.addWidget(button)
            row.addSpacing(room // 6)

    def text(self) -> str:
        """The tag."""
        return self._text

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the round ends that a style sheet cannot size."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tokens, edge = theme().tokens, 0.5 if self._quiet else 0.0
        painter.setPen(tokens.line if self._quiet else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if self._quiet else tokens.chip)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), self.height() / 2, self.height() / 2
        )
        painter.end()

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self._text)


class _NewTag(QLineEdit):
    """Where a tag is typed; an empty one closes itself.

    Attributes:
        abandoned: No tag is to be added.
        left: The keyboard went elsewhere, and something is typed.
    """

    abandoned = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.abandoned.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            return
        (self.left if self.text().strip() else self.abandoned).emit()


class ChipRow(QWidget):
    """The tags of one thing, which can be taken away and added to.

    Attributes:
        changed: The person added or removed a tag; carries the list of all tags, in order.
        begun: A tag is about to be typed: the time to set suggestions.
        ended: Enter was pressed where no tag was typed: that was all.
    """

    changed = Signal(list)
    begun = Signal()
    ended = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._tags: list[str] = []
        self._chips: list[Chip] = []
        self._of_text: list[Chip] = []
        self._flow = FlowLayout(self, self.fontMetrics().height() // 3)
        self._plus = icon_button("plus", self.tr("Add a tag"), look="small")
        self._plus.clicked.connect(self._begin)
        self._known = QStringListModel(self)
        self._line = self._new_line()
        self._flow.addWidget(self._line)
        self._flow.addWidget(self._plus)

    def tags(self) -> list[str]:
        """The tags shown, in order."""
        return list(self._tags)

    def set_tags(self, tags: Iterable[str]) -> None:
        """Show these tags without telling anybody."""
        self._tags = list(dict.fromkeys(tags))
        for chip in self._chips:
            if chip.isAncestorOf(self.focusWidget()):
                self._plus.setFocus()
            discard(self._flow, chip)
        self._chips = [Chip(tag, self, removable=True) for tag in self._tags]
        for index, chip in enumerate(self._chips):
            chip.removed.connect(self._remove)
            self._flow.insert_widget(index, chip)
            chip.show()
        self.updateGeometry()

    def set_text_tags(self, tags: Iterable[str]) -> None:
        """Show, more quietly, the tags that stand in the text; they are changed there."""
        wanted = list(tags)
        if wanted == [chip.text() for chip in self._of_text]:
            return
        for chip in self._of_text:
            discard(self._flow, chip)
        self._of_text = [Chip(tag, self, quiet=True) for tag in wanted]
        for index, chip in enumerate(self._of_text, start=len(self._chips)):
            words = self.tr("{tag}: in the text").format(tag=chip.text())
            chip.setAccessibleName(words)
            chip.setToolTip(plain_tip(words))
            self._flow.insert_widget(index, chip)
            chip.show()
        self.updateGeometry()

    def set_suggestions(self, tags: Iterable[str]) -> None:
        """The tags in use elsewhere, offered while typing."""
        self._known.setStringList(list(tags))

    def begin(self) -> None:
        """Let a tag be typed at once."""
        self._begin()

    def drop_typed(self) -> None:
        """Add nothing of what is typed and not entered yet."""
        self._abandon()

    def finished(self) -> list[str]:
        """The tags, with one that is typed and not entered yet."""
        if self._line.text().strip():
            self._add()
        return self.tags()

    def _new_line(self) -> _NewTag:
        line = _NewTag(self)
        line.setPlaceholderText(self.tr("New tag"))
        line.setAccessibleName(self.tr("New tag"))
        line.setProperty(OWN_UNDO, True)  # noqa: FBT003 - Qt's signature
        line.setMaximumWidth(self.fontMetrics().averageCharWidth() * 18)
        completer = QCompleter(self._known, line)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(completer)
        line.returnPressed.connect(self._add)
        line.abandoned.connect(self._abandon)
        line.left.connect(self._add)
        line.hide()
        return line

    @Slot()
    def _begin(self) -> None:
        self.begun.emit()
        self._plus.hide()
        self._line.show()
        self._line.setFocus()

    @Slot()
    def _abandon(self) -> None:
        if self._line.isHidden():
            return
        had_focus = self._line.hasFocus()
        self._line.clear()
        self._line.hide()
        self._plus.show()
        if had_focus:
            self._plus.setFocus()

    @Slot()
    def _add(self) -> None:
        tag = self._line.text().strip()
        if not tag:
            self._abandon()
            self.ended.emit()
            return
        self._line.clear()
        if tag not in self._tags:
            self.set_tags([*self._tags, tag])
            self.changed.emit(self.tags())

    @Slot(str)
    def _remove(self, tag: str) -> None:
        self.set_tags([other for other in self._tags if other != tag])
        self._plus.setFocus()
        self.changed.emit(self.tags())
