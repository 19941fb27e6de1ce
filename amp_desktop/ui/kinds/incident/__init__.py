"""An incident in the window."""
