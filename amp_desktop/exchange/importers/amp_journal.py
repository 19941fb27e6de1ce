"""The full export of this program as JSON, read back (`exchange.export.archive` says what it holds)."""

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import CannotImportError, InvalidValueError
from amp_desktop.domain.fields import from_json
from amp_desktop.domain.json_value import whole_values
from amp_desktop.domain.progress import Progress
from amp_desktop.exchange.export.archive import FILE_NAME, FORMAT, Archive, archive_from
from amp_desktop.exchange.importers.base import LARGEST, Imported, ImportedFile, Importer, ImportProblem
from amp_desktop.files import open_ordinary

_BEGINNING = 4096
_STEP = 500


class AmpJournalImporter(Importer):
    """Reads the folder of a full export, or its `journal.json` with what lies beside it."""

    name = "json"
    label = "AMP Journal’s full export (JSON)"
    suffixes = (".json",)

    def sniff(self, path: Path) -> bool:
        """Whether the name of the format stands at the beginning of the file."""
        try:
            with open_ordinary(_file_in(path)) as file:
                return f'"{FORMAT}"'.encode() in file.read(_BEGINNING)
        except OSError:
            return False

    def read(self, path: Path, progress: Progress) -> Imported:
        """Every entry that can be read, the bin included, what is attached, program and templates."""
        file = _file_in(path)
        data = _json_of(file)
        items = data.get("entries") if isinstance(data, dict) else None
        head = _head_of({**data, "entries": []} if isinstance(items, list) else data)
        problems: list[ImportProblem] = []
        entries = tuple(_entries(items or [], problems, progress))
        if head.templates.unknown:
            problems.append(ImportProblem("templates", "A newer version of AMP Journal wrote some of them."))
        return Imported(
            entries,
            tuple(problems),
            tuple(
                ImportedFile(packed.attachment, partial(packed.read, file.parent))
                for packed in head.attachments
            ),
            head.program,
            head.templates,
        )


def _file_in(path: Path) -> Path:
    return path / FILE_NAME if path.is_dir() else path


def _json_of(file: Path) -> Any:
    try:
        with open_ordinary(file) as opened:
            content = opened.read(LARGEST + 1)
        if len(content) > LARGEST:
            raise CannotImportError("This file is too large to be imported.")
        return whole_values(json.loads(content.decode("utf-8-sig")))  # an editor may put its mark before it
    except OSError as error:
        raise CannotImportError("This file is missing, or cannot be read.") from error
    except (ValueError, RecursionError) as error:
        raise CannotImportError("This file is not a journal's JSON export.") from error


def _head_of(data: Any) -> Archive:
    try:
        return archive_from(data)
    except InvalidValueError as error:
        raise CannotImportError(error.sentence) from error


def _entries(items: list[Any], problems: list[ImportProblem], progress: Progress) -> Iterator[Entry]:
    """What can be read of the items; the rest is told."""
    ids = set()
    for number, item in enumerate(items, start=1):
        if number % _STEP == 1:
            progress(number - 1, len(items))
        try:
            entry = from_json(item if isinstance(item, dict) else {})
        except InvalidValueError:
            problems.append(ImportProblem(f"entry {number}", "It is damaged, or not an entry."))
            continue
        if entry.id in ids:
            problems.append(ImportProblem(f"entry {number}", "It has the id of one before it."))
            continue
        ids.add(entry.id)
        yield entry
    progress(len(items), len(items))
