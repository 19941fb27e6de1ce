"""Draws every widget in light and dark to PNG files, to be looked at: `python tests/ui/gallery.py FOLDER`."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QMenu,
    QProgressBar,
    QRadioButton,
    QSlider,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.places import resource
from amp_desktop.ui.platform.appearance import Appearance
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.style.theme import apply_theme, set_variant, theme
from amp_desktop.ui.widgets import buttons
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.calendar_popup import calm
from amp_desktop.ui.widgets.card import Card
from amp_desktop.ui.widgets.chips import ChipRow
from amp_desktop.ui.widgets.day_field import DayField
from amp_desktop.ui.widgets.empty_state import EmptyState
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.foldable import Foldable
from amp_desktop.ui.widgets.icon_label import IconLabel
from amp_desktop.ui.widgets.inputs import choice_field
from amp_desktop.ui.widgets.labels import SectionLabel, label
from amp_desktop.ui.widgets.page_header import PageHeader
from amp_desktop.ui.widgets.painting import paint_dots, small_font
from amp_desktop.ui.widgets.reading_column import ScrollPage
from amp_desktop.ui.widgets.save_state import SaveStateLabel
from amp_desktop.ui.widgets.scale import energy_scale, mood_scale, stress_scale
from amp_desktop.ui.widgets.search_field import SearchField
from amp_desktop.ui.widgets.side_bar import SideBar, SideRow
from amp_desktop.ui.widgets.strength_meter import StrengthMeter
from amp_desktop.ui.widgets.text_box import TextBox

PAGES = (
    SideRow("today", "Today", "sun"),
    SideRow("journal", "Journal", "notebook-pen"),
    SideRow("goals", "Goals", "target"),
    SideRow("challenges", "Challenges", "mountain"),
    SideRow("care", "Self-care", "heart"),
    SideRow("milestones", "Milestones", "flag"),
    SideRow("meetings", "Meetings", "users"),
    SideRow("share", "Share", "send"),
)


class PaintedRow(QWidget):
    """What a list delegate paints."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(28)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setFont(small_font(self.font()))
        mirrored = self.isRightToLeft()
        paint_dots(painter, self.rect(), 3, theme().tokens, mirrored=mirrored)
        painter.end()


def main_page() -> ScrollPage:
    """Header, banners, form, cards."""
    page = ScrollPage()
    header = PageHeader(
        "Stuck on the parser’s flaky test", "Challenge · Wednesday 22 July 2026 · open for 3 days"
    )
    header.add_action(buttons.secondary_button("Put on the agenda", "hand-helping"))
    header.add_action(buttons.primary_button("New", "plus"))
    page.column.addWidget(header)
    for tone, sentence, advice, action in (
        (Tone.INFO, "This is a sample journal.", "Nothing you write here is kept.", ""),
        (
            Tone.CARE,
            "The journal was not saved.",
            "The disk is full. Free some room, then try again.",
            "Try again",
        ),
    ):
        banner = Banner()
        banner.show_message(tone, sentence, advice, action)
        page.column.addWidget(banner)
    card = Card()
    card.column.addWidget(Field("Title", QLineEdit("Keep CI green"), "One line is enough."))
    box = TextBox("What I tried", "What did you try?")
    box.set_text("Pinned the seed and ran it 500 times.\nBisected.\nनमस्ते, كان يومًا جيدًا, 今天学到了很多")
    card.column.addWidget(Field("What I tried", box))
    card.column.addWidget(Field("What I need", TextBox("What I need", "Who or what would help?")))
    card.column.addLayout(controls())
    page.column.addWidget(card)
    page.column.addLayout(button_row())
    page.column.addStretch(1)
    return page


def controls() -> QVBoxLayout:
    """The controls that Qt brings."""
    area = choice_field("Area", [("release", 1), ("review", 2)])
    day = DayField("Day")
    day.set_day(date(2026, 7, 22))
    target = DayField("Target day", today=lambda: date(2026, 7, 22))
    ticked, plain, third = QCheckBox("Shareable"), QCheckBox("Private"), QCheckBox("Some")
    ticked.setChecked(True)
    third.setTristate(True)
    third.setCheckState(Qt.CheckState.PartiallyChecked)
    chosen = QRadioButton("Light")
    chosen.setChecked(True)
    typed, ticks = QHBoxLayout(), QHBoxLayout()
    for control in (area, day, target):
        typed.addWidget(control)
    for tick in (ticked, plain, third, chosen, QRadioButton("Dark")):
        ticks.addWidget(tick)
    column = QVBoxLayout()
    for row in (typed, ticks):
        row.addStretch(1)
        column.addLayout(row)
    return column


def button_row() -> QHBoxLayout:
    """Every kind of button, also switched off."""
    row = QHBoxLayout()
    made = [
        buttons.primary_button("Open", "lock-open"),
        buttons.secondary_button("Cancel"),
        buttons.quiet_button("Preview", "eye"),
        buttons.link_button("Forgotten?"),
        buttons.icon_button("bold", "Bold"),
        buttons.icon_button("image", "Picture"),
    ]
    off = [
        buttons.secondary_button("Off", "copy"),
        buttons.icon_button("code", "Code"),
    ]
    for button in off:
        button.setEnabled(False)
    for button in made + off:
        row.addWidget(button)
    row.addStretch(1)
    return row


