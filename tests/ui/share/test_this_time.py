"""What is chosen and worded for one share: levels, lines, names, and where it is kept."""

from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.attachment import reference
from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.errors import NotSavedError
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Format, Level
from amp_desktop.journal import Journal
from amp_desktop.ui.attachments.pictures import as_file
from amp_desktop.ui.share.edit_box import EditBox
from amp_desktop.ui.share.found_panel import FoundPanel
from amp_desktop.ui.share.leaving import CountingLine
from amp_desktop.ui.share.pages_view import PagesView
from amp_desktop.ui.share.preview import Preview
from amp_desktop.ui.share.template_chip import TemplateChip
from amp_desktop.ui.share.text_views import PageView, TextView
from amp_desktop.ui.style.theme import theme
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.segments import SegmentedRow
from amp_desktop.ui.widgets.text_box import TextBox
from tests.ui.share.conftest import CARE, CHALLENGE, DAY, NOTE, PRIVATE, OpenPage, User

if TYPE_CHECKING:
    from amp_desktop.ui.share.candidates import CandidateModel


def box_of(user: User) -> EditBox:
    return cast("EditBox", user.page.findChild(EditBox))


def write(user: User, words: str) -> None:
    """Type in the box that is open, and take the words."""
    text = box_of(user).findChild(TextBox)
    assert isinstance(text, TextBox)
    user.qtbot.keyClicks(text, words) if words else user.qtbot.keyClick(text, Qt.Key.Key_Delete)
    user.qtbot.keyClick(text, Qt.Key.Key_Return)


def press(user: User, words: str) -> None:
    panel = cast("FoundPanel", user.page.findChild(FoundPanel))
    next(b for b in panel.findChildren(QPushButton) if b.text() == words and not b.isHidden()).click()


def test_right_and_left_say_how_much_of_an_entry_leaves(user: User) -> None:
    user.wait()
    assert user.level(NOTE.id) is Level.LINE
    assert b"Two questions" not in user.wait().data
    user.press(NOTE.id, Qt.Key.Key_Right)
    assert user.level(NOTE.id) is Level.SHORT
    assert b"Two questions instead of two verdicts." in user.wait().data
    user.press(NOTE.id, Qt.Key.Key_Right)
    user.press(NOTE.id, Qt.Key.Key_Right)
    assert user.level(NOTE.id) is Level.WHOLE
    user.press(NOTE.id, Qt.Key.Key_Left)
    user.press(NOTE.id, Qt.Key.Key_Left)
    assert user.level(NOTE.id) is Level.LINE
    assert b"Two questions" not in user.wait().data


def test_the_menu_of_a_heading_sets_all_that_is_ticked_under_it(user: User) -> None:
    other = Note(title="Second review", day=DAY, sharing=NOTE.sharing)
    user.page.session.save(other)
    user.wait()
    user.list.open_menu(user.row(NOTE.id).parent())
    menu = user.list.menu()
    next(action for action in menu.actions() if action.text().startswith("Whole")).trigger()
    assert {user.level(NOTE.id), user.level(other.id)} == {Level.WHOLE}
    assert user.level(CHALLENGE.id) is Level.SHORT
    menu.hide()
    user.list.open_menu(user.row(NOTE.id))
    next(action for action in menu.actions() if action.text() == "As the template says").trigger()
    menu.hide()
    assert (user.level(NOTE.id), user.level(other.id)) == (Level.LINE, Level.WHOLE)


def test_what_comes_while_a_menu_is_open_is_not_what_it_was_opened_for(user: User) -> None:
    user.list.open_menu(user.row(NOTE.id).parent())
    menu = user.list.menu()
    other = Note(title="Second review", day=DAY, sharing=NOTE.sharing)
    user.page.session.save(other)  # from elsewhere
    user.wait()
    next(action for action in menu.actions() if action.text().startswith("Whole")).trigger()
    menu.hide()
    assert (user.level(NOTE.id), user.level(other.id)) == (Level.WHOLE, Level.LINE)


