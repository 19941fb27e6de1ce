"""How long work tells where it is, and how it is called off."""

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[int, int], None]
"""Called with (done, total) every now and then; it raises `CancelledError` to call the work off."""


def unheard(done: int, total: int) -> None:
    """The progress of work that nobody watches."""
