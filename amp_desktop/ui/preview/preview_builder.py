"""Makes the page that an entry reads as: piece by piece, each once, in moments when nobody types."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from html import escape
from time import perf_counter
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from amp_desktop.ui.editing.chunks import Chunk, chunks_of
from amp_desktop.ui.kinds.reading import ReadPart

AT_ONCE_SECONDS = 0.03
"""How long pieces are made before the first page is shown."""
SLICE_SECONDS = 0.004
KEPT_CHARACTERS = 3_000_000
_ANCHOR = '<div><a name="c{}"></a></div>'
"""Marks the next character; without a block of its own it would mark the last one before."""


class Piece(NamedTuple):
    """A piece of the page.

    Attributes:
        chunk: What it says, and where it stands in its own text.
        heading: What stands over it; mostly nothing.
        field: The entry's attribute that the text is kept in; empty where it was made of several.
        line: Which line of the free text it belongs beside; those of parts above it belong to its beginning.
        lines: How many lines of the free text it is.
    """

    chunk: Chunk
    heading: str
    field: str
    line: int
    lines: int


class PreviewBuilder(QObject):
    """Turns Markdown into a page's HTML.

    Attributes:
        made: A page is there; carries whether it is whole. A long text's beginning comes first.
    """

    made = Signal(bool)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: list[Piece] = []
        self._pages: OrderedDict[str, str] = OrderedDict()
        self._characters = 0
        self._done = 0
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._go_on)

    @property
    def pieces(self) -> list[Piece]:
        """The pieces of the page, as far as they stand on it."""
        return self._all[: self._done]

    def begin(self, parts: str | Sequence[ReadPart]) -> None:
        """Make the page of a text, or of several parts; a short one is made before this returns."""
        if isinstance(parts, str):
            parts = (ReadPart("", parts, "body"),)
        self._all, self._done = _pieces_of(parts), 0
        self._make_for(AT_ONCE_SECONDS)
        self.made.emit(self._is_whole())
        if not self._is_whole():
            self._later.start()

    def load(self) -> None:
        """Load what pages are made with, if it was not loaded yet."""
        from amp_desktop.sharing.markdown.preview import entry_html  # Markdown and nh3 come with it

        entry_html("")

    def html(self) -> str:
        """The page as far as it was made, each piece after an anchor `c` and its number."""
        return "".join(
            f"{_ANCHOR.format(at)}{part_heading(piece.heading)}{self._pages.get(piece.chunk.text, '')}"
            for at, piece in enumerate(self.pieces)
        )

    def forget(self) -> None:
        """Drop every word."""
        self._later.stop()
        self._all, self._done, self._characters = [], 0, 0
        self._pages.clear()

    def _is_whole(self) -> bool:
        return self._done == len(self._all)

    @Slot()
    def _go_on(self) -> None:
        self._make_for(SLICE_SECONDS)
        if self._is_whole():
            self.made.emit(True)  # noqa: FBT003 - a signal takes no names
        else:
            self._later.start()

    def _make_for(self, seconds: float) -> None:
        """Make pieces for so long."""
        self.load()  # it takes longer than a slice
        from amp_desktop.sharing.markdown.preview import entry_html

        ends = perf_counter() + seconds
        while not self._is_whole() and perf_counter() < ends:
            self._make(self._all[self._done].chunk.text, entry_html)
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


def part_heading(words: str) -> str:
    """The HTML of what a part is called."""
    return f'<h4 class="part">{escape(words)}</h4>' if words else ""


def _pieces_of(parts: Sequence[ReadPart]) -> list[Piece]:
    pieces: list[Piece] = []
    line = 0
    for part in parts:
        if not part.text and len(parts) > 1:
            continue
        for number, chunk in enumerate(chunks_of(part.text)):
            lines = chunk.text.count("\n") + 1 if part.field == "body" else 0
            heading = part.heading if not number else ""
            pieces.append(Piece(chunk, heading, part.field, line, lines))
            line += lines
    return pieces
