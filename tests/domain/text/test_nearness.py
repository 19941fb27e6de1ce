"""A few letters fit a name: its beginning, its words, their first letters, or its letters in order."""

import re
import time

import pytest

from amp_desktop.domain.text.nearness import Fit, fit


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ("", "anything", Fit.BEGINNING),
        ("fla", "flaky test", Fit.BEGINNING),
        ("te fl", "flaky test", Fit.WORDS),
        ("tes", "flaky test", Fit.WORDS),
        ("ft", "flaky test", Fit.INITIALS),
        ("view", "first review", Fit.WITHIN),
        ("flts", "flaky test", Fit.SCATTERED),
        ("rvw", "the first review", Fit.SCATTERED),
        ("undo", "understand how the docs are built", None),
        ("undo", "the proposal turned around", None),
        ("undo", "sunday, only this", None),
        ("fy", "flaky test", None),
        ("tf", "flaky test", None),
        ("x", "flaky test", None),
        ("日 記", "私 の 日 記", Fit.WORDS),
        ("नम", "नमस्ते", Fit.BEGINNING),
        ("]^-", "a]b^c-", Fit.SCATTERED),
    ],
)
def test_how_it_fits(typed: str, name: str, expected: Fit | None) -> None:
    assert fit(typed, name) is expected


def test_the_best_comes_first() -> None:
    assert sorted(Fit) == [Fit.BEGINNING, Fit.WORDS, Fit.INITIALS, Fit.WITHIN, Fit.SCATTERED]


def test_letters_that_are_not_there_are_missed_soon() -> None:
    begun = time.thread_time()
    assert fit("ab" * 30 + "c", "ab" * 20_000) is None
    assert time.thread_time() - begun < 5  # looking back and forth would take hours
    assert re.purge() is None
