"""Texts that were read into blocks a moment ago.

A tick on the Share page changes one entry of what leaves; all other texts are those of the tick before, and
reading Markdown is most of the work. What reading gives is frozen, so it can be given twice.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from amp_desktop.domain.summary import Block


class TextsRead:
    """Keeps what the last work read, and no more; whoever owns it lets it go with the journal."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[Block, ...]] = {}
        self._now: dict[str, tuple[Block, ...]] = {}

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """Within it, `read_markdown` looks here first. What the work before did not read is dropped."""
        self._last, self._now = self._now, {}
        token = _IN_USE.set(self)
        try:
            yield
        finally:
            _IN_USE.reset(token)

    def blocks(self, text: str, read: Callable[[str], tuple[Block, ...]]) -> tuple[Block, ...]:
        """What the text was read into; read now, if it was not."""
        known = self._now.get(text)
        if known is None:
            known = self._last.get(text)
            if known is None:
                known = read(text)
            self._now[text] = known
        return known


_IN_USE: ContextVar[TextsRead | None] = ContextVar("texts_read", default=None)


def read_once(text: str, read: Callable[[str], tuple[Block, ...]]) -> tuple[Block, ...]:
    """What the text is read into: as it is kept, where this thread's work keeps what it reads."""
    kept = _IN_USE.get()
    return read(text) if kept is None else kept.blocks(text, read)