def panel() -> QWidget:
    """The inspector at the right."""
    side = QFrame()
    set_variant(side, "panel")
    column = QVBoxLayout(side)
    column.setContentsMargins(17, 17, 17, 17)
    mood, energy, stress = mood_scale(), energy_scale(), stress_scale()
    mood.set_value(4)
    energy.set_value(2)
    tags = ChipRow("Tags")
    tags.set_tags(["cli", "testing", "review", "release notes"])
    for name, widget in (("Mood today", mood), ("Energy", energy), ("Stress", stress), ("Tags", tags)):
        column.addWidget(SectionLabel(name))
        column.addWidget(widget)
    bar = QProgressBar(value=70, textVisible=False)
    column.addWidget(Foldable("Linked goals", bar))
    column.addWidget(Foldable("History", label("hidden"), folded=True))
    column.addWidget(SectionLabel("In lists"))
    column.addWidget(PaintedRow())
    meter = StrengthMeter()
    meter.set_strength(3, "One more word would make it very strong.")
    column.addWidget(meter)
    weak = StrengthMeter()
    weak.set_strength(1)
    column.addWidget(weak)
    at = datetime(2026, 7, 22, 21, 14, tzinfo=UTC)
    for kind in ("saving", "saved", "not_saved"):
        state = SaveStateLabel()
        state.show_saved(at) if kind == "saved" else getattr(state, f"show_{kind}")()
        column.addWidget(state)
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setValue(70)
    column.addWidget(slider)
    column.addStretch(1)
    return side


def lists() -> QWidget:
    """Search, list, table, tabs, empty page."""
    side = QFrame()
    set_variant(side, "panel")
    column = QVBoxLayout(side)
    head = QHBoxLayout()
    head.addWidget(SearchField("Search entries"))
    head.addWidget(buttons.primary_button("New", "plus"))
    column.addLayout(head)
    plain = QListWidget()
    set_variant(plain, "rows")
    for number in range(12):
        plain.addItem(f"Entry {number + 1}")
    plain.setCurrentRow(1)
    column.addWidget(plain)
    table = QTableWidget(3, 2)
    table.setHorizontalHeaderLabels(["Day", "Mood"])
    table.verticalHeader().hide()
    table.setItem(0, 0, QTableWidgetItem("22 July"))
    tabs = QTabWidget()
    tabs.addTab(table, "Table")
    tabs.addTab(QWidget(), "Chart")
    column.addWidget(tabs)
    column.addWidget(
        EmptyState(
            "mountain",
            "What is in your way belongs here. Writing it down is halfway to asking for help.",
            "Write one",
        )
    )
    return side


def window() -> QWidget:
    """All of it beside each other."""
    whole = QWidget()
    side = SideBar("AMP Journal", PAGES)
    side.set_current("journal")
    side.show_program(
        "Week 6 of 18", [("calendar", "Midterm opens in 21 days"), ("users", "Call tomorrow, 3 points")]
    )
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    side.setFixedWidth(side.sizeHint().width())
    row.addWidget(side)
    for part, share in ((lists(), 3), (main_page(), 8), (panel(), 3)):
        row.addWidget(part, share)
    whole.resize(1700, 980)
    return whole


def menu() -> QMenu:
    """A menu with everything a menu can have."""
    made = QMenu()
    made.addAction(icon("copy"), "Copy\tCtrl+C")
    made.addAction(icon("save"), "Save as…")
    made.addSeparator()
    made.addAction("Switched off").setEnabled(False)
    ticked = made.addAction("Ticked")
    ticked.setCheckable(True)
    ticked.setChecked(True)
    return made


def icon_sheet() -> QWidget:
    """Every icon, and the program's own at several sizes."""
    sheet = QFrame()
    set_variant(sheet, "page")
    flow = FlowLayout(sheet, 12)
    for file in sorted(resource("icons").glob("*.svg")):
        if file.stem != "app":
            shown = IconLabel(file.stem, "text", 1.4)
            shown.setToolTip(file.stem)
            flow.addWidget(shown)
    sheet.resize(700, 260)
    return sheet


def draw(widget: QWidget, file: Path) -> None:
    """Write what a widget looks like."""
    widget.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    widget.show()
    QApplication.processEvents()
    widget.grab().save(str(file))
    widget.close()
    widget.deleteLater()
    QApplication.processEvents()


def draw_all(folder: Path) -> None:
    """Draw every picture at the scale of this process."""
    app = QApplication([])
    ratio = f"{round(app.devicePixelRatio())}x"
    for appearance in (Appearance.LIGHT, Appearance.DARK):
        apply_theme(app, appearance)
        draw(window(), folder / f"gallery-{appearance}-{ratio}.png")
        draw(menu(), folder / f"menu-{appearance}-{ratio}.png")
        calendar = QCalendarWidget()
        calm(calendar)
        calendar.setSelectedDate(QDate(2026, 7, 22))
        draw(calendar, folder / f"calendar-{appearance}-{ratio}.png")
        draw(icon_sheet(), folder / f"icons-{appearance}-{ratio}.png")
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        draw(window(), folder / f"gallery-{appearance}-{ratio}-rtl.png")
        app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    apply_theme(app, Appearance.LIGHT, 1.5)
    draw(window(), folder / f"gallery-light-{ratio}-large.png")


def main() -> None:
    """Draw into the folder given, at the usual scale and, in a process of its own, at twice that."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    if "QT_SCALE_FACTOR" not in os.environ:
        subprocess.run([sys.executable, *sys.argv], env=os.environ | {"QT_SCALE_FACTOR": "2"}, check=True)
    draw_all(folder)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
