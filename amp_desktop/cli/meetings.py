"""`agenda`."""

import json
from typing import Any

import click

from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened
from amp_desktop.cli.streams import print_text
from amp_desktop.domain.agenda import AgendaPoint, AgendaReason
from amp_desktop.domain.text.day_words import day_text


@click.command("agenda")
@click.option("--json", "as_json", is_flag=True, help="As JSON, for other programs.")
@click.pass_obj
def agenda_command(settings: Settings, as_json: bool) -> None:
    """List what the next meeting is about, in its order."""
    with opened(settings) as journal:
        points = journal.meetings.agenda(journal.meetings.next()).points
    if as_json:
        print_text(json.dumps([_to_json(point) for point in points], ensure_ascii=False, indent=2))
        return
    for number, point in enumerate(points, start=1):
        print_text(f"{number}. {point.text}{_said(point)}")


def _to_json(point: AgendaPoint) -> dict[str, Any]:
    return {
        "text": point.text,
        "source": str(point.entry) if point.entry else None,
        "kind": point.kind,
        "reason": point.reason.value,
        "since": point.since.isoformat() if point.since else None,
        "minutes": point.minutes,
        "carried": point.carried,
    }


def _said(point: AgendaPoint) -> str:
    """Why it is there, since when, and how often it was carried."""
    since = f"since {day_text(point.since)}" if point.since else ""
    carried = {0: "", 1: "carried once"}.get(point.carried, f"carried {point.carried} times")
    reason = point.kind if point.reason in (AgendaReason.ON_AGENDA, AgendaReason.OPEN) else point.reason.value
    said = ", ".join(filter(None, (reason, since, carried)))
    return f" ({said})" if said and point.reason is not AgendaReason.OWN else ""
