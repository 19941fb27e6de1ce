"""The page of sharing, used by keyboard and mouse."""

import subprocess
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import cast

import pytest
from PySide6.QtCore import QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QPushButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.errors import NotSavedError
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.share import Share
from amp_desktop.domain.summary import Format
from amp_desktop.journal import Journal
from amp_desktop.sharing import RENDERERS
from amp_desktop.storage.store import Store
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.session import Session
from amp_desktop.ui.share import SharePage
from amp_desktop.ui.share.candidates import CandidateModel, CandidateRole
from amp_desktop.ui.share.choosing import ChoosingScroll
from amp_desktop.ui.share.labels import share_line
from amp_desktop.ui.share.log import ShareDialog, ShareLogModel
from amp_desktop.ui.share.pages_view import A4_WIDTH_INCHES, PagesView
from amp_desktop.ui.share.periods import Choice
from amp_desktop.ui.share.prepared import Preparer
from amp_desktop.ui.share.presenter import Reading
from amp_desktop.ui.share.preview import Preview
from amp_desktop.ui.share.rows import CandidateGroup
from amp_desktop.ui.share.saving import suggested_name
from amp_desktop.ui.share.sides import Sides
from amp_desktop.ui.share.text_views import PageView, TextView
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.focus_order import _in_layout
from amp_desktop.ui.widgets.segments import SegmentedRow
from tests.ui.share.conftest import (
    ASIDE_CANARY,
    CARE,
    CARE_CANARY,
    CHALLENGE,
    DAY,
    NOTE,
    PRIVATE,
    PRIVATE_CANARY,
    OpenPage,
    User,
    clipboard_bytes,
)

CANARIES = [word.encode() for word in (CARE_CANARY, ASIDE_CANARY, PRIVATE_CANARY)]


def preview(user: User) -> Preview:
    return cast("Preview", user.page.findChild(Preview))


def is_about_to_prepare(user: User) -> bool:
    """Whether a summary will be begun once the ticks have rested."""
    preparer = cast("Preparer", user.page.findChild(Preparer))
    return cast("QTimer", preparer.findChild(QTimer)).isActive()


def banner(user: User) -> str:
    return cast("Banner", user.page.findChild(Banner)).sentence()


def save_to(user: User, path: Path) -> None:
    """Press Save… and choose that file in the dialog."""
    user.save_button.click()
    dialog = user.page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(path))
    dialog.reject()


def readable(data: bytes, form: Format, folder: Path) -> bytes:
    """The bytes, and for a PDF the words in it too."""
    if form != "pdf":
        return data
    file = folder / "read.pdf"
    file.write_bytes(data)
    return data + subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout


def test_what_was_marked_is_offered_ticked_and_counted(user: User) -> None:
    user.wait()
    assert user.is_ticked(NOTE.id)
    assert user.is_ticked(CHALLENGE.id)
    assert not user.is_ticked(PRIVATE.id)
    assert not user.is_ticked(CARE.id)
    assert user.counts() == "2 entries leave, 2 stay."
    assert "First review" in preview(user).shown_text()


@pytest.mark.parametrize("form", list(RENDERERS))
def test_what_is_saved_is_what_is_shown_and_no_unticked_word_is_in_it(
    user: User, tmp_path: Path, form: Format
) -> None:
    summary = user.choose(form)
    file = tmp_path / f"summary.{form}"
    save_to(user, file)
    assert file.read_bytes() == summary.data
    assert user.page.session.journal.sharing.log().items[0].file_name == file.name
    assert banner(user) == f"Saved as {file.name}."
    words = readable(summary.data, form, tmp_path) + preview(user).shown_text().encode()
    assert b"First review" in words
    assert not [canary for canary in CANARIES if canary in words]


@pytest.mark.parametrize("form", [form for form in RENDERERS if form != "pdf"])
def test_what_is_copied_is_what_is_shown_with_hints_and_no_unticked_word(user: User, form: Format) -> None:
    summary = user.choose(form)
    user.button("Copy").click()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().encode() == summary.data
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert not [canary for canary in CANARIES if canary in clipboard_bytes()]
    share = user.page.session.journal.sharing.log().items[0]
    assert (share.text.encode(), share.file_name) == (summary.data, "")
    assert banner(user) == "Copied."


