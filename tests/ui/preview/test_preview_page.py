"""The page of a preview: where its pieces begin, and that no letter is torn from the next."""

import pytest
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.sharing.markdown.preview import entry_html
from amp_desktop.ui.editing.document_edit import body_font
from amp_desktop.ui.preview.preview_builder import PreviewBuilder
from amp_desktop.ui.preview.preview_page import PreviewPage
from amp_desktop.ui.style.theme import set_variant, theme


def page_of(text: str) -> PreviewPage:
    maker = PreviewBuilder(theme())
    maker.begin(text)
    page = PreviewPage(maker.html(), QFont(), theme().tokens)
    maker.deleteLater()
    return page


def runs(page: PreviewPage) -> list[list[str]]:
    """What of each block is drawn as one run: letters in different runs do not join."""
    found, block = [], page.begin()
    while block.isValid():
        parts, at = [], block.begin()
        while not at.atEnd():
            parts.append(at.fragment().text())
            at += 1
        found.append(parts)
        block = block.next()
    return found


@pytest.mark.parametrize("text", ["मैंने लिखा", "مرحبا بكم", "😀 a day", "é", "[मैंने](https://example.org)"])
def test_the_first_letter_is_drawn_with_those_that_follow(qapp: object, text: str) -> None:
    page = page_of(f"{text}\n\n{text}")
    words = text.strip("[").partition("]")[0]
    assert [parts[0].strip() for parts in runs(page)] == [words, words]
    assert [page.piece_of(page.findBlockByNumber(number)) for number in (0, 1)] == [0, 1]


def test_a_link_at_the_beginning_still_leads_somewhere(qapp: object) -> None:
    page = page_of("[[मैंने]] लिखा")
    first = page.begin().begin().fragment()
    assert first.text() == "मैंने"
    assert first.charFormat().anchorHref() in entry_html("[[मैंने]]")


def test_no_heading_is_larger_than_the_title_of_the_page_and_each_is_smaller_than_the_one_above(
    qtbot: QtBot,
) -> None:
    title = QTextEdit("Words")
    set_variant(title, "bare-title")
    qtbot.addWidget(title)
    title.ensurePolished()
    page = PreviewPage("<h1>One</h1><h2>Two</h2><h3>Three</h3><p>Words</p>", body_font(), theme().tokens)
    heights = []
    for number in range(4):
        font = page.findBlockByNumber(number).begin().fragment().charFormat().font()
        heights.append(QFontInfo(font).pixelSize())
    assert heights[0] <= QFontInfo(title.font()).pixelSize() + 1
    assert heights[:3] == sorted(heights[:3], reverse=True)
    assert len(set(heights[:3])) == 3
