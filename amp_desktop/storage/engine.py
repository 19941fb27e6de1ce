"""The one way to the journal's file: encrypted connections, and a transaction around each piece of work."""

import atexit
import threading
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection, Engine, QueuePool, create_engine

from amp_desktop.domain.errors import DamagedError, JournalError, NotSavedError
from amp_desktop.storage import concealment, driver, failures, log_mark, tally
from amp_desktop.storage.vanished import FileWatch

P = ParamSpec("P")
T = TypeVar("T")


class Database:
    """The encrypted file, open.

    Attributes:
        path: The file.
        read_only: Whether it can only be read.
        disk_was_full: Whether it can only be read because there was no room to open it for more.
        findings: What was found when it was opened, each as a sentence for a person.
        commits: How many transactions have changed the file through this object.
    """

    def __init__(
        self,
        path: Path,
        key: bytes,
        salt: bytes,
        *,
        read_only: bool,
        detached: bool = False,
        findings: tuple[str, ...] = (),
    ) -> None:
        self.path = path
        self.read_only = read_only
        self.disk_was_full = detached
        self.findings = findings
        self.commits = 0
        self._keys = (key, salt)
        self._engine = make_engine(self._connect)
        self._closed = False
        self._watch = FileWatch(path)
        self._mark: int | None = None
        self._within = threading.local()
        # Whoever waits for SQLite's own lock looks for it now and then, and misses short gaps for long.
        self._turn = threading.RLock()
        _open.add(self)

    def read(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `work` reads, all of it from one state of the journal.

        A passing error of the disk can look like damage once, so before that is believed the file is opened
        anew and looked at again.

        Raises:
            JournalError: See `failures`.
        """
        if (connection := self._transaction()) is not None:
            return work(connection, *args, **kwargs)
        try:
            return self._read(work, *args, **kwargs)
        except DamagedError:
            self._let_go()
            return self._read(work, *args, **kwargs)

    def write(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Do `work` and commit it; when this returns, what was written survives a power cut.

        Raises:
            JournalError: Nothing was written; see `failures`.
        """
        if (connection := self._transaction()) is not None:
            return work(connection, *args, **kwargs)
        with self.at_once():
            return work(self._within.connection, *args, **kwargs)

    @contextmanager
    def at_once(self) -> Iterator[None]:
        """One transaction of all that this thread reads and writes meanwhile: all is written, or nothing.

        It has the right to write from its beginning, so that nobody writes between what is read and what
        follows from it. The first one marks the file (see `log_mark`), and so does one that finds its mark
        taken out. What fails in it has to leave it: a full disk ends SQLite's whole transaction, so that
        there is no going back to a point within.

        Raises:
            JournalError: Nothing was written; see `failures`.
        """
        if self._transaction() is not None:
            yield
            return
        if self.read_only:
            self._require_room()
        with self._turn, failures.translated(self.path), self._engine.connect() as connection:
            with transaction(connection, for_writing=True):
                self._within.connection = connection
                try:
                    yield
                finally:
                    self._within.connection = None
                new_mark = self._count(connection)
            self.commits += 1
            self._watch.require_in_place(partial(self._copy, connection))
            if new_mark is not None and log_mark.fold(_raw(connection)):
                self._mark = new_mark
            self._end_if_closed(connection)

    def _transaction(self) -> Connection | None:
        """The connection of the transaction that this thread is in."""
        connection: Connection | None = getattr(self._within, "connection", None)
        return connection

    @contextmanager
    def raw_connection(self) -> Iterator[Any]:
        """A driver's connection for work that is no transaction, such as copying the whole file.

        Raises:
            JournalError: See `failures`.
        """
        with failures.translated(self.path):
            connection = self._connect()
            try:
                yield connection
            finally:
                if self._closed:
                    _take_mark_out(connection)
                connection.close()

    def connect_to_copy(self, path: Path) -> Any:
        """A driver's connection to a copy of the file, which has the same key."""
        return driver.connect(path, *self._keys)

    def close(self) -> None:
        """Close every connection and forget the key; the last one to close folds the WAL into the file."""
        if self._closed:
            return
        self._closed = True
        self._let_go()
        self._keys = (b"", b"")

    def _connect(self) -> Any:
        if self._closed:  # a late save must not open a locked journal again
            raise NotSavedError("The journal is locked.", "Unlock it and try again.")
        return driver.connect(self.path, *self._keys, read_only=self.read_only, detached=self.disk_was_full)

    def _let_go(self) -> None:
        """Close every connection not at work. The last one takes the log along, so its mark goes first.

        What is still at work does the same when it has ended (see `_end_if_closed`).
        """
        if not self.read_only and self._watch.is_in_place():
            errors = (driver.load().Error, OSError, JournalError)
            with suppress(*errors), closing(driver.connect(self.path, *self._keys)) as connection:
                _take_mark_out(connection)
        self._engine.dispose()

    def _end_if_closed(self, connection: Connection) -> None:
        if self._closed and not self.read_only:
            _take_mark_out(_raw(connection))

    def _count(self, connection: Connection) -> int | None:
        """Count the transaction under way; the mark that it set, where this session's own does not stand."""
        if self._mark is not None and log_mark.count(_raw(connection), self._mark):
            return None
        tally.count(connection)
        return log_mark.put(connection)

    def _copy(self, connection: Connection, target: Path) -> None:
        """Write all that this very connection sees, wherever its file is, to a new file."""
        _raw(connection).execute("VACUUM INTO ?", (str(target),))
        with closing(self.connect_to_copy(target)) as copy:
            log_mark.erase(copy)

    def _require_room(self) -> None:
        """Open a file anew that could only be read because the disk was full, if there is room now.

        Raises:
            DiskFullError: There is none.
            ReadOnlyError: The file may only be read.
        """
        if not self.disk_was_full:
            raise failures.read_only(self.path)
        with self._turn, failures.all_translated(self.path):
            with closing(driver.connect(self.path, *self._keys)) as connection:
                _take_mark_out(connection)
            self.read_only = self.disk_was_full = False
            self._engine.dispose()

    def _read(self, work: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        with failures.translated(self.path), self._engine.connect() as connection:
            with transaction(connection):
                result = work(connection, *args, **kwargs)
            self._end_if_closed(connection)
        return result


_open: "weakref.WeakSet[Database]" = weakref.WeakSet()


@atexit.register
def _close_all() -> None:
    """Close what nobody closed: a connection that ends by itself takes the log along, but not its mark."""
    for database in tuple(_open):
        database.close()


def make_engine(connect: Callable[[], Any]) -> Engine:
    """An engine whose connections come from `connect`, and on which `transaction` begins every transaction.

    A fixed small pool, because SQLAlchemy's default for an address without a file shares or drops
    connections between threads. Parameters are hidden: they are journal text, and would stand in errors.
    """
    engine = create_engine(
        "sqlite+pysqlite://",
        module=driver.load(),
        creator=connect,
        poolclass=QueuePool,
        pool_use_lifo=True,  # one thread keeps meeting the same connection, whose page cache is warm
        hide_parameters=True,
    )
    concealment.know_levels(engine)
    return engine


@contextmanager
def transaction(connection: Connection, *, for_writing: bool = False) -> Iterator[None]:
    """One transaction on a connection that is in none.

    It begins here and not at SQLAlchemy's event `begin`: on an engine that has a listener every statement
    looks for more of them, which takes a third of what it takes beside SQLite.

    Args:
        connection: Of an engine that `make_engine` made.
        for_writing: Whether it takes the right to write at once rather than at the first write.
    """
    with connection.begin():
        _raw(connection).execute("BEGIN IMMEDIATE" if for_writing else "BEGIN")
        yield


def _raw(connection: Connection) -> Any:
    """The driver's own connection."""
    return connection.connection.dbapi_connection


def _take_mark_out(connection: Any) -> None:
    """Take the mark out, unless others are at work, who keep the log where it is and take it out later."""
    with suppress(driver.load().Error):
        log_mark.take_out(connection)
