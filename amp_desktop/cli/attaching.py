"""`attachment`, and what other commands say of attachments."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import click

from amp_desktop.cli.arguments import FILE
from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened
from amp_desktop.cli.streams import STANDARD_STREAM, print_bytes, print_text
from amp_desktop.domain.attachment import Attachment, reference
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.files import typed_path
from amp_desktop.journal import Journal

_UNITS = ("bytes", "KB", "MB")


@click.command("attachment")
@click.argument("attachment_id", metavar="ID")
@click.option(
    "--to", "target", type=FILE, required=True, metavar="FILE", help="Where to write it; “-” prints it."
)
@click.pass_obj
def attachment_command(settings: Settings, attachment_id: str, target: str) -> None:
    """Write a picture or file that is attached to an entry to FILE.

    “show” lists what is attached to an entry. The beginning of the ID will do.
    """
    with opened(settings) as journal:
        found = journal.attachments.get(journal.attachments.find_id(attachment_id))
        if target == STANDARD_STREAM:
            for part in journal.attachments.parts(found.id):
                print_bytes(part)
        else:
            journal.attachments.save(found.id, typed_path(target))
            print_text(f"{found.name} is in {target}, not encrypted.", err=True)


def attached(journal: Journal, entry: Entry, files: Sequence[str]) -> Entry:
    """The entry with the files attached, each pointed to in a paragraph of its own at the end.

    Raises:
        CannotAttachError: One of them cannot be; then none is.
    """
    added: list[Attachment] = []
    try:
        for file in files:
            added.append(journal.attachments.add_file(typed_path(file)))  # noqa: PERF401 - it may break off halfway
    except JournalError:
        journal.attachments.let_go(one.id for one in added)
        raise
    return replace(entry, body="\n\n".join(filter(None, (entry.body, *map(reference, added)))))


def lines_of(attachments: Iterable[Attachment]) -> list[str]:
    """A line for each, with the beginning of its id, its name, what it is and how large."""
    return [f"{str(one.id)[:8]}  {one.name}  ({one.media_type}, {_size(one.size)})" for one in attachments]


def _size(size: float) -> str:
    if size == 1:
        return "1 byte"
    for unit in _UNITS[:-1]:
        if size < 1024:
            return f"{size:.0f} {unit}"
        size /= 1024
    return f"{size:.1f} {_UNITS[-1]}"
