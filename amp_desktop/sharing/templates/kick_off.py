"""What both sides expect of each other, as it was written down at kick-off."""

from amp_desktop.domain.entry import Entry
from amp_desktop.sharing.templates.base import Template, about

TAG = "kick-off"
"""The tag of the entries in which it stands."""


def _is_of_kick_off(entry: Entry) -> bool:
    return TAG in map(str.casefold, entry.tags)


KICK_OFF = Template(
    "kick-off",
    "What we expect of each other",
    (about("As we wrote it down", takes=_is_of_kick_off),),
    greeting="Is it right so? Change what you like.",
)
"""Whole, for both to look at; nothing else of the journal goes along."""
