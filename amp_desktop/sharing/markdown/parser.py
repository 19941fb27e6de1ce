"""What reads lines into blocks: Python-Markdown's parser of blocks, given lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor

from amp_desktop.sharing.markdown.notes import FootNotes

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from markdown import Markdown


class LineParser(BlockParser):
    """Hands the lines of a text to its processors, where Python-Markdown hands over what blank lines part.

    Attributes:
        notes: The footnotes found.
        depth: How many blocks the lines now read stand in.
    """

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.notes = FootNotes()
        self.depth = 0

    def parseChunk(self, parent: Element, text: str) -> None:  # noqa: N802
        """Read the text into `parent`."""
        self.depth += 1
        self.parseBlocks(parent, text.split("\n"))
        self.depth -= 1


class LineProcessor(BlockProcessor):
    """A processor of lines, asked for the first of them and then given all."""

    parser: LineParser

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002
        """Whether this block may begin with the line `block`."""
        return self._begins(block)

    def run(self, parent: Element, blocks: list[str]) -> bool:
        """Take the lines that belong from the beginning of `blocks`; False when none do."""
        return self._take(parent, blocks) is not False

    def _begins(self, line: str) -> bool:
        raise NotImplementedError

    def _take(self, parent: Element, lines: list[str]) -> bool | None:
        raise NotImplementedError
