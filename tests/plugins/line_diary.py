"""A diary with an entry a line. A made-up format."""

from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.progress import Progress
from amp_desktop.exchange.importers.base import Imported, Importer, ImportProblem


class LineDiaryImporter(Importer):
    """Each line is a note."""

    name = "lines"
    label = "A diary of lines"
    suffixes = (".lines",)

    def sniff(self, path: Path) -> bool:
        """Whether the first line says so."""
        return path.is_file() and path.read_bytes().startswith(b"line diary\n")

    def read(self, path: Path, progress: Progress) -> Imported:
        """A note for each line but for the first; an empty one is a problem."""
        lines = path.read_text("utf-8").splitlines()[1:]
        entries, problems = [], []
        for number, line in enumerate(lines, start=2):
            progress(number - 1, len(lines))
            if line.strip():
                entries.append(Note(id=uuid5(NAMESPACE_URL, f"{number}:{line}"), title=line))
            else:
                problems.append(ImportProblem(f"line {number}", "It is empty."))
        return Imported(tuple(entries), tuple(problems))
