"""`export`, `backup`, `restore`, `check` and `repair`."""

from pathlib import Path

import click

from amp_desktop.cli.arguments import PathArgument
from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened, passphrase
from amp_desktop.cli.progress import shown_progress
from amp_desktop.cli.protecting import file_passphrase, how_to_open
from amp_desktop.cli.streams import print_result, print_text
from amp_desktop.domain.errors import DamagedError
from amp_desktop.exchange.export.export import ExportFormat
from amp_desktop.protected_files import as_protected, is_protected

_folder = PathArgument(file_okay=False)
_folder_of_copies = PathArgument(file_okay=False, for_database=True)
_file = PathArgument(dir_okay=False)


@click.command("export")
@click.argument("folder", metavar="DIR", type=_folder)
@click.option(
    "--format", "form", type=click.Choice([f.value for f in ExportFormat]), default="json", show_default=True
)
@click.option(
    "--protect-with",
    "key_file",
    metavar="FILE",
    help="Write one protected file, with the passphrase in FILE; a name in .age alone asks for one.",
)
@click.pass_obj
def export_command(settings: Settings, folder: Path, form: str, key_file: str | None) -> None:
    """Write everything into a new folder DIR, readable by anyone.

    Where the name ends in .age, such as all.zip.age, it is one file that only a passphrase opens.
    """
    if key_file is not None or is_protected(folder):
        words, file = file_passphrase(key_file), as_protected(folder, "zip")
        with opened(settings) as journal, shown_progress("Exporting") as progress:
            journal.maintenance.archive(file, words, progress)
        print_text(how_to_open(file), err=True)
        return
    with opened(settings) as journal, shown_progress("Exporting") as progress:
        journal.maintenance.export(folder, ExportFormat(form), progress)
    print_text(f"Your whole journal is in {folder}, not encrypted.", err=True)


@click.command("backup")
@click.option(
    "--to",
    "folder",
    metavar="DIR",
    type=_folder_of_copies,
    help="A folder other than the journal's own “backups”.",
)
@click.pass_obj
def backup_command(settings: Settings, folder: Path | None) -> None:
    """Make an encrypted backup, open it to be sure of it, and print where it is."""
    with opened(settings) as journal, shown_progress("Backing up") as progress:
        made = journal.maintenance.back_up(folder, progress)
    print_result(made.path, "The backup was made.")


@click.command("restore")
@click.argument("backup", metavar="FILE", type=_file)
@click.option(
    "--to",
    "folder",
    metavar="DIR",
    type=_folder_of_copies,
    required=True,
    help="A new folder for the journal.",
)
@click.pass_obj
def restore_command(settings: Settings, backup: Path, folder: Path) -> None:
    """Bring a backup back into a new folder.

    It opens with the passphrase that was in force when the backup was made.
    """
    from amp_desktop.journal.maintenance import restore

    with shown_progress("Restoring") as progress:
        entries = restore(backup, folder, passphrase=passphrase(settings), progress=progress)
    back = "1 entry is back" if entries == 1 else f"{entries} entries are back"
    print_text(f"{back}, in {folder}.", err=True)


@click.command("check")
@click.pass_obj
def check_command(settings: Settings) -> None:
    """Read the whole journal and tell whether it is whole."""
    with opened(settings) as journal, shown_progress("Checking") as progress:
        found = journal.maintenance.check(progress)
    if not found.is_whole:
        raise DamagedError(" ".join(found.findings), "Restore the newest backup into a new folder.")
    number = "1 entry" if found.entries == 1 else f"{found.entries} entries"
    print_text(f"The journal is whole: {number}.")


@click.command("repair")
@click.option(
    "--keys-from",
    "backup",
    metavar="BACKUP",
    type=_file,
    help="Which backup; else the newest of the journal.",
)
@click.pass_obj
def repair_command(settings: Settings, backup: Path | None) -> None:
    """Bring lost or damaged key files back from a backup of the same journal. No entry is touched."""
    from amp_desktop.journal.repair import bring_keys_back

    found = bring_keys_back(settings.folder, backup)
    if found is None:
        print_text("The key files are whole: nothing was changed.")
        return
    made_on = f"{found.made_at:%Y-%m-%d}"
    print_text(f"The keys are back. They open with the passphrase, or the recovery code, of {made_on}.")
