"""What an importer is, and what it brings."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from amp_desktop.domain.attachment import Attachment
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kept_templates import KeptTemplates
from amp_desktop.domain.program import Program
from amp_desktop.domain.progress import Progress

LARGEST = 1 << 30
"""Bytes of a file that is read for its text: a journal of 100,000 long entries has a quarter of that."""


@dataclass(frozen=True)
class ImportProblem:
    """What could not be taken over.

    Attributes:
        where: Its place in the file, such as "entry 3" or "line 12".
        sentence: Why, without a word of its text.
    """

    where: str
    sentence: str


@dataclass(frozen=True)
class ImportedFile:
    """An attachment that entries refer to by its id.

    Attributes:
        attachment: What it is.
        read: Gives its bytes.

    `read` raises `InvalidValueError` when they are missing or changed.
    """

    attachment: Attachment
    read: Callable[[], bytes]


@dataclass(frozen=True)
class Imported:
    """All that was read, nothing of it stored yet.

    Attributes:
        entries: In the order of the file; their ids are the same whenever the same file is read.
        problems: What was passed over.
        files: What is attached.
        program: What the mentee took part in, or None where the format knows nothing of it.
        templates: What entries could begin with there.
    """

    entries: tuple[Entry, ...]
    problems: tuple[ImportProblem, ...] = ()
    files: tuple[ImportedFile, ...] = ()
    program: Program | None = None
    templates: KeptTemplates = field(default_factory=KeptTemplates)


class Importer(ABC):
    """Reads one format. It follows no reference to a file or an address, and uses no name as a path.

    Attributes:
        name: How the terminal calls the format.
        label: How the window calls it.
        suffixes: What its files usually end with, for the dialog that chooses one.
    """

    name: ClassVar[str]
    label: ClassVar[str]
    suffixes: ClassVar[tuple[str, ...]]

    @abstractmethod
    def sniff(self, path: Path) -> bool:
        """Whether `path` looks like this format, by its beginning; False also where it cannot be read."""

    @abstractmethod
    def read(self, path: Path, progress: Progress) -> Imported:
        """All that can be read of `path`.

        Raises:
            CannotImportError: It cannot be read, is not of this format at all, or is too large.
            NewerJournalError: A newer version of this program wrote it.
            CancelledError: `progress` called it off.
        """
