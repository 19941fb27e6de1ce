"""`program`: what the mentee takes part in, and when."""

import json
from dataclasses import replace
from datetime import date
from typing import Any

import click

from amp_desktop.cli import arguments
from amp_desktop.cli.arguments import TypedDay
from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened
from amp_desktop.cli.reading import JSON_OPTION
from amp_desktop.cli.streams import print_text
from amp_desktop.domain.program import Phase, Program, Shape
from amp_desktop.domain.program_shapes import channels_of, reshaped
from amp_desktop.domain.text.day_words import day_text


@click.group("program", invoke_without_command=True)
@JSON_OPTION
@click.pass_context
def program_command(ctx: click.Context, as_json: bool) -> None:
    """Show the program: its phases and evaluations, and where each day comes from."""
    if ctx.invoked_subcommand is not None:
        return
    settings: Settings = ctx.obj
    with opened(settings) as journal:
        program = journal.program
    if as_json:
        print_text(json.dumps(_to_json(program), ensure_ascii=False, indent=2))
    else:
        print_text("\n".join(_lines(program)))


@program_command.command("set")
@click.argument("shape", metavar="SHAPE", type=click.Choice([shape.value for shape in Shape]))
@click.option("--start", type=arguments.DAY, metavar="DAY", required=True, help="Its first day.")
@click.option("--project", type=arguments.WORDS, help="The project; else as it is.")
@click.option("--mentor", type=arguments.WORDS, help="Who mentors; else as it is.")
@click.pass_obj
def set_command(
    settings: Settings, shape: str, start: TypedDay, project: str | None, mentor: str | None
) -> None:
    """Take part in a program of a SHAPE from a day on: amp, amp-12, lfx, lfx-part-time, gsoc or own."""
    with opened(settings) as journal:
        today = journal.today()

        def changed(former: Program) -> Program:
            made = reshaped(former, Shape(shape), start.seen_from(today), today=today)
            return replace(
                made,
                project=former.project if project is None else project,
                mentor=former.mentor if mentor is None else mentor,
            )

        journal.change_program(changed)


@program_command.command("move")
@click.argument("name", metavar="NAME", type=arguments.WORDS)
@click.argument("day", metavar="DAY", type=arguments.DAY)
@click.option("--until", type=arguments.DAY, metavar="DAY", help="Its last day; else it keeps its length.")
@click.option("--reason", default="", type=arguments.WORDS, help="Why; it is kept with the days before.")
@click.pass_obj
def move_command(settings: Settings, name: str, day: TypedDay, until: TypedDay | None, reason: str) -> None:
    """Move a phase or an evaluation to other days. The first phase takes all that follow along."""
    with opened(settings) as journal:
        today = journal.today()
        ends = arguments.day_meant(until, journal)
        first = day.seen_from(today)
        journal.change_program(lambda now: now.moved(name, first, ends, reason=reason, today=today))


def _to_json(program: Program) -> dict[str, Any]:
    return {
        "shape": program.shape.value,
        "project": program.project,
        "mentor": program.mentor,
        "mentors": list(program.mentors),
        "repository": program.details.repository,
        "cadence": program.details.cadence,
        "channels": [{"name": one.name, "address": one.address} for one in channels_of(program)],
        "expectations": str(program.details.expectations) if program.details.expectations else None,
        "proposal": {
            "text": program.details.proposal.text,
            "accepted": _day(program.details.proposal.accepted_on),
        },
        "rests": [
            {"from": rest.starts.isoformat(), "until": rest.ends.isoformat()}
            for rest in program.details.rests
        ],
        "start": program.starts.isoformat() if program.starts else None,
        "weeks": program.weeks,
        "phases": [_days(phase) for phase in program.phases if not phase.is_evaluation],
        "evaluations": [{**_days(phase), "optional": phase.is_optional} for phase in program.evaluations],
    }


def _days(phase: Phase) -> dict[str, Any]:
    return {
        "name": phase.name,
        "from": phase.starts.isoformat(),
        "until": phase.ends.isoformat(),
        "source": phase.source,
    }


def _lines(program: Program) -> list[str]:
    head = " · ".join(filter(None, (program.shape.value, program.project, program.mentor)))
    weeks = f", {program.weeks} weeks" if program.weeks else ""
    rests = [f"{rest.starts} – {rest.ends}  away" for rest in program.details.rests]
    return [f"{head}{weeks}", *map(_line, program.phases), *rests]


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _line(phase: Phase) -> str:
    source = phase.source or "set by you"
    optional = ", optional" if phase.is_optional else ""
    moved = "".join(
        f"; was {day_text(move.starts)} – {day_text(move.ends)}{f': {move.reason}' if move.reason else ''}"
        for move in phase.moves
    )
    return f"{phase.starts} – {phase.ends}  {phase.name}{optional} ({source}{moved})"
