"""Text that waits outside of the journal: only its own keys open it, and only whole."""

from functools import cache

from hypothesis import given
from hypothesis import strategies as st

from amp_desktop import vault
from amp_desktop.vault import Keys
from tests.vault.conftest import CHEAP, PASSPHRASE


@cache
def keys() -> Keys:
    return vault.draw_keys(PASSPHRASE, cost=CHEAP).keys


@cache
def others() -> Keys:
    return vault.draw_keys(PASSPHRASE, cost=CHEAP).keys


@given(content=st.binary(max_size=200))
def test_its_own_keys_open_it_and_no_others(content: bytes) -> None:
    sealed = vault.seal(keys(), content)
    assert vault.unseal(keys(), sealed) == content
    assert vault.unseal(others(), sealed) is None
    assert vault.seal(keys(), content) != sealed, "the same words twice are not to be told as such"


@given(content=st.binary(max_size=50), at=st.integers(0), bit=st.integers(0, 7))
def test_a_changed_bit_is_noticed(content: bytes, at: int, bit: int) -> None:
    sealed = bytearray(vault.seal(keys(), content))
    sealed[at % len(sealed)] ^= 1 << bit
    assert vault.unseal(keys(), bytes(sealed)) is None


@given(content=st.binary(max_size=50), length=st.integers(0, 90))
def test_a_part_of_it_is_nothing(content: bytes, length: int) -> None:
    sealed = vault.seal(keys(), content)
    assert vault.unseal(keys(), sealed[: min(length, len(sealed) - 1)]) is None
