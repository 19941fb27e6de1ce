"""Words are what is read."""

from uuid import UUID

import pytest

from amp_desktop.domain.text.word_count import count_words

PICTURE = UUID(
    int=0x3F2A9C417B6D4E58A1B2C3D4E5F60718
)  # the same in every process, for tests bear it in their names


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("two words", 2),
        ("今天写 code", 4),
        ("été là", 2),
        (f"look: ![white board](attachment:{PICTURE})", 3),
        (f"![](attachment:{PICTURE})", 0),
        (f"attachment:{PICTURE}", 0),
    ],
)
def test_ids_of_pictures_are_no_words(text: str, count: int) -> None:
    assert count_words(text) == count
