"""What speaks to the person: banner, state of saving, strength, empty page, foldable."""

from datetime import UTC, datetime

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QProgressBar, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.errors import DiskFullError
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.empty_state import EmptyState
from amp_desktop.ui.widgets.foldable import Foldable
from amp_desktop.ui.widgets.labels import Elided, label
from amp_desktop.ui.widgets.save_state import SaveStateLabel
from amp_desktop.ui.widgets.strength_meter import StrengthMeter


def test_a_banner_says_the_error_and_what_to_do(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    assert banner.isHidden()
    banner.show_error(DiskFullError("The disk is full.", "Free some room, then try again."), "Try again")
    assert not banner.isHidden()
    assert banner.accessibleName() == "The disk is full. Free some room, then try again."
    action = banner.findChild(QPushButton)
    assert isinstance(action, QPushButton)
    assert not action.isHidden()
    with qtbot.waitSignal(banner.action_requested):
        action.click()


def test_a_banner_without_an_action_shows_no_button_and_can_be_closed(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_message(Tone.INFO, "This is a sample journal.")
    action, close = banner.findChild(QPushButton), banner.findChild(QToolButton)
    assert isinstance(action, QPushButton)
    assert isinstance(close, QToolButton)
    assert action.isHidden()
    with qtbot.waitSignal(banner.dismissed):
        close.click()
    assert banner.isHidden()
    assert banner.sentence() == ""


def test_words_of_a_banner_are_never_markup(qtbot: QtBot) -> None:
    banner = Banner()
    qtbot.addWidget(banner)
    banner.show_message(Tone.CARE, "<b>not bold</b>")
    assert banner.sentence() == "<b>not bold</b>"


def test_the_state_of_saving_is_told_in_words(qtbot: QtBot) -> None:
    state = SaveStateLabel()
    qtbot.addWidget(state)
    assert state.text() == ""
    state.show_saving()
    assert state.text() == "Saving…"
    QLocale.setDefault(QLocale("en_GB"))
    state.show_saved(datetime(2026, 7, 22, 21, 14, tzinfo=UTC))
    assert state.text() == "Saved 21:14"
    state.show_not_saved()
    assert state.text() == "Not saved"
    state.clear()
    assert state.text() == ""


def test_strength_is_told_in_words_and_as_a_bar(qtbot: QtBot) -> None:
    meter = StrengthMeter()
    qtbot.addWidget(meter)
    bar = meter.findChild(QProgressBar)
    assert isinstance(bar, QProgressBar)
    for score, words in ((None, ""), (0, "Very weak."), (2, "Fair."), (4, "Very strong.")):
        meter.set_strength(score)
        assert meter.text() == words
        assert bar.value() == (score or 0)
        assert bar.accessibleDescription() == words
    meter.set_strength(1, "Add a word.")
    assert meter.text() == "Weak. Add a word."


def test_an_empty_page_offers_the_first_step(qtbot: QtBot) -> None:
    page = EmptyState("target", "Goals belong here.", "Write one")
    qtbot.addWidget(page)
    button = page.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(page.action_requested):
        button.click()
    page.set_action("")
    assert button.isHidden()


def test_a_part_folds_and_says_so(qtbot: QtBot) -> None:
    content = label("inside")
    part = Foldable("History", content)
    qtbot.addWidget(part)
    heading = part.findChild(QPushButton)
    assert isinstance(heading, QPushButton)
    assert heading.accessibleName() == "History, unfolded"
    with qtbot.waitSignal(part.folded_changed) as told:
        heading.click()
    assert told.args == [True]
    assert content.isHidden()
    assert heading.accessibleName() == "History, folded"
    with qtbot.assertNotEmitted(part.folded_changed):
        part.set_folded(False)
    assert not content.isHidden()


def test_a_line_too_long_is_cut_and_told_by_its_tool_tip(qtbot: QtBot) -> None:
    line = Elided("Midterm opens in 21 days")
    qtbot.addWidget(line)
    line.resize(60, 20)
    line.show()
    assert line.text().endswith("…")
    assert line.toolTip() == line.accessibleName() == "Midterm opens in 21 days"
    line.resize(600, 20)
    assert line.text() == "Midterm opens in 21 days"
    assert line.toolTip() == ""
