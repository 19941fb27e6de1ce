"""The recovery code: copied by hand, typed back with forgiveness, and strict where it matters."""

import base64
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain.errors import MistypedRecoveryCodeError
from amp_desktop.vault import recovery

SECRETS = st.binary(min_size=20, max_size=20)
CONFUSABLE = {"0": "0Oo", "1": "1IiLl"}


def test_a_code_is_eight_groups_of_four_and_a_check_character() -> None:
    code = recovery.written(recovery.new_secret())
    assert re.fullmatch(r"(?:[0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]", code)


def test_a_known_code_stays_what_it_was() -> None:
    secret = bytes(range(20))
    assert recovery.written(secret) == "000G-40R4-0M30-E209-185G-R38E-1W81-24GK-C"
    assert recovery.read("000G-40R4-0M30-E209-185G-R38E-1W81-24GK-C") == secret


@given(SECRETS)
def test_a_code_is_base_32_in_crockfords_alphabet(secret: bytes) -> None:
    standard = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", recovery.ALPHABET)
    expected = base64.b32encode(secret).decode().translate(standard)
    assert recovery.written(secret).replace("-", "")[:-1] == expected


@given(secret=SECRETS, data=st.data())
def test_a_code_opens_however_it_is_typed(secret: bytes, data: st.DataObject) -> None:
    typed = ""
    for character in recovery.written(secret).replace("-", ""):
        look_alikes = CONFUSABLE.get(character, character + character.lower())
        typed += data.draw(st.sampled_from(look_alikes)) + data.draw(
            st.sampled_from(["", "", "-", " ", "\n", "–", " - "])
        )
    assert recovery.read(typed) == secret


@given(secret=SECRETS, at=st.integers(0, 32), data=st.data())
def test_any_one_wrong_character_is_told(secret: bytes, at: int, data: st.DataObject) -> None:
    characters = recovery.written(secret).replace("-", "")
    wrong = data.draw(st.sampled_from(sorted(set(recovery.ALPHABET) - {characters[at]})))
    with pytest.raises(MistypedRecoveryCodeError, match="at least one character"):
        recovery.read(characters[:at] + wrong + characters[at + 1 :])


@given(secret=SECRETS, at=st.integers(0, 31))
def test_two_neighbours_swapped_are_told(secret: bytes, at: int) -> None:
    characters = recovery.written(secret).replace("-", "")
    swapped = characters[:at] + characters[at + 1] + characters[at] + characters[at + 2 :]
    if swapped != characters:
        with pytest.raises(MistypedRecoveryCodeError):
            recovery.read(swapped)


@given(secret=SECRETS, at=st.integers(0, 33))
def test_a_missing_or_doubled_character_is_told_by_the_count(secret: bytes, at: int) -> None:
    characters = recovery.written(secret).replace("-", "")
    with pytest.raises(MistypedRecoveryCodeError, match="32 characters instead of 33"):
        recovery.read(characters[:-1])
    with pytest.raises(MistypedRecoveryCodeError, match="34 characters instead of 33"):
        recovery.read(characters[:at] + "7" + characters[at:])


@given(st.text())
def test_no_text_whatever_gives_anything_but_a_secret_or_a_sentence(typed: str) -> None:
    try:
        secret = recovery.read(typed)
    except MistypedRecoveryCodeError:
        return
    assert len(secret) == 20


def test_a_character_that_no_code_has_is_named() -> None:
    with pytest.raises(MistypedRecoveryCodeError, match="has the character U"):
        recovery.read("u" * 33)