def test_ctrl_a_passes_over_self_care(qtbot: QtBot, user: User) -> None:
    user.wait()
    qtbot.keyClick(user.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert user.is_ticked(PRIVATE.id)
    assert not user.is_ticked(CARE.id)


def test_many_left_out_of_a_kind_are_one_row_that_opens(journal: Journal, open_page: OpenPage) -> None:
    notes = [Note(title=f"Note {number}", day=DAY) for number in range(4)]
    cares = [SelfCareNote(mood=2, day=DAY) for _ in range(5)]
    journal.save_entries([NOTE, *notes, *cares])
    user = open_page(journal)
    model = cast("CandidateModel", user.list.model())
    check = Qt.ItemDataRole.CheckStateRole
    fold, private = model.index_of_fold("note"), model.index_of_fold("self-care")
    assert (fold.data(), private.data()) == ("4 notes", "5 self-care notes")
    assert private.data(check) is None
    assert not model.setData(private, Qt.CheckState.Checked, check)
    user.list.setCurrentIndex(private)
    user.qtbot.keyClick(user.list, Qt.Key.Key_Return)
    user.tick_by_keyboard(cares[0].id)
    assert user.is_ticked(cares[0].id)
    user.list.setCurrentIndex(model.index_of_fold("note"))
    user.qtbot.keyClick(user.list, Qt.Key.Key_Space)
    words = user.wait().data
    assert all(note.title.encode() in words for note in notes)


def test_enter_words_a_line_anew_and_it_stays_while_others_are_ticked(user: User) -> None:
    user.wait()
    user.press(NOTE.id, Qt.Key.Key_Return)
    write(user, "A review that asked")
    assert b"A review that asked" in user.wait().data
    user.tick_by_keyboard(PRIVATE.id)
    words = user.wait().data
    assert b"A review that asked" in words
    assert b"First review" not in words
    press(user, "Take back")
    assert b"First review" in user.wait().data


def test_a_line_that_was_emptied_can_be_taken_back(user: User) -> None:
    user.wait()
    user.press(NOTE.id, Qt.Key.Key_Return)
    write(user, "")
    assert b"First review" not in user.wait().data
    press(user, "Take back")
    assert b"First review" in user.wait().data


def test_an_aside_that_is_typed_does_not_leave(user: User) -> None:
    user.wait()
    user.press(NOTE.id, Qt.Key.Key_Return)
    write(user, "A review %%zqnever%% twice")
    words = user.wait().data
    assert b"A review" in words
    assert b"zqnever" not in words


@pytest.mark.parametrize(("button", "told"), [("Keep mine", b"Mine"), ("Take the entry's words", b"Third")])
def test_a_changed_entry_is_said_and_both_are_offered(user: User, button: str, told: bytes) -> None:
    user.wait()
    user.press(NOTE.id, Qt.Key.Key_Return)
    write(user, "Mine")
    user.wait()
    user.page.session.save(Note(**{**vars(NOTE), "title": "Third review"}))
    assert b"Mine" in user.wait().data
    press(user, button)
    assert told in user.wait().data
    kept = user.page.session.journal.sharing.draft().edits
    assert [edit.source for edit in kept.values()] == (["Third review"] if button == "Keep mine" else [])


def test_a_click_on_a_line_of_a_page_words_it_anew(qtbot: QtBot, user: User) -> None:
    user.page.resize(1400, 900)
    user.choose("pdf")
    pages = cast("PagesView", user.page.findChild(PagesView))
    area = next(area for area in pages.areas() if area.key.startswith(str(NOTE.id)))
    place = pages.place_of(area)
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=place.center())
    assert box_of(user).key() == area.key
    write(user, "Worded on the page")
    user.wait()
    area = next(one for one in pages.areas() if one.key == area.key)
    assert not pages.grab().toImage().isNull()
    note = pages.note_of(area).center()
    qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(note))
    assert user.page.session.journal.sharing.draft() == ShareDraft()


