"""The one table in which a kind of entry is registered."""

from amp_desktop.domain.entry import Entry, Kind
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.evaluation import Evaluation
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.incident import Incident
from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.reflection import Reflection
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.kinds.unknown import UnknownEntry

ENTRY_TYPES: dict[Kind, type[Entry]] = {
    kind.KIND: kind
    for kind in (
        Note,
        Goal,
        Challenge,
        SelfCareNote,
        Milestone,
        Meeting,
        Feedback,
        Evaluation,
        Reflection,
        Incident,
    )
}
"""The class of each kind, in the order in which people meet them. Another kind is one more line here."""

USUAL_KIND: Kind = Note.KIND
"""What an entry is when nobody said."""


def entry_type(kind: Kind) -> type[Entry]:
    """The class of a kind; `UnknownEntry` for one that this version does not know."""
    return ENTRY_TYPES.get(kind, UnknownEntry)


def parse_kind(text: str) -> Kind:
    """The kind named `text`.

    Raises:
        InvalidValueError: There is no such kind.
    """
    if text not in ENTRY_TYPES:
        names = ", ".join(ENTRY_TYPES)
        raise InvalidValueError(f"There is no kind “{text}”.", f"The kinds are {names}.")
    return text


def all_states() -> tuple[str, ...]:
    """Every status that some kind can have, each once, in the order of the kinds and of their own."""
    return tuple(dict.fromkeys(state for kind in ENTRY_TYPES.values() for state in kind.STATES))


def kinds_with_states() -> tuple[Kind, ...]:
    """The kinds that go through statuses: something may be still to be done about their entries."""
    return tuple(kind for kind, made in ENTRY_TYPES.items() if made.STATES)


def kinds_for_agenda() -> tuple[Kind, ...]:
    """The kinds that can be put on the agenda of a meeting."""
    return tuple(kind for kind, made in ENTRY_TYPES.items() if made.CAN_GO_ON_AGENDA)
