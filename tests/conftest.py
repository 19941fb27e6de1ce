"""What many tests start from: a small, real, encrypted journal, and a way to make entries."""

import errno
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.journal import Journal
from amp_desktop.vault import Cost

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # no window flashes up while tests run
# A busy machine is no fault of ours: nothing is tested by the clock. What is drawn is the same each time, so
# that the same commit always has the same result; `make explore` draws anew.
_UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("steady", _UNHURRIED, derandomize=True)
settings.register_profile("exploring", _UNHURRIED)
settings.load_profile("steady")


def pytest_itemcollected(item: pytest.Item) -> None:
    """Have `make explore` find what runs a state machine by hand: Hypothesis marks only what it decorates."""
    code = getattr(getattr(item, "function", None), "__code__", None)
    if code is not None and "run_state_machine_as_test" in code.co_names:
        item.add_marker(pytest.mark.hypothesis)


PASSPHRASE = "a quiet river in the morning"
CHEAP = Cost(memory_kib=8 * 1024, passes=1, lanes=1)
"""The least that a key file may ask for, so that tests need not wait for Argon2."""

MakeEntry = Callable[..., Entry]


def refuse_to_take_away(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a disk that takes no file away, as one does that has just failed."""

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    monkeypatch.setattr(Path, "unlink", refuse)


class SetClock:
    """A clock that stands where a test sets it."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def go_on(self, **by: float) -> None:
        """Move it, by so many days, hours or seconds."""
        self.now += timedelta(**by)


@pytest.fixture
def journal_folder(tmp_path: Path) -> Path:
    """Where `journal` stands: a name that trips up whoever builds paths or addresses by hand."""
    return tmp_path / "my # journal 日記"


@pytest.fixture
def journal(journal_folder: Path) -> Iterator[Journal]:
    """An open, empty journal whose passphrase is `PASSPHRASE`."""
    made, _ = Journal.create(journal_folder, PASSPHRASE, cost=CHEAP)
    with made:
        yield made


@pytest.fixture
def clock() -> SetClock:
    """What `timed_journal` takes for the time: it stands still, at noon of 17 October 2026."""
    return SetClock(datetime(2026, 10, 17, 12, tzinfo=UTC))


@pytest.fixture
def timed_journal(journal_folder: Path, clock: SetClock) -> Iterator[Journal]:
    """An open, empty journal that goes by `clock`; its passphrase is `PASSPHRASE`."""
    made, _ = Journal.create(journal_folder, PASSPHRASE, cost=CHEAP, clock=clock)
    with made:
        yield made


@pytest.fixture
def make_entry() -> MakeEntry:
    """Makes an entry of a kind: `make_entry("goal", title="…")`; its day is 22 July 2026 unless given."""

    def make(kind: Kind = "note", **values: Any) -> Entry:
        return replace(ENTRY_TYPES[kind](day=date(2026, 7, 22)), **values)

    return make


@pytest.fixture
def sample_journal(tmp_path: Path) -> Iterator[Journal]:
    """The sample journal of a whole cohort, open."""
    from amp_desktop.journal.sample import make_sample

    with make_sample(tmp_path / "sample") as made:
        yield made


@pytest.fixture(autouse=True)
def _own_places(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the program remembers outside of a journal goes to a folder of the test's own."""
    home = str(tmp_path_factory.mktemp("home"))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, home)
    monkeypatch.delenv("AMP_JOURNAL", raising=False)
