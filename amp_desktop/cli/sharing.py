"""`summary`."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from uuid import UUID

import click

from amp_desktop.cli import arguments
from amp_desktop.cli.arguments import TypedDay
from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened
from amp_desktop.cli.protecting import file_passphrase, how_to_open
from amp_desktop.cli.shared_pictures import with_pictures
from amp_desktop.cli.streams import STANDARD_STREAM, print_bytes
from amp_desktop.domain.asking import advice_for
from amp_desktop.domain.errors import InvalidValueError, NotLoggedError
from amp_desktop.domain.kinds.challenge import as_challenge
from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.kinds.meeting_casts import as_meeting
from amp_desktop.domain.share import Share
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Format, Level, PictureFile
from amp_desktop.files import typed_path
from amp_desktop.journal import Journal
from amp_desktop.journal.share_offer import ShareOffer
from amp_desktop.protected_files import as_protected, is_protected
from amp_desktop.sharing import (
    DEFAULT_FORMAT,
    DEFAULT_TEMPLATE,
    RENDERERS,
    Disclosure,
    Template,
    audience_of,
    find_renderer,
    length_of,
    names_in,
    preticked,
    renderer_for_suffix,
    suffixes,
    unlinked,
)

QUESTION = "question"
"""The template of `--question`."""


@click.command("summary")
@click.option(
    "--to",
    "target",
    type=arguments.FILE,
    required=True,
    metavar="FILE",
    help=f"By suffix: {suffixes()}; “-” prints.",
)
@click.option("--format", "form", metavar="FORMAT", help=f"{', '.join(RENDERERS)}: whatever the suffix.")
@click.option("--since", type=arguments.DAY, metavar="DAY", help="The earliest day, such as 2026-07-22.")
@click.option("--until", type=arguments.DAY, metavar="DAY", help="The latest day.")
@click.option(
    "--template",
    default=DEFAULT_TEMPLATE,
    show_default=True,
    help="The template of the summary; one of your own by its name.",
)
@click.option(
    "--audience",
    default="",
    metavar="WHOM",
    help="For whom: “my mentor”, the organizer, the cohort, the public.",
)
@click.option(
    "--detail",
    type=click.Choice([level.value for level in Level]),
    help="How much of each entry leaves; else what the template says.",
)
@click.option(
    "--include", "ids", multiple=True, metavar="ID", help="Tick this entry by hand, a self-care note too."
)
@click.option(
    "--picture",
    "pictures",
    multiple=True,
    metavar="ID",
    help="Let this picture leave with the entries that show it; “show” lists its ID.",
)
@click.option(
    "--meeting",
    "meeting",
    metavar="next|last|ID",
    is_flag=False,
    flag_value="next",
    help="For this meeting: it looks back to the one before, and the next one looks back to today.",
)
@click.option(
    "--question",
    "question",
    metavar="ID",
    help="A question made of this challenge alone, ready to be asked; says what would make it better.",
)
@click.option(
    "--protect-with",
    "key_file",
    metavar="FILE|-",
    help="Protect it with the passphrase in this file; a name such as meeting.pdf.age alone asks for one.",
)
@click.option("--unlogged", is_flag=True, help="Let it leave even where the share log cannot be written.")
@click.option("--only", is_flag=True, help="Nothing but what --include names.")
@click.pass_obj
def summary_command(
    settings: Settings,
    target: str,
    form: str | None,
    since: TypedDay | None,
    until: TypedDay | None,
    template: str,
    audience: str,
    detail: str | None,
    ids: tuple[str, ...],
    pictures: tuple[str, ...],
    meeting: str | None,
    question: str | None,
    key_file: str | None,
    unlogged: bool,
    only: bool,
) -> None:
    """Write a summary of what is marked shareable, and of what --include ticks, and nothing else.

    A self-care note leaves only when --include names it. What left is kept in the share log.
    """
    file, plain = None if target == STANDARD_STREAM else typed_path(target), Path(target)
    wanted = _format(plain.stem if is_protected(plain) else target, form)
    has_key = key_file is not None or is_protected(plain)
    if has_key and file is not None:
        file = as_protected(file, find_renderer(wanted).suffix)
    if question is not None:
        template, ids, only = QUESTION, (question,), True
    with opened(settings) as journal:
        key = file_passphrase(key_file) if has_key else ""
        first, last = arguments.day_meant(since, journal), arguments.day_meant(until, journal)
        occasion = meeting_meant(meeting, journal) if meeting else None
        first = first or (journal.meetings.since(occasion) if meeting else None)
        named = frozenset(journal.find_id(beginning) for beginning in ids)
        made_by = journal.sharing.templates.find(template)
        chosen = _chosen(journal, made_by, audience, first, last, named, detail, only=only)
        disclosure = _disclosed(journal, chosen, audience, occasion, pictures, settings.window.as_leaving)
        hints = _hints(journal, named, chosen.offer, disclosure) if question is not None else ()
        data = journal.sharing.render(disclosure, wanted)
        sent = _protected(data, key) if has_key else None
        share = _let_out(
            journal, disclosure, wanted, data, file, made_by.id, audience, sent=sent, unlogged=unlogged
        )
        if meeting is not None and share is not None:
            journal.sharing.was_meeting(share.id)
    for sentence in hints:
        click.echo(sentence, err=True)
    _tell(disclosure, made_by, how_to_open(file) if has_key and file is not None else "")


@dataclass(frozen=True)
class _Chosen:
    """What leaves of what could, and how much of each."""

    template: Template
    offer: ShareOffer
    ticked: frozenset[UUID]
    draft: ShareDraft


def _chosen(
    journal: Journal,
    template: Template,
    audience: str,
    first: date | None,
    last: date | None,
    named: frozenset[UUID],
    detail: str | None,
    *,
    only: bool,
) -> _Chosen:
    """What is named, and unless that is all, what leaves where nobody looks: of an assembled text as left."""
    if template.is_assembled and first is None and last is None:
        offer, usual, draft = journal.sharing.assembling.assemble(template, audience=audience, always=named)
    else:
        offer = journal.sharing.offer(first, last, always=named, template=template)
        usual = _offered(offer, template, audience)
        draft = journal.sharing.draft(template) if template.keeps_its_draft else ShareDraft()
    ticked = named if only else named | usual
    levels = {**draft.levels, **_levels(detail, ticked, offer, named, audience)}
    return _Chosen(template, offer, ticked, replace(draft, levels=levels))


def _disclosed(
    journal: Journal,
    chosen: _Chosen,
    audience: str,
    meeting: Meeting | None,
    pictures: tuple[str, ...],
    as_leaving: Callable[[bytes], PictureFile],
) -> Disclosure:
    """What leaves; with pictures it is made twice, for only then is it known which of them it shows."""
    disclose = partial(
        journal.sharing.disclose,
        chosen.offer,
        chosen.ticked,
        template=chosen.template,
        audience=audience,
        meeting=meeting,
    )
    disclosure = disclose(draft=chosen.draft)
    if not pictures:
        return disclosure
    draft, files = with_pictures(journal, disclosure, chosen.draft, pictures, as_leaving)
    return disclose(draft=draft, pictures=files)


def _hints(
    journal: Journal, named: frozenset[UUID], offer: ShareOffer, disclosure: Disclosure
) -> tuple[str, ...]:
    """What would make the question easier to answer, and where to ask it."""
    challenge = as_challenge(journal.entry(next(iter(named))))
    advice = advice_for(challenge, names_in(disclosure.summary, offer.names))
    return (*advice.missing, f"Ask it {advice.where.value}. {advice.because}")


def _offered(offer: ShareOffer, template: Template, audience: str) -> frozenset[UUID]:
    """What leaves where nobody looks: what is marked shareable and offered to these readers."""
    readers = audience_of(audience)
    return frozenset(
        entry.id
        for entry in offer.entries
        if entry.id in offer.shareable and preticked(entry, template, readers)
    )


def _levels(
    detail: str | None, ticked: frozenset[UUID], offer: ShareOffer, named: frozenset[UUID], audience: str
) -> dict[UUID, Level]:
    """How much leaves of each entry; nobody looks, so for everybody what sounds private has to be named."""
    if detail is None:
        return {}
    few = {entry.id for entry in offer.entries if entry.IS_FOR_FEW} - named
    kept = ticked - few if audience_of(audience).is_everybody else ticked
    return dict.fromkeys(kept, Level(detail))


def meeting_meant(name: str, journal: Journal) -> Meeting | None:
    """The meeting that was named; None where the next is meant and none is planned.

    Raises:
        InvalidValueError: There is no last meeting, or the entry is none.
        UnknownEntryError: There is no such entry.
    """
    if name == "next":
        return journal.meetings.next()
    if name == "last":
        last = journal.meetings.last()
        if last is None:
            raise InvalidValueError("No meeting was held yet.", "With --meeting next it is for the next one.")
        return last
    return as_meeting(journal.entry(journal.find_id(name)))


def _let_out(
    journal: Journal,
    disclosure: Disclosure,
    form: Format,
    data: bytes,
    file: Path | None,
    template: str,
    audience: str,
    *,
    sent: bytes | None,
    unlogged: bool,
) -> Share | None:
    """Note what leaves, and let it leave: into the file, or where there is none to standard output."""

    def leave() -> None:
        leaving = data if sent is None else sent
        if file is None:
            print_bytes(leaving)
        else:
            journal.sharing.save(leaving, file)

    try:
        return journal.sharing.let_out(
            disclosure,
            form,
            data,
            leave,
            sent=sent,
            template=template,
            audience=audience,
            file_name=file.name if file is not None else "",
            unlogged=unlogged,
        )
    except NotLoggedError as error:
        advice = f"{error.advice} With --unlogged it leaves all the same, and nothing remembers it."
        raise NotLoggedError(error.sentence, advice.strip()) from error


def _protected(data: bytes, passphrase: str) -> bytes:
    from amp_desktop.vault import age_files

    return age_files.encrypt(data, passphrase)


def _tell(disclosure: Disclosure, template: Template, how_opened: str) -> None:
    """Say what no link shows, how much leaves, and how a protected file is opened."""
    for claim in unlinked(disclosure.summary) if template.wants_links else ():
        click.echo(f"No link shows this yet: {claim.words}", err=True)
    click.echo(_count(disclosure), err=True)
    if how_opened:
        click.echo(how_opened, err=True)


def _count(disclosure: Disclosure) -> str:
    leaving, staying, words = (
        len(disclosure.entries),
        disclosure.staying,
        length_of(disclosure.summary).words,
    )
    leave = "1 entry leaves" if leaving == 1 else f"{leaving} entries leave"
    told = "1 word" if words == 1 else f"{words:,} words"
    return f"{leave}, {staying} {'stays' if staying == 1 else 'stay'}; {told}."


def _format(target: str, form: str | None) -> Format:
    if form:
        return find_renderer(form).format
    if target == STANDARD_STREAM:
        return DEFAULT_FORMAT
    return renderer_for_suffix(Path(target).suffix.lstrip(".")).format