@pytest.mark.parametrize("form", list(RENDERERS))
def test_a_self_care_note_leaves_only_while_it_is_ticked_by_hand(
    user: User, tmp_path: Path, form: Format
) -> None:
    user.wait()
    user.tick_by_keyboard(CARE.id)
    with_it = user.choose(form)
    assert CARE_CANARY.encode() in readable(with_it.data, form, tmp_path)
    user.tick_by_keyboard(CARE.id)
    without = user.wait()
    assert CARE_CANARY.encode() not in readable(without.data, form, tmp_path)


def test_a_shared_self_care_note_has_to_be_ticked_again(user: User) -> None:
    user.wait()
    user.tick_by_keyboard(CARE.id)
    user.wait()
    user.button("Copy").click()
    assert CARE_CANARY.encode() in clipboard_bytes()
    assert not user.is_ticked(CARE.id)
    assert CARE_CANARY.encode() not in user.wait().data


def test_nothing_can_be_sent_while_something_newer_is_being_made(user: User) -> None:
    user.wait()
    user.tick_by_keyboard(NOTE.id)
    assert user.page.prepared() is None
    assert not user.button("Copy").isEnabled()
    assert not user.save_button.isEnabled()
    assert "First review" in preview(user).shown_text()
    assert b"First review" not in user.wait().data
    assert user.save_button.isEnabled()


def test_the_newest_wish_wins(qtbot: QtBot, user: User) -> None:
    user.wait()
    for _ in range(3):
        user.tick_by_keyboard(PRIVATE.id)
        qtbot.waitUntil(lambda: not is_about_to_prepare(user))
    user.tick_by_keyboard(NOTE.id)
    summary = user.wait()
    assert PRIVATE_CANARY.encode() in summary.data
    assert b"First review" not in summary.data


def test_a_click_on_the_box_ticks_and_one_on_the_words_does_not(qtbot: QtBot, user: User) -> None:
    user.wait()
    place = user.list.visualRect(user.row(PRIVATE.id))
    button = Qt.MouseButton.LeftButton
    qtbot.mouseClick(user.list.viewport(), button, pos=place.center())
    assert not user.is_ticked(PRIVATE.id)
    qtbot.mouseClick(user.list.viewport(), button, pos=QPoint(place.left() + 14, place.center().y()))
    assert user.is_ticked(PRIVATE.id)


