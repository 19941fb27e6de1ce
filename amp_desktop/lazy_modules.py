"""Modules that are loaded when something is asked of them, and not before."""

import sys
from collections.abc import Callable, Collection
from importlib import import_module
from threading import Lock
from types import ModuleType
from typing import Any

_OF_PYSIDE = ("argparse", "bz2", "logging", "lzma", "tempfile")
_load_lock = Lock()


class LazyModule(ModuleType):
    """Stands where a module will be: the first thing asked of it loads the module.

    `importlib.util.LazyLoader` is of no use for this: until Python 3.12, `import` itself asks the module for
    something when it finds it there.
    """

    def __init__(self, name: str, callables: Collection[str]) -> None:
        super().__init__(name)
        self._callables = callables

    def __getattr__(self, name: str) -> Any:
        """What the module has under that name; of the callables only a way to call them."""
        if name in self._callables:
            return self._called_later(name)
        return getattr(self._load(), name)

    def _called_later(self, name: str) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            return getattr(self._load(), name)(*args, **kwargs)

        return call

    def _load(self) -> ModuleType:
        with _load_lock:  # two threads may ask at once
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
        return import_module(self.__name__)


def defer_unused() -> None:
    """Have libraries import without modules that they do not use for a journal.

    SQLAlchemy comes with `asyncio` and `importlib.metadata`, and with these a hundred modules, TLS and e-mail
    among them: 5 MB and 50 ms for nothing. PySide brings what writes its type stubs, and every way to pack an
    archive: 10 ms before the first window. Whoever does use them later finds them as they are.
    """
    _stand_in("asyncio", callables={"iscoroutine"})
    for name in ("importlib.metadata", *_OF_PYSIDE):
        _stand_in(name)


def _stand_in(name: str, callables: Collection[str] = ()) -> None:
    if name in sys.modules:
        return
    module = LazyModule(name, callables)
    sys.modules[name] = module
    parent, _, own_name = name.rpartition(".")
    if parent:
        setattr(import_module(parent), own_name, module)
