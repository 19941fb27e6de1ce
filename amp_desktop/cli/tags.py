"""`tags`, and `tags rename`."""

import json

import click

from amp_desktop.cli.arguments import WORDS
from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened
from amp_desktop.cli.streams import print_text
from amp_desktop.domain.errors import InvalidValueError


@click.group("tags", invoke_without_command=True)
@click.option("--json", "as_json", is_flag=True, help="As JSON, for other programs.")
@click.pass_context
def tags_command(ctx: click.Context, as_json: bool) -> None:
    """List the tags with the number of entries of each, those in texts (#word) included.

    What is sealed is not counted.
    """
    if ctx.invoked_subcommand is not None:
        return
    with opened(ctx.obj) as journal:
        journal.curtain.leave_out_sealed()
        counted = journal.tags()
    if as_json:
        print_text(
            json.dumps([{"tag": one.tag, "entries": one.entries} for one in counted], ensure_ascii=False)
        )
    else:
        for one in counted:
            print_text(f"{one.entries:>6}  {one.tag}")


@tags_command.command("rename")
@click.argument("former", metavar="OLD", type=WORDS)
@click.argument("tag", metavar="NEW", type=WORDS)
@click.pass_obj
def rename_command(settings: Settings, former: str, tag: str) -> None:
    """Call the tag OLD by the name NEW, in every entry and its texts.

    If NEW is there already, the two become one. The texts before are kept as versions.
    """
    with opened(settings) as journal:
        changes = journal.tagging.rename(former, tag)
    if not changes:
        raise InvalidValueError(f"No entry has the tag “{former}”.", "“amp-desktop tags” lists them.")
    print_text(f"{len(changes)} {'entry' if len(changes) == 1 else 'entries'} changed.", err=True)
