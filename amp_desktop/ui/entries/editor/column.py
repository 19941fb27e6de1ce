"""How the parts of the editor stand over one another, in line with the text."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from amp_desktop.ui.widgets.reading_column import indent


class EditorColumn(QVBoxLayout):
    """Toolbar, page, what is attached, and foot.

    Args:
        editor: What it lays out.
        bar: The toolbar.
        area: The page, which takes the room that is left.
        strip: What stands under page and preview.
        footer: What stands at the foot.
    """

    def __init__(
        self, editor: QWidget, bar: QWidget, area: QWidget, strip: QVBoxLayout, footer: QWidget
    ) -> None:
        super().__init__(editor)
        self._editor, self._bar, self._strip = editor, bar, strip
        room = editor.fontMetrics().height()
        self._top = QVBoxLayout()
        self._top.setContentsMargins(0, room // 2, 0, room // 2)
        self._top.addWidget(bar)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(0, room // 3, 0, room // 3)
        self._foot.addWidget(footer)
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(0)
        self.addLayout(self._top)
        self.addWidget(area, 1)
        self.addLayout(strip)
        self.addLayout(self._foot)

    @Slot(int)
    def indent_all(self, side: int) -> None:
        """Keep all else in line with the text, which begins so many pixels from the edge."""
        room = self._editor.fontMetrics().height()
        free = max((self._editor.width() - self._bar.sizeHint().width()) // 2, 0)
        # The icons, not their edges, stand over the text; the last never touches the panel beside it.
        indent(self._top, max(min(side - room // 3, free), room // 3))
        for part in (self._strip, self._foot):
            indent(part, side)
