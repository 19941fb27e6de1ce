"""A real, encrypted journal's file in a folder whose name trips up whoever builds addresses by hand."""

from collections.abc import Iterator
from pathlib import Path

import pytest

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
def closed(store: Store) -> Path:
    """The file of a closed journal."""
    store.close()
    return store.path
