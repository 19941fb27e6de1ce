"""The fields of an entry that only a newer version of the program understands, to be read."""

import json

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.part import FieldsPart
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import discard


class UnknownForm(KindForm):
    """What can be read of it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self.compose(above=(UnknownFields(),))


class UnknownFields(FieldsPart):
    """A sentence that says why it cannot be changed, and each field by its name, as it was written."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: list[QWidget] = []
        self.rows.addWidget(
            label(
                self.tr(
                    "A newer version of AMP Journal wrote this. It can be read here, and is kept as it is; "
                    "to change it, open the journal with that version."
                ),
                "muted",
            )
        )

    def show_entry(self, entry: Entry) -> None:
        """Show what the newer version wrote."""
        for field in self._fields:
            discard(self.rows, field)
        self._fields = []
        for name, value in entry.extra.items():
            words = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, indent=1)
            shown = label(words)
            shown.setTextFormat(Qt.TextFormat.PlainText)
            shown.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._fields.append(Field(name, shown))
            self.rows.addWidget(self._fields[-1])
            self._fields[-1].show()

    def set_writable(self, writable: bool) -> None:
        """It never is; what stands here is to be read and copied all the same."""

    def filled(self, entry: Entry) -> Entry:
        """The entry as it is: nothing can be changed."""
        return entry
