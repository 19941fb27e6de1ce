"""What a renderer is: how its format is called, what it is good for, and where it is written."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, Protocol

from amp_desktop.domain.summary import Format


class PreviewStyle(Enum):
    """How the Share page shows what leaves."""

    COLUMNS = auto()
    """As text in letters of one width, for columns stand under each other in it."""
    PROSE = auto()
    """As text in the letters of the window."""
    WEB_PAGE = auto()
    """As the page that a browser makes of it."""
    PAGES = auto()
    """As pictures of its pages, which come from what its module sets."""


@dataclass(frozen=True, kw_only=True)
class RendererSpec:
    """A format in which a summary leaves.

    Attributes:
        format: How the terminal and the share log call it.
        name: How the window calls it, to be translated.
        use: What it is good for, in a sentence, to be translated.
        suffix: What its files end with, without a dot.
        media_type: What its bytes are; those of `text/…` are UTF-8.
        module: Where `render(summary)` stands, and `typeset(summary)` if it has pages.
        clipboard: The media types as which it can be copied; none if it cannot be.
        preview: How the Share page shows it.
        standard_mark: Stands in its bytes where they keep to its standard of accessibility; empty for none.
        longest_message: Characters after which it is cut where it is pasted, or None.
    """

    format: Format
    name: str
    use: str
    suffix: str
    media_type: str
    module: str
    clipboard: tuple[str, ...] = ("text/plain",)
    preview: PreviewStyle = PreviewStyle.COLUMNS
    standard_mark: bytes = b""
    longest_message: int | None = None

    @property
    def is_text(self) -> bool:
        """Whether its bytes can be read as they are, and are logged so."""
        return self.media_type.startswith("text/")

    @property
    def has_pages(self) -> bool:
        """Whether it is set on pages."""
        return self.preview is PreviewStyle.PAGES


class Spot(NamedTuple):
    """Where on a page words begin, or end, that can be changed.

    Attributes:
        key: Names the place in the summary.
        page: Which page, from 0.
        top: How far from the upper edge of the page, in points.
        end: Whether they end there.
    """

    key: str
    page: int
    top: float
    end: bool


class TypesetSummary(Protocol):
    """A summary that was set on pages once, however often it is asked for."""

    def file(self) -> bytes:
        """The bytes that leave."""

    def pages(self, dots_per_inch: float) -> list[bytes]:
        """Its pages as PNG pictures, in order."""

    def spots(self) -> list[Spot]:
        """Where on its pages stands what can be worded anew, in the order of the pages."""


def QT_TRANSLATE_NOOP(_context: str, text: str) -> str:  # noqa: N802
    """Words that the window translates: lupdate finds them by this name, and Qt stays out of here."""
    return text
