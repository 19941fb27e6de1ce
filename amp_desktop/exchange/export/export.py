"""Writing a full export: all of it, or nothing."""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path

from amp_desktop.domain.attachment import attachment_ids, referenced_ids
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import CannotExportError, MayHaveLeftError
from amp_desktop.domain.kept_templates import KeptTemplates
from amp_desktop.domain.program import Program
from amp_desktop.domain.progress import Progress, unheard
from amp_desktop.exchange.export.archive import FILE_NAME, NO_TEMPLATES, write_archive
from amp_desktop.exchange.export.markdown_folder import (
    TEMPLATES,
    file_name,
    file_text,
    template_file_name,
    template_text,
)
from amp_desktop.exchange.export.packing import FOLDER, NOTHING_ATTACHED, Packer, Source
from amp_desktop.files import (
    UNFINISHED,
    PartlyWrittenError,
    is_empty_folder,
    left_unfinished,
    replace_durably,
    sweep_unfinished_files,
    take_away,
)


class ExportFormat(StrEnum):
    """The forms of the full export."""

    JSON = "json"
    MARKDOWN = "markdown"


def export(
    folder: Path,
    form: ExportFormat,
    program: Program,
    entries: Iterable[Entry],
    *,
    total: int,
    templates: KeptTemplates = NO_TEMPLATES,
    progress: Progress = unheard,
    attached: Source = NOTHING_ATTACHED,
) -> None:
    """Write every entry, and the mentee's own templates, into `folder`, which must not exist yet or be empty.

    What they refer to goes with them. The files come to stand in a folder beside it, which takes its name
    when all is written.

    Args:
        folder: Where.
        form: As what.
        program: What the mentee takes part in.
        entries: Asked for one by one.
        total: How many they are.
        templates: What the mentee has made of them.
        progress: Told how many entries are written.
        attached: Where pictures and files come from.

    Raises:
        CannotExportError: The place cannot be written, or something is there already; nothing is left behind.
        CancelledError: `progress` called it off; nothing is left behind.
    """
    counted = _counted(entries, total, progress)
    write = _write_json if form is ExportFormat.JSON else _write_markdown
    _write_whole(folder, lambda into: write(into, program, counted, templates, Packer(into, attached)))


def _write_json(
    into: Path, program: Program, entries: Iterable[Entry], templates: KeptTemplates, packer: Packer
) -> None:
    def packed() -> Iterator[Entry]:
        for entry in entries:
            packer.pack(attachment_ids(entry))
            yield entry

    for template in templates.templates.values():
        packer.pack(referenced_ids(template.body))
    with (into / FILE_NAME).open("w", encoding="utf-8", newline="\n") as out:
        write_archive(out, program, packed(), templates, lambda: packer.packed)


def _write_markdown(
    into: Path, _: Program, entries: Iterable[Entry], templates: KeptTemplates, packer: Packer
) -> None:
    taken: set[str] = set()
    for entry in entries:
        text = file_text(entry, packer.pack(attachment_ids(entry)))
        (into / file_name(entry, taken)).write_bytes(text.encode())
    _write_templates(into / TEMPLATES, templates, packer)


def _write_templates(folder: Path, templates: KeptTemplates, packer: Packer) -> None:
    taken: set[str] = set()
    for template in templates.templates.values():
        folder.mkdir(exist_ok=True)
        text = template_text(template, packer.pack(referenced_ids(template.body)))
        (folder / template_file_name(template, taken)).write_bytes(text.encode())


def refuse_full_folder(folder: Path) -> None:
    """Make sure that `folder` does not exist yet or is empty.

    What an export that was killed left in it, or beside it, goes first.

    Raises:
        CannotExportError: Something is there already, or it cannot be looked at.
    """
    place = Path(os.path.realpath(folder))
    _sweep(place if place.exists() else place.parent)
    try:
        if folder.exists() and not is_empty_folder(folder):
            raise CannotExportError(
                f"There is something in {folder} already.", "Choose a new or an empty folder."
            )
    except OSError as error:
        raise _cannot_write(folder, error) from error


def write_file(path: Path, data: bytes) -> None:
    """Write one exported file whole, readable by its owner alone; an older one of that name is replaced.

    Raises:
        MayHaveLeftError: It failed when something had been written.
        CannotExportError: The place cannot be written; what was there still is.
    """
    try:
        replace_durably(path, data)
    except PartlyWrittenError as error:
        raise MayHaveLeftError(
            f"{path} was written to, but maybe not for good: {_why(error)}.",
            "Look whether all of it is there, and check the disk.",
        ) from error
    except OSError as error:
        raise _cannot_write(path, error) from error


def _cannot_write(path: Path, error: OSError) -> CannotExportError:
    return CannotExportError(f"{path} cannot be written: {_why(error)}.", "Choose another place.")


def _why(error: OSError) -> str:
    return os.strerror(error.errno) if error.errno else "the disk refused"


def _counted(entries: Iterable[Entry], total: int, progress: Progress) -> Iterator[Entry]:
    for done, entry in enumerate(entries):
        progress(done, total)
        yield entry
    progress(total, total)


def _write_whole(folder: Path, write: Callable[[Path], None]) -> None:
    """Write into a folder of another name, which becomes `folder` when all is there.

    A folder that is there already stays: it may be a disk, and something may stand in it. What was
    written moves into it, the file that makes an export one last.
    """
    refuse_full_folder(folder)
    try:
        place = Path(os.path.realpath(folder))
        is_new = not place.exists()
        home = place.parent if is_new else place
        home.mkdir(parents=True, exist_ok=True)
        staged = Path(tempfile.mkdtemp(prefix=UNFINISHED, dir=home))
        try:
            write(staged)
            if is_new:
                os.replace(staged, place)  # noqa: PTH105 - the same call on every system
            else:
                _move_into(staged, place)
        finally:
            shutil.rmtree(staged, ignore_errors=True)
    except OSError as error:
        raise _cannot_write(folder, error) from error


def _sweep(folder: Path) -> None:
    """Take away what was left unfinished in `folder`; of folders those that hold parts of an export alone."""
    sweep_unfinished_files(folder)
    for path in left_unfinished(folder):
        if path.is_dir() and all(_is_part(one.name) for one in path.iterdir()):
            shutil.rmtree(path, ignore_errors=True)


def _is_part(name: str) -> bool:
    return name in {FILE_NAME, TEMPLATES, FOLDER} or name.endswith(".md")


def _move_into(staged: Path, folder: Path) -> None:
    """Move everything, or nothing: a disk that moves no more files may still take them away."""
    moved: list[Path] = []
    try:
        for one in sorted(staged.iterdir(), key=lambda path: path.name == FILE_NAME):
            one.rename(folder / one.name)
            moved.append(folder / one.name)
    except OSError:
        for one in moved:
            if one.is_dir():
                shutil.rmtree(one, ignore_errors=True)
            else:
                take_away(one)
        raise
