"""The recovery code: 160 random bits that a person can write on paper and type back.

Shown as 32 characters of Crockford's base 32 in groups of four, and a check character:
`7ZQD-E8K2-…-V0NT-5`. The alphabet has no I, L, O and U, so a code is read aloud and copied by hand safely.
"""

import secrets
import unicodedata

from amp_desktop.domain.errors import MistypedRecoveryCodeError
from amp_desktop.vault import cipher
from amp_desktop.vault.derivation import Hkdf

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CODE_BYTES = 20
CODE_CHARACTERS = CODE_BYTES * 8 // 5
GROUP = 4

# What a hand writes and an eye reads for a digit (Crockford's own list).
_READ_AS = str.maketrans("OIL", "011")


def new_secret() -> bytes:
    """Draw the 160 bits of a new code."""
    return secrets.token_bytes(CODE_BYTES)


def new_derivation() -> Hkdf:
    """Give the parameters for a new slot."""
    return Hkdf(secrets.token_bytes(cipher.SALT_BYTES))


def wrapping_key(secret: bytes, derivation: Hkdf) -> bytes:
    """Derive the 32-byte key of the recovery code's slot."""
    return cipher.derive(secret, derivation.salt, b"recovery code")


def written(secret: bytes) -> str:
    """Write a code's 20 bytes as it is shown: eight groups of four, then the check character."""
    number = int.from_bytes(secret)
    characters = "".join(ALPHABET[number >> shift & 31] for shift in range(5 * CODE_CHARACTERS - 5, -1, -5))
    groups = [characters[at : at + GROUP] for at in range(0, CODE_CHARACTERS, GROUP)]
    return "-".join([*groups, _check_character(characters)])


def read(typed: str) -> bytes:
    """Read a code as people type it: any case, with or without dashes and spaces, O for 0, I or L for 1.

    Raises:
        MistypedRecoveryCodeError: It has too few or too many characters, one that no code has, or its check
            character says that something in it is wrong.
    """
    plain = unicodedata.normalize("NFKC", typed).upper()
    characters = "".join(filter(str.isalnum, plain)).translate(_READ_AS)
    if strange := sorted(set(characters) - set(ALPHABET)):
        raise _mistyped(f"no recovery code has the character {strange[0]}")
    if len(characters) != CODE_CHARACTERS + 1:
        raise _mistyped(f"it has {len(characters)} characters instead of {CODE_CHARACTERS + 1}")
    body, check = characters[:-1], characters[-1]
    if check != _check_character(body):
        raise _mistyped("at least one character is not the one that was shown")
    number = 0
    for character in body:
        number = number << 5 | ALPHABET.index(character)
    return number.to_bytes(CODE_BYTES)


def _mistyped(reason: str) -> MistypedRecoveryCodeError:
    return MistypedRecoveryCodeError(
        f"The recovery code was mistyped: {reason}.", "Compare it with what you wrote down."
    )


def _check_character(characters: str) -> str:
    """Tell the character that makes any one wrong character, and any two neighbours swapped, visible.

    A Damm check digit over the field of 32 elements: each step adds a character and multiplies by x, modulo
    x⁵ + x² + 1. Unlike Crockford's own check modulo 37, it needs no characters beyond the 32.
    """
    state = 0
    for character in characters:
        state = (state ^ ALPHABET.index(character)) << 1
        if state > 31:
            state ^= 0b100101
    return ALPHABET[state]
