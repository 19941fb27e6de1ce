"""From a locked journal to an open one: passphrase, keyring, recovery code, or a backup."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.unlock.flow import Flow
from amp_desktop.ui.unlock.opening import keyring_chosen
from amp_desktop.ui.unlock.presenter import Remedy, is_trouble, place_below
from amp_desktop.ui.unlock.unlock_page import UnlockPage

if TYPE_CHECKING:
    from amp_desktop.domain.backup import Backup
    from amp_desktop.journal import Journal
    from amp_desktop.ui.unlock.recover_pages import RecoverPage, RenewPage
    from amp_desktop.ui.unlock.restore_page import RestorePage
    from amp_desktop.ui.unlock.trouble_page import TroublePage


class Unlocking(Flow):
    """Opens the journal in one folder.

    Signals:
        making_requested(): The mentee wants a new journal there instead.
        look_again_requested(): What was in the way may be gone.
    """

    making_requested = Signal()
    look_again_requested = Signal()

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._folder = Path()
        self._journal: Journal | None = None
        self._plan: tuple[Path, Path] | None = None
        self._keys_from: Path | None = None
        self.opening.opened.connect(self._take)
        self.opening.passphrase_set.connect(self._hand_over)
        self.opening.keys_brought_back.connect(self._welcome_keys)

    def begin(self, folder: Path) -> None:
        """Ask for the passphrase of the journal in `folder`."""
        self._folder = folder
        self._unlock.set_place(folder)
        self._back_to_passphrase()

    def tell_passphrase(self, passphrase: str) -> None:
        """Say the passphrase of a journal in which it is no secret."""
        self._unlock.tell_passphrase(passphrase)

    def offer_keyring(self, *, ask: bool) -> None:
        """Offer the keyring, if it was chosen for this journal; and ask it at once, if that is wanted."""
        chosen = keyring_chosen(self._folder)
        self._unlock.offer_keyring(offered=chosen)
        if chosen and ask:
            self._by_keyring()

    def show_trouble(self, folder: Path, error: JournalError) -> None:
        """Say what is wrong with the journal in `folder` and offer what helps."""
        from amp_desktop.journal.maintenance import backups_in

        self._folder = folder
        self._trouble.show_trouble(error, backups_in(folder))
        self.show_page(self._trouble)

    def troubled(self, error: JournalError) -> None:
        """Say it where it was asked, or on a page of its own if the journal itself is in the way."""
        if is_trouble(error) and self._plan is None and self._keys_from is None:
            self._unlock.set_busy("")
            self.show_trouble(self._folder, error)
        else:
            self._keys_from = None
            super().troubled(error)

    def forget(self) -> None:
        """Drop all that was typed; a journal that is open and was not handed over is closed."""
        for name in ("_unlock", "_recover", "_renew", "_restore", "_trouble"):
            if name in self.__dict__:
                self.__dict__[name].forget()
        self._plan = self._keys_from = None
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    @cached_property
    def _unlock(self) -> UnlockPage:
        page = UnlockPage()
        page.typing_began.connect(self.opening.preload)
        page.passphrase_given.connect(self._by_passphrase)
        page.keyring_requested.connect(self._by_keyring)
        page.recovery_requested.connect(self._ask_for_code)
        page.other_requested.connect(self._ask_for_other)
        page.backups_requested.connect(self._show_backups)
        return page

    # The pages below are hardly ever seen, and their modules load when they are.

    @cached_property
    def _recover(self) -> "RecoverPage":
        from amp_desktop.ui.unlock.recover_pages import RecoverPage

        page = RecoverPage()
        page.code_given.connect(self._by_code)
        page.back_requested.connect(self._back_to_passphrase)
        return page

    @cached_property
    def _renew(self) -> "RenewPage":
        from amp_desktop.ui.unlock.recover_pages import RenewPage

        page = RenewPage()
        page.passphrase_chosen.connect(self._set_passphrase)
        page.left_as_it_is.connect(self._hand_over)
        return page

    @cached_property
    def _trouble(self) -> "TroublePage":
        from amp_desktop.ui.unlock.trouble_page import TroublePage

        page = TroublePage()
        page.remedy_requested.connect(self._remedy)
        page.back_requested.connect(self._back_to_passphrase)
        return page

    @cached_property
    def _restore(self) -> "RestorePage":
        from amp_desktop.ui.unlock.restore_page import RestorePage

        page = RestorePage()
        page.restore_requested.connect(self._bring_back)
        page.back_requested.connect(self._leave_restoring)
        return page

    @Slot(str)
    def _by_passphrase(self, passphrase: str) -> None:
        self._unlock.set_busy(self.tr("Unlocking. It takes about a second on purpose."))
        self.opening.open_by_passphrase(self._folder, passphrase)

    @Slot()
    def _by_keyring(self) -> None:
        self._unlock.set_busy(self.tr("Asking the system's keyring…"))
        self.opening.open_by_keyring(self._folder)

    @Slot(str)
    def _by_code(self, code: str) -> None:
        self._recover.set_busy(self.tr("Opening the journal…"))
        self.opening.open_by_code(self._folder, code)

    @Slot()
    def _ask_for_code(self) -> None:
        self.opening.preload()
        self.show_page(self._recover)

    @Slot()
    def _back_to_passphrase(self) -> None:
        self.show_page(self._unlock)

    @Slot()
    def _show_backups(self) -> None:
        """A journal that opens may be damaged all the same, or hold less than it did."""
        from amp_desktop.journal.maintenance import backups_in

        self._trouble.show_backups(backups_in(self._folder))
        self.show_page(self._trouble)

    @Slot()
    def _ask_for_other(self) -> None:
        self.ask_for_folder(self.tr("The folder of your journal"), self._folder)

    @Slot(object)
    def _take(self, journal: "Journal") -> None:
        page = self.shown()
        self._journal = journal
        if page is self.__dict__.get("_recover"):
            self._recover.forget()
            self.show_page(self._renew)
            return
        if self._plan is not None:
            self._folder = self._plan[1]
        self._hand_over()

    @Slot(str)
    def _set_passphrase(self, passphrase: str) -> None:
        if self._journal is not None:
            self._renew.set_busy(self.tr("Making the key…"))
            self.opening.set_passphrase(self._journal, passphrase)

    @Slot()
    def _hand_over(self) -> None:
        journal, self._journal = self._journal, None
        self.forget()
        if journal is not None:
            self.opened.emit(journal)

    @Slot(object)
    def _remedy(self, remedy: Remedy) -> None:
        if remedy is Remedy.LOOK_AGAIN:
            self.look_again_requested.emit()
        elif remedy is Remedy.MAKE_NEW:
            self.making_requested.emit()
        elif remedy is Remedy.OPEN_ANOTHER:
            self._ask_for_other()
        elif remedy is Remedy.KEYS_FROM_LISTED:
            self._bring_keys_back(str(self._trouble.chosen_backup() or ""))
        elif remedy is Remedy.KEYS_FROM_FILE:
            self._ask_for_backup()
        else:
            from amp_desktop.ui.platform.file_dialogs import choose_folder

            title = self.tr("Where to keep the restored journal")
            choose_folder(self._stack, title, self._folder.parent, self._plan_restoring)

    def _ask_for_backup(self) -> None:
        from amp_desktop.ui.platform.file_dialogs import choose_file

        title, kinds = self.tr("A backup of this journal"), self.tr("Backups (*.ampbackup)")
        choose_file(self._stack, title, self._folder.parent, kinds, self._bring_keys_back)

    @Slot(str)
    def _bring_keys_back(self, backup: str) -> None:
        if backup:
            self._keys_from = Path(backup)
            self._trouble.set_busy(self.tr("Restoring the keys…"))
            self.opening.bring_keys_back(self._folder, self._keys_from)

    @Slot(object)
    def _welcome_keys(self, backup: "Backup") -> None:
        self.forget()
        self.begin(self._folder)
        self._unlock.say_keys_are_back(backup.made_at.date())

    @Slot(str)
    def _plan_restoring(self, folder: str) -> None:
        backup = self._trouble.chosen_backup()
        if backup is not None:
            self._plan = (backup, place_below(Path(folder)))
            self._restore.set_plan(*self._plan)
            self.show_page(self._restore)

    @Slot(str)
    def _bring_back(self, passphrase: str) -> None:
        if self._plan is not None:
            self._restore.set_busy(self.tr("Restoring the backup…"))
            self.opening.restore(*self._plan, passphrase)

    @Slot()
    def _leave_restoring(self) -> None:
        self._restore.forget()
        self._plan = None
        self.show_page(self._trouble)
