"""What is read is found, and signs such as 🎉: the full text, folded otherwise, is made anew afterwards."""

revision = "1.4"
down_revision = "1.3"


def upgrade() -> None:
    """No table changes."""
