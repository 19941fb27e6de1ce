"""The whole journal as a folder of Markdown files, one an entry, and back.

A file is named `2026-07-22 Title.md` and begins with front matter between two lines of `---`: a key a line,
its value written as JSON, which is YAML too, so any tool that knows front matter reads it. The body follows
as it is. Own and changed templates stand in the folder `templates`, written the same way.
"""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.fields import from_json, to_json
from amp_desktop.domain.kept_templates import KeptTemplates

TEMPLATES = "templates"
"""The folder of the templates, within the one of the entries."""

_FENCE = "---\n"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST_NAME = 80


def file_text(entry: Entry) -> str:
    """The Markdown file of one entry."""
    return _written(to_json(entry))


def entry_from_text(text: str) -> Entry:
    """The entry that `file_text` made `text` from.

    Raises:
        InvalidValueError: The text is not such a file.
    """
    return from_json(_read(text))


def template_text(template: EntryTemplate) -> str:
    """The Markdown file of one template."""
    return _written(template.to_json())


def template_from_text(text: str) -> EntryTemplate:
    """The template that `template_text` made `text` from.

    Raises:
        InvalidValueError: The text is not such a file.
    """
    return EntryTemplate.from_json(_read(text))


def file_name(entry: Entry, taken: set[str]) -> str:
    """A name for the entry's file that every system takes and that is not in `taken`; it is added there."""
    return _free_name(f"{entry.day} {_plain(entry.title) or entry.kind.value}", taken)


def template_file_name(template: EntryTemplate, taken: set[str]) -> str:
    """The same for a template; the word before its name keeps it from being one that a system reserves."""
    return _free_name(f"Template {_plain(template.name)}", taken)


def _plain(words: str) -> str:
    """The words without what some system does not take in a name."""
    allowed = unicodedata.normalize("NFC", _FORBIDDEN.sub(" ", words))
    return " ".join("".join(c for c in allowed if unicodedata.category(c)[0] != "C").split())


def _free_name(beginning: str, taken: set[str]) -> str:
    stem = beginning.encode()[:_LONGEST_NAME].decode(errors="ignore").rstrip(". ")
    name, number = f"{stem}.md", 1
    while name.casefold() in taken:
        number += 1
        name = f"{stem} ({number}).md"
    taken.add(name.casefold())
    return name


def read_folder(folder: Path) -> tuple[Entry, ...]:
    """The entries of an exported folder, by the order of their files' names.

    Raises:
        InvalidValueError: A Markdown file in it did not come from a journal.
    """
    files = sorted(folder.glob("*.md"))
    return tuple(entry_from_text(path.read_bytes().decode("utf-8")) for path in files)


def read_templates(folder: Path) -> KeptTemplates:
    """The templates of an exported folder. What entries of a kind begin with only a JSON export tells.

    Raises:
        InvalidValueError: A Markdown file among them did not come from a journal.
    """
    files = sorted((folder / TEMPLATES).glob("*.md"))
    made = [template_from_text(path.read_bytes().decode("utf-8")) for path in files]
    return KeptTemplates(templates={template.id: template for template in made})


def _written(data: dict[str, Any]) -> str:
    """A file of front matter and `body`."""
    head = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in data.items() if key != "body"
    )
    return f"{_FENCE}{head}{_FENCE}\n{data['body']}"


def _read(text: str) -> dict[str, Any]:
    """What `_written` wrote."""
    if not text.startswith(_FENCE) or f"\n{_FENCE}" not in text[len(_FENCE) :]:
        raise InvalidValueError("This Markdown file did not come from a journal.")
    head, _, body = text[len(_FENCE) :].partition(f"\n{_FENCE}")
    try:
        pairs = (line.split(": ", 1) for line in head.split("\n"))
        data = {key: json.loads(value) for key, value in pairs}
    except ValueError as error:
        raise InvalidValueError("This Markdown file did not come from a journal.") from error
    return {**data, "body": body.removeprefix("\n")}
