"""Challenges: what the mentee is stuck on."""

from amp_desktop.ui.challenges.page import ChallengesPage

__all__ = ["ChallengesPage"]
