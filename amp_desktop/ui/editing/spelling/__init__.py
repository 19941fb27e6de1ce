"""Spell checking: which words of a text the dictionary of its language does not know."""
