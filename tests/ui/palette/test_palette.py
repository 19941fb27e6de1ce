"""The palette, as a person uses it: Ctrl+K, a few letters, Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QListView, QTextEdit
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.ui.actions.key_map import key_map
from amp_desktop.ui.palette.palette import Palette
from amp_desktop.ui.palette.rows import ChoiceModel
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.platform.jobs import jobs_under_way
from amp_desktop.ui.settings import contents
from amp_desktop.ui.settings.page import SettingsPage
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.share import SharePage
from amp_desktop.ui.share.template_chip import TemplateChip
from amp_desktop.ui.shell.window import MainWindow
from tests.conftest import MakeEntry
from tests.ui.entries.pages import part
from tests.ui.people import seen, shows

CTRL = Qt.KeyboardModifier.ControlModifier
NAME = "Find a command or an entry"


@pytest.fixture
def opened(unlocked: MainWindow, make_entry: MakeEntry, qtbot: QtBot) -> MainWindow:
    """The window with some entries, the palette open over the journal page."""
    assert unlocked.workspace is not None
    for title in ("First review", "Stuck on the parser", "नमस्ते दुनिया"):
        saved = unlocked.workspace.session.save(make_entry("challenge", title=title))
    unlocked.activateWindow()
    unlocked.workspace.go_to("journal")
    unlocked.workspace.show_entry(saved.id)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QTextEdit))
    open_palette(unlocked, qtbot)
    return unlocked


def open_palette(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(window, Qt.Key.Key_K, CTRL)
    qtbot.waitUntil(lambda: jobs_under_way() == 0)


def line(window: MainWindow) -> QLineEdit:
    return seen(window, QLineEdit, NAME)


def offered(window: MainWindow) -> list[str]:
    view = seen(window, QListView, "Results")
    return [str(view.model().index(row, 0).data()) for row in range(view.model().rowCount())]


def chosen(window: MainWindow) -> str:
    return str(seen(window, QListView, "Results").currentIndex().data())


def take(window: MainWindow, typed: str) -> None:
    line(window).setText(typed)
    QTest.keyClick(line(window), Qt.Key.Key_Return)


def is_open(window: MainWindow) -> bool:
    palette = window.findChild(Palette)
    return palette is not None and palette.isVisible()


def test_nothing_of_it_is_made_before_it_is_wanted(unlocked: MainWindow) -> None:
    assert unlocked.workspace is not None
    assert unlocked.findChild(Palette) is None
    assert unlocked.workspace.session.journal.titles._title_index is None


def test_an_entry_by_a_few_letters(opened: MainWindow) -> None:
    take(opened, "fi re")
    assert not is_open(opened)
    assert seen(opened, QTextEdit, "Title").toPlainText() == "First review"


@pytest.mark.parametrize("typed", ["rvw", "FIRST", "नमस", "prsr"])
def test_letters_of_all_scripts_whatever_their_case(opened: MainWindow, typed: str) -> None:
    line(opened).setText(typed)
    assert {"First review", "Stuck on the parser", "नमस्ते दुनिया"} & set(offered(opened))


def test_an_action_by_a_few_letters(opened: MainWindow) -> None:
    assert opened.workspace is not None
    take(opened, "goa")
    assert opened.workspace.page_name() == "goals"


@pytest.mark.parametrize(
    ("front", "begun_on"), [("today", "challenges"), ("goals", "challenges"), ("journal", "journal")]
)
def test_a_kind_is_begun_on_its_own_page_unless_one_is_where_all_are(
    opened: MainWindow, qtbot: QtBot, front: str, begun_on: str
) -> None:
    assert opened.workspace is not None
    QTest.keyClick(line(opened), Qt.Key.Key_Escape)
    opened.workspace.go_to(front)
    open_palette(opened, qtbot)
    take(opened, "New challenge")
    assert opened.workspace.page_name() == begun_on
    assert seen(opened, QTextEdit, "Title").hasFocus()
    assert seen(opened, QAbstractButton, "Write a question")


def test_what_begins_so_comes_first_and_actions_before_entries(
    opened: MainWindow, make_entry: MakeEntry
) -> None:
    assert opened.workspace is not None
    opened.workspace.session.save(make_entry(title="Goals I had"))
    line(opened).setText("goal")
    assert offered(opened)[:3] == ["Goals", "Goals I had", "New goal"]


def test_letters_in_order_are_a_last_resort(opened: MainWindow, make_entry: MakeEntry) -> None:
    assert opened.workspace is not None
    for title in ("Loan cookbook", "Under duress, of all things"):
        opened.workspace.session.save(make_entry(title=title))
    line(opened).setText("lock")
    assert "Lock journal" in offered(opened)
    assert "Loan cookbook" not in offered(opened)
    line(opened).setText("undrs")
    assert "Under duress, of all things" in offered(opened)


def test_keys_of_an_action_and_day_of_an_entry_are_told(opened: MainWindow) -> None:
    line(opened).setText("lock j")
    assert line(opened).accessibleDescription() == "Lock journal, Ctrl+L"
    line(opened).setText("first rev")
    assert line(opened).accessibleDescription() == "First review, Challenge, Wednesday 22 July 2026"


def test_a_screen_reader_hears_the_row_that_the_arrows_choose(opened: MainWindow) -> None:
    QTest.keyClick(line(opened), Qt.Key.Key_Down)
    assert line(opened).accessibleDescription() == f"{chosen(opened)}, Ctrl+2"
    line(opened).setText("zzzqqq")
    assert line(opened).accessibleDescription() == "Nothing found."
    assert shows(opened, "Nothing found.")


def test_arrows_go_round_and_pages_stop_at_the_ends(opened: MainWindow) -> None:
    names = offered(opened)
    assert len(names) > 30
    QTest.keyClick(line(opened), Qt.Key.Key_Up)
    assert chosen(opened) == names[-1]
    QTest.keyClick(line(opened), Qt.Key.Key_Down)
    assert chosen(opened) == names[0]
    QTest.keyClick(line(opened), Qt.Key.Key_PageDown)
    assert chosen(opened) == names[10]
    QTest.keyClick(line(opened), Qt.Key.Key_PageUp)
    QTest.keyClick(line(opened), Qt.Key.Key_PageUp)
    assert chosen(opened) == names[0]


def test_what_was_used_last_comes_first(opened: MainWindow, qtbot: QtBot) -> None:
    take(opened, "goals")
    open_palette(opened, qtbot)
    take(opened, "first")
    open_palette(opened, qtbot)
    assert offered(opened)[:2] == ["Goals", "First review"]
    assert AppSettings().used_actions == ["page-goals"]  # and not a word of the journal


def test_escape_gives_the_keyboard_back(opened: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(line(opened), Qt.Key.Key_Escape)
    assert opened.workspace is not None
    text = seen(opened, QTextEdit, "What happens")
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    QTest.keyClick(text, Qt.Key.Key_K, CTRL)
    assert line(opened).hasFocus()
    QTest.keyClick(line(opened), Qt.Key.Key_Escape)
    assert not is_open(opened)
    assert QApplication.focusWidget() is text


def test_the_same_keys_put_it_away(opened: MainWindow) -> None:
    QTest.keyClick(line(opened), Qt.Key.Key_K, CTRL)
    assert not is_open(opened)


def test_a_click_elsewhere_puts_it_away(opened: MainWindow) -> None:
    seen(opened, QLineEdit, "Search entries").setFocus(Qt.FocusReason.MouseFocusReason)
    assert not is_open(opened)


def test_a_click_takes_a_row(opened: MainWindow) -> None:
    assert opened.workspace is not None
    line(opened).setText("challenges")
    view = seen(opened, QListView, "Results")
    place = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.workspace.page_name() == "challenges"


def test_what_cannot_be_done_now_is_not_offered(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.workspace is not None
    assert "Bold" in offered(opened)
    assert NAME not in offered(opened)
    QTest.keyClick(line(opened), Qt.Key.Key_Escape)
    action = opened.findChild(QAction, "bold")
    assert isinstance(action, QAction)
    action.setEnabled(False)
    open_palette(opened, qtbot)
    assert "Bold" not in offered(opened)
    QTest.keyClick(line(opened), Qt.Key.Key_Escape)
    opened.workspace.go_to("today")
    open_palette(opened, qtbot)
    assert "Italic" not in offered(opened)
    assert "Full screen" in offered(opened)


def test_the_text_is_marked_where_it_was_selected(opened: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(line(opened), Qt.Key.Key_Escape)
    text = seen(opened, QTextEdit, "What happens")
    text.setFocus()
    qtbot.keyClicks(text, "word")
    text.selectAll()
    open_palette(opened, qtbot)
    take(opened, "bold")
    assert text.toPlainText() == "**word**"


def test_entries_begin_with_templates(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.workspace is not None
    QTest.keyClick(line(opened), Qt.Key.Key_Escape)
    opened.workspace.session.journal.templates.save(
        EntryTemplate(id="zanzibar", name="Zanzibar", title="Far away")
    )
    open_palette(opened, qtbot)
    take(opened, "zanz")
    assert seen(opened, QTextEdit, "Title").toPlainText() == "Far away"
    assert AppSettings().used_actions == []  # own templates are the mentee's words


def test_a_summary_by_its_template(opened: MainWindow, qtbot: QtBot) -> None:
    take(opened, "midterm self")
    assert opened.workspace is not None
    page = opened.workspace.page()
    assert isinstance(page, SharePage)
    assert part(page, TemplateChip).text() == "Midterm self-assessment"
    open_palette(opened, qtbot)
    line(opened).setText("nomination")
    assert offered(opened)[0].startswith("Share: Nomination")


def test_parts_of_the_settings(opened: MainWindow) -> None:
    assert opened.workspace is not None
    take(opened, "settings about")
    assert opened.workspace.page_name() == "settings"


def test_every_part_of_the_settings_is_offered_by_its_title(opened: MainWindow) -> None:
    assert opened.workspace is not None
    opened.workspace.go_to("settings")
    page = opened.workspace.page()
    assert isinstance(page, SettingsPage)
    page.make_whole()
    titles = {
        type(section).__name__: section.findChildren(QLabel)[0].text()
        for section in page.findChildren(SettingsSection)
    }
    assert contents.sections() == titles


def test_changed_keys_are_shown(opened: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClick(line(opened), Qt.Key.Key_Escape)
    key_map().set_keys("page-goals", [QKeySequence("F7")])
    try:
        open_palette(opened, qtbot)
        line(opened).setText("goals")
        assert line(opened).accessibleDescription() == "Goals, F7"
    finally:
        key_map().choose({})


def test_a_lock_drops_every_word(opened: MainWindow) -> None:
    line(opened).setText("first")
    palette = opened.findChild(Palette)
    assert isinstance(palette, Palette)
    palette.forget()
    assert line_of(palette).text() == ""
    assert part(palette, QListView).model().rowCount() == 0
    opened.lock()
    assert opened.workspace is None


def line_of(palette: Palette) -> QLineEdit:
    found = palette.findChild(QLineEdit)
    assert isinstance(found, QLineEdit)
    return found


def test_it_stays_within_the_window(opened: MainWindow) -> None:
    opened.resize(760, 520)
    QApplication.processEvents()
    palette = opened.findChild(Palette)
    assert isinstance(palette, Palette)
    assert opened.workspace is not None
    assert opened.workspace.rect().contains(palette.geometry())


def test_the_model_keeps_its_promises(opened: MainWindow) -> None:
    palette = opened.findChild(Palette)
    assert isinstance(palette, Palette)
    model = palette.findChild(ChoiceModel)
    assert isinstance(model, ChoiceModel)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    line(opened).setText("re")
