"""What a passphrase costs to try, and what is said about its strength."""

import time

import pytest
from argon2 import low_level
from argon2.exceptions import HashingError
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.errors import JournalError
from amp_desktop.vault import Cost, passphrase, strength
from amp_desktop.vault.derivation import Argon2id


@pytest.mark.parametrize(
    ("memory_kib", "passes", "lanes"),
    [
        (8 * 1024 - 1, 1, 1),
        (2 * 1024 * 1024 + 1, 1, 1),
        (8192, 0, 1),
        (8192, 17, 1),
        (8192, 1, 0),
        (8192, 1, 9),
    ],
)
def test_no_cost_lies_outside_the_bounds(memory_kib: int, passes: int, lanes: int) -> None:
    with pytest.raises(ValueError, match="within bounds"):
        Cost(memory_kib, passes, lanes)


def test_the_key_is_argon2ids() -> None:
    """The known answer is the one that OpenSSL's Argon2id gives, too."""
    derivation = Argon2id(b"saltsaltsaltsalt", Cost(8192, 1, 1))
    key = passphrase.wrapping_key("passphrase", derivation)
    assert key.hex() == "6fe1db128926eac026d0aca7bb83b591f4a8a09956df240f4647dbd007fc8fab"


@given(st.text(max_size=50))
def test_a_passphrase_means_the_same_bytes_normalised_twice(text: str) -> None:
    once = passphrase.normalised(text)
    assert passphrase.normalised(once.decode("utf-8")) == once


@pytest.mark.parametrize(
    ("seconds_at_64_mib", "memory_mib"), [(0.25, 256), (0.7, 256), (1.0, 128), (1.6, 64), (60.0, 64)]
)
def test_a_slow_machine_comes_down_but_never_below_64_mib(seconds_at_64_mib: float, memory_mib: int) -> None:
    cost = passphrase.suitable_cost(lambda _: seconds_at_64_mib)
    assert cost == Cost(memory_mib * 1024, passes=3, lanes=4)


def test_the_machine_is_timed_at_the_lowest_cost() -> None:
    cost = passphrase.suitable_cost()
    assert cost.memory_kib in {64 * 1024, 128 * 1024, 256 * 1024}


def test_strength_runs_from_guessed_at_once_to_strong() -> None:
    judged = ["", "password", "sunshine dog", "wobbly teapot", "wobbly teapot orbits marmalade"]
    scores = [strength(text).score for text in judged]
    assert scores == sorted(scores)
    assert (scores[0], scores[1], scores[-1]) == (0, 0, 4)
    assert strength("password").advice.startswith("This can be guessed at once.")
    assert strength("wobbly teapot orbits marmalade").advice == "This is strong."


@pytest.mark.parametrize(
    "text", ["x" * 1_000_000, "4@8({[<369&#!1/|0$5+7%2" * 100, "日記を書く" * 50, "\ud800" * 20]
)
def test_strength_answers_soon_whatever_is_typed(text: str) -> None:
    begun = time.process_time()
    assert 0 <= strength(text).score <= 4
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(("score", "is_good"), [(2, False), (3, True), (4, True)])
def test_good_begins_at_three_of_four(score: int, is_good: bool) -> None:
    assert passphrase.Strength(score, "").is_good is is_good


def test_too_little_memory_is_told_and_how_much_it_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(**_: object) -> bytes:
        raise HashingError("Memory allocation error")

    monkeypatch.setattr(low_level, "hash_secret_raw", refuse)
    with pytest.raises(JournalError) as told:
        passphrase.wrapping_key("passphrase", Argon2id(bytes(16), Cost(96 * 1024, 1, 1)))
    assert "too little free memory" in told.value.sentence
    assert "it takes 96 MiB" in told.value.sentence
    assert told.value.advice == "Close other programs and try again."
