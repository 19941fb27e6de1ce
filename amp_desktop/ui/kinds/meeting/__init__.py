"""Meetings in the window."""
