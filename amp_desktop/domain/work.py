"""Work that leaves no commit, which is most of what a maintainer does."""

from enum import StrEnum


class Work(StrEnum):
    """What was done, by the names that the program's guide uses; in the order in which they are offered."""

    TRIAGE = "triage"
    REVIEW = "review"
    HELP = "help"
    DOCS = "docs"
    TALK = "talk"
    PAIRING = "pairing"
