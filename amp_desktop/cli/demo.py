"""`demo`: a sample journal of a whole cohort, in a throw-away folder or beside all that comes of it."""

import shutil
import tempfile
from datetime import date
from pathlib import Path

import click

from amp_desktop.cli.arguments import DAY, PathArgument, TypedDay
from amp_desktop.cli.main import Settings
from amp_desktop.exchange.export.export import refuse_full_folder
from amp_desktop.journal import Journal
from amp_desktop.journal.sample import SAMPLE_PASSPHRASE, make_sample
from amp_desktop.sharing import RENDERERS


@click.command("demo")
@click.option(
    "--to",
    "folder",
    metavar="DIR",
    type=PathArgument(file_okay=False, for_database=True),
    help="Write the journal, its summary in every format and a picture of every page there.",
)
@click.option(
    "--today",
    "typed",
    metavar="DAY",
    type=DAY,
    help="The day it is there, such as 2026-08-07; the journal stands as it stood then.",
)
@click.pass_obj
def demo_command(settings: Settings, folder: Path | None, typed: TypedDay | None) -> int:
    """Open a sample journal of a whole cohort, or write it to a folder with all that comes of it."""
    day = _day(typed)
    if folder is not None:
        refuse_full_folder(folder)
        return _write_demo(settings, folder, day)
    throw_away = Path(tempfile.mkdtemp(prefix="amp-journal-sample-"))
    try:
        make_sample(throw_away / "journal", day).close()
        return settings.window.show(throw_away / "journal", SAMPLE_PASSPHRASE)
    finally:
        shutil.rmtree(throw_away, ignore_errors=True)


def _day(typed: TypedDay | None) -> date | None:
    """The day that was typed; “yesterday” is counted from the sample's own last day."""
    if typed is None:
        return None
    from amp_desktop.exchange.sample import SAMPLE_TODAY  # reading it is not needed to name the commands

    return typed.seen_from(SAMPLE_TODAY)


def _write_demo(settings: Settings, folder: Path, day: date | None) -> int:
    with make_sample(folder / "journal", day) as journal:
        click.echo(f"A sample journal: {folder / 'journal'} (passphrase: {SAMPLE_PASSPHRASE})", err=True)
        offer = journal.sharing.offer()
        disclosure = journal.sharing.disclose(offer, offer.shareable, audience="my mentor")
        for spec in RENDERERS.values():
            target = folder / f"summary.{spec.suffix}"
            journal.sharing.save(journal.sharing.render(disclosure, spec.format), target)
            click.echo(f"Its summary for the mentor: {target}", err=True)
        _write_nomination(journal, folder)
    settings.window.take_pictures(folder / "journal", folder / "pictures", SAMPLE_PASSPHRASE)
    click.echo(f"A picture of every page: {folder / 'pictures'}", err=True)
    return 0


def _write_nomination(journal: Journal, folder: Path) -> None:
    """What the sample's pins come to: the nomination for GitHub, and the facts for a letter."""
    for template, form in (("nomination", "md"), ("fact-sheet", "pdf")):
        offer = journal.sharing.offer(template=template)
        disclosure = journal.sharing.disclose(offer, offer.shareable, template=template)
        target = folder / f"{template}.{form}"
        journal.sharing.save(journal.sharing.render(disclosure, form), target)
        click.echo(f"Its {template.replace('-', ' ')}: {target}", err=True)
