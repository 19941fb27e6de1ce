"""`new`, `add` and `templates`."""

import sys
from dataclasses import replace
from datetime import date, timedelta
from operator import methodcaller

import click

from amp_desktop.cli import arguments
from amp_desktop.cli.arguments import TypedDay
from amp_desktop.cli.attaching import attached
from amp_desktop.cli.main import Settings
from amp_desktop.cli.opening import opened, passphrase
from amp_desktop.cli.streams import STANDARD_STREAM, piped_text, print_result, print_text
from amp_desktop.domain.entry import Entry, Kind, Sharing
from amp_desktop.domain.errors import InvalidValueError, JournalError, NotSavedError
from amp_desktop.domain.field_setting import set_field
from amp_desktop.domain.kinds.registry import parse_kind
from amp_desktop.domain.unsaved import Draft, Unsaved
from amp_desktop.journal import Journal
from amp_desktop.journal.opening import require_free


@click.command("new")
@click.pass_obj
def new_command(settings: Settings) -> None:
    """Make a journal; print its recovery code, once."""
    require_free(settings.folder)  # said before a passphrase is asked for
    words = passphrase(settings, twice=True)
    journal, code = Journal.create(settings.folder, words)
    journal.close()
    print_text(f"Your journal is in {settings.folder}.", err=True)
    print_text("Write this recovery code down and keep it away from this computer:", err=True)
    print_result(
        code, "Your journal is made, but nobody has its recovery code: make a new one in its settings."
    )


@click.command("add")
@click.argument("kind")
@click.argument("text", nargs=-1, type=arguments.WORDS)
@click.option(
    "--day",
    type=arguments.DAY,
    metavar="DAY",
    help="The day it belongs to, such as 2026-07-22 or yesterday; else today.",
)
@click.option("--tag", "tags", type=arguments.WORDS, multiple=True, help="A tag; may be given several times.")
@click.option(
    "--field",
    "values",
    type=arguments.WORDS,
    multiple=True,
    metavar="NAME=VALUE",
    help="A field; may be given several times.",
)
@click.option(
    "--attach",
    "files",
    type=arguments.FILE,
    multiple=True,
    metavar="FILE",
    help="Attach a picture or file; TEXT may be left out.",
)
@click.option("--shareable", is_flag=True, help="Mark it as shareable.")
@click.option("--sealed", is_flag=True, help="Seal it: it never leaves, and no link tells its title.")
@click.option(
    "--template", metavar="NAME", help="Begin with this template (see “templates”); TEXT may be left out."
)
@click.pass_obj
def add_command(
    settings: Settings,
    kind: str,
    text: tuple[str, ...],
    day: TypedDay | None,
    tags: tuple[str, ...],
    values: tuple[str, ...],
    files: tuple[str, ...],
    shareable: bool,
    sealed: bool,
    template: str | None,
) -> None:
    """Add an entry of KIND and print its id.

    The first line of TEXT is the title; what follows is the body. What is piped in belongs to the text, after
    the words; “-” as the last of them waits for it. A template's title stands where TEXT has none, and its
    body after that of TEXT. Of pictures only what they show is attached, and nothing that their file tells
    about place, time or camera.
    """
    if sealed and shareable:
        raise InvalidValueError("What is sealed cannot be shareable.", "Choose one of the two.")
    wanted = parse_kind(kind)
    with opened(settings) as journal:
        entry = _begun(journal, wanted, template, arguments.day_meant(day, journal))
        for value in values:
            name, equals, content = value.partition("=")
            if not equals:
                raise InvalidValueError(f"“{value}” is not a field.", "Write --field NAME=VALUE.")
            entry = set_field(entry, name.strip(), content)
        entry = replace(
            entry, tags=(*entry.tags, *tags), sharing=Sharing.SHAREABLE if shareable else Sharing.PRIVATE
        )
        entry = entry.as_sealed() if sealed else entry
        entry = attached(journal, entry, files)
        # What is piped in, or typed, is read when nothing else can be wrong any more.
        entry = _with_text(entry, _text(text, waits=template is None and not files))
        if entry.is_empty:
            raise InvalidValueError("There is nothing to add.", "Give a text, or a field.")
        _save(journal, entry)
        _back_up(journal)
    print_result(entry.id, "The entry was added.")


@click.command("templates")
@click.pass_obj
def templates_command(settings: Settings) -> None:
    """List what entries can begin with: the name for --template, the kind, and what it is called."""
    with opened(settings) as journal:
        for template in journal.templates.all():
            print_text(f"{template.id:<24}  {template.kind or 'any kind':<10}  {template.name}")


@click.command("seal")
@click.argument("entry_id", metavar="ID")
@click.option("--off", is_flag=True, help="Unseal it: it is private then.")
@click.pass_obj
def seal_command(settings: Settings, entry_id: str, *, off: bool) -> None:
    """Seal an entry: it never leaves, whoever asks, is on no agenda, and no link tells its title.

    Backups and the full export hold it, for they are your own copies. The beginning of its ID will do.
    """
    how = methodcaller("as_unsealed" if off else "as_sealed")
    with opened(settings) as journal:
        entry = journal.entry(journal.find_id(entry_id))
        if off and entry.IS_ALWAYS_SEALED:
            raise InvalidValueError(f"A {entry.NAME.lower()} is always sealed.")
        journal.change_entries([entry.id], how)


def _save(journal: Journal, entry: Entry) -> None:
    """Save the entry; what was piped in cannot be had again, so that it waits elsewhere if that fails.

    Raises:
        NotSavedError: It is not saved. Says whether it waits.
    """
    try:
        journal.save_entry(entry)
    except NotSavedError as error:
        from amp_desktop.journal.unsaved import lay_aside

        sealed = journal.unsaved.seal(Unsaved((Draft(entry),)))
        if not lay_aside(journal.unsaved.journal_id, sealed):
            raise
        waits = "What you wrote waits on this computer, encrypted; the window saves it once it can."
        raise type(error)(f"{error.sentence} {waits}", error.advice) from error


def _back_up(journal: Journal) -> None:
    """A backup a day is enough here; the entry is safe already, so a failure is told and no more."""
    try:
        journal.maintenance.back_up_if_changed(older_than=timedelta(days=1))
    except JournalError as error:
        print_text(f"The entry was added, but no backup was made. {error}", err=True)


def _begun(journal: Journal, kind: Kind, template: str | None, day: date | None) -> Entry:
    """What is there before the text: an empty entry, or what a template begins."""
    if template is None:
        return journal.new_entry(kind, day)
    found = journal.templates.find(template)
    if not found.serves(kind):
        raise InvalidValueError(
            f"The template “{found.name}” is not for a {kind}.", f"It begins a {found.kind}."
        )
    return journal.templates.fill(found, kind, day)


def _text(words: tuple[str, ...], *, waits: bool) -> str:
    """The words of the command line, and below them what is piped in.

    Where there are no words, a person is waited for if `waits`; at a dash, always.
    """
    if words[-1:] == (STANDARD_STREAM,):
        words, piped = words[:-1], piped_text()
    elif not sys.stdin.isatty() or (waits and not words):
        piped = piped_text()
    else:
        piped = ""
    return "\n".join(filter(None, (" ".join(words), piped)))


def _with_text(entry: Entry, text: str) -> Entry:
    title, _, body = text.replace("\r\n", "\n").strip("\n").partition("\n")
    whole = "\n\n".join(filter(None, (body.strip("\n"), entry.body)))
    return replace(entry, title=title.strip() or entry.title, body=whole)
