"""Changing the passphrase, and having a new recovery code."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.ui.unlock.code_pages import CodeSheet
from amp_desktop.ui.unlock.new_passphrase import NewPassphraseFields
from amp_desktop.ui.unlock.passphrase_field import PassphraseField
from amp_desktop.ui.widgets.buttons import primary_button, secondary_button
from amp_desktop.ui.widgets.labels import label


class KeyForm(QWidget):
    """Asks for the passphrase before anything about the keys is changed.

    Signals:
        cancelled(): The mentee changed their mind.

    Attributes:
        column: Where more is asked; between the passphrase and the buttons.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.passphrase = PassphraseField(self.tr("Current passphrase"))
        self.go = primary_button("")
        self._cancel = secondary_button(self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        self.column = QVBoxLayout()
        buttons = QHBoxLayout()
        buttons.addWidget(self.go)
        buttons.addWidget(self._cancel)
        buttons.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(self.fontMetrics().height() * 3 // 4)
        whole.addWidget(self.passphrase)
        whole.addLayout(self.column)
        whole.addLayout(buttons)
        self.setFocusProxy(self.passphrase)

    def forget(self) -> None:
        """Drop what was typed."""
        self.passphrase.clear()


class PassphraseForm(KeyForm):
    """Asks for the present passphrase and twice for a new one.

    Signals:
        chosen(str, str): The present passphrase and the new one.
    """

    chosen = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.go.setText(self.tr("Change the passphrase"))
        self._new = NewPassphraseFields()
        self.column.addWidget(self._new)
        self.passphrase.edited.connect(self._look)
        self._new.completed.connect(self._look)
        self._new.taken.connect(self._choose)
        self.go.clicked.connect(self._new.take)
        self._look()

    def forget(self) -> None:
        """Drop what was typed."""
        super().forget()
        self._new.clear()

    def _is_complete(self) -> bool:
        return bool(self.passphrase.text()) and self._new.chosen().is_complete

    @Slot()
    def _look(self) -> None:
        self.go.setEnabled(self._is_complete())

    @Slot(str)
    def _choose(self, passphrase: str) -> None:
        if self._is_complete():
            self.chosen.emit(self.passphrase.text(), passphrase)


class CodeForm(KeyForm):
    """Asks for the passphrase, and then shows a new recovery code until it is put away.

    Signals:
        code_requested(str): A new code is wanted; with the present passphrase.
    """

    code_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.go.setText(self.tr("Make a new code"))
        self._advice = label(self.tr("The code you have now will stop working."), "muted")
        self._sheet = CodeSheet()
        self.column.addWidget(self._advice)
        self.column.addWidget(self._sheet)
        self.passphrase.edited.connect(self._look)
        self.passphrase.entered.connect(self._request)
        self.go.clicked.connect(self._request)
        self.forget()

    def show_code(self, code: str) -> None:
        """Show the new code, to be written down."""
        self._sheet.show_code(code)
        self._sheet.show()
        self._advice.setText(
            self.tr("Write this down now. It is shown only once, and the old code no longer works.")
        )
        self.passphrase.hide()
        self.go.hide()
        self._cancel.setText(self.tr("I have written it down"))

    def forget(self) -> None:
        """Drop the code and what was typed."""
        super().forget()
        self._sheet.show_code("")
        self._sheet.hide()
        self._advice.setText(self.tr("The code you have now will stop working."))
        self.passphrase.show()
        self.go.show()
        self._cancel.setText(self.tr("Cancel"))
        self._look()

    @Slot()
    def _look(self) -> None:
        self.go.setEnabled(bool(self.passphrase.text()))

    @Slot()
    def _request(self) -> None:
        if self.passphrase.text():
            self.code_requested.emit(self.passphrase.text())
