"""What an entry is, beside its text."""
