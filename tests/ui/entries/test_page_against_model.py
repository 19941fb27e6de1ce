"""Whatever is done to the texts of an entry's page, none is lost or doubled: every kind, against a model.

Written in, replaced, taken back, left and come back to, changed by others, brought back from a version:
after each of it the page holds what a plain dictionary says, and so does the journal once it is saved.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule, run_state_machine_as_test
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.entries.editor.editor import EntryEditor
from tests.conftest import SetClock
from tests.ui.entries.page_machine import PageMachine
from tests.ui.entries.pages import begin_next_step, bring_back, part, title, trigger
from tests.ui.people import seen

DAY = date(2026, 11, 2)
WORDS = st.sampled_from(["ab ", "c\n", "- d\n", "**e** ", "%%f%% ", "\U0001f600 ", "नदी "])
Texts = dict[str, str]


class Page(PageMachine):
    """One entry that is written in, and another of its kind that is gone to.

    The model is the texts as they are, and those that undo and redo must lead to.
    """

    kind: ClassVar[Kind]

    @initialize()
    def begin(self) -> None:
        self.clock = SetClock(datetime(2026, 11, 2, 9, tzinfo=UTC))
        self.make_journal(self.clock)
        self.id, self.other = (self.journal.save_entry(self._made(name)).id for name in ("One", "Other"))
        self.open_page(1000)

    def _made(self, name: str) -> Entry:
        return ENTRY_TYPES[self.kind](title=name, body=f"{name}, begun\n", day=DAY)

    def _texts(self) -> list[BodyEdit]:
        return list(part(self.page, EntryEditor).texts.shown())

    def _shown(self) -> Texts:
        editor = part(self.page, EntryEditor)
        return {text.field: text.text() for text in editor.texts.all()} | {"title": editor.title()}

    def _becomes(self, texts: Texts, act: Callable[[], object]) -> None:
        """Do something that is one step, and say what must come of it."""
        begin_next_step(self.page)
        act()
        QApplication.processEvents()
        if texts != self.now:
            self.past.append(self.now)
            self.now, self.future = texts, []

    @rule(words=WORDS, at=st.integers(0, 9), at_end=st.booleans())
    def paste(self, words: str, at: int, at_end: bool) -> None:
        text = self._texts()[at % len(self._texts())]
        old, way = text.text(), QTextCursor.MoveOperation
        text.setFocus()
        text.moveCursor(way.End if at_end else way.Start)
        wanted = old + words if at_end else words + old
        self._becomes(self.now | {text.field: wanted}, lambda: text.insertPlainText(words))

    @rule(letters=st.text("xyz", min_size=1, max_size=3), at=st.integers(0, 9))
    def type(self, letters: str, at: int) -> None:
        text = self._texts()[at % len(self._texts())]
        text.go_to_end()
        wanted = self.now | {text.field: text.text() + letters}
        self._becomes(wanted, lambda: QTest.keyClicks(text, letters))

    @rule(letters=st.text("xyz", min_size=1, max_size=3))
    def entitle(self, letters: str) -> None:
        field = title(self.page)
        field.moveCursor(QTextCursor.MoveOperation.End)
        wanted = self.now | {"title": self.now["title"] + letters}
        self._becomes(wanted, lambda: QTest.keyClicks(field, letters))

    @rule(old=st.sampled_from("abxe"), new=st.sampled_from(["", "z", "yy"]))
    def replace_in_all(self, old: str, new: str) -> None:
        editor = part(self.page, EntryEditor)
        editor.focus_body()
        trigger(self.page, "replace")
        line = seen(self.page, QLineEdit, "Find in this entry")
        line.setText(old)
        seen(self.page, QAbstractButton, "Match case").setChecked(True)
        seen(self.page, QLineEdit, "Replace with").setText(new)
        wanted = {field: text.replace(old, new) for field, text in self.now.items() if field != "title"}
        self._becomes(self.now | wanted, seen(self.page, QAbstractButton, "Replace all").click)
        QTest.keyClick(line, Qt.Key.Key_Escape)

    @rule(words=WORDS, at=st.integers(0, 9))
    def others_write_in_it(self, words: str, at: int) -> None:
        field = self._texts()[at % len(self._texts())].field
        assert self.page.flush()
        self.clock.go_on(hours=2)
        entry = self.journal.entry(self.id)
        changed: dict[str, Any] = {field: getattr(entry, field) + words}
        wanted = self.now | changed
        self._becomes(wanted, lambda: self.session.save(replace(entry, **changed)))

    @rule(at=st.integers(0, 9))
    def bring_back_a_version(self, at: int) -> None:
        assert self.page.flush()
        self.clock.go_on(hours=2)
        versions = self.journal.versions(self.id)
        if versions:
            number = versions[at % len(versions)].number
            former = self.journal.version(self.id, number)
            wanted = {field: getattr(former, field) for field in self.now}
            self._becomes(wanted, lambda: bring_back(self.page, number))

    @rule(hours=st.integers(0, 3))
    def save(self, hours: int) -> None:
        self.clock.go_on(hours=hours)
        assert self.page.flush()
        stored = self.journal.entry(self.id)
        assert {field: getattr(stored, field) for field in self.now} == self.now

    @rule()
    def go_elsewhere_and_back(self) -> None:
        self.page.show_entry(self.other)
        assert self._shown()["title"] == "Other"
        assert self._shown()["body"] == "Other, begun\n"
        self.page.show_entry(self.id)

    @rule()
    def read_it(self) -> None:
        editor = part(self.page, EntryEditor)
        editor.show_preview(shown=True)
        editor.show_preview(shown=False)

    @invariant()
    def the_page_holds_what_the_model_says(self) -> None:
        if hasattr(self, "page"):
            assert self._shown() == self.now


@pytest.mark.parametrize("kind", list(ENTRY_TYPES))
def test_no_text_is_lost_or_doubled(qapp: QApplication, kind: Kind) -> None:
    machine = type(f"PageOf{kind.title().replace('-', '')}", (Page,), {"kind": kind})
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=8, stateful_step_count=20, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
