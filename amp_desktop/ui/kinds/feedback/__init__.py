"""Feedback in the window."""
