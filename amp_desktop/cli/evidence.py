"""`evidence`, `pin` and `case`: what carries an evaluation and a nomination."""

from collections.abc import Iterable

import click

from amp_desktop.cli import arguments
from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened
from amp_desktop.cli.reading import JSON_OPTION, print_array
from amp_desktop.cli.streams import print_text
from amp_desktop.domain.attachment import in_words
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.evidence import Claim, PinnedEvidence, TopicEvidence, fact_named, topic_named

BARE = "  nothing pinned yet: {belongs}"


@click.command("evidence")
@click.option("--topic", "name", metavar="NAME", help="This topic alone; the beginning of a word will do.")
@JSON_OPTION
@click.pass_obj
def evidence_command(settings: Settings, name: str | None, *, as_json: bool) -> None:
    """Show what carries each topic of an evaluation and of a nomination, and which are still bare."""
    wanted = topic_named(name).id if name is not None else None
    with opened(settings) as journal:
        board = [one for one in journal.evidence.board() if wanted in (None, one.topic.id)]
    if as_json:
        print_array(map(_topic_json, board))
        return
    for one in board:
        print_text(f"{one.topic.words}  ({one.topic.group.value})")
        for pinned in one.pins:
            print_text(_line(pinned))
        if one.is_bare:
            print_text(BARE.format(belongs=one.topic.belongs))


@click.command("pin")
@click.argument("entry_id", metavar="ID", type=arguments.WORDS)
@click.argument("name", metavar="TOPIC", type=arguments.WORDS)
@click.option(
    "--fact",
    "fact",
    metavar="WORDS",
    help="One fact of it: “achieved”, words of a step that is done, or the key that evidence --json tells.",
)
@click.option("--off", is_flag=True, help="Take it off the topic.")
@click.pass_obj
def pin_command(settings: Settings, entry_id: str, name: str, fact: str | None, *, off: bool) -> None:
    """Pin an entry, or one fact of it, to a topic as evidence. The beginning of ID will do.

    Nothing is shared by that.
    """
    topic = topic_named(name)
    with opened(settings) as journal:
        entry = journal.entry(journal.find_id(entry_id))
        if not entry.is_writable:
            raise InvalidValueError(
                "This entry cannot be changed where it is.", "Take it out of the bin first."
            )
        if entry.is_sealed and not off:
            raise InvalidValueError(
                "This entry is sealed: it cannot be evidence, and is on no board.",
                "Unseal it first if it is to be pinned. Some entries, such as incidents, stay sealed.",
            )
        key = fact_named(entry, fact).key if fact is not None else ""
        change = journal.evidence.unpin if off else journal.evidence.pin
        change([entry.id], topic.id, key)


@click.command("case")
@click.option("--name", "name", metavar="NAME", help="Your name on GitHub, kept for the nomination's title.")
@JSON_OPTION
@click.pass_obj
def case_command(settings: Settings, name: str | None, *, as_json: bool) -> None:
    """Show the case for becoming a maintainer: each claim, its entry, and what shows it. Nothing leaves.

    “summary --template nomination” lets it leave.
    """
    with opened(settings) as journal:
        if name is not None:
            journal.evidence.set_name(name)
        claims = journal.evidence.case()
        known = journal.evidence.name
    if as_json:
        print_array(map(_claim_json, claims))
        return
    print_text(f"Nomination for Maintainer: @{known or 'name'}")
    _print_claims(claims)


def _print_claims(claims: Iterable[Claim]) -> None:
    heading = ""
    for claim in claims:
        if claim.topic.words != heading:
            heading = claim.topic.words
            print_text(f"\n{heading}")
        print_text(_line(claim.pinned))
        for link in claim.links:
            print_text(f"            {link}")
        if not claim.links:
            print_text("            no link shows it yet")


def _topic_json(one: TopicEvidence) -> dict[str, object]:
    return {
        "topic": one.topic.id,
        "group": one.topic.group.value,
        "pins": [
            {"entry": str(pinned.entry), "fact": pinned.pin.fact or None, "title": pinned.title}
            for pinned in one.pins
        ],
    }


def _claim_json(claim: Claim) -> dict[str, object]:
    pinned = claim.pinned
    return {
        "topic": claim.topic.id,
        "group": claim.topic.group.value,
        "entry": str(pinned.entry),
        "fact": pinned.pin.fact or None,
        "kind": pinned.kind,
        "title": pinned.title,
        "text": pinned.text,
        "day": pinned.day.isoformat() if pinned.day else None,
        "links": list(claim.links),
        "sharing": claim.sharing,
    }


def _line(pinned: PinnedEvidence) -> str:
    title = pinned.title or "(no title)"
    text = " ".join(in_words(pinned.text).split())
    told = f"{title}: {text}" if text else title
    day = pinned.day.isoformat() if pinned.day else " " * 10
    return f"  {day}  {str(pinned.entry)[:8]}  {told}"
