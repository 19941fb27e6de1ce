"""Entries that are carried from one place of the window to another: their ids and nothing else."""

from collections.abc import Iterable
from uuid import UUID

from PySide6.QtCore import QMimeData

CARRIED = "application/x-amp-journal-entries"
"""No other program reads it; and whoever looks into it finds no word of the journal."""


def packed(ids: Iterable[UUID]) -> QMimeData:
    """The ids as a drag carries them."""
    data = QMimeData()
    data.setData(CARRIED, b"".join(entry_id.bytes for entry_id in ids))
    return data


def carried_ids(data: QMimeData) -> tuple[UUID, ...]:
    """The ids that a drag carries; none where it carries anything else."""
    raw = bytes(data.data(CARRIED).data())
    return tuple(UUID(bytes=raw[at : at + 16]) for at in range(0, len(raw) - 15, 16))
