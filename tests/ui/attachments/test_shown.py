"""Pictures of the journal in the preview and on paper."""

import subprocess
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QColor, QImage, QTextDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from amp_desktop.domain.attachment import Attachment, reference
from amp_desktop.journal import Journal
from amp_desktop.ui.attachments.shown import ShownPictures, WholePictures
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.preview.preview import PreviewPane
from amp_desktop.ui.preview.printing import print_on
from amp_desktop.ui.session import Session
from tests.conftest import MakeEntry
from tests.ui.attachments.conftest import drawn, in_file
from tests.ui.entries.pages import part
from tests.ui.people import shows

IMAGE = QTextDocument.ResourceType.ImageResource.value


def kept(journal: Journal, width: int = 400, height: int = 300, name: str = "board.png") -> Attachment:
    data = in_file(drawn(width, height))
    return journal.attachments.add(data, name, "image/png", width=width, height=height)


def preview(
    qtbot: QtBot, page: EntriesPage, session: Session, make_entry: MakeEntry, text: str
) -> PreviewPane:
    page.show_entry(session.save(make_entry(title="Day", body=text)).id)
    part(page, EntryEditor).show_preview(shown=True)
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    QApplication.processEvents()
    return part(page, PreviewPane)


def painted(pane: PreviewPane) -> QImage:
    return pane.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def box_of(image: QImage, *colours: str) -> tuple[int, int]:
    """The width and height of what is painted in these colours."""
    wanted = {QColor(colour).rgb() for colour in colours}
    pixels, width = memoryview(bytes(image.constBits())).cast("I"), image.width()
    xs: set[int] = set()
    ys: set[int] = set()
    for y in range(image.height()):
        row = pixels[y * width : (y + 1) * width].tolist()
        if not wanted.isdisjoint(row):
            ys.add(y)
            xs.add(next(x for x in range(width) if row[x] in wanted))
            xs.add(next(x for x in reversed(range(width)) if row[x] in wanted))
    return (max(xs) - min(xs) + 1, max(ys) - min(ys) + 1) if ys else (0, 0)


def test_the_preview_shows_the_picture_as_large_as_it_is(
    qtbot: QtBot, page: EntriesPage, session: Session, make_entry: MakeEntry
) -> None:
    picture = kept(session.journal, 120, 80)
    pane = preview(qtbot, page, session, make_entry, f"Look:\n\n{reference(picture, 'a board')}\n\nso.")
    qtbot.waitUntil(lambda: box_of(painted(pane), "red", "blue") == (120, 80))


def test_one_that_is_too_wide_is_as_wide_as_the_text_and_follows_the_window(
    qtbot: QtBot, page: EntriesPage, session: Session, make_entry: MakeEntry
) -> None:
    picture = kept(session.journal, 2000, 1000)
    pane = preview(qtbot, page, session, make_entry, reference(picture))
    for width in (1100, 900, 1300):
        page.resize(width, 700)
        qtbot.waitUntil(lambda: jobs_under_way() == 0)
        room = pane.viewport().width()
        assert room < 2000
        qtbot.waitUntil(lambda room=room: abs(box_of(painted(pane), "red", "blue")[0] - room) <= 4)
        assert not pane.horizontalScrollBar().isVisible()


def test_one_picture_twice_and_one_among_words_and_cells(
    qtbot: QtBot, page: EntriesPage, session: Session, make_entry: MakeEntry
) -> None:
    here = reference(kept(session.journal, 30, 20), "b")
    text = f"{here}{here} word {here}\n\n- {here}\n\n| a |\n| --- |\n| {here} |"
    pane = preview(qtbot, page, session, make_entry, text)
    assert pane.toPlainText().count("\ufffc") == 5
    qtbot.waitUntil(lambda: box_of(painted(pane), "red", "blue")[0] > 60)


def test_what_is_gone_or_no_picture_is_told_in_words(
    qtbot: QtBot, page: EntriesPage, session: Session, make_entry: MakeEntry
) -> None:
    note = session.journal.attachments.add(b"x", "n.txt", "text/plain")
    text = f"A ![the board](attachment:{uuid4()}) B ![](attachment:{uuid4()}) C ![n](attachment:{note.id}) D"
    pane = preview(qtbot, page, session, make_entry, text)
    gone = "a picture that is no longer in the journal"
    assert pane.toPlainText().strip() == f"Day\nA ({gone}: the board) B ({gone}) C ({gone}: n) D"


