"""Journals of any size for measuring: the same seed makes the same entries.

Words fall as they do in a language (Zipf's law): a few stand in almost every entry, most in very few. About
one entry in ten also holds a sentence in Hindi, Arabic or Chinese.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from random import Random
from uuid import UUID

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus, Step
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote

WORDS_PER_ENTRY = 120
VOCABULARY = 20_000
COMMON = (  # noqa: SIM905 - words are read as words
    "the to and of a in that it for is on with this my was at as be we have but not from by they are or so "
    "an there about what which their will would when who more out up one all some could time than then "
    "today review mentor issue pull request release test docs community triage meeting question help"
).split()
RARE = "perihelion"
"""A word that stands in one entry of a thousand."""
SENTENCES = (
    "आज मैंने दस्तावेज़ लिखे और समीक्षा का उत्तर दिया।",
    "اليوم كَتَبْتُ الوثائق وراجعت طلب الدمج مع المرشد.",
    "今天我写了文档，晚上和导师讨论了下一个版本。",
    "明日は会議があるので、日記を早めに書く。",
)
CHINESE_PAIR = "文档"
TAGS = ("cli", "docs", "review", "release", "community", "triage", "learning", "weekly")
FIRST_DAY = date(2020, 1, 1)
ENTRIES_PER_DAY = 40
NEWEST = 700
"""Among so many of the newest entries goals and challenges may be open, some 60; all before are settled."""
_ONSETS = "b br c ch d dr f g gr h j k l m n p pr qu r s st t th tr v w z".split()  # noqa: SIM905
_VOWELS = "a e i o u ea ou ai".split()  # noqa: SIM905
_CODAS = ("", "n", "r", "s", "t", "l", "nd", "st", "ng", "m")


class Writer:
    """Writes entries; two writers with the same seed write the same ones.

    With `days`, those of one call are spread over so many days.
    """

    def __init__(self, seed: int = 20260722, days: int = 0) -> None:
        self._days = days
        self._count = 1
        self._random = Random(seed)
        self._words = [*COMMON, *self._made_up(VOCABULARY - len(COMMON))]
        self._weights = list(accumulate(1 / (rank + 2) for rank in range(len(self._words))))

    def entries(self, count: int) -> Iterator[Entry]:
        """`count` entries, oldest first."""
        self._count = count
        for number in range(count):
            yield self._entry(number)

    def text(self, words: int) -> str:
        """So many words, in sentences."""
        picked = self._random.choices(self._words, cum_weights=self._weights, k=words)
        sentences = [" ".join(picked[at : at + 12]).capitalize() for at in range(0, words, 12)]
        return ". ".join(sentences) + "."

    def _entry(self, number: int) -> Entry:
        spread = number * self._days // self._count if self._days else number // ENTRIES_PER_DAY
        day = FIRST_DAY + timedelta(days=spread)
        morning = datetime(day.year, day.month, day.day, 6, tzinfo=UTC)
        written = morning + timedelta(minutes=20 * (number % ENTRIES_PER_DAY))
        common = {
            "id": UUID(int=self._random.getrandbits(128), version=4),
            "title": self.text(self._random.randint(2, 6)).rstrip("."),
            "body": self._body(number),
            "day": day,
            "tags": tuple(self._random.sample(TAGS, self._random.choice((0, 0, 1, 2)))),
            "created_at": written,
            "updated_at": written,
            "zone": "UTC",
        }
        return self._of_some_kind(common, is_new=number >= self._count - NEWEST)

    def _body(self, number: int) -> str:
        words = max(10, round(self._random.gauss(WORDS_PER_ENTRY, 30)))
        extra = [RARE] if number % 1000 == 500 else []
        if self._random.random() < 0.1:
            extra.append(self._random.choice(SENTENCES))
        return "\n\n".join([self.text(words), *extra])

    def _of_some_kind(self, common: dict[str, object], *, is_new: bool) -> Entry:
        pick, day = self._random.random(), common["day"]
        assert isinstance(day, date)
        sharing = self._random.choice((Sharing.PRIVATE, Sharing.PRIVATE, Sharing.SHAREABLE))
        if pick < 0.6:
            return Note(**common, sharing=sharing)  # type: ignore[arg-type]
        if pick < 0.75:
            mood, energy, stress = (self._random.choice((None, 1, 2, 3, 4, 5)) for _ in range(3))
            return SelfCareNote(**common, mood=mood, energy=energy, stress=stress)  # type: ignore[arg-type]
        if pick < 0.85:
            met = self._random.choice([*ChallengeStatus])
            told = {
                "status": met if is_new else ChallengeStatus.RESOLVED,
                "status_since": day,
                "need": self.text(8),
            }
            return Challenge(**common, sharing=sharing, **told)  # type: ignore[arg-type]
        if pick < 0.95:
            steps = tuple(Step(self.text(4), self._random.random() < 0.5, day) for _ in range(3))
            told = {"area": self._random.choice([*Area]), "status": self._random.choice([*GoalStatus])}
            if not is_new:
                told["status"] = GoalStatus.ACHIEVED
            return Goal(**common, sharing=sharing, **told, status_since=day, steps=steps)  # type: ignore[arg-type]
        return Milestone(**common, sharing=sharing, reached_on=day, whom_to_thank="my mentor")  # type: ignore[arg-type]

    def _made_up(self, count: int) -> list[str]:
        made: dict[str, None] = {}
        while len(made) < count:
            syllables = self._random.choice((1, 2, 2, 3, 3, 4))
            word = "".join(
                self._random.choice(_ONSETS) + self._random.choice(_VOWELS) + self._random.choice(_CODAS)
                for _ in range(syllables)
            )
            made.setdefault(word)
        return list(made)
