"""Entries, and facts of them, can be evidence for topics: an index, made from entries afterwards.

An older 2.x writes pins back as fields that it does not know. What it brings back from a version it does not
index; a check compares, and makes the index anew.
"""

from alembic import op
from sqlalchemy import Column, ForeignKey, Integer, String

revision = "2.1"
down_revision = "2.0"


def upgrade() -> None:
    """Make the table of pins."""
    op.create_table(
        "entry_pin",
        Column("topic", String, primary_key=True),
        Column("entry_id", String, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
        Column("fact", String, primary_key=True),
        Column("day", Integer),
        Column("what", String, nullable=False),
        Column("text", String, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_entry_pin_entry_id", "entry_pin", ["entry_id"])
