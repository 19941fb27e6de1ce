"""Importing PySide without what a program never asks of it, and other modules as Python does it."""

import builtins
import linecache
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any


class LazyPattern:
    """A regular expression that is compiled when it is first used; until then it says no more than itself."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(*self._source)

    def __getattr__(self, name: str) -> Any:
        """What the pattern has under that name; of its methods only a way to call them."""
        if callable(getattr(re.Pattern, name)):
            return lambda *args, **kwargs: getattr(self._compiled, name)(*args, **kwargs)
        return getattr(self._compiled, name)


@contextmanager
def patterns_when_used(package: str) -> Iterator[None]:
    """Have a package import with its regular expressions uncompiled, and all others as ever."""
    compile_now = re.compile

    def compile_later(pattern: Any, flags: int = 0) -> Any:
        importing = sys._getframe(1).f_globals.get("__name__", "")
        is_late = importing.partition(".")[0] == package
        return LazyPattern(pattern, flags) if is_late else compile_now(pattern, flags)

    re.compile = compile_later
    try:
        yield
    finally:
        re.compile = compile_now


# PySide compiles three patterns of six thousand characters each for its type stubs and for the words of its
# errors: 17 ms before the first window.
with patterns_when_used("shibokensupport"):
    from PySide6 import QtCore  # noqa: F401 - it also puts another import in place of Python's


def import_plainly() -> None:
    """Give Python its own import back.

    PySide's reads the source of every module that is imported after it, to see whether names are to be
    switched there (`from __feature__ import snake_case`), which happens nowhere in this program. That costs
    half a millisecond a module before the first window, and keeps the sources in memory: 16 MB of them once
    SQLAlchemy is loaded. Those that it has read up to now, Python's own among them, go: 1.4 MB.
    """
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
