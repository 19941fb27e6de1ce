"""The whole journal as a folder of Markdown files, one an entry, and back.

A file is named `2026-07-22 Title.md` and begins with front matter between two lines of `---`: a key a line,
its value written as JSON, which is YAML too, so any tool that knows front matter reads it. The body follows
as it is, but that `attachment:` and an id become the place of the file in the folder `attachments`. Own and
changed templates stand in the folder `templates`, written the same way.
"""

import json
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.fields import from_json, to_json
from amp_desktop.domain.kept_templates import KeptTemplates
from amp_desktop.exchange.export.file_names import free_name, words_of
from amp_desktop.exchange.export.packing import Packed
from amp_desktop.exchange.export.pointers import packed_from, pointing_beside, pointing_inside

TEMPLATES = "templates"
"""The folder of the templates, within the one of the entries."""

_FENCE = "---\n"
_ATTACHED = "attachments"
_UP = "../"
"""From the folder of the templates to where the folder of the attachments stands."""


def file_text(entry: Entry, packed: Iterable[Packed] = ()) -> str:
    """The Markdown file of one entry, which points to what is attached where it lies beside the file."""
    return _written(to_json(entry), packed)


def entry_from_text(text: str) -> Entry:
    """The entry that `file_text` made `text` from.

    Raises:
        InvalidValueError: The text is not such a file.
    """
    return from_json(_read(text))


def attachments_from_text(text: str) -> tuple[Packed, ...]:
    """What is attached to the entry that `file_text` made `text` from.

    Raises:
        InvalidValueError: The text is not such a file.
    """
    return packed_from(_parted(text).get(_ATTACHED, []))


def template_text(template: EntryTemplate, packed: Iterable[Packed] = ()) -> str:
    """The Markdown file of one template, which points to what is attached where it lies."""
    return _written(template.to_json(), packed, _UP)


def template_from_text(text: str) -> EntryTemplate:
    """The template that `template_text` made `text` from.

    Raises:
        InvalidValueError: The text is not such a file.
    """
    return EntryTemplate.from_json(_read(text, _UP))


def file_name(entry: Entry, taken: set[str]) -> str:
    """A name for the entry's file that every system takes and that is not in `taken`; it is added there."""
    return free_name(f"{entry.day} {words_of(entry.title) or entry.kind}", ".md", taken)


def template_file_name(template: EntryTemplate, taken: set[str]) -> str:
    """The same for a template."""
    return free_name(f"Template {words_of(template.name)}", ".md", taken)


def read_folder(folder: Path) -> tuple[Entry, ...]:
    """The entries of an exported folder, by the order of their files' names.

    Raises:
        InvalidValueError: A Markdown file in it did not come from a journal.
    """
    return tuple(map(entry_from_text, _texts(folder)))


def read_attachments(folder: Path) -> tuple[Packed, ...]:
    """What the entries and templates of an exported folder refer to, each once.

    Raises:
        InvalidValueError: A Markdown file in it did not come from a journal.
    """
    texts = chain(_texts(folder), _texts(folder / TEMPLATES))
    packed = (one for text in texts for one in attachments_from_text(text))
    return tuple({one.attachment.id: one for one in packed}.values())


def read_templates(folder: Path) -> KeptTemplates:
    """The templates of an exported folder. What entries of a kind begin with only a JSON export tells.

    Raises:
        InvalidValueError: A Markdown file among them did not come from a journal.
    """
    made = map(template_from_text, _texts(folder / TEMPLATES))
    return KeptTemplates(templates={template.id: template for template in made})


def _texts(folder: Path) -> Iterator[str]:
    return (path.read_bytes().decode("utf-8") for path in sorted(folder.glob("*.md")))


def _written(data: dict[str, Any], packed: Iterable[Packed], way: str = "") -> str:
    """A file of front matter and `body`."""
    body, attached = pointing_beside(data["body"], packed, way)
    values = {key: value for key, value in data.items() if key != "body"}
    values |= {_ATTACHED: attached} if attached else {}
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
    return f"{_FENCE}{head}{_FENCE}\n{body}"


def _read(text: str, way: str = "") -> dict[str, Any]:
    """What `_written` wrote."""
    data = _parted(text)
    return {**data, "body": pointing_inside(data["body"], data.get(_ATTACHED, []), way)}


def _parted(text: str) -> dict[str, Any]:
    """The front matter of a file, and its `body` as it stands there."""
    if not text.startswith(_FENCE) or f"\n{_FENCE}" not in text[len(_FENCE) :]:
        raise InvalidValueError("This Markdown file did not come from a journal.")
    head, _, body = text[len(_FENCE) :].partition(f"\n{_FENCE}")
    try:
        pairs = (line.split(": ", 1) for line in head.split("\n"))
        data = {key: json.loads(value) for key, value in pairs}
    except ValueError as error:
        raise InvalidValueError("This Markdown file did not come from a journal.") from error
    return {**data, "body": body.removeprefix("\n")}
