"""Milestones in the window."""
