"""What both sides expect of each other, as it was written down at kick-off."""

from amp_desktop.sharing.templates.base import Template, about

KICK_OFF = Template(
    "kick-off",
    "What we expect of each other",
    (about("As we wrote it down"),),
    greeting="Is this right? Change what you like.",
    is_of_expectations=True,
)
"""Whole, for both to look at; nothing else of the journal is even offered with it."""
