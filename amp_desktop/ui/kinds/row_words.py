"""What is said of an entry wherever it stands in a row."""

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry, Kind, Sharing
from amp_desktop.domain.fields import field_values
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.registry import kind_view, view_of

translate = QCoreApplication.translate


def title_of(row: EntryRow) -> str:
    """The entry's title, or words that stand for it where it has none."""
    return row.title or view_of(row).untitled_row(row.day, row.values)


def title_of_entry(entry: Entry) -> str:
    """The same, of a whole entry."""
    return entry.title or view_of(entry).untitled_row(entry.day, field_values(entry))


def kind_name(kind: Kind) -> str:
    """One entry of a kind, in a word."""
    return kind_view(kind).name()


def shortened(title: str) -> str:
    """A title within a sentence, cut where it is long."""
    return title if len(title) <= 60 else f"{title[:59]}…"


def untitled() -> str:
    """What stands for a title that was not written yet."""
    return translate("EntryRow", "Untitled")


def is_on_agenda(row: EntryRow) -> bool:
    """Whether it is to be talked about at the next mentor meeting."""
    return bool(row.values.get("on_agenda")) and row.sharing is not Sharing.SEALED


def sharing_words(row: EntryRow) -> str:
    """Where the entry may go, in words: shape and colour are never the only sign."""
    if row.sharing is Sharing.SEALED:
        return translate("EntryRow", "sealed")
    if is_on_agenda(row):
        return translate("EntryRow", "on the agenda")
    if row.sharing is Sharing.SHAREABLE:
        return translate("EntryRow", "shareable")
    return translate("EntryRow", "private")
