"""Pictures and files, their bytes in parts, and which entries refer to them."""

from alembic import op
from sqlalchemy import BLOB, Column, ForeignKey, Integer, String

revision = "1.2"
down_revision = "1.1"


def upgrade() -> None:
    """Make the tables, with nothing in them."""
    op.create_table(
        "attachment",
        Column("id", String, primary_key=True),
        Column("name", String, nullable=False),
        Column("media_type", String, nullable=False),
        Column("size", Integer, nullable=False),
        Column("width", Integer),
        Column("height", Integer),
        Column("added_at", Integer, nullable=False),
        Column("digest", String, nullable=False, unique=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "attachment_part",
        Column("position", Integer, primary_key=True),
        Column("attachment_id", String, nullable=False),
        Column("number", Integer, nullable=False),
        Column("stored_at", Integer, nullable=False),
        Column("content", BLOB, nullable=False),
    )
    op.create_index("ix_attachment_part", "attachment_part", ["attachment_id", "number"], unique=True)
    op.create_table(
        "attachment_use",
        Column("attachment_id", String, primary_key=True),
        Column("entry_id", String, ForeignKey("entry.id", ondelete="CASCADE"), primary_key=True),
        Column("version", Integer, primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_attachment_use_entry_id", "attachment_use", ["entry_id"])
