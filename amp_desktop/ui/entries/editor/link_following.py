"""Following the links in a text that one writes: by Ctrl and a click, by Ctrl+Enter, by the menu."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QMouseEvent, QTextBlock, QTextCursor
from PySide6.QtWidgets import QMenu, QToolTip

from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.link_at import title_at
from amp_desktop.ui.editing.markdown_spans import Open
from amp_desktop.ui.editing.utf16 import to_characters
from amp_desktop.ui.kinds.row_words import shortened
from amp_desktop.ui.widgets.mnemonics import without_mnemonic
from amp_desktop.ui.widgets.tips import plain_tip

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CONTROL = Qt.KeyboardModifier.ControlModifier


class LinkFollowing(QObject):
    """Listens to one text. Elsewhere than in a link, keys and clicks mean what they always do.

    Attributes:
        title_requested: A link was followed; carries the title that is meant.
    """

    title_requested = Signal(str)

    def __init__(self, body: BodyEdit) -> None:
        super().__init__(body)
        self._body = body
        body.installEventFilter(self)
        body.viewport().installEventFilter(self)
        body.menu_wanted.connect(self._add_to_menu)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Take what follows a link before anything else sees it."""
        match event.type():
            case QEvent.Type.ShortcutOverride | QEvent.Type.KeyPress:
                return self._key(event)
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonRelease:
                return self._click(event)
            case QEvent.Type.ToolTip:
                return self._hint(event)
        return False

    def _key(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() not in _ENTER:
            return False
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier != _CONTROL:
            return False
        title = _title_at(self._body.textCursor())
        if title is None:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            self.title_requested.emit(title)
        return True

    def _click(self, event: QEvent) -> bool:
        if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
            return False
        if event.modifiers() != _CONTROL:
            return False
        title = _title_at(self._body.cursorForPosition(event.position().toPoint()))
        if title is not None and event.type() is QEvent.Type.MouseButtonRelease:
            self.title_requested.emit(title)
        return title is not None

    def _hint(self, event: QEvent) -> bool:
        """Say how to follow the link on which the pointer rests."""
        if not isinstance(event, QHelpEvent):
            return False
        title = _title_at(self._body.cursorForPosition(event.pos()))
        if title is None:
            QToolTip.hideText()
        else:
            words = self.tr("Ctrl+click opens “{title}”.").format(title=shortened(title))
            QToolTip.showText(event.globalPos(), plain_tip(words), self._body)
        return True

    @Slot(QMenu, int)
    def _add_to_menu(self, menu: QMenu, place: int) -> None:
        cursor = QTextCursor(self._body.document())
        cursor.setPosition(place)
        title = _title_at(cursor)
        if title is not None:
            go = QAction(self.tr("Go to “{title}”").format(title=without_mnemonic(title)), menu)
            go.setData(title)
            go.triggered.connect(self._go)
            before = menu.actions()[0] if menu.actions() else None
            menu.insertAction(before, go)  # type: ignore[arg-type]  # Qt takes none for the end
            menu.insertSeparator(before)  # type: ignore[arg-type]

    @Slot()
    def _go(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.title_requested.emit(action.data())


def _title_at(cursor: QTextCursor) -> str | None:
    block = cursor.block()
    line = block.text()
    if "[[" not in line or _is_code(block):
        return None
    return title_at(line, to_characters(line, cursor.positionInBlock()))


def _is_code(block: QTextBlock) -> bool:
    """Whether the block stands between fences, by what the highlighter left."""
    return bool(max(block.previous().userState(), 0) & Open.CODE)
