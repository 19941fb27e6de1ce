"""`import`."""

from pathlib import Path

import click

from amp_desktop.cli.arguments import PathArgument
from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened
from amp_desktop.cli.progress import shown_progress
from amp_desktop.cli.streams import print_text
from amp_desktop.journal.importing import ImportPlan, problem_lines

_MOST_PROBLEMS = 20


@click.command("import")
@click.argument("form", metavar="FORMAT")
@click.argument("path", metavar="PATH", type=PathArgument())
@click.option("--dry-run", is_flag=True, help="Only tell what would be done.")
@click.pass_obj
def import_command(settings: Settings, form: str, path: Path, dry_run: bool) -> None:
    """Add the entries of a file or folder PATH, such as a full export (FORMAT json).

    A backup is made before. Entries that are in the journal already are left as they are.
    """
    with opened(settings) as journal:
        with shown_progress("Reading") as progress:
            plan = journal.importing.plan(path, form, progress)
        problems = plan.problems
        if not dry_run:
            with shown_progress("Importing") as progress:
                problems = journal.importing.carry_out(plan, progress).problems
    for line in problem_lines(problems[:_MOST_PROBLEMS]):
        print_text(line, err=True)
    if len(problems) > _MOST_PROBLEMS:
        print_text(f"… and {len(problems) - _MOST_PROBLEMS} more.", err=True)
    print_text(_summary(plan, len(problems), dry_run=dry_run), err=True)


def _summary(plan: ImportPlan, problems: int, *, dry_run: bool) -> str:
    added = "would be added" if dry_run else "were added" if len(plan.new) != 1 else "was added"
    kinds = ", ".join(f"{count} {kind}" for kind, count in plan.counts().items())
    said = [f"{_entries(len(plan.new))} {added}" + (f" ({kinds})" if kinds else "")]
    if plan.present:
        said.append(f"{plan.present} already here")
    if plan.differing:
        said.append(f"{plan.differing} already here with other words, left as they are")
    if problems:
        said.append(f"{problems} not taken over")
    return "; ".join(said) + "."


def _entries(number: int) -> str:
    return "1 entry" if number == 1 else f"{number} entries"
