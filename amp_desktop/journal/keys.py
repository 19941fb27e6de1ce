"""What a mentee does with the keys of an open journal."""

from pathlib import Path
from uuid import UUID

from amp_desktop import vault
from amp_desktop.vault import Cost, Keys, Way


class JournalKeys:
    """Passphrase, recovery code and keyring of one open journal."""

    def __init__(self, folder: Path, keys: Keys) -> None:
        self._folder = folder
        self._keys = keys

    @property
    def journal_id(self) -> UUID:
        """Which journal it is, wherever it stands."""
        return self._keys.journal_id

    @property
    def opened_by(self) -> Way:
        """Which way opened the journal, so that nobody takes an open journal for an unprotected one."""
        return self._keys.opened_by

    def change_passphrase(self, passphrase: str, *, cost: Cost | None = None) -> None:
        """Let `passphrase` open the journal from now on; code and older backups stay as they are."""
        vault.change_passphrase(self._folder, self._keys, passphrase, cost=cost)

    def require_passphrase(self, passphrase: str) -> None:
        """Make sure that whoever asks knows the passphrase; takes as long as unlocking.

        Raises:
            WrongPassphraseError: It is another.
        """
        vault.open_with_passphrase(self._folder, passphrase)

    def renew_recovery_code(self) -> str:
        """A new recovery code, shown once; the former one opens the journal no more."""
        return vault.renew_recovery_code(self._folder, self._keys)

    def remember_in_keyring(self) -> None:
        """Let the system's keyring open the journal, until it is forgotten there.

        Raises:
            KeyringError: There is no real keyring, or it refuses or does not answer.
        """
        vault.remember_in_keyring(self._folder, self._keys)

    def forget_in_keyring(self) -> None:
        """Take the key out of the system's keyring."""
        vault.forget_in_keyring(self._folder, self._keys)

    @property
    def in_keyring(self) -> bool:
        """Whether the keyring was chosen as a third way in."""
        return vault.keyring_enabled(self._folder)
