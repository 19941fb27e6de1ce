"""The one table in which an importer is registered."""

from pathlib import Path

from amp_desktop.domain.errors import CannotImportError, InvalidValueError
from amp_desktop.exchange.importers.amp_journal import AmpJournalImporter
from amp_desktop.exchange.importers.base import Importer

IMPORTERS: dict[str, Importer] = {
    importer.name: importer
    for importer in (
        AmpJournalImporter(),
    )
}  # fmt: skip
"""Every importer by its name, in the order in which they are tried. Another format is one more line here."""


def find_importer(name: str) -> Importer:
    """The importer called `name`.

    Raises:
        InvalidValueError: There is none.
    """
    try:
        return IMPORTERS[name]
    except KeyError:
        known = ", ".join(IMPORTERS)
        raise InvalidValueError(f"There is no format “{name}”.", f"The formats are {known}.") from None


def importer_for(path: Path) -> Importer:
    """The first importer that takes `path` for its own.

    Raises:
        CannotImportError: None does.
    """
    for importer in IMPORTERS.values():
        if importer.sniff(path):
            return importer
    known = ", ".join(importer.label for importer in IMPORTERS.values())
    raise CannotImportError("This is nothing that can be imported.", f"What can be: {known}.")
