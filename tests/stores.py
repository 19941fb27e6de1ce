"""The file of an open journal, opened a second time: what another process or version writes and reads."""

from collections.abc import Iterator
from contextlib import closing, contextmanager

from amp_desktop.domain.json_value import Json
from amp_desktop.journal import Journal
from amp_desktop.journal.location import DATABASE
from amp_desktop.storage.engine import Database
from amp_desktop.storage.opening import open_database
from amp_desktop.storage.store import Store
from amp_desktop.vault import open_with_passphrase
from tests.conftest import PASSPHRASE


@contextmanager
def database_beside(journal: Journal) -> Iterator[Database]:
    """For statements that no journal makes, of a journal whose passphrase is `PASSPHRASE`."""
    keys = open_with_passphrase(journal.folder, PASSPHRASE)
    with closing(open_database(journal.folder / DATABASE, keys.data_key, keys.salt)) as database:
        yield database


@contextmanager
def store_beside(journal: Journal) -> Iterator[Store]:
    """For what only another version, or a later time, would write."""
    with database_beside(journal) as database:
        yield Store(database)


def setting_of(journal: Journal, name: str) -> Json:
    """The setting as it stands in the file."""
    with store_beside(journal) as store:
        return store.setting(name)


def set_beside(journal: Journal, name: str, value: Json) -> None:
    """Have something else write a setting, as a newer version might have it."""
    with store_beside(journal) as store:
        store.set_setting(name, value)


def commits_of(journal: Journal) -> int:
    """How many transactions have changed the journal since it was made."""
    with store_beside(journal) as store:
        return store.commits()
