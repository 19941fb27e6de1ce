"""How an entry reads: its Markdown as a page, made beside the keyboard and never in its way."""

from typing import Any
from urllib.parse import unquote

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.ui.entries.body import LINE_HEIGHT, body_font
from amp_desktop.ui.jobs import run_job
from amp_desktop.ui.theme import set_look, theme
from amp_desktop.ui.tokens import Tokens

_BOXES = {
    "☐ ": QTextBlockFormat.MarkerType.Unchecked,
    "☑ ": QTextBlockFormat.MarkerType.Checked,
}

LONG = 60_000
"""Characters (about 10,000 words, 65 ms) above which the page is made on another thread."""


class PreviewPane(QTextBrowser):
    """Shows a text as it reads. It loads nothing: no file, no address, no picture from elsewhere.

    Attributes:
        title_requested: A link to another entry was followed; carries the title that is meant.
    """

    title_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._number = 0
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(self.tr("Preview of the entry"))
        self.document().setDocumentMargin(0)
        set_look(self, "body")
        self.setFont(body_font())
        self.anchorClicked.connect(self._follow)
        theme().theme_changed.connect(self._render)

    def show_text(self, text: str) -> None:
        """Show this Markdown; a long one a moment later."""
        self._text = text
        self._render()

    def set_side(self, side: int) -> None:
        """Keep `side` pixels free at both sides of the text."""
        self.setViewportMargins(side, 0, side, 0)

    def forget(self) -> None:
        """Drop every word."""
        self._text = ""
        self._number += 1
        self.clear()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002
        """Nothing is ever loaded, from wherever a text may point to."""
        return None

    @Slot()
    def _render(self) -> None:
        self._number += 1
        self.setFont(body_font())
        if len(self._text) <= LONG:
            self._show(self._number, _html(self._text))
            return
        work = _Rendering(self._number, self._text)
        run_job(self, work.run, self._came, self._failed)

    @Slot(QUrl)
    def _follow(self, address: QUrl) -> None:
        """Only links to other entries lead anywhere: the journal opens no addresses."""
        if address.scheme() == "entry":
            self.title_requested.emit(unquote(address.toString().partition(":")[2]))

    def _came(self, answer: tuple[int, str]) -> None:
        self._show(*answer)

    def _failed(self, error: JournalError) -> None:
        self.setPlainText(str(error))

    def _show(self, number: int, html: str) -> None:
        if number != self._number:
            return  # a newer text is on its way
        bar = self.verticalScrollBar()
        at = bar.value()
        self.document().setDefaultStyleSheet(_style(theme().tokens))
        self.setHtml(html)
        _tick_boxes(self.document())
        bar.setValue(at)


class _Rendering:
    """A page to be made on another thread, with its number, so that an old one never replaces a new one."""

    def __init__(self, number: int, text: str) -> None:
        self._number = number
        self._text = text

    def run(self, progress: Progress) -> tuple[int, str]:  # noqa: ARG002
        return self._number, _html(self._text)


def _style(tokens: Tokens) -> str:
    code = f"font-family: monospace; background-color: {tokens.chip.name()};"
    return f"""
        p, li {{ line-height: {LINE_HEIGHT:.0f}%; }}
        blockquote {{ color: {tokens.muted.name()}; font-style: italic; }}
        code {{ {code} }}
        pre {{ {code} line-height: 130%; }}
        .aside {{ color: {tokens.faint.name()}; }}
        table {{ border-collapse: collapse; margin: 6px 0; }}
        th, td {{ border: 1px solid {tokens.line.name()}; padding: 4px 10px; }}
    """


def _tick_boxes(document: QTextDocument) -> None:
    """Let the sign of a task stand in the place of its bullet."""
    block = document.begin()
    while block.isValid():
        sign = block.text()[:2]
        if block.textList() is not None and sign in _BOXES:
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + len(sign), QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            looks = QTextBlockFormat()
            looks.setMarker(_BOXES[sign])
            cursor.mergeBlockFormat(looks)
        block = block.next()


def _html(text: str) -> str:
    from amp_desktop.sharing.preview import entry_html  # Markdown and nh3 come with it

    return entry_html(text)
