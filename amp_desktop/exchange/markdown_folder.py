"""The whole journal as a folder of Markdown files, one an entry, and back.

A file is named `2026-07-22 Title.md` and begins with front matter between two lines of `---`: a key a line,
its value written as JSON, which is YAML too, so any tool that knows front matter reads it. The body follows
as it is.
"""

import json
import re
import unicodedata
from pathlib import Path

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.fields import from_json, to_json

_FENCE = "---\n"
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_LONGEST_NAME = 80


def file_text(entry: Entry) -> str:
    """The Markdown file of one entry."""
    data = to_json(entry)
    body = str(data.pop("body"))
    head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in data.items())
    return f"{_FENCE}{head}{_FENCE}\n{body}"


def entry_from_text(text: str) -> Entry:
    """The entry that `file_text` made `text` from.

    Raises:
        InvalidValueError: The text is not such a file.
    """
    if not text.startswith(_FENCE) or f"\n{_FENCE}" not in text[len(_FENCE) :]:
        raise InvalidValueError("This Markdown file did not come from a journal.")
    head, _, body = text[len(_FENCE) :].partition(f"\n{_FENCE}")
    try:
        pairs = (line.split(": ", 1) for line in head.split("\n"))
        data = {key: json.loads(value) for key, value in pairs}
    except ValueError as error:
        raise InvalidValueError("This Markdown file did not come from a journal.") from error
    return from_json({**data, "body": body.removeprefix("\n")})


def file_name(entry: Entry, taken: set[str]) -> str:
    """A name for the entry's file that every system takes and that is not in `taken`; it is added there."""
    title = unicodedata.normalize("NFC", _FORBIDDEN.sub(" ", entry.title))
    words = " ".join("".join(c for c in title if unicodedata.category(c)[0] != "C").split())
    stem = f"{entry.day} {words or entry.kind.value}".encode()[:_LONGEST_NAME].decode(errors="ignore")
    stem = stem.rstrip(". ")
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
