"""Keeps the program as it is changed on its page, and takes changes back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.errors import NotSavedError
from amp_desktop.domain.program import Program
from amp_desktop.ui.actions.undo_offered import UndoOffered
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.undo_offer import UndoOffer

Then: TypeAlias = Callable[[Program, Program], None]
"""Writes what goes along with a change of the program: the one before, and the one after."""


class ProgramKeeper(QObject):
    """Writes the program, says what was done, and offers the way back.

    Attributes:
        refused: What was wished for could not be kept: show what stands.
        session: The open journal.
        banner: Where it is said.
    """

    refused = Signal()

    def __init__(self, session: Session, banner: Banner, place: QWidget) -> None:
        super().__init__(place)
        self.session = session
        self.banner = banner
        self._offer = UndoOffer(banner, self)
        UndoOffered(banner, place)

    @property
    def program(self) -> Program:
        """As it is kept."""
        return self.session.journal.program

    def change(self, how: Callable[[Program], Program], words: str, *, then: Then | None = None) -> bool:
        """Keep what becomes of the program, and offer the way back.

        Args:
            how: What becomes of it as it stands now.
            words: What was done, in a sentence.
            then: Writes what goes along with it, each time that one program takes the place of another:
                called with the one before and the one after, also when it is taken back.

        Returns:
            Whether it is kept.
        """
        made: list[tuple[Program, Program]] = []

        def reckon() -> None:
            now = self.program
            made.append((how(now), now))

        if not self.banner.tries(reckon):
            self.refused.emit()
            return False
        after, before = made[0]
        return after == before or self.put(after, before, words, then=then)

    def put(self, after: Program, before: Program, words: str, *, then: Then | None = None) -> bool:
        """Keep a program in the place of the one that it was made from; whether it is kept."""
        back = self._put(after, before, then)
        if callable(back) and words:
            self._offer.make_undo(words, back)
        return callable(back)

    def offer_back(self, words: str, back: Callable[[], object]) -> None:
        """Say what else was done, and offer what takes it back."""
        self._offer.make_undo(words, back)

    def forget(self) -> None:
        """Say nothing and take nothing back any more."""
        self._offer.forget()

    def _put(self, after: Program, before: Program, then: Then | None) -> object:
        """Keep it, but with the lines that are kept by now.

        Returns:
            What takes that back, or False where it failed.
        """

        def changed(now: Program) -> Program:
            if _with_lines_of(before, now) != now:
                raise NotSavedError(
                    self.tr("The program was changed elsewhere meanwhile."),
                    self.tr("Look at it, and change it again if needed."),
                )
            return _with_lines_of(after, now)

        def put() -> None:
            self.session.change_program(changed)
            if then is not None:
                then(before, after)

        if self.banner.tries(put):
            return partial(self._put, before, after, then)
        self.refused.emit()
        return False


def _with_lines_of(program: Program, other: Program) -> Program:
    """The program with the lines of another, which are typed and not taken back here."""
    named = replace(program, project=other.project)
    return named.with_details(repository=other.details.repository, cadence=other.details.cadence)
