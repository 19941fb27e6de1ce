"""Pinning entries and facts to topics of evidence: the words for it, and the chooser."""
