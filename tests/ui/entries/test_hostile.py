"""Whatever stands in an entry, the preview and the printer run nothing, fetch nothing and show no file."""

import re
import subprocess
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.ui.preview.preview import PreviewPane
from amp_desktop.ui.preview.preview_page import PreviewPage
from amp_desktop.ui.preview.printing import print_on
from tests.hostile import HOSTILE, JUNK, showing

PAINT = QColor("#ff00ff")
"""What only the picture on the disk is made of."""
SHOWN = "attachment:0a-b1"
"""The one form of address that a page asks for; a file can be called so too."""


@pytest.fixture
def picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A picture on the disk, in the folder that the program was started in."""
    monkeypatch.chdir(tmp_path)
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(PAINT)
    for name in ("picture.png", SHOWN):
        assert image.save(str(tmp_path / name), "PNG")
    return tmp_path / "picture.png"


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """All that pages ask for, and all that is opened elsewhere."""
    addresses: list[str] = []
    load = PreviewPage.loadResource

    def listen(page: PreviewPage, kind: int, name: QUrl | str) -> Any:
        addresses.append(name.toString() if isinstance(name, QUrl) else name)
        return load(page, kind, name)

    monkeypatch.setattr(PreviewPage, "loadResource", listen)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: addresses.append(url.toString()))
    return addresses


def test_the_preview_shows_no_file_and_asks_for_nothing(
    qtbot: QtBot, picture: Path, asked: list[str]
) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.resize(400, 300)
    pane.show()
    for text in (*HOSTILE, *showing(picture)):
        pane.show_text(text)
        assert not is_painted(pane), text
        assert not [address for address in addresses_in(pane.document()) if not is_harmless(address)], text
    assert asked == []


def test_the_one_address_that_is_asked_for_is_no_file(qtbot: QtBot, picture: Path, asked: list[str]) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    pane.show()
    pane.show_text(f"![a]({SHOWN})")
    assert not is_painted(pane)
    assert set(asked) <= {SHOWN}


def test_a_click_leads_only_to_entries(qtbot: QtBot, asked: list[str]) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    wanted: list[str] = []
    pane.title_requested.connect(wanted.append)
    for address in ("https://evil.example", "file:///etc/passwd", "javascript:alert(1)", "entry:A%20day"):
        pane.anchorClicked.emit(QUrl(address))
    assert (wanted, asked) == (["A day"], [])


def test_what_takes_others_for_ever_is_shown(qtbot: QtBot) -> None:
    pane = PreviewPane()
    qtbot.addWidget(pane)
    for text in JUNK:
        with qtbot.waitSignal(pane.shown, timeout=60_000):
            pane.show_text(text[:20_000])
    pane.forget()


def test_paper_shows_no_file_and_runs_nothing(tmp_path: Path, picture: Path, asked: list[str]) -> None:
    file = tmp_path / "page.pdf"
    for text in (*HOSTILE, *showing(picture), f"![a]({SHOWN})"):
        print_on(pdf_printer(file), Note(title=text, body=text))
        assert pictures_in(file) == [], text
        inside = unpacked(file.read_bytes())
        assert not re.search(rb"/(JavaScript|JS|Launch|EmbeddedFile|OpenAction|SubmitForm|GoToR)\b", inside)
        assert all(re.match(rb"https?:|mailto:|entry:", to) for to in re.findall(rb"/URI \(([^)]*)", inside))
    assert set(asked) <= {SHOWN}


def test_these_tests_see_what_a_page_of_qt_shows(qtbot: QtBot, tmp_path: Path, picture: Path) -> None:
    """Without this, the tests above would prove nothing."""
    page = QTextBrowser()
    qtbot.addWidget(page)
    page.show()
    page.setHtml(f"<img src='{picture.as_uri()}'>")
    assert is_painted(page)
    page.setHtml(f"<img src='{SHOWN}'>")
    assert is_painted(page)
    page.document().print_(pdf_printer(tmp_path / "page.pdf"))
    assert pictures_in(tmp_path / "page.pdf") != []


def is_painted(widget: QWidget) -> bool:
    """Whether something of the picture on the disk can be seen."""
    image = widget.grab().toImage()
    return any(
        image.pixelColor(x, y) == PAINT
        for x in range(0, image.width(), 5)
        for y in range(0, image.height(), 5)
    )


def addresses_in(page: QTextDocument) -> Iterator[str]:
    """Where the links of a page lead."""
    block = page.begin()
    while block.isValid():
        at = block.begin()
        while not at.atEnd():
            yield at.fragment().charFormat().anchorHref()
            at += 1
        block = block.next()


def is_harmless(address: str) -> bool:
    return not address or re.match(r"https?:|mailto:|entry:", address) is not None


def pdf_printer(file: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    return printer


def pictures_in(file: Path) -> list[str]:
    """The pictures of a PDF that are larger than a point, as `pdfimages` lists them."""
    listed = subprocess.run(["pdfimages", "-list", file], capture_output=True, text=True, check=True).stdout
    return [line for line in listed.splitlines()[2:] if line.split()[3:5] != ["1", "1"]]


def unpacked(pdf: bytes) -> bytes:
    """All that a PDF holds, its streams unpacked."""
    parts = [pdf]
    for stream in re.findall(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompress(stream))
        except zlib.error:
            continue  # not packed: in the bytes above already
    return b"\n".join(parts)
