"""Words are what is read."""

from uuid import uuid4

import pytest

from amp_desktop.domain.text.word_count import count_words


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("two words", 2),
        ("今天写 code", 4),
        ("été là", 2),
        (f"look: ![white board](attachment:{uuid4()})", 3),
        (f"![](attachment:{uuid4()})", 0),
        (f"attachment:{uuid4()}", 0),
    ],
)
def test_ids_of_pictures_are_no_words(text: str, count: int) -> None:
    assert count_words(text) == count
