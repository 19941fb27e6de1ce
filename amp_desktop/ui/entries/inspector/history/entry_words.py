"""All that a person wrote in an entry as one text, so that two states of it can be compared line by line."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.journal import Journal
from amp_desktop.ui.kinds.base import Detail
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.style.dates import long_day

translate = QCoreApplication.translate


def entry_words(entry: Entry, journal: Journal) -> str:
    """Title, text and fields, each field on lines of its own; empty ones are left out.

    Whether it is shareable, on the agenda or pinned is left out: no version brings that back.
    """
    text = f"{entry.title}\n\n{entry.body}" if entry.title else entry.body
    fields = "\n".join(_line(detail) for detail in _details(entry, journal) if detail.words)
    return f"{text.rstrip()}\n\n{fields}".lstrip("\n")


def _details(entry: Entry, journal: Journal) -> Iterator[Detail]:
    yield from kind_view(entry.kind).details(entry)
    yield Detail(translate("History", "Day"), long_day(entry.day))
    yield Detail(translate("History", "Tags"), " ".join(f"#{tag}" for tag in entry.tags))
    yield Detail(translate("History", "Linked"), "\n".join(_titles(entry, journal)))


def _titles(entry: Entry, journal: Journal) -> Iterator[str]:
    titles = {named.id: named.title for named in journal.titles.named(entry.links)}
    for link in entry.links:
        yield titles.get(link) or translate("History", "An entry without a title, or in the bin")


def _line(detail: Detail) -> str:
    """On one line what is one line; else below its name."""
    between = "\n" if "\n" in detail.words else " "
    return translate("History", "{name}:").format(name=detail.name) + between + detail.words
