"""Challenges in the window."""
