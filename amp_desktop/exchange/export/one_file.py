"""All of a journal in one zip, made in memory: no plain file of it is ever written.

It holds what the full export writes into a folder: `journal.json`, which `import json` reads, every entry as
a Markdown file for whoever has no such program, and what they refer to.
"""

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from amp_desktop.domain.attachment import Attachment, attachment_ids, referenced_ids
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kept_templates import KeptTemplates
from amp_desktop.domain.program import Program
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.exchange.export.archive import FILE_NAME, NO_TEMPLATES, write_archive
from amp_desktop.exchange.export.markdown_folder import file_name, file_text
from amp_desktop.exchange.export.packing import NOTHING_ATTACHED, Packed, Packer, Source

MARKDOWN = "markdown"
"""The folder of the entries as Markdown, beside the JSON."""


class _MemoryPacker(Packer):
    """Keeps what entries refer to in memory, by its place in the archive."""

    def __init__(self, source: Source) -> None:
        super().__init__(Path(), source)
        self.files: dict[str, bytes] = {}

    def _write(self, attachment: Attachment) -> Packed:
        packed = self._named(attachment)
        self.files[packed.place] = b"".join(self._source.parts(attachment.id))
        return packed


def zipped(
    program: Program,
    entries: Iterable[Entry],
    *,
    total: int,
    templates: KeptTemplates = NO_TEMPLATES,
    progress: Progress = unheard,
    attached: Source = NOTHING_ATTACHED,
) -> bytes:
    """Everything, as the bytes of one archive.

    Args:
        program: What the mentee takes part in.
        entries: Asked for one by one.
        total: How many they are.
        templates: What the mentee has made of them.
        progress: Told how many entries are in it.
        attached: Where pictures and files come from.

    Raises:
        CancelledError: `progress` called it off.
    """
    packer, taken, kept = _MemoryPacker(attached), set[str](), list[Entry]()
    referred = {}
    for done, entry in enumerate(entries):
        progress(done, total)
        referred[entry.id] = packer.pack(attachment_ids(entry))
        kept.append(entry)
    for template in templates.templates.values():
        packer.pack(referenced_ids(template.body))
    data, text = io.BytesIO(), io.StringIO()
    write_archive(text, program, kept, templates, lambda: packer.packed)
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(_member(FILE_NAME), text.getvalue(), zipfile.ZIP_DEFLATED)
        for entry in kept:
            name = file_name(entry, taken)
            words = file_text(entry, referred[entry.id])
            archive.writestr(_member(f"{MARKDOWN}/{name}"), words, zipfile.ZIP_DEFLATED)
        for place, content in packer.files.items():
            archive.writestr(_member(place), content, zipfile.ZIP_DEFLATED)
    progress(total, total)
    return data.getvalue()


def _member(name: str) -> zipfile.ZipInfo:
    """A part of the archive, readable by its owner alone.

    Its time says nothing: a zip knows the years 1980 to 2107 alone, and a computer's clock may show any.
    """
    member = zipfile.ZipInfo(name)
    member.external_attr = 0o600 << 16
    return member
