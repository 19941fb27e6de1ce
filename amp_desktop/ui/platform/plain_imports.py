"""Importing modules as Python does it."""

import builtins
import linecache

from PySide6 import QtCore  # noqa: F401 - it is what puts another import in place of Python's


def import_plainly() -> None:
    """Give Python its own import back.

    PySide's reads the source of every module that is imported after it, to see whether names are to be
    switched there (`from __feature__ import snake_case`), which happens nowhere in this program. That costs
    half a millisecond a module before the first window, and keeps the sources in memory: 16 MB of them once
    SQLAlchemy is loaded. Those that it has read up to now, Python's own among them, go: 1.4 MB.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
