"""Marks of entries are found by indexes of their own, so that setting one indexes no text anew."""

from alembic import op
from sqlalchemy import text

revision = "1.5"
down_revision = "1.4"

_FLAGS = {
    "ix_entry_binned": "binned_at IS NOT NULL",
    "ix_entry_pinned": "pinned = 1",
    "ix_entry_agenda": "CASE WHEN json_valid(fields) THEN json_extract(fields, '$.on_agenda') END = 1",
    "ix_entry_shareable": "sharing = 'shareable'",
}


def upgrade() -> None:
    """One index for each mark; the full text, made anew afterwards, knows the marks no more."""
    for name, is_so in _FLAGS.items():
        op.create_index(name, "entry", ["position"], sqlite_where=text(is_so))
