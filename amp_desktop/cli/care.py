"""`remove-care`."""

import click

from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened
from amp_desktop.cli.progress import shown_progress
from amp_desktop.cli.streams import print_text
from amp_desktop.journal.care_removal import CarePlan

ELSEWHERE = (
    "Backups in other folders, exports and what you have sent are not touched: delete those yourself. "
    "What other entries say of how you were stays, too."
)


@click.command("remove-care")
@click.option("--to-bin", is_flag=True, help="Move all self-care notes to the bin; --undo brings them back.")
@click.option("--undo", is_flag=True, help="Bring back all self-care notes that lie in the bin.")
@click.option("--for-ever", is_flag=True, help="Take away for ever those that lie in the bin.")
@click.pass_obj
def remove_care_command(settings: Settings, to_bin: bool, undo: bool, for_ever: bool) -> None:
    """Take self-care notes alone away, step by step, and nothing else.

    Without an option, say what there is. They go to the bin first, and can be had back. With --for-ever they
    leave the journal, the log of what was shared and every backup in the journal's folder.
    """
    if to_bin + undo + for_ever > 1:
        raise click.UsageError("One step at a time: --to-bin, --undo or --for-ever.")
    with opened(settings) as journal:
        removal = journal.care_removal
        if to_bin:
            journal.put_in_bin(removal.plan().notes)
        elif undo:
            journal.take_from_bin(removal.plan().binned)
        elif for_ever:
            with shown_progress("Going through the backups") as progress:
                done = removal.finish(progress)
            print_text(
                f"{_notes(done.notes)} gone for ever: also from {done.shared} shared text(s) in the log and "
                f"from {done.backups} backup(s)."
            )
            for path in done.left:
                print_text(f"This was not gone through and may hold some still: {path}", err=True)
            print_text(ELSEWHERE, err=True)
            return
        _tell(removal.plan())


def _tell(plan: CarePlan) -> None:
    print_text(f"In the journal: {_notes(len(plan.notes))}. In the bin: {_notes(len(plan.binned))}.")
    print_text(f"In the log of what was shared: in {plan.shared} text(s). Backups here: {plan.backups}.")
    if plan.binned:
        print_text("Next: --for-ever takes away those in the bin, --undo brings them back.", err=True)
    elif plan.notes:
        print_text("Next: --to-bin moves them to the bin, from where --undo brings them back.", err=True)


def _notes(count: int) -> str:
    return "1 self-care note" if count == 1 else f"{count} self-care notes"
