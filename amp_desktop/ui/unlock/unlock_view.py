"""The unlock view: everything between the start of the program and an open journal."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.unlock.flow_page import FlowPage
from amp_desktop.ui.unlock.presenter import Keyring, UnlockStage, first_step, missing
from amp_desktop.ui.unlock.unlocking import Unlocking

if TYPE_CHECKING:
    from amp_desktop.ui.unlock.making import Making


class UnlockView(QStackedWidget):
    """Makes, unlocks and recovers journals, a page for each step.

    Signals:
        expected(): A journal will be open soon.
        opened(Journal): A journal is open and belongs to the receiver from now on.
        folder_chosen(Path): The mentee means another folder.
    """

    expected = Signal()
    opened = Signal(object)
    folder_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._expected = False

    def begin(self, folder: Path, *, expected: bool = True, keyring: Keyring = Keyring.LEAVE) -> None:
        """Show the page that fits what stands in a folder.

        Args:
            folder: Where the journal is or would be.
            expected: Whether there was a journal the last time.
            keyring: Whether the keyring is asked at once or offered, where it was chosen.
        """
        step = first_step(folder, expected=expected)
        if not (step is UnlockStage.WELCOME and self._is_welcoming()):
            self.forget()  # only another place for the same journal leaves the passphrase as it was typed
        self._folder, self._expected = folder, expected
        if step is UnlockStage.UNLOCK:
            self._unlocking.begin(folder)
            if keyring is not Keyring.LEAVE:
                # After the window has been painted: the key file is read and the vault loaded for it.
                QTimer.singleShot(
                    0, self, self._ask_keyring if keyring is Keyring.ASK else self._offer_keyring
                )
        elif step is UnlockStage.TROUBLE:
            self._unlocking.show_trouble(folder, missing(folder))
        else:
            self._make()

    def tell_passphrase(self, passphrase: str) -> None:
        """Say the passphrase of the journal that is asked for: the sample's is no secret."""
        self._unlocking.tell_passphrase(passphrase)

    def show_trouble(self, folder: Path, error: JournalError) -> None:
        """Say why the journal in `folder` cannot be opened."""
        self.forget()
        self._folder = folder
        self._unlocking.show_trouble(folder, error)

    def say_error(self, error: JournalError) -> None:
        """Say on the page in front what went wrong."""
        page = self.currentWidget()
        if isinstance(page, FlowPage):
            page.show_error(error)

    def say_also(self, error: JournalError) -> None:
        """Say it on the page in front, with what is said there already."""
        page = self.currentWidget()
        if isinstance(page, FlowPage):
            page.show_also(error)

    def forget(self) -> None:
        """Drop everything that was typed, and close a journal that was not handed over."""
        for name in ("_unlocking", "_making"):
            if name in self.__dict__:
                self.__dict__[name].forget()

    @cached_property
    def _unlocking(self) -> Unlocking:
        flow = Unlocking(self)
        flow.opening.expected.connect(self.expected)
        flow.opened.connect(self.opened)
        flow.folder_chosen.connect(self.folder_chosen)
        flow.making_requested.connect(self._make)
        flow.look_again_requested.connect(self._look_again)
        return flow

    @cached_property
    def _making(self) -> "Making":
        from amp_desktop.ui.unlock.making import Making

        flow = Making(self)
        flow.opening.expected.connect(self.expected)
        flow.opened.connect(self.opened)
        flow.folder_chosen.connect(self.folder_chosen)
        return flow

    def _is_welcoming(self) -> bool:
        return "_making" in self.__dict__ and self._making.is_welcoming()

    @Slot()
    def _make(self) -> None:
        self._making.begin(self._folder)

    @Slot()
    def _look_again(self) -> None:
        self.begin(self._folder, expected=True)

    @Slot()
    def _ask_keyring(self) -> None:
        self._unlocking.offer_keyring(ask=True)

    @Slot()
    def _offer_keyring(self) -> None:
        self._unlocking.offer_keyring(ask=False)
