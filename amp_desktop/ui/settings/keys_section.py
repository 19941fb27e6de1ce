"""The ways into the journal: passphrase, recovery code, keyring."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.ui.platform.app_settings import AppSettings
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.key_forms import CodeForm, KeyForm, PassphraseForm
from amp_desktop.ui.settings.section import SettingsSection
from amp_desktop.ui.widgets.banner import Tone
from amp_desktop.ui.widgets.buttons import secondary_button
from amp_desktop.ui.widgets.check_box import CheckBox
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.labels import label
from amp_desktop.vault import Way


class KeysSection(SettingsSection):
    """Changes the ways in. Each change takes a job, during which the section waits."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.column.addWidget(label(self._how_opened(), "muted"))
        self._buttons = QWidget()
        self._passphrase_form = PassphraseForm()
        self._code_form = CodeForm()
        self._keyring = CheckBox(self.tr("Let this computer's keyring open the journal too"))
        self._lay_out()
        self._connect()
        self.show_values()

    def show_values(self) -> None:
        """Show whether the keyring was chosen."""
        self._keyring.show_checked(self.session.journal.keys.in_keyring)

    def forget(self) -> None:
        """Drop what was typed or shown."""
        super().forget()
        self._close_forms()

    def _how_opened(self) -> str:
        way = self.session.journal.keys.opened_by
        if way is Way.KEYRING:
            return self.tr("The keyring opened it this time. The journal is encrypted all the same.")
        if way is Way.RECOVERY_CODE:
            return self.tr("The recovery code opened it this time.")
        return self.tr("Your passphrase opened it this time.")

    def _lay_out(self) -> None:
        row = FlowLayout(self._buttons)
        change = secondary_button(self.tr("Change the passphrase…"), "key-round")
        change.clicked.connect(self._open_passphrase_form)
        renew = secondary_button(self.tr("New recovery code…"), "life-buoy")
        renew.clicked.connect(self._open_code_form)
        row.addWidget(change)
        row.addWidget(renew)
        hint = label(
            self.tr(
                "Anyone logged in on this computer can then open the journal without the passphrase, "
                "which still works too."
            ),
            "small",
        )
        for part in (self._buttons, self._passphrase_form, self._code_form, self._keyring, hint):
            self.column.addWidget(part)
        self._passphrase_form.hide()
        self._code_form.hide()

    def _connect(self) -> None:
        self._passphrase_form.chosen.connect(self._change_passphrase)
        self._code_form.code_requested.connect(self._renew_code)
        for form in (self._passphrase_form, self._code_form):
            form.cancelled.connect(self._close_forms)
        self._keyring.switched.connect(self._set_keyring)

    @Slot()
    def _open_passphrase_form(self) -> None:
        self._open_form(self._passphrase_form)

    @Slot()
    def _open_code_form(self) -> None:
        self._open_form(self._code_form)

    def _open_form(self, form: KeyForm) -> None:
        self.banner.clear()
        self._buttons.hide()
        form.show()
        form.setFocus()

    @Slot()
    def _close_forms(self) -> None:
        for form in (self._passphrase_form, self._code_form):
            form.forget()
            form.hide()
        self._buttons.show()

    @Slot(str, str)
    def _change_passphrase(self, present: str, new: str) -> None:
        keys, folder = self.session.journal.keys, self.session.journal.folder

        def work(_: Progress) -> None:
            from amp_desktop.vault import open_with_passphrase

            open_with_passphrase(folder, present)
            keys.change_passphrase(new)

        self._wait(waiting=True)
        run_job(self, work, self._passphrase_changed, self._say)

    @Slot(str)
    def _renew_code(self, present: str) -> None:
        keys, folder = self.session.journal.keys, self.session.journal.folder

        def work(_: Progress) -> str:
            from amp_desktop.vault import open_with_passphrase

            open_with_passphrase(folder, present)
            return keys.renew_recovery_code()

        self._wait(waiting=True)
        run_job(self, work, self._show_code, self._say)

    @Slot(bool)
    def _set_keyring(self, wanted: bool) -> None:
        keys = self.session.journal.keys

        def work(_: Progress) -> None:
            if wanted:
                keys.remember_in_keyring()
            else:
                keys.forget_in_keyring()

        self._wait(waiting=True)
        run_job(self, work, self._keyring_set, self._say)

    def _passphrase_changed(self, _: None) -> None:
        self._wait(waiting=False)
        self._close_forms()
        self.banner.show_message(
            Tone.GOOD,
            self.tr("The passphrase was changed."),
            self.tr("Backups made before now still open with the old one."),
        )

    def _show_code(self, code: str) -> None:
        self._wait(waiting=False)
        self.banner.clear()
        self._code_form.show_code(code)

    def _keyring_set(self, _: None) -> None:
        self._wait(waiting=False)
        self.banner.clear()
        self.show_values()
        AppSettings().asks_keyring = self._keyring.isChecked()

    def _say(self, error: JournalError) -> None:
        self._wait(waiting=False)
        self.banner.show_error(error)
        self.show_values()

    def _wait(self, *, waiting: bool) -> None:
        for part in (self._buttons, self._passphrase_form, self._code_form, self._keyring):
            part.setEnabled(not waiting)
