"""The page of an entry as it is read: its parts, each with its heading, as preview and print show them."""

import re
from dataclasses import dataclass

_MEANS_SOMETHING = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~%&:])")


@dataclass(frozen=True)
class ReadPart:
    """One part of the page.

    Attributes:
        heading: What it is called; empty for one without a heading.
        text: What it says, in Markdown.
        field: The entry's attribute that holds just this text; empty where it was made of several.
    """

    heading: str
    text: str
    field: str = ""


def in_markdown(words: str) -> str:
    """Words that are no Markdown, line by line, so that they are read as they stand."""
    return "  \n".join(_MEANS_SOMETHING.sub(r"\\\1", line) for line in words.split("\n"))
