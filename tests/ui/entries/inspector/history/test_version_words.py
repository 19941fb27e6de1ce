"""What the list of kept versions says of each."""

from datetime import datetime

import pytest

from amp_desktop.domain.query import Version
from amp_desktop.ui.entries.inspector.history.version_words import version_words

NOON = datetime(2026, 7, 22, 12, 5).astimezone()


@pytest.mark.parametrize(
    ("kept_at", "words", "said"),
    [
        (NOON, 1, "Today 12:05 · 1 word"),
        (NOON.replace(day=21), 120, "Yesterday 12:05 · 120 words"),
        (NOON.replace(day=1), 0, "Wed 1 Jul 12:05 · 0 words"),
        (NOON.replace(year=2025), 2, "22 Jul 2025 12:05 · 2 words"),
    ],
)
def test_a_version_is_told_by_day_and_time(qapp: object, kept_at: datetime, words: int, said: str) -> None:
    version = Version(number=1, kept_at=kept_at, title="", words=words)
    assert version_words(version, NOON) == said
