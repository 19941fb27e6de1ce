"""A real, encrypted journal's file in a folder whose name trips up whoever builds addresses by hand."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from amp_desktop.storage.engine import Database
from amp_desktop.storage.opening import open_database
from amp_desktop.storage.store import Store
from tests.storage.keys import KEY, SALT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "my # journal? 100%25 日記"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    with Store.create(folder / "journal.db", KEY, SALT) as made:
        yield made


@pytest.fixture
def database(store: Store) -> Iterator[Database]:
    """The file of the open journal, opened a second time, for statements that no store makes."""
    with closing(open_database(store.path, KEY, SALT)) as opened:
        yield opened


@pytest.fixture
def closed(store: Store) -> Path:
    """The file of a closed journal."""
    store.close()
    return store.path
