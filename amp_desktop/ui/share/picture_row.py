"""One picture of an entry that leaves: whether it leaves too, and what it shows."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QWidget

from amp_desktop.ui.widgets.mnemonics import without_mnemonic


class PictureRow(QWidget):
    """A box to tick, and the words for whoever cannot see the picture.

    Signals:
        chosen(str, str | None): The picture with that key leaves under these words; None lets it stay.
    """

    chosen = Signal(str, object)

    def __init__(
        self, key: str, name: str, words: str, *, leaves: bool, parent: QWidget | None = None
    ) -> None:
        """Make it.

        Args:
            key: Of the picture.
            name: What it is called here.
            words: What it shows, as far as anybody said.
            leaves: Whether it is ticked.
            parent: The owner.
        """
        super().__init__(parent)
        self._key = key
        self._box = QCheckBox(without_mnemonic(name))
        self._box.setChecked(leaves)
        self._box.toggled.connect(self._tell)
        self._words = QLineEdit(words)
        self._words.setEnabled(leaves)
        self._words.setPlaceholderText(self.tr("What does it show?"))
        self._words.setAccessibleName(self.tr("What it shows, of {name}").format(name=name))
        self._words.editingFinished.connect(self._tell)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._box)
        row.addWidget(self._words, 1)

    def ask_for_words(self) -> None:
        """Have the line written in."""
        self._words.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _tell(self) -> None:
        words = " ".join(self._words.text().split())
        self.chosen.emit(self._key, words if self._box.isChecked() else None)
