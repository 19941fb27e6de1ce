"""The one table in which a kind of entry is registered."""

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote

ENTRY_TYPES: dict[Kind, type[Entry]] = {t.kind: t for t in (Note, Goal, Challenge, SelfCareNote, Milestone)}
"""The class of each kind."""
