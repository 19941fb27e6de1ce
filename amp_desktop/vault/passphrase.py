"""From a passphrase to the key of its slot, and what may be said about its strength."""

import secrets
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter

from amp_desktop.domain.errors import InvalidValueError, JournalError
from amp_desktop.vault import cipher
from amp_desktop.vault.derivation import Argon2id, Cost

USUAL_COST = Cost(memory_kib=256 * 1024, passes=3, lanes=4)
LOWEST_COST = Cost(memory_kib=64 * 1024, passes=3, lanes=4)
"""What a slow machine may come down to (the second recommendation of RFC 9106)."""

PATIENCE = 3.0
"""Seconds that opening a journal may take before a machine counts as slow; the usual cost is about one."""

GOOD_SCORE = 3
JUDGED_CHARACTERS = 32
"""zxcvbn takes seconds over a long text of signs; a passphrase that begins strong needs no more reading."""

ADVICE = (
    "This can be guessed at once. Four words that have nothing to do with each other are hard to guess.",
    "This is easy to guess. Add two or three words that have nothing to do with each other.",
    "This could be guessed with some effort. Add another uncommon word or two.",
    "This is good. One more uncommon word makes it strong.",
    "This is strong.",
)


@dataclass(frozen=True, slots=True)
class Strength:
    """What zxcvbn thinks of a passphrase.

    Attributes:
        score: 0 (guessed at once) to 4 (strong).
        advice: One or two sentences for the person; advice, never a refusal.
    """

    score: int
    advice: str

    @property
    def is_good(self) -> bool:
        """Whether it may be taken without a word; a weaker one is advised against first."""
        return self.score >= GOOD_SCORE


def normalised(passphrase: str) -> bytes:
    """Give the passphrase's bytes, the same however a keyboard composes its characters (NFKC)."""
    # surrogatepass: a terminal may hand over bytes that are no UTF-8, a passphrase like any other.
    return unicodedata.normalize("NFKC", passphrase).encode("utf-8", "surrogatepass")


def refuse_empty(passphrase: str) -> None:
    """Refuse the one passphrase that protects nothing.

    Raises:
        InvalidValueError: It is empty.
    """
    if not normalised(passphrase):
        raise InvalidValueError("The passphrase is empty.", "Choose one of four or more words.")


def new_derivation(cost: Cost | None = None) -> Argon2id:
    """Give the parameters for a new slot: a fresh salt, and the cost or what suits this machine."""
    return Argon2id(secrets.token_bytes(cipher.SALT_BYTES), cost or suitable_cost())


def wrapping_key(passphrase: str, derivation: Argon2id) -> bytes:
    """Derive the 32-byte key of the passphrase's slot. Takes about a second at the usual cost.

    Raises:
        JournalError: The machine has not got the memory that the journal was made with.
    """
    from argon2.exceptions import HashingError
    from argon2.low_level import Type, hash_secret_raw

    cost = derivation.cost
    try:
        return hash_secret_raw(
            secret=normalised(passphrase),
            salt=derivation.salt,
            time_cost=cost.passes,
            memory_cost=cost.memory_kib,
            parallelism=cost.lanes,
            hash_len=cipher.KEY_BYTES,
            type=Type.ID,
        )
    except HashingError:
        raise JournalError(
            f"There is too little free memory to open the journal: it takes {cost.memory_kib // 1024} MiB.",
            "Close other programs and try again.",
        ) from None


def _seconds_taken(cost: Cost) -> float:
    begun = perf_counter()
    wrapping_key("calibration", Argon2id(bytes(cipher.SALT_BYTES), cost))
    return perf_counter() - begun


def suitable_cost(seconds_taken: Callable[[Cost], float] = _seconds_taken) -> Cost:
    """Give the usual cost, or less memory on a machine where it would try the person's patience.

    The lowest cost is timed once, and the time grows with the memory.
    """
    seconds_per_kib = seconds_taken(LOWEST_COST) / LOWEST_COST.memory_kib
    memory_kib = USUAL_COST.memory_kib
    while memory_kib > LOWEST_COST.memory_kib and memory_kib * seconds_per_kib > PATIENCE:
        memory_kib //= 2
    return Cost(memory_kib, USUAL_COST.passes, USUAL_COST.lanes)


def strength(passphrase: str) -> Strength:
    """Judge how hard a passphrase is to guess by its first 32 characters: what follows cannot weaken it."""
    from zxcvbn import zxcvbn

    judged = unicodedata.normalize("NFKC", passphrase)[:JUDGED_CHARACTERS]
    score = int(zxcvbn(judged)["score"]) if judged else 0
    return Strength(score, ADVICE[score])
