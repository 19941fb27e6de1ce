"""A real journal and a real page of entries, for tests that compare them with a plain model of states."""

import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID

from hypothesis.stateful import RuleBasedStateMachine, rule
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from amp_desktop.domain.clock import utc_now
from amp_desktop.journal import Journal
from amp_desktop.ui.entries import EntriesPage
from amp_desktop.ui.session import Session
from tests.conftest import CHEAP, PASSPHRASE
from tests.ui.entries.pages import redo, undo


class PageMachine(RuleBasedStateMachine):
    """One entry on a page, and two lists of states: those that undo leads back to, and redo forward.

    A machine of its own makes a journal, opens a page and says what is shown.
    """

    id: UUID

    def make_journal(self, clock: Callable[..., Any] = utc_now) -> None:
        """Make an empty journal in a folder that goes with the machine."""
        self.home = TemporaryDirectory()
        os.environ["XDG_CONFIG_HOME"] = self.home.name
        folder = Path(self.home.name) / "journal"
        self.journal, _ = Journal.create(folder, PASSPHRASE, cost=CHEAP, clock=clock)

    def open_page(self, height: int) -> None:
        """Show the entry on a page so many pixels high; nothing was done yet."""
        self.session = Session(self.journal)
        self.page = EntriesPage(self.session)
        self.page.resize(1500, height)
        self.page.show()
        self.page.arrive()
        QTest.qWaitForWindowExposed(self.page)
        self.page.show_entry(self.id)
        QApplication.processEvents()
        self.past: list[Any] = []
        self.now: Any = self._shown()
        self.future: list[Any] = []

    def teardown(self) -> None:
        if hasattr(self, "page"):
            assert self.page.flush()
            self.page.forget()
            self.page.hide()
            self.page.deleteLater()
            self.session.deleteLater()
            QApplication.processEvents()
            self.journal.close()
            self.home.cleanup()

    def _shown(self) -> Any:
        """The state as it is to be seen now."""
        raise NotImplementedError

    @rule()
    def undo(self) -> None:
        undo(self.page)
        if self.past:
            self.future.append(self.now)
            self.now = self.past.pop()

    @rule()
    def redo(self) -> None:
        redo(self.page)
        if self.future:
            self.past.append(self.now)
            self.now = self.future.pop()

    @rule()
    def all_back_and_all_again(self) -> None:
        for _ in range(len(self.past)):
            self.undo()
            assert self._shown() == self.now
        for _ in range(len(self.future)):
            self.redo()
            assert self._shown() == self.now
