"""Pictures and files pasted, dropped and chosen, on a real page over a real journal."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.attachment import LONGEST, referenced_ids
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.attachments.intake import Intake
from amp_desktop.ui.attachments.strip import AttachmentStrip
from amp_desktop.ui.attachments.tile import AttachmentTile
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.document_cache import MOST
from amp_desktop.ui.editing.offered import OfferedFile
from amp_desktop.ui.editing.title_edit import TitleEdit
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.entries.entry_actions import EntryActions
from amp_desktop.ui.entries.list.list_view import EntryListView
from amp_desktop.ui.kinds.goal.steps.editor import StepEditor
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.preview.preview import PreviewPane
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner
from tests.conftest import MakeEntry
from tests.ui.attachments.conftest import drawn, huge_png, in_file
from tests.ui.entries.pages import body, named, part
from tests.ui.people import press, seen, shows

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)

Paste = Callable[[QMimeData], None]


@pytest.fixture
def entry(session: Session, make_entry: MakeEntry) -> Entry:
    return session.save(make_entry(title="Day", body="It went well."))


@pytest.fixture
def writing(entry: Entry, page: EntriesPage) -> EntriesPage:
    """The page with that entry open, the cursor at the end of its text."""
    page.show_entry(entry.id)
    body(page).moveCursor(body(page).textCursor().MoveOperation.End)
    return page


@pytest.fixture
def paste(qtbot: QtBot, writing: EntriesPage) -> Paste:
    """Pastes by key, and waits for what comes of it."""

    def pasted(data: QMimeData) -> None:
        QGuiApplication.clipboard().setMimeData(data)
        qtbot.keyClick(body(writing), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        calm(qtbot)

    return pasted


def calm(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    QApplication.processEvents()


def files(*paths: Path) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def picture_data() -> QMimeData:
    data = QMimeData()
    data.setImageData(drawn())
    return data


def message(page: EntriesPage) -> str:
    strip = part(page, AttachmentStrip)
    banner = strip.findChild(Banner)
    assert isinstance(banner, Banner)
    return banner.sentence() if banner.isVisible() else ""


def test_a_pasted_picture_is_kept_and_referred_to(
    paste: Paste, writing: EntriesPage, journal: Journal, entry: Entry
) -> None:
    paste(picture_data())
    (kept,) = journal.attachments.all()
    assert (kept.name, kept.media_type, kept.width, kept.height) == ("Picture.png", "image/png", 400, 300)
    assert body(writing).text() == f"It went well. ![](attachment:{kept.id})"
    assert writing.flush()
    assert journal.attachments.of(journal.entry(entry.id)) == (kept,)
    assert part(writing, AttachmentTile).isVisible()
    assert shows(writing, "Picture.png")


def test_a_picture_comes_as_other_programs_put_it_on_the_clipboard(paste: Paste, journal: Journal) -> None:
    data = QMimeData()
    data.setData("image/jpeg", in_file(drawn(), b"jpeg"))
    data.setHtml("<img src='https://tracker.example/pixel.gif'>")
    paste(data)
    (kept,) = journal.attachments.all()
    assert (kept.width, kept.height) == (400, 300)


def test_undo_takes_it_out_in_one_step_and_redo_brings_it_back(paste: Paste, writing: EntriesPage) -> None:
    paste(picture_data())
    with_picture = body(writing).text()
    body(writing).undo()
    assert body(writing).text() == "It went well."
    body(writing).redo()
    assert body(writing).text() == with_picture


def test_a_selection_stays_when_something_is_pasted_upon_it(paste: Paste, writing: EntriesPage) -> None:
    body(writing).selectAll()
    paste(picture_data())
    assert body(writing).text().startswith("It went well. ![](")


def test_one_writes_on_meanwhile_and_it_comes_to_stand_where_it_was_pasted(
    qtbot: QtBot, writing: EntriesPage
) -> None:
    QGuiApplication.clipboard().setMimeData(picture_data())
    body(writing).paste()
    body(writing).moveCursor(body(writing).textCursor().MoveOperation.Start)
    qtbot.keyClicks(body(writing), "Oh! ")
    calm(qtbot)
    assert body(writing).text().startswith("Oh! It went well. ![](attachment:")


def test_files_are_copied_by_paste_and_by_drop(
    qtbot: QtBot, paste: Paste, writing: EntriesPage, journal: Journal, picture_file: Path, tmp_path: Path
) -> None:
    notes = tmp_path / "minutes & more.txt"
    notes.write_text("so it was")
    paste(files(notes, picture_file))
    _drop(writing, files(picture_file))
    calm(qtbot)
    picture, minutes = sorted(journal.attachments.all(), key=lambda one: one.name)
    assert (minutes.name, minutes.media_type) == ("minutes & more.txt", "text/plain")
    assert picture.name == "Board at noon.png"
    assert body(writing).text() == (
        f"It went well. [minutes & more.txt](attachment:{minutes.id})\n"
        f"![](attachment:{picture.id}) ![](attachment:{picture.id})"
    )
    assert picture_file.exists()


@pytest.mark.parametrize("where", [StepEditor, TitleEdit])
def test_a_file_dropped_on_a_step_or_the_title_is_attached_and_writes_no_path(
    qtbot: QtBot,
    page: EntriesPage,
    journal: Journal,
    picture_file: Path,
    where: type[StepEditor] | type[TitleEdit],
) -> None:
    goal = Goal(title="Release", steps=(Step("Draft notes"),))
    page.session.save(goal)
    page.show_entry(goal.id)
    box = part(page, where)
    box.setFocus()
    data = files(picture_file)
    assert box.canInsertFromMimeData(data)
    _drop_on(box, data)
    calm(qtbot)
    assert page.flush()
    kept = journal.entry(goal.id)
    assert isinstance(kept, Goal)
    assert (kept.title, [step.text for step in kept.steps]) == ("Release", ["Draft notes"])
    (attached,) = journal.attachments.all()
    assert f"attachment:{attached.id}" in kept.body


def test_files_are_chosen_in_a_dialog_that_a_key_opens(
    qtbot: QtBot, writing: EntriesPage, journal: Journal, picture_file: Path
) -> None:
    qtbot.keySequence(body(writing), QKeySequence("Ctrl+Shift+A"))
    dialog = part(writing, QFileDialog)
    dialog.filesSelected.emit([str(picture_file)])
    dialog.reject()
    calm(qtbot)
    assert len(journal.attachments.all()) == 1
    assert named(writing, "Picture or file…", QToolButton).isEnabled()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("broken.png", b"\x89PNG\r\n\x1a\n" + bytes(50), "damaged"),
        ("cut.jpg", in_file(drawn(), b"jpeg")[:-300], "damaged"),
        ("bomb.png", huge_png(), "100,000 × 100,000"),
        ("missing.txt", None, "no file"),
    ],
    ids=["broken", "cut", "huge", "missing"],
)
def test_what_cannot_be_kept_is_said_and_leaves_nothing(
    paste: Paste, writing: EntriesPage, journal: Journal, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    paste(files(tmp_path / name))
    assert said in message(writing)
    assert body(writing).text() == "It went well."
    assert journal.attachments.all() == ()


def test_a_file_of_300_megabytes_a_folder_and_a_pipe_are_refused(
    paste: Paste, writing: EntriesPage, journal: Journal, tmp_path: Path
) -> None:
    large, pipe = tmp_path / "large.bin", tmp_path / "pipe"
    with large.open("wb") as file:
        file.truncate(300_000_000)
    refused = [(large, f"{LONGEST // 1024**2} MB"), (tmp_path, "folder")]
    if hasattr(os, "mkfifo"):  # Windows has no such pipes
        os.mkfifo(pipe)
        refused.append((pipe, "pipe"))
    for path, said in refused:
        paste(files(path))
        assert said in message(writing)
    assert body(writing).text() == "It went well."
    assert journal.attachments.all() == ()


def test_a_name_with_control_characters_is_clean(
    paste: Paste, writing: EntriesPage, journal: Journal, tmp_path: Path
) -> None:
    path = tmp_path / "no\x1b[31mte\n\u202egnp.txt"
    path.write_text("x")
    paste(files(path))
    (kept,) = journal.attachments.all()
    assert kept.name.isprintable()
    assert "\x1b" not in body(writing).text()
    assert "\n" not in body(writing).text()


@pytest.mark.parametrize(
    "html",
    [
        "<p>Look: <img src='file:///etc/hostname'> <b>so</b></p>",
        "<p>Look: <img src='https://tracker.example/x.png'> <b>so</b></p>",
        "<p>Look: <img src='data:image/png;base64,iVBORw0KGgo='> <b>so</b></p>",
    ],
)
def test_a_picture_in_pasted_html_is_neither_fetched_nor_kept(
    paste: Paste, writing: EntriesPage, journal: Journal, html: str
) -> None:
    data = QMimeData()
    data.setHtml(html)
    data.setText("Look: so")
    paste(data)
    assert journal.attachments.all() == ()
    assert body(writing).text() == "It went well.Look: **so**"


def test_words_win_over_the_picture_of_them(paste: Paste, writing: EntriesPage, journal: Journal) -> None:
    data = picture_data()
    data.setText("cell A1")
    paste(data)
    assert body(writing).text() == "It went well.cell A1"
    assert journal.attachments.all() == ()


def test_an_address_elsewhere_stays_an_address(paste: Paste, writing: EntriesPage, journal: Journal) -> None:
    data = QMimeData()
    data.setUrls([QUrl("https://example.org/a.png"), QUrl("file://server/share/a.png")])
    paste(data)
    assert "https://example.org/a.png" in body(writing).text()
    assert journal.attachments.all() == ()


def test_who_goes_to_another_entry_meanwhile_finds_it_in_the_first(
    qtbot: QtBot, writing: EntriesPage, session: Session, entry: Entry, make_entry: MakeEntry
) -> None:
    other = session.save(make_entry(title="Other", body="Other."))
    QGuiApplication.clipboard().setMimeData(picture_data())
    body(writing).paste()
    writing.show_entry(other.id)
    calm(qtbot)
    assert body(writing).text() == "Other."
    written = session.journal.entry(entry.id).body
    assert written.startswith("It went well.\n\n![](attachment:")


def test_who_begins_an_entry_with_a_picture_and_goes_elsewhere_finds_it(
    qtbot: QtBot, writing: EntriesPage, session: Session, entry: Entry
) -> None:
    writing.new_entry()
    QGuiApplication.clipboard().setMimeData(picture_data())
    body(writing).paste()
    writing.show_entry(entry.id)
    calm(qtbot)
    (begun,) = (session.journal.entry(row.id) for row in session.journal.rows().items if row.id != entry.id)
    assert begun.body.startswith("![](attachment:")


def test_what_is_being_attached_stays_when_another_entry_goes_to_the_bin(
    qtbot: QtBot, writing: EntriesPage, session: Session, entry: Entry, make_entry: MakeEntry
) -> None:
    other = session.save(make_entry(title="Other", body="Other."))
    QGuiApplication.clipboard().setMimeData(picture_data())
    body(writing).paste()
    writing.show_entry(other.id)
    part(writing, EntryActions).put_open_in_bin()
    calm(qtbot)
    assert "![](attachment:" in session.journal.entry(entry.id).body + body(writing).text()


def test_what_is_being_attached_stays_when_the_text_was_laid_away_meanwhile(
    qtbot: QtBot, writing: EntriesPage, session: Session, entry: Entry, make_entry: MakeEntry
) -> None:
    others = [session.save(make_entry(title=f"Other {number}")) for number in range(MOST + 1)]
    QGuiApplication.clipboard().setMimeData(picture_data())
    body(writing).paste()
    for one in others:
        writing.show_entry(one.id)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    writing.show_entry(entry.id)
    calm(qtbot)
    assert body(writing).text().startswith("It went well. ![](attachment:")


def test_one_that_is_attached_while_one_reads_is_seen(
    qtbot: QtBot, writing: EntriesPage, picture_file: Path
) -> None:
    editor = part(writing, EntryEditor)
    editor.show_preview(shown=True)
    editor.attachments.take([OfferedFile(picture_file)])
    calm(qtbot)
    qtbot.waitUntil(lambda: "\ufffc" in part(writing, PreviewPane).toPlainText())
    qtbot.waitUntil(lambda: jobs_under_way() == 0)


def test_what_lies_in_the_bin_takes_nothing(
    qtbot: QtBot, writing: EntriesPage, session: Session, entry: Entry
) -> None:
    session.put_in_bin([entry.id])
    writing.show_entry(entry.id)
    assert not named(writing, "Picture or file…", QToolButton).isEnabled()
    _drop(writing, picture_data())
    calm(qtbot)
    assert session.journal.attachments.all() == ()


def test_an_entry_without_attachments_has_no_strip(writing: EntriesPage) -> None:
    assert writing.findChildren(AttachmentStrip) == []


def test_what_it_shows_is_said_in_the_strip_and_undone_at_once(
    qtbot: QtBot, paste: Paste, writing: EntriesPage, journal: Journal
) -> None:
    paste(picture_data())
    (kept,) = journal.attachments.all()
    line = seen(writing, QLineEdit, "What Picture.png shows")
    line.setFocus()
    qtbot.keyClicks(line, "The board [at noon]")
    assert body(writing).text() == f"It went well. ![The board \\[at noon\\]](attachment:{kept.id})"
    body(writing).undo()
    assert body(writing).text() == f"It went well. ![](attachment:{kept.id})"


def test_it_is_taken_out_of_the_text_by_its_menu(qtbot: QtBot, paste: Paste, writing: EntriesPage) -> None:
    paste(picture_data())
    menu = _menu_of_tile(writing)
    next(action for action in menu.actions() if action.text() == "Remove from the text").trigger()
    menu.close()
    assert body(writing).text() == "It went well."
    assert [tile for tile in writing.findChildren(AttachmentTile) if tile.isVisible()] == []


def test_the_strip_follows_the_text(
    qtbot: QtBot, paste: Paste, writing: EntriesPage, session: Session, make_entry: MakeEntry, entry: Entry
) -> None:
    paste(picture_data())
    assert writing.flush()
    other = session.save(make_entry(title="Other", body="Other."))
    writing.show_entry(other.id)
    assert not any(tile.isVisible() for tile in writing.findChildren(AttachmentTile))
    writing.show_entry(entry.id)
    assert seen(writing, QToolButton, "Open Picture.png…").isVisible()


def test_a_long_one_can_be_stopped_and_leaves_nothing(
    qtbot: QtBot, writing: EntriesPage, journal: Journal, tmp_path: Path
) -> None:
    path = tmp_path / "large.bin"
    path.write_bytes(os.urandom(LONGEST))
    QGuiApplication.clipboard().setMimeData(files(path))
    body(writing).paste()
    part(writing, Intake).progressed.emit(0, LONGEST)
    press(writing, "Stop attaching")
    calm(qtbot)
    assert journal.attachments.all() == ()
    assert body(writing).text() == "It went well."
    assert not shows(writing, "Adding it to the journal…")


def test_locking_while_it_is_being_kept_leaves_nothing_in_the_window(
    qtbot: QtBot, writing: EntriesPage
) -> None:
    QGuiApplication.clipboard().setMimeData(picture_data())
    body(writing).paste()
    writing.forget()
    calm(qtbot)
    assert body(writing).text() == ""


def test_tab_leads_from_the_text_through_the_strip(qtbot: QtBot, paste: Paste, writing: EntriesPage) -> None:
    paste(picture_data())
    body(writing).setFocus()
    places = []
    for _ in range(4):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        places.append(QApplication.focusWidget().accessibleName())
    assert places == [
        "For my mentor",
        "Open Picture.png…",
        "What Picture.png shows",
        "More for Picture.png",
    ]


def test_everything_in_the_strip_has_a_name(paste: Paste, writing: EntriesPage) -> None:
    paste(picture_data())
    strip = part(writing, AttachmentStrip)
    for control in (*strip.findChildren(QToolButton), *strip.findChildren(QLineEdit)):
        assert control.accessibleName(), control


def test_an_entry_begun_just_now_can_take_a_picture(
    qtbot: QtBot, page: EntriesPage, journal: Journal
) -> None:
    page.new_entry()
    body(page).setFocus()
    QGuiApplication.clipboard().setMimeData(picture_data())
    body(page).paste()
    calm(qtbot)
    assert page.flush()
    (row,) = journal.rows().items
    written = journal.entry(row.id)
    assert isinstance(written, Note)
    assert len(referenced_ids(written.body)) == 1


def _drop(page: EntriesPage, data: QMimeData) -> None:
    _drop_on(body(page), data)


def _drop_on(box: BodyEdit | StepEditor | TitleEdit, data: QMimeData) -> None:
    place = QPointF(box.cursorRect(box.textCursor()).center())
    actions = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
    moves = Qt.KeyboardModifier.ShiftModifier
    event = QDropEvent(place, actions, data, Qt.MouseButton.LeftButton, moves)
    event.setDropAction(Qt.DropAction.MoveAction)
    box.dropEvent(event)
    assert event.dropAction() is Qt.DropAction.CopyAction or box.isReadOnly()


def _menu_of_tile(page: EntriesPage) -> QMenu:
    press(page, "More for Picture.png")
    menus = [menu for menu in part(page, AttachmentTile).findChildren(QMenu) if menu.isVisible()]
    assert len(menus) == 1
    return menus[0]


def test_the_row_of_the_list_tells_of_it_until_it_is_taken_out(
    paste: Paste, writing: EntriesPage, journal: Journal
) -> None:
    view = part(writing, EntryListView)

    def told() -> str:
        return str(view.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole))

    assert "with a picture or file" not in told()
    paste(picture_data())
    assert writing.flush()
    assert "with a picture or file" in told()
    (hit,) = journal.search("has:picture").items
    assert hit.row.attached
    body(writing).undo()
    assert writing.flush()
    assert "with a picture or file" not in told()