@pytest.mark.parametrize("form", ["html", "txt"])
def test_what_is_worded_anew_stays_tinted_where_the_desktop_turns_dark(
    user: User, form: Format, turn_dark: Callable[[], object]
) -> None:
    user.choose(form)
    preview = cast("Preview", user.page.findChild(Preview))
    preview.word_anew(preview.first_place_of(str(NOTE.id)))
    write(user, "Worded here")
    user.wait()
    turn_dark()
    view = preview.findChild(PageView if form == "html" else TextView)
    assert isinstance(view, QTextEdit | QPlainTextEdit)
    (tinted,) = view.extraSelections()
    assert tinted.cursor.selectedText() == "Worded here"
    assert tinted.format.background().color() == theme().tokens.selection


def test_what_says_that_a_line_was_edited_covers_no_words_and_no_other_note(qtbot: QtBot, user: User) -> None:
    user.page.resize(1400, 900)
    user.choose("pdf")
    pages = cast("PagesView", user.page.findChild(PagesView))
    preview = cast("Preview", user.page.findChild(Preview))
    line = next(area.key for area in pages.areas() if area.key.startswith(str(NOTE.id)))
    heading = [area.key for area in pages.areas() if area.key.startswith("heading:")][-1]
    for key in (line, heading):
        preview.word_anew(key)
        write(user, "Worded on the page")
        user.wait()
    notes = [pages.note_of(area) for area in pages.areas() if area.key in (line, heading)]
    assert len(notes) == 2
    assert not notes[0].intersects(notes[1])
    assert not [area for note in notes for area in pages.areas() if note.intersects(pages.place_of(area))]
    assert not pages.grab().toImage().isNull()
    for note in reversed(notes):
        qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=note.center())
        user.wait()
    assert user.page.session.journal.sharing.draft() == ShareDraft()


def test_a_name_is_told_otherwise_this_time(journal: Journal, open_page: OpenPage) -> None:
    asked = Challenge(title="Stuck with Amina", day=DAY, on_agenda=True, asked=(Asking("Amina", id="a"),))
    journal.save_entry(asked)
    user = open_page(journal)
    assert b"Stuck with Amina" in user.wait().data
    panel = cast("FoundPanel", user.page.findChild(FoundPanel))
    panel.name_worded.emit("Amina", "a colleague")
    words = user.wait().data
    assert b"Stuck with a colleague" in words
    assert b"Amina" not in words
    panel.name_worded.emit("Amina", None)
    assert b"Stuck with Amina" in user.wait().data


def test_a_greeting_stands_before_all_else(user: User) -> None:
    user.wait()
    cast("FoundPanel", user.page.findChild(FoundPanel)).greeting_worded.emit("Dear mentor")
    assert b"Dear mentor" in user.wait().data


def test_what_was_chosen_is_kept_through_a_lock_until_it_has_left(
    user: User, journal: Journal, open_page: OpenPage
) -> None:
    user.wait()
    user.press(NOTE.id, Qt.Key.Key_Right)
    user.page.forget()
    again = open_page(journal)
    again.wait()
    assert again.level(NOTE.id) is Level.SHORT
    again.button("Copy").click()
    assert journal.sharing.draft() == ShareDraft()
    assert again.level(NOTE.id) is Level.SHORT  # the same may be wanted in another form


def test_start_anew_drops_what_was_chosen(user: User, journal: Journal) -> None:
    user.wait()
    anew = user.button("Start over")
    assert anew.isHidden()
    user.press(NOTE.id, Qt.Key.Key_Right)
    user.tick_by_keyboard(PRIVATE.id)
    assert not anew.isHidden()
    anew.click()
    assert user.level(NOTE.id) is Level.LINE
    assert not user.is_ticked(PRIVATE.id)
    assert journal.sharing.draft() == ShareDraft()
    assert anew.isHidden()


