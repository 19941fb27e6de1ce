"""The journals that are measured: made once, kept outside of the checkout, made anew when they differ."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

from amp_desktop import vault
from amp_desktop.domain import dated_facts, entry, fields, traits
from amp_desktop.journal import Journal
from amp_desktop.storage import driver, facts, indexes, rows, tables
from amp_desktop.storage.search import fold, fulltext
from amp_desktop.vault import Cost, Keys
from tests.benchmarks import generator

PASSPHRASE = "a quiet river in the morning"
_CHEAP = Cost(memory_kib=8 * 1024, passes=1, lanes=1)
"""The least that a key file may ask for: deriving the key is no part of what is measured."""

_JOURNALS = "journals-"
_MAKE_THE_FILE: tuple[ModuleType, ...] = (
    generator,
    entry,
    fields,
    traits,
    dated_facts,
    driver,
    tables,
    rows,
    fold,
    fulltext,
    indexes,
    facts,
)


def journal_folder(cache: Path, size: int, days: int = 0) -> Path:
    """The folder of a journal of `size` entries, which is to be read only; it is made if it is not there.

    Its entries are spread over `days`, if so many are given.
    """
    home = cache / f"{_JOURNALS}{_version()}"
    home.mkdir(parents=True, exist_ok=True)
    for former in set(cache.glob(f"{_JOURNALS}*")) - {home}:
        shutil.rmtree(former)
    folder = home / (f"{size}-in-{days}-days" if days else str(size))
    if not folder.exists():
        unfinished = home / f"{folder.name}.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        _make(unfinished, size, days)
        unfinished.rename(folder)
    return folder


@contextmanager
def journal_copy(cache: Path, size: int) -> Iterator[Path]:
    """A copy of that folder, to be written to and thrown away."""
    original = journal_folder(cache, size)
    with TemporaryDirectory(prefix="copy-", dir=cache) as home:
        copy = Path(home) / "journal"
        shutil.copytree(original, copy)
        yield copy


def open_journal(folder: Path) -> Journal:
    """The journal in one of these folders, open."""
    return Journal.open(folder, passphrase=PASSPHRASE)


def keys_of(folder: Path) -> Keys:
    """The keys of the journal in one of these folders."""
    return vault.open_with_passphrase(folder, PASSPHRASE)


def _make(folder: Path, size: int, days: int) -> None:
    journal, _ = Journal.create(folder, PASSPHRASE, cost=_CHEAP)
    with journal:
        journal.save_entries(generator.Writer(days=days).entries(size))


def _version() -> str:
    """What the content of the files follows from, as one short word."""
    sources = (Path(str(module.__file__)).read_bytes() for module in _MAKE_THE_FILE)
    return sha256(b"".join(sources)).hexdigest()[:12]
