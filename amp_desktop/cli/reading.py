"""`list`, `show` and `search`."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import Any

import click

from amp_desktop.cli import arguments
from amp_desktop.cli.arguments import TypedDay
from amp_desktop.cli.attaching import lines_of
from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened
from amp_desktop.cli.streams import print_text
from amp_desktop.domain.attachment import in_words
from amp_desktop.domain.clock import iso_instant
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.fields import field_values, to_json
from amp_desktop.domain.query import PAGE_SIZE, EntryQuery, Ranking, SearchHit
from amp_desktop.domain.search.search_words import Search
from amp_desktop.domain.share import ShareHit
from amp_desktop.domain.traits import Trait
from amp_desktop.journal import Journal

_SEALED = EntryQuery(traits=frozenset({Trait.SEALED}))
JSON_OPTION = click.option("--json", "as_json", is_flag=True, help="As JSON, for other programs.")


SEALED_OPTION = click.option("--sealed", is_flag=True, help="Sealed entries too.")


@click.command("list")
@arguments.filters
@SEALED_OPTION
@JSON_OPTION
@click.pass_obj
def list_command(
    settings: Settings,
    kinds: tuple[str, ...],
    tags: tuple[str, ...],
    statuses: tuple[str, ...],
    since: TypedDay | None,
    until: TypedDay | None,
    sealed: bool,
    as_json: bool,
) -> None:
    """List entries, newest day first."""
    query = arguments.query(kinds, tags, statuses)
    with opened(settings) as journal:
        query = arguments.between(query, since, until, journal)
        with without_sealed(journal, query, sealed=sealed):
            _print_list(journal, query, as_json=as_json)


def _print_list(journal: Journal, query: EntryQuery, *, as_json: bool) -> None:
    if as_json:
        print_array(map(to_json, journal.entries(query)))
    else:
        for entry in journal.entries(query):
            print_text(_line(entry))


@click.command("show")
@click.argument("entry_id", metavar="ID")
@click.option("--sealed", is_flag=True, help="A sealed entry too.")
@JSON_OPTION
@click.pass_obj
def show_command(settings: Settings, entry_id: str, sealed: bool, as_json: bool) -> None:
    """Show one entry whole, and what is attached to it. The beginning of its ID will do."""
    with opened(settings) as journal:
        entry = journal.entry(journal.find_id(entry_id))
        if entry.is_sealed and not sealed:
            raise InvalidValueError("This entry is sealed.", "--sealed shows it.")
        attachments = journal.attachments.of(entry)
    if as_json:
        attached = {"attachments": [one.to_json() for one in attachments]} if attachments else {}
        print_text(json.dumps({**to_json(entry), **attached}, ensure_ascii=False, indent=2))
    else:
        print_text("\n".join([_whole(entry), *(["", *lines_of(attachments)] if attachments else [])]))


@click.command("search", context_settings={"ignore_unknown_options": True, "help_option_names": ["--help"]})
@click.argument("words", nargs=-1, required=True, type=arguments.WORDS)
@arguments.filters
@click.option("--best", is_flag=True, help="The best matches first, instead of the newest.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=PAGE_SIZE, show_default=True, help="At most this many."
)
@SEALED_OPTION
@JSON_OPTION
@click.pass_obj
def search_command(
    settings: Settings,
    words: tuple[str, ...],
    kinds: tuple[str, ...],
    tags: tuple[str, ...],
    statuses: tuple[str, ...],
    since: TypedDay | None,
    until: TypedDay | None,
    best: bool,
    limit: int,
    sealed: bool,
    as_json: bool,
) -> None:
    r"""Find entries that hold all WORDS, newest day first. The beginning of a word will do.

    WORDS are what one types into the window's search too: words, "exact phrases" (for the shell:
    '"exact phrases"'), -words that must not be there, and filters.

    \b
    kind:goal   tag:ci   status:resolved   is:open   has:picture
    on:2026-08-01   since:2026-08   until:today   before:2026   after:yesterday
    in:bin   in:shared   sort:best

    \b
    is:   open, agenda, pinned, shareable, private, sealed
    has:  picture, file, link, task, aside, evidence

    A minus before kind, tag, status, is or has means the opposite. in:shared looks into what has left.
    """
    query = arguments.query(kinds, tags, statuses)
    with opened(settings) as journal:
        query = arguments.between(query, since, until, journal)
        search = _search(journal, words)
        if search.in_shared:
            _print_shares(islice(journal.sharing.search(search), limit), as_json=as_json)
            return
        if best:
            search = replace(search, ranking=Ranking.BEST)
        with without_sealed(journal, query, search, sealed=sealed):
            _print_hits(journal, islice(_hits(journal, search, query), limit), as_json=as_json)


def _print_hits(journal: Journal, hits: Iterable[SearchHit], *, as_json: bool) -> None:
    if as_json:
        print_array({**to_json(journal.entry(hit.row.id)), "snippet": hit.snippet} for hit in hits)
        return
    for hit in hits:
        row = hit.row
        title = row.title or row.work or "(no title)"
        print_text(f"{row.day}  {row.kind:<10}  {str(row.id)[:8]}  {title}")
        print_text(f"    {hit.snippet}")


def _print_shares(hits: Iterable[ShareHit], *, as_json: bool) -> None:
    if as_json:
        print_array(_share_json(hit) for hit in hits)
        return
    for hit in hits:
        share = hit.share
        local = share.shared_at.astimezone()
        whom = f"for {share.to_whom}" if share.to_whom else ""
        told = "  ".join(
            filter(None, (f"{local:%Y-%m-%d %H:%M}", f"{share.format:<5}", whom, share.file_name))
        )
        print_text(told)
        print_text(f"    {hit.snippet}")


def _share_json(hit: ShareHit) -> dict[str, Any]:
    share = hit.share
    return {
        "id": str(share.id),
        "shared_at": iso_instant(share.shared_at),
        "to_whom": share.to_whom,
        "template": share.template,
        "format": share.format,
        "entries": [str(entry) for entry in share.entry_ids],
        "file_name": share.file_name,
        "sha256": share.sha256,
        "text": share.text,
        "snippet": hit.snippet,
    }


@contextmanager
def without_sealed(
    journal: Journal, query: EntryQuery, search: Search | None = None, *, sealed: bool
) -> Iterator[None]:
    """Conceal what is sealed within the block, where it was not asked for, and say that there is some."""
    hidden = 0 if sealed else _count_sealed(journal, query, search)
    if not sealed:
        journal.curtain.leave_out_sealed()
    try:
        yield
    finally:
        journal.curtain.show_all()
    if hidden:
        one = "1 sealed entry is" if hidden == 1 else f"{hidden} sealed entries are"
        print_text(f"{one} not shown; --sealed shows {'it' if hidden == 1 else 'them'}.", err=True)


def _count_sealed(journal: Journal, query: EntryQuery, search: Search | None) -> int:
    """How many sealed entries are meant."""
    meant = query.within(_SEALED)
    return journal.count(meant) if search is None else len(journal.found_ids(search, meant))


def _search(journal: Journal, words: Sequence[str]) -> Search:
    """What was typed.

    Raises:
        click.NoSuchOption: One of the words is an option that there is not: a minus alone leaves a word out.
        InvalidValueError: A filter among them is not understood.
    """
    for word in words:
        if word.startswith("--"):
            raise click.NoSuchOption(word)
    search = journal.read_search(" ".join(words))
    search.require_understood()
    return search


def _hits(journal: Journal, search: Search, query: EntryQuery) -> Iterator[SearchHit]:
    page = journal.search(search, query)
    yield from page.items
    while page.next is not None:
        page = journal.search(search, query, page.next)
        yield from page.items


def print_array(items: Iterable[dict[str, Any]]) -> None:
    """One JSON array, an item at a time: a large journal needs no memory."""
    print_text("[", nl=False)
    for number, item in enumerate(items):
        print_text(("," if number else "") + "\n" + json.dumps(item, ensure_ascii=False), nl=False)
    print_text("\n]")


def _line(entry: Entry) -> str:
    beginning = " ".join(in_words(entry.body).split())[:60]
    title = entry.title or beginning or entry.wordless_name or "(no title)"
    return f"{entry.day}  {entry.kind:<10}  {str(entry.id)[:8]}  {title}"


def _whole(entry: Entry) -> str:
    title = entry.title or entry.wordless_name or "(no title)"
    lines = [title, f"{entry.kind} · {entry.day} · {entry.sharing} · {entry.id}"]
    if entry.tags:
        lines.append(" ".join(f"#{tag}" for tag in entry.tags))
    for name, value in field_values(entry).items():
        if value not in (None, "", [], False):
            lines.append(f"{name}: {_plain(value)}")
    return "\n".join([*lines, "", entry.body]).rstrip()


def _plain(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_plain, value))
    if isinstance(value, dict):
        return ", ".join(f"{name} {_plain(item)}" for name, item in value.items() if item not in (None, ""))
    return "yes" if value is True else "no" if value is False else str(value)
