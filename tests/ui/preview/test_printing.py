"""On paper nothing leaves the page."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from amp_desktop.domain.kinds.note import Note
from amp_desktop.ui.preview.printing import print_on
from tests.sharing.renderers.test_paper import HASH, boxes

MARGIN = 18 / 25.4 * 72 - 2

LONG = {
    "a line of code": f"```\n{'words of code ' * 30}\nx = {'ab_' * 80}\n{' ' * 200}x\n```",
    "code in a line": f"`{'ab_' * 80}` and `{'words ' * 60}`",
    "a word": "ж" * 90,
    "no-break spaces": "\u00a0".join(["word"] * 60),
    "hashes in a table": f"| a | b | c |\n|---|---|---|\n| {HASH} | {HASH} | {HASH} |",
    "vowel signs over nothing": "\u093f" * 600,
    "signs as wide as lines in a table": f"|{' a |' * 9}\n|{'---|' * 9}\n|{' ﷽ |' * 9}",
    "signs as wide as lines": "𒐫𒐫 ﷽﷽﷽ 𒈙",
    "code in lists": f"- a\n  - b\n\n    ```\n    {'ab_' * 80}\n    ```",
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("what", LONG)
def test_nothing_printed_leaves_the_page(tmp_path: Path, what: str) -> None:
    file = tmp_path / "page.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    print_on(printer, Note(title="A note", body=LONG[what], day=date(2026, 7, 22)))
    found = list(boxes(file.read_bytes()))
    assert len(found) > 3
    assert [box for box in found if box.left < MARGIN or box.right > box.page_width - MARGIN] == []
