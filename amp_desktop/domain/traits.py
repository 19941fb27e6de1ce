"""What an entry is and has beside its kind, status and tags: what lists and searches can ask for."""

import re
from collections.abc import Iterable
from enum import StrEnum

from amp_desktop.domain.attachment import SCHEME, WORDS
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.fields import prose_fields
from amp_desktop.domain.text.asides import has_aside
from amp_desktop.domain.text.links import link_places


class Trait(StrEnum):
    """Something that an entry is or has, or is not or has not."""

    OPEN = "open"
    PINNED = "pinned"
    AGENDA = "agenda"
    SEALED = "sealed"
    PICTURE = "picture"
    FILE = "file"
    LINK = "link"
    TASK = "task"
    ASIDE = "aside"
    EVIDENCE = "evidence"


_PICTURE = re.compile(rf"!\[{WORDS}\]\(")
_FILE = re.compile(rf"(?<![!\\])\[(?!\]){WORDS}\]\({SCHEME}:")
_ADDRESS = re.compile(rf"https?://\S|(?<![!\\])\[(?!\]){WORDS}\]\((?!{SCHEME}:)")
_TASK = re.compile(r"^[ \t>]*(?:[-*+]|\d{1,9}[.)]) \[[ xX]\] ", re.MULTILINE)


def traits_of(entry: Entry, prose: Iterable[str] | None = None) -> frozenset[Trait]:
    """All that the entry is and has.

    A file is one that is attached; a link one to another entry or an address; a task a box to tick in the
    text, or a goal's step.

    Args:
        entry: The entry.
        prose: The texts of its own fields, where they were read already.
    """
    own = prose_fields(entry).values() if prose is None else prose
    text = "\n".join([entry.title, entry.body, *own])
    found = (  # in pairs: to look a trait up takes as long as to find out about most of them
        (Trait.OPEN, entry.is_open),
        (Trait.PINNED, entry.pinned),
        (Trait.AGENDA, entry.is_for_agenda),
        (Trait.SEALED, entry.is_sealed),
        (Trait.PICTURE, "![" in text and _PICTURE.search(text)),
        (Trait.FILE, f"{SCHEME}:" in text and _FILE.search(text)),
        (Trait.LINK, entry.links or any(link_places(text)) or _has_address(text)),
        (Trait.TASK, entry.has_tasks or ("] " in text and _TASK.search(text))),
        (Trait.ASIDE, has_aside(text)),
        (Trait.EVIDENCE, entry.has_evidence),
    )
    return frozenset([trait for trait, is_so in found if is_so])


def _has_address(text: str) -> bool:
    """Whether an address stands in the text. Most texts hold none, which two looks tell faster than one."""
    return ("://" in text or "](" in text) and _ADDRESS.search(text) is not None
