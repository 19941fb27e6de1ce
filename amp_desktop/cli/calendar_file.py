"""`ics`: meetings and evaluations for a calendar."""

from pathlib import Path

import click

from amp_desktop.cli import arguments
from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened
from amp_desktop.cli.streams import STANDARD_STREAM, print_bytes
from amp_desktop.domain.errors import NotLoggedError
from amp_desktop.files import typed_path


@click.command("ics")
@click.option(
    "--to", "target", type=arguments.FILE, required=True, metavar="FILE", help="An .ics file; “-” prints."
)
@click.option("--unlogged", is_flag=True, help="Let it leave even where the share log cannot be written.")
@click.pass_obj
def ics_command(settings: Settings, target: str, unlogged: bool) -> None:
    """Write what is to come, planned meetings and evaluations, as a file for a calendar.

    It says when they are, by neutral titles such as “Mentor call”, and nothing of the journal. That it left
    is kept in the share log.
    """
    with opened(settings) as journal:
        program, today = journal.program, journal.today()
        try:
            if target == STANDARD_STREAM:
                many = journal.calendar_file.save(program, today, print_bytes, unlogged=unlogged)
            else:
                path = typed_path(target)
                many = journal.calendar_file.write(program, today, Path(path), unlogged=unlogged)
        except NotLoggedError as error:
            advice = f"{error.advice} With --unlogged it leaves all the same, and nothing remembers it."
            raise NotLoggedError(error.sentence, advice.strip()) from error
    click.echo("1 event leaves." if many == 1 else f"{many} events leave.", err=True)
