"""Earlier versions of an entry, and what differs."""
