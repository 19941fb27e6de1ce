"""Where one is in the program: the week, the phase, what comes next, and ways to other pages."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.program import Program
from amp_desktop.ui.mentorship.keeper import ProgramKeeper
from amp_desktop.ui.mentorship.labels import rest_today, where_lines, where_title
from amp_desktop.ui.mentorship.part import ProgramPart
from amp_desktop.ui.pages import PAGES, page_label
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.flow_layout import flowing
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import clear_layout

LEADS_TO = ("timeline", "insights", "meetings")
"""Pages that show more of the way through the program; those that there are are linked."""


class WhereWeAre(ProgramPart):
    """The first thing on the page; read, not changed.

    Attributes:
        page_requested: Another page is wanted; carries its name.
    """

    page_requested = Signal(str)

    def __init__(self, keeper: ProgramKeeper, parent: QWidget | None = None) -> None:
        super().__init__(keeper, "", parent)
        self._title = label("", "lead")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(self.fontMetrics().height() // 4)
        self._rest = label("", "muted")
        self.column.addWidget(self._title)
        self.column.addLayout(self._lines)
        self.column.addWidget(self._rest)
        links = [self._link(name) for name in LEADS_TO if name in PAGES]
        self._links = flowing(self.fontMetrics().height(), *links)
        self.column.addWidget(self._links)

    def show_program(self, program: Program, today: date) -> None:
        """Say where it stands on that day."""
        self._title.setText(where_title(program, today))
        _say(self._lines, where_lines(program, today), self)
        self._rest.setText(rest_today(program, today))
        self._rest.setVisible(bool(self._rest.text()))
        self._links.setVisible(bool(program.phases))

    def forget(self) -> None:
        """Drop every word."""
        self._title.clear()
        self._rest.clear()
        _say(self._lines, (), self)

    def _link(self, name: str) -> QWidget:
        link = link_button(page_label(name))
        link.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        link.clicked.connect(partial(self.page_requested.emit, name))
        return link


def _say(column: QVBoxLayout, lines: Sequence[str], parent: QWidget) -> None:
    clear_layout(column)
    for words in lines:
        line = label(words, parent=parent)
        column.addWidget(line)
        line.show()
