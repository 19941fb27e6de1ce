"""Makes the page that an entry reads as: piece by piece, each once, in moments when nobody types."""

from collections import OrderedDict
from collections.abc import Callable
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from amp_desktop.ui.editing.chunks import Chunk, chunks_of

AT_ONCE_SECONDS = 0.03
"""How long pieces are made before the first page is shown."""
SLICE_SECONDS = 0.004
KEPT_CHARACTERS = 3_000_000
_ANCHOR = '<div><a name="c{}"></a></div>'
"""Marks the next character; without a block of its own it would mark the last one before."""


class PreviewBuilder(QObject):
    """Turns Markdown into a page's HTML.

    Attributes:
        made: A page is there; carries whether it is whole. A long text's beginning comes first.
    """

    made = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._chunks: list[Chunk] = []
        self._pages: OrderedDict[str, str] = OrderedDict()
        self._characters = 0
        self._done = 0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)

    @property
    def chunks(self) -> list[Chunk]:
        """The pieces of the text, as far as they stand on the page."""
        return self._chunks[: self._done]

    def begin(self, text: str) -> None:
        """Make the page of a text; a short one is made before this returns."""
        self._chunks, self._done = chunks_of(text), 0
        self._make_for(AT_ONCE_SECONDS)
        self.made.emit(self._is_whole())
        if not self._is_whole():
            self._later.start()

    def html(self) -> str:
        """The page as far as it was made, each piece after an anchor `c` and its number."""
        pieces = (
            f"{_ANCHOR.format(at)}{self._pages.get(chunk.text, '')}" for at, chunk in enumerate(self.chunks)
        )
        return "".join(pieces)

    def forget(self) -> None:
        """Drop every word."""
        self._later.stop()
        self._chunks, self._done, self._characters = [], 0, 0
        self._pages.clear()

    def _is_whole(self) -> bool:
        return self._done == len(self._chunks)

    @Slot()
    def _go_on(self) -> None:
        self._make_for(SLICE_SECONDS)
        if self._is_whole():
            self.made.emit(True)  # noqa: FBT003 - a signal takes no names
        else:
            self._later.start()

    def _make_for(self, seconds: float) -> None:
        """Make pieces for so long."""
        from amp_desktop.sharing.markdown.preview import entry_html  # Markdown and nh3 come with it

        entry_html("")  # what it loads at its first use takes longer than a slice
        ends = perf_counter() + seconds
        while not self._is_whole() and perf_counter() < ends:
            self._make(self._chunks[self._done].text, entry_html)
            self._done += 1

    def _make(self, text: str, made: Callable[[str], str]) -> None:
        """Make one piece, or keep it from going where it was made before."""
        if text in self._pages:
            self._pages.move_to_end(text)
            return
        self._pages[text] = made(text)
        self._characters += len(text)
        while self._characters > KEPT_CHARACTERS + len(text):
            self._characters -= len(self._pages.popitem(last=False)[0])