def test_what_cannot_be_kept_is_said_and_holds(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise NotSavedError("The disk is full.")

    user.wait()
    monkeypatch.setattr(user.page.session.journal.sharing, "keep_draft", full)
    user.press(NOTE.id, Qt.Key.Key_Right)
    assert user.level(NOTE.id) is Level.SHORT
    assert cast("Banner", user.page.findChild(Banner)).sentence() == "The disk is full."


def test_on_a_narrow_page_the_counting_line_begins_where_the_title_does(user: User) -> None:
    user.page.resize(620, 600)
    user.wait()
    title = next(one for one in user.page.findChildren(QLabel) if one.isVisible() and one.text() == "Share")
    line = cast("CountingLine", user.page.findChild(CountingLine))
    begins = title.mapTo(user.page, title.contentsRect().topLeft()).x()
    assert line.mapTo(user.page, QPoint()).x() == begins


def test_a_narrow_page_shows_the_list_or_the_page_and_always_the_counting_line(user: User) -> None:
    user.page.resize(620, 600)
    user.wait()
    preview = cast("Preview", user.page.findChild(Preview))
    assert user.list.isVisible()
    assert not preview.isVisible()
    user.press(NOTE.id, Qt.Key.Key_Return)
    assert preview.isVisible()
    assert not user.list.isVisible()
    assert user.counts() == "2 entries leave, 2 stay."
    user.page.resize(1400, 600)
    assert preview.isVisible()
    assert user.list.isVisible()


def test_a_question_that_was_copied_is_noted_in_its_challenge_and_can_be_taken_back(
    user: User, journal: Journal
) -> None:
    user.wait()
    cast("TemplateChip", user.page.findChild(TemplateChip)).chosen.emit("question")
    assert b"Half an hour together" in user.wait().data
    user.button("Copy").click()
    banner = cast("Banner", user.page.findChild(Banner))
    assert "Ask it in the project's channel" in banner.accessibleName()
    user.button("Note that I asked").click()
    noted = journal.entry(CHALLENGE.id)
    assert isinstance(noted, Challenge)
    assert [(asking.where, asking.day) for asking in noted.asked] == [
        ("the project's channel", user.page.session.today())
    ]
    assert noted.status is ChallengeStatus.ASKED
    user.button("Undo").click()
    again = journal.entry(CHALLENGE.id)
    assert isinstance(again, Challenge)
    assert (again.asked, again.status) == ((), ChallengeStatus.OPEN)


def test_an_address_is_left_out_or_told_otherwise_for_this_time(
    journal: Journal, open_page: OpenPage, qtbot: QtBot
) -> None:
    address = "https://github.com/ada-lovelace/cli"
    told = Challenge(
        title="Stuck", need=f"A look at {address}", day=DAY, on_agenda=True, asked=(Asking("Ada"),)
    )
    journal.save_entry(told)
    user = open_page(journal)
    assert address.encode() in user.wait().data
    user.button("1 link, 1 name").click()
    field = link_field(user, address)
    assert any(words.startswith("This address gives a name away: Ada") for words in labels(user))
    field.setCurrentText("left out")
    field.activated.emit(1)
    assert b"lovelace" not in user.wait().data
    assert journal.sharing.draft().links == {address: ""}
    line = link_field(user, address).lineEdit()
    assert line is not None
    line.setText("a page of ours")
    line.editingFinished.emit()
    assert b"a page of ours" in user.wait().data
    line = link_field(user, address).lineEdit()
    assert line is not None
    line.clear()
    line.editingFinished.emit()
    assert address.encode() in user.wait().data
    assert journal.sharing.draft().links == {}


def link_field(user: User, address: str) -> QComboBox:
    panel = cast("FoundPanel", user.page.findChild(FoundPanel))
    fields = panel.findChildren(QComboBox)
    return next(field for field in reversed(fields) if field.accessibleName() == f"Told as, for {address}")


def labels(user: User) -> list[str]:
    panel = cast("FoundPanel", user.page.findChild(FoundPanel))
    return [label.text() for label in panel.findChildren(QLabel)]


def test_a_picture_leaves_when_it_is_ticked_and_is_asked_for_its_words_once(
    journal: Journal, open_page: OpenPage, qtbot: QtBot
) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    image.setText("Author", "zqauthor")
    data = bytes(as_file(image).data())
    board = journal.attachments.add(data, "zqname.png", "image/png")
    note = Note(title="A talk", body=f"Look: {reference(board)}", day=DAY, sharing=Sharing.SHAREABLE)
    journal.save_entry(note)
    user = open_page(journal)
    assert b"<img" not in user.choose("html").data
    user.button("no link, nobody named").click()
    picture_box(user).click()
    data = user.wait().data
    assert b'src="data:image/png;base64,' in data
    assert b'alt="Picture 1"' in data
    line = picture_words(user)
    qtbot.waitUntil(line.hasFocus)
    line.setText("A blue board")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    data = user.wait().data
    assert b'alt="A blue board"' in data
    for private in (b"zqauthor", b"zqname", str(board.id).encode()):
        assert private not in data
    assert all(
        private not in b64decode(data.split(b"base64,")[1].split(b'"')[0]) for private in (b"zqauthor",)
    )
    user.button("Copy").click()
    user.page.forget()
    again = open_page(journal)
    assert b"<img" not in again.choose("html").data, "ticked each time"
    again.button("no link, nobody named").click()
    assert picture_box(again).text() == "A blue board"


def picture_box(user: User) -> QCheckBox:
    panel = cast("FoundPanel", user.page.findChild(FoundPanel))
    return cast("QCheckBox", panel.findChildren(QCheckBox)[-1])


def picture_words(user: User) -> QLineEdit:
    panel = cast("FoundPanel", user.page.findChild(FoundPanel))
    lines = [one for one in panel.findChildren(QLineEdit) if one.accessibleName().startswith("What it shows")]
    return lines[-1]


def test_the_web_page_is_shown_as_wide_as_on_a_phone_and_on_a_computer(user: User) -> None:
    user.choose("html")
    preview = cast("Preview", user.page.findChild(Preview))
    view = cast("PageView", preview.findChild(PageView))
    widths = next(row for row in user.page.findChildren(SegmentedRow) if "web page" in row.accessibleName())
    assert widths.isVisible()
    assert view.lineWrapColumnOrWidth() == 768, "as wide as its style sheet lets it be"
    widths.choose(1)
    assert view.lineWrapColumnOrWidth() == 390 - 2 * 24
    user.choose("txt")
    assert not widths.isVisible()


def test_the_open_panel_stays_as_high_as_what_is_found_when_more_is(user: User) -> None:
    panel = cast("FoundPanel", user.page.findChild(FoundPanel))
    panel.show()
    heights = []
    for count in (20, 21):  # more than is seen at once: no bar comes or goes, and no width changes
        links = "\n\n".join(f"https://example.org/{at}" for at in range(count))
        user.page.session.save(replace(NOTE, body=links))
        cast("TemplateChip", user.page.findChild(TemplateChip)).chosen.emit("story")
        user.wait()
        user.qtbot.waitUntil(lambda told=count: len(shown_links(panel)) == told)
        heights.append(panel.height())
    assert heights[0] == heights[1] > panel.fontMetrics().lineSpacing() * 12


def test_in_a_low_window_the_open_panel_leaves_room_for_the_page_and_the_buttons(user: User) -> None:
    panel = cast("FoundPanel", user.page.findChild(FoundPanel))
    user.page.resize(1000, 400)
    panel.show()
    links = "\n\n".join(f"https://example.org/{at}" for at in range(20))
    user.page.session.save(replace(NOTE, body=links))
    cast("TemplateChip", user.page.findChild(TemplateChip)).chosen.emit("story")
    user.wait()
    user.qtbot.waitUntil(lambda: len(shown_links(panel)) == 20)
    preview = cast("Preview", user.page.findChild(Preview))
    user.qtbot.waitUntil(lambda: panel.geometry().bottom() < preview.geometry().top())
    assert preview.geometry().bottom() < user.save_button.geometry().top()


def shown_links(panel: FoundPanel) -> list[QComboBox]:
    return [field for field in panel.findChildren(QComboBox) if field.isVisible()]
