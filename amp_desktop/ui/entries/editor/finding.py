"""Looking for words on the open page: what is typed over it, or what the list's search found in it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot

from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.page_texts import PageTexts
from amp_desktop.ui.editing.search_hits import SearchHits
from amp_desktop.ui.entries.editor.editor_actions import EditorActions
from amp_desktop.ui.entries.editor.writing_area import WritingArea


class EntryFinding(QObject):
    """Opens the line to find with, and goes from place to place.

    Attributes:
        hits: What the list's search found in the texts.
    """

    def __init__(
        self, area: WritingArea, texts: PageTexts, focus: Callable[[BodyEdit], None], parent: QObject
    ) -> None:
        """Look in the texts of a page.

        Args:
            area: Where the line to find with opens.
            texts: The texts of the page.
            focus: Gives the keyboard to a text, which the preview may hide.
            parent: The owner.
        """
        super().__init__(parent)
        self.hits = SearchHits(texts, self)
        self._finder = area.finder
        self._texts = texts
        self._focus = focus

    def follow(self, actions: EditorActions) -> None:
        """Do what these actions ask for."""
        actions.find_requested.connect(self._find)
        actions.replace_requested.connect(self._replace)
        actions.next_requested.connect(self._go_on)
        actions.previous_requested.connect(self._go_back)

    @Slot()
    def _find(self) -> None:
        self._open(replacing=False)

    @Slot()
    def _replace(self) -> None:
        self._open(replacing=True)

    def _open(self, *, replacing: bool) -> None:
        """Look for words from where one writes, in a text or in a row."""
        if not self._texts.keep_row():
            self._focus(self._texts.current)
        self._finder.open(replacing=replacing)

    @Slot()
    def _go_on(self) -> None:
        """To the next place: of what is looked for in this entry, else of the list's search."""
        self._finder.go_on() if self._finder.is_open() else self.hits.go_on()

    @Slot()
    def _go_back(self) -> None:
        self._finder.go_back() if self._finder.is_open() else self.hits.go_back()
