"""How things are measured here: each piece of work beside its bound, in turns, on the same machine.

The *bound* of a piece of work is the least that it could cost: a window that does nothing, the raw query, the
raw insert. A machine gets faster and slower from minute to minute, and other programs take their share; so
work and bound are done in turns, round by round, and several such series are measured. Noise only ever adds:
the figure of a series is its median (or its 95th percentile), and that of the best series counts.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time

Measure = Callable[[], float]
"""Does the work once and answers with what it took, in seconds or in bytes."""

Statistic = Callable[[Sequence[float]], float]


def p95(samples: Sequence[float]) -> float:
    """What 95 of 100 samples stay within (the nearest rank: one that was measured, nothing in between)."""
    ordered = sorted(samples)
    return ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes, waiting for the disk and for other programs included."""
    begun = perf_counter()
    work()
    return perf_counter() - begun


def busy_seconds(work: Callable[[], object]) -> float:
    """How long `work` keeps this thread's processor busy.

    For work that waits for nothing. On a calm machine it is what a clock shows; where others want the
    processor too, a 95th percentile by the clock would tell of them and not of the work.
    """
    begun = thread_time()
    work()
    return thread_time() - begun


@dataclass(frozen=True)
class Limit:
    """What is allowed: so many times the bound, or so many seconds; where both are given, either is enough.

    Both are given where the seconds were set together with what the bound took on that machine: on a slower
    one, as many times the bound are allowed.
    """

    times: float | None = None
    at_most: float | None = None

    def __str__(self) -> str:
        times = f"{self.times:g} ×" if self.times is not None else ""
        seconds = in_milliseconds(self.at_most) if self.at_most is not None else ""
        return " or ".join(filter(None, (seconds, times))) or "–"

    def allows(self, measured: float, bound: float) -> bool:
        """Whether a figure stays within it."""
        kept = [measured <= self.at_most] if self.at_most is not None else []
        kept += [measured <= self.times * bound] if self.times is not None else []
        return any(kept) or not kept


@dataclass(frozen=True)
class Row:
    """One line of the table.

    Attributes:
        work: What was done.
        size: How many entries the journal holds, or what else was large.
        measured: What it took, in seconds or bytes.
        bound: What the least that could be done took, in the same unit.
        bound_name: What that least was.
        limit: What is allowed; an empty limit where the figure is only to be known.
        unit: How a figure is written.
    """

    work: str
    size: str
    measured: float
    bound: float
    bound_name: str
    limit: Limit
    unit: Callable[[float], str]

    @property
    def ratio(self) -> float:
        """How many times the bound it took."""
        return self.measured / self.bound

    @property
    def is_kept(self) -> bool:
        """Whether it stays within what is allowed."""
        return self.limit.allows(self.measured, self.bound)


@dataclass(frozen=True)
class Pair:
    """A piece of work and its bound, measured together."""

    measured: float
    bound: float


@dataclass(frozen=True)
class Effort:
    """What a run measures, and how long it looks.

    Attributes:
        sizes: How many entries the journals hold.
        series: How many series of rounds; the best counts.
        scale: The rounds of each series, as a part of the usual number; 0 for a single turn.
        cache: Where the journals stay between runs.
        patience: How many seconds to wait for a calm machine before each group.
    """

    sizes: tuple[int, ...]
    series: int
    scale: float
    cache: Path
    patience: float = 0.0

    def rounds(self, usual: int) -> int:
        """How many rounds a series has where it usually has so many."""
        return max(1, round(usual * self.scale))

    def compare(self, work: Measure, bound: Measure, rounds: int, statistic: Statistic = median) -> Pair:
        """Do work and bound in turns, `rounds` times a series, after one turn that does not count."""
        if self.scale:
            work(), bound()
        figures = [self._series(work, bound, rounds, statistic) for _ in range(self.series)]
        return Pair(min(pair.measured for pair in figures), min(pair.bound for pair in figures))

    def _series(self, work: Measure, bound: Measure, rounds: int, statistic: Statistic) -> Pair:
        turns = [(work(), bound()) for _ in range(self.rounds(rounds))]
        measured, bounds = zip(*turns, strict=True)
        return Pair(statistic(measured), statistic(bounds))


def in_milliseconds(value: float) -> str:
    """Seconds as milliseconds with three figures that mean something."""
    thousandths = value * 1000
    digits = 2 if thousandths < 10 else 1 if thousandths < 100 else 0
    return f"{thousandths:,.{digits}f} ms"


def in_megabytes(value: float) -> str:
    """Bytes as megabytes."""
    return f"{value / 1e6:.1f} MB"


def entries(size: int) -> str:
    """A journal's size as the table writes it."""
    return f"{size:,} entries"
