"""`happened` and `step`: what was done, and doing it."""

import click

from amp_desktop.cli import arguments
from amp_desktop.cli.arguments import TypedDay
from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened
from amp_desktop.cli.reading import JSON_OPTION, SEALED_OPTION, print_array
from amp_desktop.cli.streams import print_text
from amp_desktop.domain.attachment import in_words
from amp_desktop.domain.dated_facts import Happening
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.text.one_line import one_line


@click.command("happened")
@click.option("--since", type=arguments.DAY, metavar="DAY", help="The first day.")
@click.option("--until", type=arguments.DAY, metavar="DAY", help="The last day.")
@SEALED_OPTION
@JSON_OPTION
@click.pass_obj
def happened_command(
    settings: Settings, since: TypedDay | None, until: TypedDay | None, sealed: bool, as_json: bool
) -> None:
    """List what happened, oldest first: steps done, goals achieved, help asked for and what came back."""
    with opened(settings) as journal:
        first, last = arguments.day_meant(since, journal), arguments.day_meant(until, journal)
        if not sealed:
            journal.curtain.leave_out_sealed()
        happened = journal.happened(first, last)
    if as_json:
        print_array(map(_to_json, happened))
    else:
        for one in happened:
            print_text(_line(one))


@click.command("step")
@click.argument("goal_id", metavar="GOAL-ID", type=arguments.WORDS)
@click.argument("words", metavar="TEXT", nargs=-1, required=True, type=arguments.WORDS)
@click.option(
    "--done", is_flag=True, help="It is done: tick the step so called, or add it as one done today."
)
@click.pass_obj
def step_command(settings: Settings, goal_id: str, words: tuple[str, ...], *, done: bool) -> None:
    """Add a step to a goal, or with --done tick the one so called. The beginning of GOAL-ID will do.

    Nothing is added where an open step is called so already, and with --done nothing where a done one is.
    """
    text = one_line(" ".join(words))
    if not text:
        raise InvalidValueError("There is nothing to add.", "Say what the step is.")
    with opened(settings) as journal:
        goal = journal.entry(journal.find_id(goal_id))
        if not goal.is_writable:
            raise InvalidValueError(
                "This entry cannot be changed where it is.", "Take it out of the bin first."
            )
        journal.change_entries([goal.id], lambda entry: entry.with_step(text, done=done))


def _to_json(one: Happening) -> dict[str, str]:
    return {
        "day": one.day.isoformat(),
        "what": one.what.value,
        "entry": str(one.entry),
        "kind": one.kind,
        "title": one.title,
        "text": one.text,
    }


def _line(one: Happening) -> str:
    title = one.title or "(no title)"
    text = " ".join(in_words(one.text).split())
    told = f"{title}: {text}" if text else title
    return f"{one.day}  {one.what.value:<10}  {str(one.entry)[:8]}  {told}"
