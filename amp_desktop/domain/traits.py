"""What an entry is and has beside its kind, status and tags: what lists and searches can ask for."""

import re
from enum import StrEnum

from amp_desktop.domain.asides import has_aside
from amp_desktop.domain.entry import Entry, Goal, Milestone
from amp_desktop.domain.fields import prose_fields
from amp_desktop.domain.links import LINK


class Trait(StrEnum):
    """Something that an entry is or has, or is not or has not."""

    OPEN = "open"
    PINNED = "pinned"
    AGENDA = "agenda"
    PICTURE = "picture"
    LINK = "link"
    TASK = "task"
    ASIDE = "aside"
    EVIDENCE = "evidence"


_PICTURE = re.compile(r"!\[[^\[\]\n]{0,300}\]\(")
_ADDRESS = re.compile(r"https?://\S|(?<!!)\[[^\[\]\n]{1,300}\]\(")
_TASK = re.compile(r"^[ \t>]*(?:[-*+]|\d{1,9}[.)]) \[[ xX]\] ", re.MULTILINE)


def traits_of(entry: Entry) -> frozenset[Trait]:
    """All that the entry is and has.

    A link is one to another entry or an address; a task a box to tick in the text, or a goal's step.
    """
    text = "\n".join([entry.title, entry.body, *prose_fields(entry).values()])
    found = {
        Trait.OPEN: entry.is_open,
        Trait.PINNED: entry.pinned,
        Trait.AGENDA: getattr(entry, "on_agenda", False),
        Trait.PICTURE: _PICTURE.search(text),
        Trait.LINK: entry.links or LINK.search(text) or _ADDRESS.search(text),
        Trait.TASK: (isinstance(entry, Goal) and entry.steps) or _TASK.search(text),
        Trait.ASIDE: has_aside(text),
        Trait.EVIDENCE: isinstance(entry, Milestone) and entry.evidence,
    }
    return frozenset(trait for trait, is_so in found.items() if is_so)
