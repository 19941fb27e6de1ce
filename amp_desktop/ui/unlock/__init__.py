"""Where a journal is made and unlocked."""
