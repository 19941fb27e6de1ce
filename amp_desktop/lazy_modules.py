"""Modules that are loaded when something is asked of them, and not before."""

import sys
from collections.abc import Callable, Collection
from importlib import import_module
from types import ModuleType
from typing import Any


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
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


def leave_asyncio() -> None:
    """Have SQLAlchemy import without `asyncio` and `importlib.metadata`, which it does not use for a journal.

    They come with a hundred modules, TLS and e-mail among them: 5 MB and 50 ms for nothing. Whoever does use
    them later finds them as they are.
    """
    _stand_in("asyncio", callables={"iscoroutine"})
    _stand_in("importlib.metadata")


def _stand_in(name: str, callables: Collection[str] = ()) -> None:
    if name in sys.modules:
        return
    module = LazyModule(name, callables)
    sys.modules[name] = module
    parent, _, own_name = name.rpartition(".")
    if parent:
        setattr(import_module(parent), own_name, module)
