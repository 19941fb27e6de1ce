"""The group of commands, and what is the same for all of them."""

import importlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from amp_desktop import __version__
from amp_desktop.cli.arguments import FILE, PathArgument, refuse_what_is_no_text, require_text
from amp_desktop.cli.streams import print_text
from amp_desktop.domain.errors import JournalError, LostKeysError
from amp_desktop.domain.summary import PictureFile
from amp_desktop.journal.location import default_folder
from amp_desktop.report import report_of

_COMMANDS = {
    "new": "writing",
    "add": "writing",
    "seal": "writing",
    "templates": "writing",
    "list": "reading",
    "show": "reading",
    "search": "reading",
    "happened": "happening",
    "step": "happening",
    "tags": "tags",
    "attachment": "attaching",
    "agenda": "meetings",
    "week": "week",
    "checkin": "week",
    "program": "program",
    "summary": "sharing",
    "ics": "calendar_file",
    "evidence": "evidence",
    "pin": "evidence",
    "case": "evidence",
    "import": "importing",
    "export": "maintenance",
    "backup": "maintenance",
    "restore": "maintenance",
    "check": "maintenance",
    "repair": "maintenance",
    "remove-care": "care",
    "demo": "demo",
}
"""Each command and the module it stands in; a module is read when one of its commands is called."""


@dataclass(frozen=True)
class Window:
    """What the terminal asks of the window, which it does not know: handed in from above.

    Attributes:
        open: Open the window as without a command: on the journal in a folder, or else where it usually is,
            unlocked if a passphrase is given. Answers with an exit status.
        show: Open the window on a sample journal in a folder, with its passphrase; what it remembers stays
            beside that folder. Answers with an exit status.
        take_pictures: Write a picture of every page of the journal in a folder (first argument, with its
            passphrase as the third) into another folder.
        as_leaving: Make a picture as small and plain as one that leaves in a summary.
    """

    open: Callable[[Path | None, str], int]
    show: Callable[[Path, str], int]
    take_pictures: Callable[[Path, Path, str], None]
    as_leaving: Callable[[bytes], PictureFile]


@dataclass(frozen=True)
class Settings:
    """The options in front of the command."""

    folder: Path
    passphrase_file: str | None
    window: Window


class _Group(click.Group):
    """A group whose commands are read when they are called: `add` needs no renderer."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - as click calls it
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"amp_desktop.cli.{_COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return refuse_what_is_no_text(command)


@click.group(
    cls=_Group, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.option(
    "--journal",
    type=PathArgument(file_okay=False, for_database=True),
    help="Where the journal is. Else $AMP_JOURNAL, else the usual place for a program's data.",
)
@click.option(
    "--passphrase-file",
    type=FILE,
    metavar="FILE",
    help="Read the passphrase from the first line of FILE, or of standard input with “-”.",
)
@click.version_option(__version__, prog_name="amp-desktop")
@click.pass_context
def commands(ctx: click.Context, journal: Path | None, passphrase_file: str | None) -> int | None:
    """AMP Journal: a private, encrypted journal for your mentorship.

    Without a command, the window opens.
    """
    window: Window = ctx.obj
    folder = journal or default_folder()
    require_text(folder)
    ctx.obj = settings = Settings(folder, passphrase_file, window)
    if ctx.invoked_subcommand is not None:
        return None
    from amp_desktop.cli.opening import passphrase

    return window.open(journal, passphrase(settings) if passphrase_file else "")


def run(arguments: Sequence[str], window: Window) -> int:
    """Run one command and answer with its exit status.

    0 done, 1 could not be done, 2 wrong usage, 3 wrong passphrase, 4 damaged, 5 open elsewhere. What went
    wrong stands as one sentence on standard error.
    """
    try:
        status = commands.main(list(arguments), prog_name="amp-desktop", standalone_mode=False, obj=window)
        sys.stdout.flush()  # what cannot be printed is told here, and not by the interpreter when it ends
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        _with_its_place(error).show()
        return error.exit_code
    except click.Abort:
        click.echo("Stopped.", err=True)
        return 1
    except JournalError as error:
        print_text(error, err=True)
        if isinstance(error, LostKeysError):
            click.echo("Use “amp-desktop repair”; “amp-desktop repair --help” says how.", err=True)
        return error.exit_status
    except BrokenPipeError:
        return 1  # the reader of our output has gone (… | head)
    except Exception as error:  # noqa: BLE001 - a fault of ours: told without a word of the journal
        click.echo("AMP Journal made a mistake; what was saved before is safe. Its report:", err=True)
        click.echo(report_of(error), err=True)
        return 1


def _with_its_place(error: click.ClickException) -> click.ClickException:
    """The error; of an option in front of all commands that was written after one, with its place."""
    in_front = [option for parameter in commands.params for option in parameter.opts]
    if not isinstance(error, click.NoSuchOption) or error.option_name not in in_front:
        return error
    command = error.ctx.info_name if error.ctx is not None else "COMMAND"
    return click.UsageError(
        f"{error.option_name} stands before the command: amp-desktop {error.option_name} … {command}",
        error.ctx,
    )
