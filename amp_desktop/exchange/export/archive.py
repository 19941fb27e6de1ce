"""The whole journal as one JSON file, with what is attached in a folder beside it, and back.

Format: UTF-8, one object with `format` ("amp-journal"), `version` (3), `program`, `templates` (what the
mentee has made of them: `domain.kept_templates`), `entries` (each as `domain.fields.to_json` writes it, one a
line, the bin included), and `attachments`: what they refer to (each as `Attachment.to_json` writes it, and
`file`, its place beside). Version 1 knew no attachments, version 2 no days of
facts and no words of evidence. What is exported comes back the same.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TextIO

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError, NewerJournalError
from amp_desktop.domain.fields import from_json, to_json
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.kept_templates import KeptTemplates
from amp_desktop.domain.program import Program
from amp_desktop.exchange.export.packing import Packed
from amp_desktop.exchange.export.pointers import packed_from

FORMAT = "amp-journal"
VERSION = 3
_READ = (1, 2, VERSION)
FILE_NAME = "journal.json"
NO_TEMPLATES = KeptTemplates()


@dataclass(frozen=True)
class Archive:
    """What a JSON export holds; the bytes of its attachments are in files beside it (`Packed.read`)."""

    program: Program
    entries: tuple[Entry, ...]
    templates: KeptTemplates = NO_TEMPLATES
    attachments: tuple[Packed, ...] = ()


def write_archive(
    out: TextIO,
    program: Program,
    entries: Iterable[Entry],
    templates: KeptTemplates = NO_TEMPLATES,
    attachments: Callable[[], Iterable[Packed]] = tuple,
) -> None:
    """Write the journal to `out`, an entry at a time, so that a large journal needs no memory.

    Args:
        out: Where the JSON goes.
        program: What the mentee takes part in.
        entries: Asked for one by one.
        templates: What the mentee has made of them.
        attachments: Asked when all entries are written: what they refer to.
    """
    head = {
        "format": FORMAT,
        "version": VERSION,
        "program": program.to_json(),
        "templates": templates.to_json(),
    }
    out.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "entries": [')
    _write_items(out, map(to_json, entries))
    out.write('\n], "attachments": [')
    _write_items(out, (packed.to_json() for packed in attachments()))
    out.write("\n]}\n")


def _write_items(out: TextIO, items: Iterable[dict[str, Json]]) -> None:
    for number, item in enumerate(items):
        out.write(",\n" if number else "\n")
        out.write(json.dumps(item, ensure_ascii=False))


def archive_from(data: Any) -> Archive:
    """The archive that the parsed JSON `data` stands for.

    Raises:
        InvalidValueError: It is not such an export.
        NewerJournalError: A newer version of the program wrote it.
    """
    if (
        not isinstance(data, dict)
        or data.get("format") != FORMAT
        or not isinstance(data.get("entries"), list)
    ):
        raise InvalidValueError("This file is not a journal's JSON export.")
    if data.get("version") not in _READ:
        raise NewerJournalError(
            "A newer version of AMP Journal wrote this export.", "Update the program first."
        )
    if not isinstance(data.get("program"), dict):
        raise InvalidValueError("This file is not a journal's JSON export.")
    return Archive(
        program=Program.from_json(data["program"]),
        entries=tuple(_entries(data["entries"])),
        templates=_templates(data.get("templates", {})),  # version 0.1 wrote none
        attachments=packed_from(data.get("attachments", [])),
    )


def _templates(data: Any) -> KeptTemplates:
    if not isinstance(data, dict):
        raise InvalidValueError("These are not the templates of a journal.")
    return KeptTemplates.from_json(data)


def _entries(items: list[Any]) -> Iterator[Entry]:
    for item in items:
        if not isinstance(item, dict):
            raise InvalidValueError("This is not an entry of a journal.")
        yield from_json(item)
