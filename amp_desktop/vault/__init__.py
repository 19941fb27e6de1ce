"""The keys of a journal: one data key, opened by a passphrase, a recovery code or the system's keyring.

Importing this package is cheap: ciphers, Argon2, zxcvbn and keyring load in the functions that need them.
"""

from amp_desktop.vault.derivation import Cost
from amp_desktop.vault.keyring_store import APPLICATION_ID
from amp_desktop.vault.keys import Keys, Way
from amp_desktop.vault.passphrase import Strength, strength
from amp_desktop.vault.sealed import seal, unseal
from amp_desktop.vault.vault import (
    DrawnKeys,
    KeyFileHeader,
    change_passphrase,
    draw_keys,
    forget_in_keyring,
    header_of,
    key_file_bytes,
    keyring_enabled,
    open_with_keyring,
    open_with_passphrase,
    open_with_recovery_code,
    read_header,
    remember_in_keyring,
    remove_keys,
    renew_recovery_code,
    restore_key_file,
)

__all__ = [
    "APPLICATION_ID",
    "Cost",
    "DrawnKeys",
    "KeyFileHeader",
    "Keys",
    "Strength",
    "Way",
    "change_passphrase",
    "draw_keys",
    "forget_in_keyring",
    "header_of",
    "key_file_bytes",
    "keyring_enabled",
    "open_with_keyring",
    "open_with_passphrase",
    "open_with_recovery_code",
    "read_header",
    "remember_in_keyring",
    "remove_keys",
    "renew_recovery_code",
    "restore_key_file",
    "seal",
    "strength",
    "unseal",
]
