"""How files that a passphrase protects are named: one rule, wherever such a file is chosen."""

import os
from itertools import chain, count
from pathlib import Path

PROTECTED = ".age"
"""What such a name ends with, after the suffix of what is in the file: "meeting.pdf.age"."""


def is_protected(file: Path) -> bool:
    """Whether the name says that a passphrase protects the file."""
    return file.suffix.lower() == PROTECTED


def as_protected(file: Path, suffix: str) -> Path:
    """The file that is meant where a passphrase is to protect it, whatever name was chosen.

    Nobody was asked about a file of that other name, so one that is there already is kept.

    Args:
        file: As it was chosen, with or without the endings.
        suffix: Of what is in it, such as "pdf"; a name without any suffix gets it.
    """
    if is_protected(file):
        return file
    stem, ending = (file.stem, file.suffix) if file.suffix else (file.name, f".{suffix}")
    stems = chain([stem], (f"{stem} ({number})" for number in count(2)))
    files = (file.parent / f"{one}{ending}{PROTECTED}" for one in stems)
    return next(one for one in files if not os.path.lexists(one))
