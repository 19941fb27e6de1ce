"""The open entry as it is read, and printed."""