def test_a_heading_cannot_be_ticked(user: User) -> None:
    model = user.list.model()
    heading = model.index(0, 0)
    assert not model.setData(heading, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert heading.data(Qt.ItemDataRole.CheckStateRole) is None


def test_the_model_keeps_qts_rules(user: User, qtmodeltester: object) -> None:
    qtmodeltester.check(user.list.model())  # type: ignore[attr-defined]
    log = user.page.findChild(ShareLogModel)
    assert isinstance(log, ShareLogModel)
    qtmodeltester.check(log)  # type: ignore[attr-defined]


def test_what_is_written_meanwhile_appears_and_the_ticks_stay(user: User) -> None:
    user.wait()
    user.tick_by_keyboard(PRIVATE.id)
    user.tick_by_keyboard(NOTE.id)
    new = Note(title="Just written", day=DAY, sharing=Sharing.SHAREABLE)
    user.page.session.save(new)
    assert user.is_ticked(new.id)
    assert user.is_ticked(PRIVATE.id)
    assert not user.is_ticked(NOTE.id)
    user.page.session.put_in_bin([new.id])
    assert b"Just written" not in user.wait().data


def test_a_pdf_is_shown_page_by_page(user: User) -> None:
    summary = user.choose("pdf")
    pages = user.page.findChild(PagesView)
    assert isinstance(pages, PagesView)
    assert summary.pages
    assert pages.page_count() == len(summary.pages)
    assert pages.isVisible()
    assert not user.button("Copy").isEnabled()
    assert not pages.grab().toImage().isNull()


def test_the_audience_stands_in_the_summary_and_in_the_log(qtbot: QtBot, user: User) -> None:
    user.wait()
    audience = next(w for w in user.page.findChildren(QLineEdit) if w.accessibleName() == "For")
    assert audience.text() == "my mentor"
    audience.selectAll()
    qtbot.keyClicks(audience, "the organizer")
    qtbot.keyClick(audience, Qt.Key.Key_Return)
    assert b"for the organizer" in user.wait().data
    user.button("Copy").click()
    assert user.page.session.journal.sharing.log().items[0].to_whom == "the organizer"


def test_the_formats_are_no_higher_than_their_words_beside_higher_buttons(user: User) -> None:
    formats = next(row for row in user.page.findChildren(SegmentedRow) if row.accessibleName() == "Format")
    assert formats.height() == formats.heightForWidth(formats.width())


def test_another_time_can_be_chosen(user: User, journal: Journal) -> None:
    user.wait()
    old = Note(title="Long ago", day=DAY.replace(month=5), sharing=Sharing.SHAREABLE)
    user.page.session.save(old)
    times = next(w for w in user.page.findChildren(QComboBox) if w.accessibleName() == "Period")
    at = times.findData(Choice.EVERYTHING.value)
    times.setCurrentIndex(at)
    times.activated.emit(at)
    assert user.is_ticked(old.id)
    assert b"Long ago" in user.wait().data


def test_a_long_time_is_read_beside_the_window(
    monkeypatch: pytest.MonkeyPatch, journal: Journal, open_page: OpenPage
) -> None:
    monkeypatch.setattr("amp_desktop.ui.share.reading.MOST_AT_ONCE", 1)
    journal.save_entries([NOTE, CHALLENGE])
    assert b"First review" in open_page(journal).wait().data


def test_an_unwritable_place_is_said_and_nothing_is_logged(user: User, tmp_path: Path) -> None:
    user.wait()
    save_to(user, tmp_path / "missing" / "summary.md")
    assert banner(user)
    assert user.page.session.journal.sharing.log().items == ()
    assert not (tmp_path / "missing").exists()


def message(user: User) -> Banner:
    return cast("Banner", user.page.findChild(Banner))


def press_action(user: User, words: str) -> None:
    next(b for b in message(user).findChildren(QPushButton) if b.text() == words).click()


def clipboard_text() -> str:
    return QGuiApplication.clipboard().text()


def full(*_: object, **__: object) -> None:
    raise NotSavedError("The disk is full.")


def test_what_cannot_be_logged_leaves_only_when_the_mentee_says_so(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = user.wait()
    QGuiApplication.clipboard().setText("before")
    monkeypatch.setattr(Store, "record_share", full)
    user.button("Copy").click()
    assert "Nothing left" in message(user).sentence()
    assert "The disk is full." in message(user).accessibleName()
    assert clipboard_text() == "before"
    press_action(user, "Share it anyway")
    assert message(user).sentence() == "Copied."
    assert clipboard_text() == summary.data.decode()
    assert user.page.session.journal.sharing.log().items == ()


def test_no_file_is_written_that_cannot_be_logged(
    user: User, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user.wait()
    monkeypatch.setattr(Store, "record_share", full)
    save_to(user, tmp_path / "summary.md")
    assert not (tmp_path / "summary.md").exists()
    press_action(user, "Share it anyway")
    assert (tmp_path / "summary.md").exists()


def test_copying_ends_no_meeting_until_the_mentee_says_so_and_not_after_taking_it_back(user: User) -> None:
    user.wait()
    journal = user.page.session.journal
    since = journal.sharing.last_met_on("my mentor")
    user.button("Copy").click()
    assert "Was this for the meeting?" in message(user).accessibleName()
    assert journal.sharing.last_met_on("my mentor") == since
    press_action(user, "Yes, for the meeting")
    assert journal.sharing.last_met_on("my mentor") != since
    press_action(user, "Undo")
    assert journal.sharing.last_met_on("my mentor") == since


def test_the_exact_text_that_left_can_be_read_again(qtbot: QtBot, user: User) -> None:
    summary = user.wait()
    user.button("Copy").click()
    fold = next(b for b in user.page.findChildren(QPushButton) if b.text() == "Shared so far")
    fold.click()
    log = next(v for v in user.page.findChildren(QListView) if v.accessibleName() == "Shared so far")
    log.setCurrentIndex(log.model().index(0, 0))
    qtbot.keyClick(log, Qt.Key.Key_Return)
    dialog = user.page.findChild(ShareDialog)
    assert isinstance(dialog, ShareDialog)
    text = dialog.findChild(TextView)
    assert isinstance(text, TextView)
    assert text.toPlainText().encode() == summary.data
    user.page.forget()
    assert text.toPlainText() == ""


def test_what_left_in_a_form_of_a_newer_version_can_be_read_again(qtbot: QtBot) -> None:
    share = Share(format="hologram", text="Words that left.", sha256="ab" * 32)
    assert share_line(share) == "hologram · 0 entries"
    dialog = ShareDialog(share)
    qtbot.addWidget(dialog)
    text = dialog.findChild(TextView)
    assert isinstance(text, TextView)
    assert text.toPlainText() == share.text


def test_an_empty_journal_says_how_to_begin(journal: Journal, open_page: OpenPage) -> None:
    user = open_page(journal)
    assert user.counts() == "Nothing leaves."
    assert not user.save_button.isEnabled()


def test_what_holds_only_an_aside_stays(journal: Journal, open_page: OpenPage, qtbot: QtBot) -> None:
    journal.save_entry(Note(body="%%only for me%%", day=DAY, sharing=Sharing.SHAREABLE))
    user = open_page(journal)
    qtbot.waitUntil(lambda: user.counts() == "Nothing leaves, 1 stays.")
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    assert not is_about_to_prepare(user)
    assert user.page.prepared() is None
    assert not user.button("Copy").isEnabled()


def test_a_web_page_loads_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("from the disk")
    view = PageView("page")
    qtbot.addWidget(view)
    view.show_html(f'<img src="{secret.as_uri()}"><link rel="stylesheet" href="{secret.as_uri()}">text')
    assert view.loadResource(2, secret.as_uri()).size() == QSize(1, 1)
    assert "from the disk" not in view.toHtml()


def test_a_lock_leaves_no_word_and_empties_the_clipboard(user: User) -> None:
    user.wait()
    user.button("Copy").click()
    user.choose("html")
    user.page.forget()
    assert b"First review" not in clipboard_bytes()
    assert user.page.prepared() is None
    texts = [w.toPlainText() for w in user.page.findChildren(QPlainTextEdit)]
    assert not any([*texts, preview(user).shown_text()])
    assert user.list.model().rowCount() == 0


def test_a_lock_leaves_alone_what_somebody_else_copied(user: User) -> None:
    user.wait()
    user.button("Copy").click()
    QGuiApplication.clipboard().setText("from elsewhere")
    user.page.forget()
    assert QGuiApplication.clipboard().text() == "from elsewhere"


def test_a_lock_while_a_pdf_is_being_made_delivers_nothing(qtbot: QtBot, user: User) -> None:
    user.wait()
    user.forms.choose(list(RENDERERS).index("pdf") + 1)
    qtbot.waitUntil(lambda: jobs_under_way() == 1)
    user.page.forget()
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    assert not is_about_to_prepare(user)
    assert user.page.prepared() is None
    assert cast("PagesView", user.page.findChild(PagesView)).page_count() == 0


def test_suggested_names_hold_no_word_of_the_journal() -> None:
    assert suggested_name("mentor-meeting", "pdf", DAY) == "mentor-meeting-2026-07-22.pdf"


def test_every_control_has_a_name(user: User) -> None:
    user.wait()
    kinds: tuple[type[QWidget], ...] = (QPushButton, QComboBox, QLineEdit, QPlainTextEdit, QTreeView)
    controls = [w for kind in kinds for w in user.page.findChildren(kind) if w.isVisible()]
    assert len(controls) > 5
    assert not [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())]
    row = user.row(CHALLENGE.id)
    spoken = row.data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Flaky parser, Challenge, Wednesday 22 July 2026, on the agenda, Short"


def test_tab_leaves_the_preview(qtbot: QtBot, user: User) -> None:
    user.wait()
    text = cast("TextView", user.page.findChild(TextView))
    assert text.tabChangesFocus()
    assert text.isReadOnly()


def test_an_audience_that_was_emptied_stays_empty(qtbot: QtBot, user: User) -> None:
    user.wait()
    audience = next(w for w in user.page.findChildren(QLineEdit) if w.accessibleName() == "For")
    audience.selectAll()
    qtbot.keyClick(audience, Qt.Key.Key_Delete)
    qtbot.keyClick(audience, Qt.Key.Key_Return)
    user.page.session.save(Note(title="Something else", day=DAY))
    assert audience.text() == ""
    assert b"my mentor" not in user.wait().data


def test_while_a_long_time_is_read_anew_nothing_can_be_sent(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, user: User
) -> None:
    user.wait()
    may_end, read = Event(), Reading.run
    monkeypatch.setattr("amp_desktop.ui.share.reading.MOST_AT_ONCE", 1)
    monkeypatch.setattr(Reading, "run", lambda *given: may_end.wait(10) and read(*given))
    user.page.session.put_in_bin([NOTE.id])
    user.tick_by_keyboard(PRIVATE.id)
    qtbot.waitUntil(lambda: not is_about_to_prepare(user))
    assert jobs_under_way() == 1  # the reading, which nothing has overtaken
    assert user.page.prepared() is None
    may_end.set()
    summary = user.wait()
    assert b"First review" not in summary.data
    assert PRIVATE_CANARY.encode() in summary.data


def test_low_window_still_shows_three_entries_and_scrolls_to_the_one_at_hand(user: User) -> None:
    user.page.resize(660, 320)
    view = user.list
    last = user.row(CARE.id)
    assert view.viewport().height() >= 3 * view.visualRect(last).height()

    view.setFocus()
    view.setCurrentIndex(user.row(NOTE.id))
    user.qtbot.keyClick(view, Qt.Key.Key_End)

    assert view.currentIndex() == last
    row = view.visualRect(last)
    seen = view.viewport().visibleRegion().boundingRect().intersected(row)
    assert seen.height() >= row.height() - 1, "the view itself leaves a pixel"


def test_list_that_is_filled_again_scrolls_nothing(user: User) -> None:
    user.page.resize(660, 320)
    scroll = cast("ChoosingScroll", user.page.findChild(ChoosingScroll))
    audience = user.page.findChild(QLineEdit)
    assert isinstance(audience, QLineEdit)
    audience.setFocus()

    user.list.setCurrentIndex(user.row(CARE.id))

    assert scroll.verticalScrollBar().maximum() > 0
    assert scroll.verticalScrollBar().value() == 0


def test_keys_begin_at_the_top_where_another_template_left_out_the_row_at_hand(user: User) -> None:
    view, model = user.list, cast("CandidateModel", user.list.model())
    view.setCurrentIndex(user.row(NOTE.id))
    note, challenge = (user.row(one.id).data(CandidateRole.CANDIDATE) for one in (NOTE, CHALLENGE))
    user.button("Shared so far").setFocus()

    left_out = replace(note, ticked=False)
    section = CandidateGroup("Blockers", by_hand=False, candidates=(challenge,), rows=(challenge,), key="b")
    others = CandidateGroup("", by_hand=False, candidates=(left_out,), rows=(left_out,))
    model.show_groups((section, others))

    assert view.currentIndex() == user.row(CHALLENGE.id)
    view.setFocus()
    user.qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.currentIndex() == model.index_of_section("b")


def test_it_is_copied_by_key_from_the_list(user: User) -> None:
    summary = user.choose("md")
    user.list.setFocus()
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    user.qtbot.keyClick(user.list, Qt.Key.Key_C, both)
    assert clipboard_text().encode() == summary.data


def test_starting_anew_leaves_the_keyboard_on_the_list(user: User) -> None:
    user.tick_by_keyboard(PRIVATE.id)
    anew = user.button("Start over")
    anew.setFocus()
    user.qtbot.keyClick(anew, Qt.Key.Key_Space)
    user.qtbot.waitUntil(anew.isHidden)
    assert user.page.focusWidget() is user.list


def test_keys_that_wait_for_the_first_rows_begin_at_the_top(user: User) -> None:
    view, model = user.list, cast("CandidateModel", user.list.model())
    rows = tuple(user.row(one.id).data(CandidateRole.CANDIDATE) for one in (NOTE, CHALLENGE))
    section = CandidateGroup("Blockers", by_hand=False, candidates=rows, rows=rows, key="b")
    others = CandidateGroup("Done", by_hand=False, candidates=(), rows=(), key="d")
    model.show_groups(())
    view.setFocus()
    model.show_groups((section, others))
    assert view.currentIndex() == user.row(NOTE.id)
    user.qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex() == user.row(CHALLENGE.id)


def test_a_page_of_paper_is_offered_first_and_then_what_last_left(
    journal: Journal, qtbot: QtBot, open_page: OpenPage
) -> None:
    journal.save_entry(NOTE)
    assert journal.sharing.usual_format() == "pdf"
    user = open_page(journal)
    user.choose("slack")
    user.button("Copy").click()
    assert journal.sharing.usual_format() == "slack"
    page = SharePage(Session(journal))
    qtbot.addWidget(page)
    page.show()
    page.arrive()
    assert User(qtbot, page).save_button.text() == "Save as Slack"
    page.forget()


def test_what_chooses_a_side_or_a_width_is_read_before_what_it_changes(user: User) -> None:
    for part in (*user.page.findChildren(Sides), *user.page.findChildren(Preview)):
        laid_out = list(_in_layout(part.layout()))
        assert [one for one in part.children() if one in laid_out] == laid_out


def test_the_first_pages_are_made_for_the_room_that_they_have(user: User) -> None:
    summary = user.choose("pdf")
    pages = user.page.findChild(PagesView)
    assert isinstance(pages, PagesView)
    user.qtbot.waitUntil(pages.isVisible)
    made_for = QImage.fromData(summary.pages[0]).width() / A4_WIDTH_INCHES
    assert abs(made_for - pages.dots_per_inch()) < 1  # else they are made a second time
