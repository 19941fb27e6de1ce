"""Python-Markdown with the lines, blocks and marks of this dialect in place of its own."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor, build_treeprocessors
from markdown.util import AtomicString, Registry

from amp_desktop.sharing.markdown import blocks, containers
from amp_desktop.sharing.markdown.literals import LINE_END
from amp_desktop.sharing.markdown.marks import marks
from amp_desktop.sharing.markdown.parser import LineParser

_MARK = re.compile(r"[\\`*_~\[\]<&]|://|@|www\.")
_MOST_MARKS = 1_500
_MOST_WORK = 6_000_000

_BLOCKS = (
    *(
        blocks.BlankProcessor,
        blocks.FencedProcessor,
        blocks.IndentedProcessor,
        blocks.CommentProcessor,
        blocks.HeadingProcessor,
        blocks.RuleProcessor,
    ),
    *(containers.QuoteProcessor, containers.ListProcessor, containers.NoteProcessor),
    *(blocks.ReferenceProcessor, blocks.TableProcessor, blocks.ParagraphProcessor),
)
"""Every block of the dialect; what comes first has the first choice of the lines."""


class Dialect(Markdown):
    """A parser of one text; building it takes less than a millisecond."""

    parser: LineParser

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    def build_parser(self) -> Dialect:
        """Put the parts together, as Python-Markdown asks for a parser of one's own."""
        self.preprocessors = Registry()
        self.parser = LineParser(self)
        for rank, kind in enumerate(reversed(_BLOCKS)):
            self.parser.blockprocessors.register(kind(self.parser), kind.__name__, rank)
        self.inlinePatterns = marks(self, self.parser.notes)
        self.treeprocessors = build_treeprocessors(self)
        self.postprocessors = Registry()
        self.treeprocessors.deregister("prettify")
        self.treeprocessors.register(_Guard(self), "guard", 30)
        self.treeprocessors.register(_NotesAtEnd(self), "notes", 10)
        return self

    def tree(self, text: str) -> Element:
        """The tree of a text, before it would be written as HTML."""
        root = Element(self.doc_tag)
        self.parser.parseChunk(root, text)
        for step in self.treeprocessors:
            step.run(root)
        return root


class _Guard(Treeprocessor):
    """Lets what would take long be words: each mark in a paragraph may cost a walk through all of it."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and not isinstance(element.text, AtomicString) and _is_costly(element.text):
                element.text = AtomicString(LINE_END.sub("", element.text))


def _is_costly(text: str) -> bool:
    count = len(_MARK.findall(text))
    return count > _MOST_MARKS or count * len(text) > _MOST_WORK


class _NotesAtEnd(Treeprocessor):
    """Puts the footnotes that were pointed to at the end, in this order; the others stay out."""

    md: Dialect

    def run(self, root: Element) -> None:
        notes = self.md.parser.notes
        for note in notes.pointed_to():  # a note may point to further ones
            self.md.treeprocessors["guard"].run(note)
            self.md.treeprocessors["inline"].run(note)
        if notes.numbered:
            root.append(notes.section())
