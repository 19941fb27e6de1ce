"""Self-care notes in the window."""
