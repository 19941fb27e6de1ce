"""A part of a panel that can be folded away."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from amp_desktop.ui.style.icons import icon, icon_size
from amp_desktop.ui.style.theme import set_variant


class Foldable(QWidget):
    """A heading that shows and hides what is under it.

    Attributes:
        folded_changed: The person folded (True) or unfolded it.
    """

    folded_changed = Signal(bool)

    def __init__(
        self, title: str, content: QWidget, parent: QWidget | None = None, *, folded: bool = False
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._content = content
        self._heading = QPushButton(title)
        set_variant(self._heading, "fold")
        self._heading.setIconSize(icon_size(self._heading, 1.0))
        self._heading.clicked.connect(self._toggle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 4)
        column.addWidget(self._heading)
        column.addWidget(content)
        self._folded = folded
        self.set_folded(folded)

    def folded(self) -> bool:
        """Whether the content is hidden."""
        return self._folded

    def set_folded(self, folded: bool) -> None:
        """Fold or unfold without telling anybody."""
        self._folded = folded
        self._content.setHidden(folded)
        away = "chevron-left" if self.isRightToLeft() else "chevron-right"
        self._heading.setIcon(icon(away if folded else "chevron-down"))
        state = self.tr("{title}, folded") if folded else self.tr("{title}, unfolded")
        self._heading.setAccessibleName(state.format(title=self._title))

    @Slot()
    def _toggle(self) -> None:
        self.set_folded(not self._folded)
        self.folded_changed.emit(self._folded)
