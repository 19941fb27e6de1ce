"""How the text is looked at: as it is written, as it reads, or both; how large, and in how wide a column."""

from PySide6.QtCore import QObject, Slot

from amp_desktop.ui.entries.editor.editor_actions import EditorActions
from amp_desktop.ui.entries.editor.format_bar import FormatBar
from amp_desktop.ui.entries.editor.writing_area import View, WritingArea
from amp_desktop.ui.platform.app_settings import (
    LARGEST_ZOOM,
    SMALLEST_ZOOM,
    USUAL_ZOOM,
    AppSettings,
    LineWidth,
)

ZOOM_STEP = 10
"""Per cent."""


class ViewOptions(QObject):
    """Keeps what was chosen, for every page, and has the writing area, the bar and the actions show it."""

    def __init__(self, area: WritingArea, bar: FormatBar, actions: EditorActions, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = AppSettings()
        self._area = area
        self._bar = bar
        self._actions = actions
        self._focus_mode = False
        actions.beside_toggled.connect(self._put_beside)
        actions.zoom_requested.connect(self._zoom_by)
        actions.width_chosen.connect(self._choose_width)

    @property
    def focus_mode(self) -> bool:
        """Whether nothing but the text is to be seen."""
        return self._focus_mode

    def set_focus_mode(self, *, on: bool) -> None:
        """Show whether nothing but the text is to be seen."""
        self._focus_mode = on
        self._show()

    def shows_preview(self) -> bool:
        """Whether one sees how it reads, and nothing else."""
        return self._area.view is View.PREVIEW

    def show_preview(self, *, shown: bool) -> None:
        """Show how it reads, or the text to write in."""
        self._set(View.PREVIEW if shown else self._usual())

    def apply(self) -> None:
        """Look as it is set, here or on another page."""
        self._area.set_zoom(self._settings.text_zoom / USUAL_ZOOM)
        self._area.set_line_width(self._settings.line_width)
        self._actions.show_width(self._settings.line_width)
        if self._area.view is not View.PREVIEW and self._area.view is not self._usual():
            self._area.set_view(self._usual())
        self._show()

    @Slot(bool)
    def _put_beside(self, beside: bool) -> None:
        self._settings.preview_beside = beside
        self._set(View.BOTH if beside else View.TEXT)

    @Slot(int)
    def _zoom_by(self, steps: int) -> None:
        zoom = self._settings.text_zoom + steps * ZOOM_STEP if steps else USUAL_ZOOM
        self._settings.text_zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
        self.apply()

    @Slot(object)
    def _choose_width(self, width: LineWidth) -> None:
        self._settings.line_width = width
        self.apply()

    def _usual(self) -> View:
        return View.BOTH if self._settings.preview_beside else View.TEXT

    def _set(self, view: View) -> None:
        self._area.set_view(view)
        self._show()

    def _show(self) -> None:
        view = self._area.view
        self._bar.set_preview(view is View.PREVIEW)
        self._actions.show_view(beside=view is View.BOTH, focus_mode=self._focus_mode)
