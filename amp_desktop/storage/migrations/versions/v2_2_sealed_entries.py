"""Entries can be sealed, and are found by an index of their own.

`sealed` stands where `private` and `shareable` do: a program that does not know the word reads such an entry
as a newer version's, which is shown and never shared.
"""

from alembic import op
from sqlalchemy import text

revision = "2.2"
down_revision = "2.1"


def upgrade() -> None:
    """Make the index of what is sealed, which is nothing yet."""
    op.create_index("ix_entry_sealed", "entry", ["position"], sqlite_where=text("sharing = 'sealed'"))
