"""The page of the day, used by keyboard and mouse."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale, QObject, QPoint, Qt, QTime
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from amp_desktop.domain.errors import DiskFullError
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal import Journal
from amp_desktop.ui.kinds.challenge.question_dialog import QuestionDialog
from amp_desktop.ui.session import Session
from amp_desktop.ui.today import TodayPage
from amp_desktop.ui.today.confirmation import Confirmation
from amp_desktop.ui.today.presenter import TodayPresenter
from amp_desktop.ui.today.rows import AgendaRow, DayRow, WrittenRow
from amp_desktop.ui.today.section import RowSection
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.focus_order import _in_layout
from amp_desktop.ui.widgets.text_box import TextBox

DAY = date(2026, 7, 22)


@pytest.fixture
def page(qtbot: QtBot, journal: Journal) -> TodayPage:
    made = TodayPage(Session(journal))
    made.shown_day = DAY
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    made.arrive()
    return made


def line(page: TodayPage) -> TextBox:
    return next(box for box in page.findChildren(TextBox) if box.accessibleName() == "Write a line")


def press(page: QWidget, name: str) -> None:
    """Press the visible button of that name."""
    buttons = [*page.findChildren(QPushButton), *page.findChildren(QToolButton)]
    named = [b for b in buttons if name in (b.text(), b.accessibleName()) and b.isVisible()]
    assert named, f"no button “{name}”"
    named[0].click()


def said(page: TodayPage) -> list[str]:
    return [c.words() for c in page.findChildren(Confirmation) if c.isVisible()]


def titles(journal: Journal, **query: object) -> list[str]:
    return [row.title for row in journal.rows(EntryQuery(**query)).items]  # type: ignore[arg-type]


def test_a_line_and_enter_make_an_entry_of_the_chosen_kind(
    qtbot: QtBot, journal: Journal, page: TodayPage
) -> None:
    combo = page.findChild(QComboBox)
    assert isinstance(combo, QComboBox)
    combo.setCurrentIndex(combo.findData("challenge"))
    qtbot.keyClicks(line(page), "Stuck on the parser")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    entry = next(journal.entries())
    assert isinstance(entry, Challenge)
    assert (entry.title, entry.day) == ("Stuck on the parser", DAY)
    assert line(page).text() == ""
    assert said(page) == ["Kept: Challenge."]


def test_what_was_written_today_is_seen_there(qtbot: QtBot, journal: Journal, page: TodayPage) -> None:
    journal.save_entry(Note(title="Yesterday's", day=date(2026, 7, 21)))
    journal.save_entry(SelfCareNote(day=DAY, mood=4))
    page.session.save(Note(title="Standup", body="We **agreed** on the date.", day=DAY))
    assert seen_rows(page, "Written today") == ["Standup"]
    assert any(label.text() == "We agreed on the date." for label in page.findChildren(QLabel))
    qtbot.keyClicks(line(page), "A thought")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    assert seen_rows(page, "Written today") == ["A thought", "Standup"]
    with qtbot.waitSignal(page.entry_requested):
        press(page, "Standup")


def test_of_many_written_today_some_are_seen_and_the_rest_is_a_click_away(
    qtbot: QtBot, page: TodayPage
) -> None:
    for number in range(7):
        page.session.save(Note(title=f"Note {number}", day=DAY))
    assert seen_rows(page, "Written today") == [f"Note {number}" for number in (6, 5, 4, 3, 2)]
    with qtbot.waitSignal(page.page_requested) as asked:
        press(page, "All entries")
    assert asked.args == ["journal"]


def seen_rows(page: TodayPage, heading: str) -> list[str]:
    """The titles in the card of that heading."""
    QApplication.processEvents()
    cards = [card for card in page.findChildren(RowSection) if card.isVisible()]
    card = next(one for one in cards if any(label.text() == heading for label in one.findChildren(QLabel)))
    rows = [row for row in card.findChildren(DayRow) if row.isVisible()]
    return [row.row.title for row in sorted(rows, key=lambda row: row.y())]


def test_undo_puts_it_into_the_bin_and_open_leads_to_it(
    qtbot: QtBot, journal: Journal, page: TodayPage
) -> None:
    qtbot.keyClicks(line(page), "A thought")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    entry = next(journal.entries())
    with qtbot.waitSignal(page.entry_requested) as asked:
        press(page, "Open")
    assert asked.args == [entry.id]
    press(page, "Undo")
    assert journal.count() == 0
    assert titles(journal, binned=True) == ["A thought"]
    assert said(page) == []


def test_shift_enter_and_a_long_text_go_on_in_the_journal(
    qtbot: QtBot, journal: Journal, page: TodayPage
) -> None:
    qtbot.keyClicks(line(page), "To be gone on with")
    with qtbot.waitSignal(page.entry_requested):
        qtbot.keyClick(line(page), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    line(page).setPlainText("A title\nand a second line")
    with qtbot.waitSignal(page.entry_requested):
        qtbot.keyClick(line(page), Qt.Key.Key_Return)
    assert set(titles(journal)) == {"To be gone on with", "A title"}


def test_a_failing_save_keeps_the_text_and_says_so(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, journal: Journal, page: TodayPage
) -> None:
    def full(*_: object) -> None:
        raise DiskFullError("The disk is full.", "Make room and try again.")

    with monkeypatch.context() as patch:
        patch.setattr(journal, "save_entry", full)
        qtbot.keyClicks(line(page), "Not to be lost")
        qtbot.keyClick(line(page), Qt.Key.Key_Return)
        assert line(page).text() == "Not to be lost"
        banner = page.findChild(Banner)
        assert isinstance(banner, Banner)
        assert banner.sentence() == "The disk is full."
        assert not page.flush()
        assert line(page).text() == "Not to be lost"
    assert page.flush()
    assert titles(journal) == ["Not to be lost"]
    assert banner.sentence() == ""


def test_enter_in_an_empty_line_makes_nothing(qtbot: QtBot, journal: Journal, page: TodayPage) -> None:
    qtbot.keyClicks(line(page), "   ")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    assert page.flush()
    assert journal.count() == 0


def test_three_taps_make_exactly_one_row_and_a_second_tap_clears(journal: Journal, page: TodayPage) -> None:
    for name in ("Mood: good", "Energy: half", "Stress: light"):
        press(page, name)
    note = next(journal.entries())
    assert journal.count() == 1
    assert isinstance(note, SelfCareNote)
    assert (note.mood, note.energy, note.stress, note.day) == (4, 3, 2, DAY)
    press(page, "Mood: good")
    cleared = journal.entry(note.id)
    assert isinstance(cleared, SelfCareNote)
    assert cleared.mood is None
    assert journal.count() == 1


def test_nothing_exists_before_the_first_tap_and_leaving_the_page_makes_nothing(
    journal: Journal, page: TodayPage
) -> None:
    assert page.flush()
    page.forget()
    assert journal.count() == 0


def test_what_did_me_good_joins_the_check_in_on_enter_or_when_the_page_is_left(
    qtbot: QtBot, journal: Journal, page: TodayPage
) -> None:
    good = next(w for w in page.findChildren(QLineEdit) if w.accessibleName() == "What did me good")
    press(page, "Mood: good")
    qtbot.keyClicks(good, "a walk")
    qtbot.keyClick(good, Qt.Key.Key_Return)
    qtbot.keyClicks(good, " by the river")
    assert page.flush()
    note = next(journal.entries())
    assert isinstance(note, SelfCareNote)
    assert (note.what_did_me_good, note.mood) == ("a walk by the river", 4)
    assert journal.count() == 1


def test_a_check_in_of_today_is_shown_when_the_page_comes(
    qtbot: QtBot, journal: Journal, page: TodayPage
) -> None:
    journal.save_entry(SelfCareNote(day=DAY, mood=2))
    page.arrive()
    press(page, "Energy: low")
    assert journal.count() == 1
    note = next(journal.entries())
    assert isinstance(note, SelfCareNote)
    assert (note.mood, note.energy) == (2, 2)


def test_a_point_is_taken_off_the_agenda_by_its_cross_or_by_delete_and_comes_back(
    qtbot: QtBot, journal: Journal, page: TodayPage
) -> None:
    question = page.session.save(Note(title="Flaky?", day=DAY, on_agenda=True))
    press(page, "Take off the agenda: Flaky?")
    assert not journal.entry(question.id).is_for_agenda
    assert said(page) == ["Taken off the agenda."]
    press(page, "Undo")
    assert journal.entry(question.id).is_for_agenda
    QApplication.processEvents()
    row = next(one for one in page.findChildren(AgendaRow) if one.isVisible())
    qtbot.keyClick(row.title, Qt.Key.Key_Delete)
    assert not journal.entry(question.id).is_for_agenda


def test_the_next_step_of_a_goal_is_ticked_right_there_and_undone(journal: Journal, page: TodayPage) -> None:
    goal = Goal(title="Release", day=DAY, steps=(Step("Write the **list**"), Step("Sign it")))
    page.session.save(goal)
    assert "Write the list" in [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    box = next(b for b in page.findChildren(QCheckBox) if b.isVisible())
    assert box.accessibleName() == "Next step done: Write the list"
    box.click()
    ticked = journal.entry(goal.id)
    assert isinstance(ticked, Goal)
    assert [step.done for step in ticked.steps] == [True, False]
    assert box.accessibleName() == "Next step done: Sign it"
    assert not box.isChecked()
    press(page, "Undo")
    undone = journal.entry(goal.id)
    assert isinstance(undone, Goal)
    assert not any(step.done for step in undone.steps)


def test_the_suggestion_can_be_accepted_or_sent_away(journal: Journal, page: TodayPage) -> None:
    then = datetime(2026, 7, 10, 12, tzinfo=UTC)
    rests = [
        Challenge(title=title, day=date(2026, 7, 10), created_at=then, updated_at=then)
        for title in ("First", "Second")
    ]
    journal.save_entries(rests)
    page.arrive()
    press(page, "Put on the agenda")
    assert [row.title for row in journal.rows().items if row.values["on_agenda"]]
    press(page, "Leave it")
    assert not any(b.isVisible() for b in page.findChildren(QPushButton) if b.text() == "Leave it")


def test_what_was_left_comes_back_by_undo_and_is_kept_otherwise(journal: Journal, page: TodayPage) -> None:
    journal.save_entry(Goal(title="Profiles", day=date(2026, 7, 1)))
    page.arrive()
    press(page, "Leave it")
    assert journal.offers_answered.to_json() != {}
    assert not [b for b in page.findChildren(QPushButton) if b.text() == "Leave it" and b.isVisible()]
    press(page, "Undo")
    assert journal.offers_answered.to_json() == {}
    press(page, "Leave it")
    page.shown_day = date(2026, 7, 23)
    page.arrive()
    assert not [b for b in page.findChildren(QPushButton) if b.text() == "Leave it" and b.isVisible()]


def test_a_next_small_step_is_written_on_the_goal_s_own_page(
    qtbot: QtBot, journal: Journal, page: TodayPage
) -> None:
    goal = journal.save_entry(Goal(title="Profiles", day=date(2026, 7, 1)))
    page.arrive()
    with qtbot.waitSignal(page.entry_requested) as asked:
        press(page, "Write it down")
    assert asked.args == [goal.id]


def test_the_meeting_is_prepared_on_the_share_page(qtbot: QtBot, page: TodayPage) -> None:
    page.session.save(Note(title="A question", day=DAY, on_agenda=True))
    with qtbot.waitSignal(page.page_requested) as asked:
        press(page, "Prepare the meeting")
    assert asked.args == ["share"]


def test_a_title_leads_to_its_entry(qtbot: QtBot, page: TodayPage) -> None:
    goal = page.session.save(Goal(title="A & B", day=DAY))
    with qtbot.waitSignal(page.entry_requested) as asked:
        press(page, "A & B")
    assert asked.args == [goal.id]


def test_a_new_day_is_noticed(qtbot: QtBot, journal: Journal, page: TodayPage) -> None:
    press(page, "Mood: good")
    page.shown_day = date(2026, 7, 23)
    page._look_at_the_clock()
    press(page, "Mood: low")
    days = {row.day: row.values["mood"] for row in journal.rows().items}
    assert days == {date(2026, 7, 22): 4, date(2026, 7, 23): 2}


def test_a_day_that_cannot_be_read_is_told_where_the_page_comes(
    qtbot: QtBot, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DiskFullError("No.", "Make room.")

    made = TodayPage(Session(journal))
    qtbot.addWidget(made)
    made.show()
    monkeypatch.setattr(TodayPresenter, "view", fail)
    made.arrive()
    banner = made.findChild(Banner)
    assert isinstance(banner, Banner)
    assert (banner.sentence(), banner.isVisible()) == ("No.", True)


def test_forgetting_leaves_no_word(qtbot: QtBot, page: TodayPage) -> None:
    page.session.save(Goal(title="canary goal", day=DAY, steps=(Step("canary step"),)))
    page.session.save(Challenge(title="canary challenge", day=DAY, on_agenda=True))
    press(page, "Mood: good")
    qtbot.keyClicks(line(page), "canary line")
    qtbot.keyClick(line(page), Qt.Key.Key_Return)
    qtbot.keyClicks(line(page), "canary draft")
    page.forget()
    qtbot.waitUntil(lambda: not _canaries(page))  # what is to be deleted goes when Qt comes to it


def test_every_control_has_a_name(page: TodayPage) -> None:
    page.session.save(Goal(title="Goal", day=DAY, steps=(Step("Step"),)))
    page.session.save(Challenge(title="Challenge", day=DAY, on_agenda=True))
    kinds = (QPushButton, QToolButton, QCheckBox, QComboBox, QLineEdit, TextBox)
    controls = [widget for kind in kinds for widget in page.findChildren(kind) if widget.isVisible()]
    assert controls
    nameless = [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())]
    assert not nameless


def test_the_page_of_the_whole_sample_opens(qtbot: QtBot, sample_journal: Journal) -> None:
    page = TodayPage(Session(sample_journal))
    qtbot.addWidget(page)
    page.shown_day = date(2026, 10, 17)
    page.show()
    page.arrive()
    names = {button.accessibleName() for button in page.findChildren(QPushButton)}
    assert "The formula bot has lost its key" in names


def _canaries(page: TodayPage) -> list[str]:
    texts = [text for widget in page.findChildren(QWidget) for text in _words(widget)]
    return [text for text in texts if "canary" in text]


def _words(widget: QWidget) -> Iterator[str]:
    for name in ("text", "toPlainText", "toolTip", "accessibleName", "accessibleDescription"):
        ask = getattr(widget, name, None)
        if ask is not None:
            yield str(ask())


def _first_column(widget: QWidget) -> int:
    """Where in its window the first letter is drawn."""
    image = widget.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 1)
    drawn = (
        x
        for x in range(image.width())
        if any(image.pixelColor(x, y) != ground for y in range(image.height()))
    )
    return widget.mapTo(widget.window(), QPoint(next(drawn), 0)).x()


def test_what_did_me_good_begins_on_the_edge_of_all_texts(qtbot: QtBot, page: TodayPage) -> None:
    good = next(w for w in page.findChildren(QLineEdit) if w.accessibleName() == "What did me good")
    heading = next(w for w in page.findChildren(QLabel) if w.text() == "How are you?")
    good.setText("Hills")
    assert abs(_first_column(good) - _first_column(heading)) <= 1


@pytest.mark.parametrize("width", [1000, 640, 520, 430])
def test_the_question_is_read_whole_before_what_enter_does(qtbot: QtBot, page: TodayPage, width: int) -> None:
    page.resize(width, 800)
    QApplication.processEvents()
    line = next(w for w in page.findChildren(TextBox) if w.accessibleName() == "Write a line")
    assert line.fontMetrics().horizontalAdvance(line.placeholderText()) <= line.viewport().width()
    keep = next(w for w in page.findChildren(QPushButton) if w.accessibleName() == "Keep")
    assert keep.text() or not keep.icon().isNull()


def test_a_challenge_that_stands_still_is_asked_about_from_here(page: TodayPage, journal: Journal) -> None:
    then = datetime(2026, 7, 1, 12, tzinfo=UTC)
    stuck = Challenge(title="Stuck", need="Who knows?", day=date(2026, 7, 1), updated_at=then)
    journal.save_entries([stuck])
    page.arrive()
    press(page, "Write a question")
    (dialog,) = page.window().findChildren(QuestionDialog)
    press(dialog, "Copy")
    asked = journal.entry(stuck.id)
    assert isinstance(asked, Challenge)
    assert (asked.state, [one.where for one in asked.asked]) == ("asked", ["the project’s channel"])
    assert len(journal.sharing.log().items) == 1
    press(page, "Undo")
    assert journal.entry(stuck.id).state == "open"


def test_the_hour_of_what_was_written_at_night_is_told_where_days_end_so(
    journal: Journal, page: TodayPage
) -> None:
    night = datetime(2026, 7, 22, 2, 30).astimezone(UTC)
    journal.save_entry(Note(title="At night", day=DAY, created_at=night))
    journal.save_preferences(replace(journal.preferences, day_ends_at=1))
    page.arrive()
    (row,) = (row for row in page.findChildren(WrittenRow) if row.isVisible())
    assert row.when() == QLocale().toString(QTime(2, 30), QLocale.FormatType.ShortFormat)


def test_a_screen_reader_reads_the_page_in_the_order_in_which_it_is_seen(
    page: TodayPage, journal: Journal
) -> None:
    goal = Goal(title="Talk at the meetup", day=DAY, steps=(Step("Ask for a date"),))
    for entry in (goal, Note(title="A note", day=DAY), Challenge(title="Stuck", day=DAY)):
        journal.save_entry(entry)
    page.session.refreshed.emit()
    for widget in page.findChildren(QWidget):
        if widget.window() is page:  # and no list that a field opens
            laid_out = [one for one in _in_layout(widget.layout()) if not isinstance(one, _ROWS)]
            read = [one for one in widget.children() if one in laid_out]
            assert list(map(_name, read)) == list(map(_name, laid_out)), _name(widget)


_ROWS = (AgendaRow, DayRow)
"""Made one after the other as they come, behind all else of their section."""


def _name(widget: QObject) -> str:
    words = widget.text() if isinstance(widget, QLabel) else ""
    return f"{type(widget).__name__} {words}"
