"""The use cases of a journal, without a window: open one, write, find, share, keep safe.

from amp_desktop.domain import Note
from amp_desktop.journal import Journal

with Journal.open(folder, passphrase="…") as journal:
    journal.save_entry(Note(title="First review", body="Two questions instead of two verdicts."))
"""

from amp_desktop.journal.journal import Journal

__all__ = ["Journal"]
