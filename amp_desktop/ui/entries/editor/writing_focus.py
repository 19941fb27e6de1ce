"""What follows the keyboard about the open page: marks of a text, keys, and where undo was at work."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.title_edit import TitleEdit
from amp_desktop.ui.entries.editor.format_bar import FormatBar
from amp_desktop.ui.entries.editor.own_keys import OwnKeys
from amp_desktop.ui.entries.editor.page_keys import PageKeys
from amp_desktop.ui.widgets.into_view import IntoView
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit


class WritingFocus(QObject):
    """Hears where the keyboard goes, as long as its page lives.

    Attributes:
        row_began: Somebody writes in a row that is no text of its own; carries its editor.
    """

    row_began = Signal(object)

    def __init__(
        self, page: QWidget, bar: FormatBar, keys: OwnKeys, page_keys: PageKeys, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._bar = bar
        self._keys = keys
        self._page_keys = page_keys
        self._into_view = IntoView(page)
        bar.set_writing(False)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._went)

    def follow(self, text: BodyEdit) -> None:
        """Have the keyboard follow undo into this text."""
        text.step_taken.connect(self._go_where_undone)

    @Slot(QWidget, QWidget)
    def _went(self, left: QWidget | None, to: QWidget | None) -> None:
        """What marks a text comes with the cursor in one, and stays while its buttons are used.

        What a key leads to is brought to be seen: Qt does that for Tab alone. A text shows its own cursor.
        """
        is_of_page = to is not None and self._page.isAncestorOf(to)
        if to is not None and is_of_page:
            if isinstance(to, PrivateTextEdit) and not isinstance(to, BodyEdit | TitleEdit):
                self.row_began.emit(to)
            self._page_keys.watch(to)
            is_led = left is not None and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
            if is_led and not isinstance(to, BodyEdit | TitleEdit):
                self._into_view.bring(to)
            self._keys.watch(to)  # rows come and go: their editors are known when they are written in
        if to is not None and not self._bar.isAncestorOf(to):
            self._bar.set_writing(isinstance(to, BodyEdit) and is_of_page)

    @Slot()
    def _go_where_undone(self) -> None:
        """Undo was at work in a text: who writes in another one goes on writing there."""
        text, focused = self.sender(), QApplication.focusWidget()
        if isinstance(text, BodyEdit) and isinstance(focused, BodyEdit) and text is not focused:
            text.setFocus(Qt.FocusReason.OtherFocusReason)
