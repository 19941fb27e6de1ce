"""Entries are found by the tags and links of all their texts: the indexes made anew afterwards know them."""

revision = "1.3"
down_revision = "1.2"


def upgrade() -> None:
    """No table changes."""
