"""A Markdown text that stands on a page among other things, as high as it is long."""

import math

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from amp_desktop.ui.editing.body import BodyEdit


class PageText(QWidget):
    """The place of a text on a page that scrolls.

    Attributes:
        edit: What one writes in.
    """

    def __init__(self, field: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = BodyEdit(self)
        self.edit.field = field
        self.edit.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.edit)
        self.edit.document_shown.connect(self._follow)
        self._follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines break elsewhere where it is wider."""
        super().resizeEvent(event)
        self.edit.setGeometry(self.rect())
        self._fit()

    def _height(self) -> int:
        line = math.ceil(self.edit.fontMetrics().lineSpacing() * 1.45)
        return max(math.ceil(self.edit.document().size().height()), line)

    @Slot()
    def _follow(self) -> None:
        """Another document is shown: be as high as that one."""
        layout = self.edit.document().documentLayout()
        layout.documentSizeChanged.connect(self._fit, Qt.ConnectionType.UniqueConnection)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        if self._height() != self.height():
            self.setFixedHeight(self._height())
