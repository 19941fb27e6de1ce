"""A form that opens where its button was, and goes again once it is answered."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from amp_desktop.ui.widgets.into_view import IntoView
from amp_desktop.ui.widgets.layouts import discard


class PlacedForm(QWidget):
    """What a `FormInPlace` holds; it gives the keyboard to its first field by a focus proxy.

    Attributes:
        left: All is to stay as it was.
    """

    left = Signal()

    def forget(self) -> None:
        """Drop what was typed."""
        raise NotImplementedError


class FormInPlace(QWidget):
    """The place for one form; hidden while there is none.

    An opened form is scrolled to and has the keyboard, and its button is gone meanwhile. The button gets the
    keyboard back with its place, unless that went elsewhere.
    """

    def __init__(self, button: QPushButton, parent: QWidget | None = None) -> None:
        """Make the place, without a form.

        Args:
            button: What opens it, wherever that stands.
            parent: The widget it stands on.
        """
        super().__init__(parent)
        self._button = button
        self._form: PlacedForm | None = None
        self._into_view = IntoView(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def is_open(self) -> bool:
        """Whether a form is to be seen."""
        return self._form is not None

    def open(self, form: PlacedForm) -> None:
        """Show a form instead of the button, and of any form before it."""
        self.put_away()
        self._form = form
        form.left.connect(self.put_away)
        self._column.addWidget(form)
        form.show()
        self.show()
        self._button.hide()
        form.setFocus()
        self._into_view.bring(form)

    @Slot()
    def put_away(self) -> None:
        """Have the button in place of the form, if there is one, with every word in it dropped."""
        if self._form is None:
            return
        form, self._form = self._form, None
        self._into_view.forget()
        held = form.isAncestorOf(form.window().focusWidget())
        form.forget()
        discard(self._column, form)
        self.hide()
        self._button.show()
        if held:
            self._button.setFocus()
