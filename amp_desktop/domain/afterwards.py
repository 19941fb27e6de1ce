"""What is for after the program."""

AFTERWARDS_TAG = "after-the-program"
"""The tag of entries of any kind that are for later: lists, searches and a terminal know tags."""
