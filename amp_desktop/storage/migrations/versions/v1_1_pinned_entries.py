"""Entries can be pinned, and are found by what they hold: the index made anew afterwards knows it."""

from alembic import op
from sqlalchemy import Column, Integer

revision = "1.1"
down_revision = "1.0"


def upgrade() -> None:
    """Give every entry its column, before the body, so that lists read it without the body."""
    with op.batch_alter_table("entry", recreate="always") as entry:
        entry.add_column(
            Column("pinned", Integer, nullable=False, server_default="0"), insert_after="binned_at"
        )
