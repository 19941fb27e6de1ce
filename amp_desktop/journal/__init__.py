"""The use cases of a journal, without a window: open one, write, find, share, keep safe.

from amp_desktop.domain import Note
from amp_desktop.journal import Journal

with Journal.open(folder, passphrase="…") as journal:
    journal.save_entry(Note(title="First review", body="Two questions instead of two verdicts."))
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from amp_desktop.journal.journal import Journal

__all__ = ["Journal"]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        # Where a journal stands is asked before the first window shows; what it does, after the passphrase.
        if name != "Journal":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from amp_desktop.journal.journal import Journal

        return Journal
