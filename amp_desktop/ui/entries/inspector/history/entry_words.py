"""All that a person wrote in an entry as text, part by part, so that two states of it can be compared."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.journal import Journal
from amp_desktop.ui.kinds.base import Detail
from amp_desktop.ui.kinds.registry import kind_view
from amp_desktop.ui.style.dates import long_day

translate = QCoreApplication.translate


def entry_words(entry: Entry, journal: Journal) -> str:
    """Title, text and fields as one text; empty fields are left out."""
    return "\n".join(filter(None, entry_parts(entry, journal)))


def entry_parts(entry: Entry, journal: Journal) -> tuple[str, ...]:
    """Title and text, then each field on lines of its own, in the same order for all entries of a kind.

    Whether it is shareable, on the agenda or pinned is left out: no version brings that back.
    """
    text = f"{entry.title}\n\n{entry.body}" if entry.title else entry.body
    fields = (_line(detail) if detail.words else "" for detail in _details(entry, journal))
    return (f"{text.rstrip()}\n" if text else "", *fields)


def _details(entry: Entry, journal: Journal) -> Iterator[Detail]:
    yield from kind_view(entry.kind).details(entry)
    yield Detail(translate("ForMentorPart", "For my mentor"), entry.words_for_mentor)
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