def test_a_damaged_one_leaves_its_place_empty(
    qtbot: QtBot, page: EntriesPage, session: Session, make_entry: MakeEntry
) -> None:
    broken = session.journal.attachments.add(b"\x89PNG\r\n\x1a\n", "b.png", "image/png", width=90, height=60)
    pane = preview(qtbot, page, session, make_entry, reference(broken))
    assert box_of(painted(pane), "red", "blue") == (0, 0)
    assert pane.toPlainText().strip() == "Day\n\ufffc"


def test_a_link_to_a_file_asks_whether_another_program_may_have_it(
    qtbot: QtBot, page: EntriesPage, session: Session, make_entry: MakeEntry
) -> None:
    note = session.journal.attachments.add(b"x", "notes.txt", "text/plain")
    pane = preview(qtbot, page, session, make_entry, reference(note))
    pane.anchorClicked.emit(QUrl(f"attachment:{note.id}"))
    assert shows(page, "Open “notes.txt” in another program?")
    pane.anchorClicked.emit(QUrl(f"attachment:{uuid4()}"))
    assert not shows(page, "Open “notes.txt” in another program?")


def test_pictures_are_unpacked_once_and_forgotten(qtbot: QtBot, session: Session) -> None:
    shown = ShownPictures(session.journal.attachments, session)
    picture = kept(session.journal)
    assert shown.image(picture.id, QSize(40, 40)) is None
    with qtbot.waitSignal(shown.came):
        pass
    small = shown.image(picture.id, QSize(40, 40))
    assert small is not None
    assert small.size() == QSize(40, 30)
    assert shown.image(picture.id, QSize(40, 40)) is small
    while_it_comes = shown.image(picture.id, QSize(80, 80))
    assert while_it_comes is small
    with qtbot.waitSignal(shown.came):
        pass
    shown.forget()
    assert shown.image(picture.id, QSize(40, 40)) is None
    qtbot.waitUntil(lambda: jobs_under_way() == 0)


def test_no_more_is_kept_than_there_is_room_for(
    qtbot: QtBot, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("amp_desktop.ui.attachments.shown.MOST_BYTES", 100_000)
    shown = ShownPictures(session.journal.attachments, session)
    first, second = kept(session.journal, 200, 100), kept(session.journal, 150, 120)
    for picture in (first, second):
        with qtbot.waitSignal(shown.came):
            shown.image(picture.id, QSize(200, 200))
    assert shown.image(second.id, QSize(200, 200)) is not None
    assert shown._bytes <= 100_000
    assert shown.image(first.id, QSize(200, 200)) is None
    qtbot.waitUntil(lambda: jobs_under_way() == 0)


@pytest.mark.parametrize("size", [(400, 300), (3000, 2000), (300, 2600)])
def test_a_printed_entry_shows_its_pictures(
    tmp_path: Path, session: Session, make_entry: MakeEntry, size: tuple[int, int]
) -> None:
    picture = kept(session.journal, *size)
    entry = make_entry(title="Day", body=f"Look:\n\n{reference(picture)}\n\nEnd. %%{reference(picture)}%%")
    file = tmp_path / "page.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(file))
    print_on(printer, entry, WholePictures(session.journal.attachments))
    subprocess.run(["pdftoppm", "-r", "48", "-png", file, tmp_path / "shot"], check=True)
    page = QImage(str(min(tmp_path.glob("shot*.png"))))
    reds = [
        x
        for x in range(page.width())
        for y in range(0, page.height(), 3)
        if _is(page, x, y, Qt.GlobalColor.red)
    ]
    blues = [
        x
        for x in range(page.width())
        for y in range(0, page.height(), 3)
        if _is(page, x, y, Qt.GlobalColor.blue)
    ]
    assert reds
    assert blues
    assert max(blues) < page.width() * 0.9
    listed = subprocess.run(["pdfimages", "-list", file], capture_output=True, text=True, check=True).stdout
    assert len(listed.splitlines()) == 3  # its heading, and the picture once


def _is(page: QImage, x: int, y: int, wanted: Qt.GlobalColor) -> bool:
    seen, meant = page.pixelColor(x, y), QColor(wanted)
    return all(
        abs(one - other) < 60 for one, other in zip(seen.getRgb()[:3], meant.getRgb()[:3], strict=True)
    )


def test_within_lists_quotations_and_tables_nothing_is_wider_than_the_page(
    qtbot: QtBot, page: EntriesPage, session: Session, make_entry: MakeEntry
) -> None:
    here = reference(kept(session.journal, 3000, 400), "b")
    text = f"- {here}\n  - {here}\n\n> {here}\n\n| a | b |\n| --- | --- |\n| {here} | {here} |\n"
    pane = preview(qtbot, page, session, make_entry, text)
    assert pane.toPlainText().count("\ufffc") == 5
    assert pane.horizontalScrollBar().maximum() == 0
