"""Undo and redo for everything that stands on an entry's page, in the order in which it was done."""
