"""From the first page to a journal: place, passphrase, recovery code, the mentorship."""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget

from amp_desktop.ui.unlock.answers import CodeQuestion
from amp_desktop.ui.unlock.code_pages import CodePage, ConfirmPage
from amp_desktop.ui.unlock.flow import Flow
from amp_desktop.ui.unlock.presenter import place_below
from amp_desktop.ui.unlock.welcome_page import WelcomePage

if TYPE_CHECKING:
    from amp_desktop.domain.program import Program
    from amp_desktop.journal import Journal
    from amp_desktop.ui.unlock.about_page import AboutPage


class Making(Flow):
    """Makes a journal."""

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._folder = Path()
        self._journal: Journal | None = None
        self._code = ""
        self._choosing_place = False
        self.opening.made.connect(self._show_code)

    def begin(self, folder: Path) -> None:
        """Offer to make a journal in `folder`."""
        self._folder = folder
        self._welcome.set_place(folder)
        self.show_page(self._welcome)

    def is_welcoming(self) -> bool:
        """Whether its first page is in front, where place and passphrase are chosen."""
        return "_welcome" in self.__dict__ and self._stack.currentWidget() is self._welcome

    def forget(self) -> None:
        """Drop all that was typed; a journal that was made and not handed over is closed."""
        for name in ("_welcome", "_code_page", "_confirm", "_about"):
            if name in self.__dict__:
                self.__dict__[name].forget()
        self._code = ""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    @cached_property
    def _welcome(self) -> WelcomePage:
        page = WelcomePage()
        page.typing_began.connect(self.opening.preload)
        page.made.connect(self._make)
        page.place_requested.connect(self._ask_for_place)
        page.other_requested.connect(self._ask_for_other)
        return page

    @cached_property
    def _code_page(self) -> CodePage:
        page = CodePage()
        page.written_down.connect(self._ask_back)
        page.put_off.connect(self._ask_about)
        return page

    @cached_property
    def _confirm(self) -> ConfirmPage:
        page = ConfirmPage()
        page.confirmed.connect(self._ask_about)
        page.code_requested.connect(self._show_code_again)
        return page

    @cached_property
    def _about(self) -> "AboutPage":
        from amp_desktop.ui.unlock.about_page import AboutPage  # while a key is made, nobody waits for it

        page = AboutPage(self._today)
        page.told.connect(self._finish)
        return page

    @Slot(str)
    def _make(self, passphrase: str) -> None:
        self._welcome.set_busy(
            self.tr(
                "Making the key. It takes a moment on purpose: anyone who guesses has to wait just as long."
            )
        )
        self.opening.make(self._folder, passphrase)

    @Slot()
    def _ask_for_place(self) -> None:
        self._choosing_place = True
        self.ask_for_folder(self.tr("Where to keep the journal"), self._folder)

    @Slot()
    def _ask_for_other(self) -> None:
        self._choosing_place = False
        self.ask_for_folder(self.tr("The folder of your journal"), self._folder)

    @Slot(str)
    def _choose_folder(self, folder: str) -> None:
        chosen = place_below(Path(folder)) if self._choosing_place else Path(folder)
        self.folder_chosen.emit(chosen)

    @Slot(object, str)
    def _show_code(self, journal: "Journal", code: str) -> None:
        self._journal, self._code = journal, code
        self._welcome.forget()
        self._show_code_again()

    @Slot()
    def _show_code_again(self) -> None:
        self._code_page.show_code(self._code)
        self.show_page(self._code_page)

    @Slot()
    def _ask_back(self) -> None:
        self._confirm.ask(CodeQuestion.about(self._code))
        self.show_page(self._confirm)

    @Slot()
    def _ask_about(self) -> None:
        self._code = ""
        self._code_page.forget()
        self._confirm.forget()
        from amp_desktop.domain.program import program_around

        self._about.show_program(program_around(self._today()))
        self.show_page(self._about)

    def _today(self) -> date:
        assert self._journal is not None  # nobody asks before there is one
        return self._journal.today()

    @Slot(object)
    def _finish(self, program: "Program") -> None:
        journal, self._journal = self._journal, None
        if journal is None:
            return
        journal.save_program(program)
        self._about.forget()
        self.opened.emit(journal)
