"""Opening the journal that a command works on."""

import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from amp_desktop.cli.main import Settings
from amp_desktop.cli.streams import a_person_is_there
from amp_desktop.domain.errors import InvalidValueError, KeyringError, NoJournalError
from amp_desktop.files import typed_path
from amp_desktop.journal import Journal
from amp_desktop.journal.location import holds_journal
from amp_desktop.journal.repair import lost_keys_told

ENVIRONMENT_VARIABLE = "AMP_PASSPHRASE_FILE"


@contextmanager
def opened(settings: Settings) -> Iterator[Journal]:
    """The journal, open while the block runs.

    The keyring opens it where that was chosen; else the passphrase, from the file named by the option or by
    the environment, or typed.
    """
    _require_journal(settings.folder)
    journal = _by_keyring(settings.folder) or _by_passphrase(settings)
    with journal:
        for finding in journal.findings:
            click.echo(finding, err=True)
        yield journal


def _by_keyring(folder: Path) -> Journal | None:
    from amp_desktop.vault import keyring_enabled

    with lost_keys_told(folder):
        if not keyring_enabled(folder):
            return None
    try:
        return Journal.open(folder, keyring=True)
    except KeyringError as error:
        click.echo(f"{error.sentence} Opening with the passphrase instead.", err=True)
        return None


def _require_journal(folder: Path) -> None:
    """Say that there is none before a passphrase is asked for, and before its keys are missed."""
    if not holds_journal(folder):
        raise NoJournalError(
            f"There is no journal in {folder}.", "Make one with “amp-desktop new”, or name it with --journal."
        )


def _by_passphrase(settings: Settings) -> Journal:
    return Journal.open(settings.folder, passphrase=passphrase(settings))


def passphrase(settings: Settings, *, twice: bool = False) -> str:
    """The passphrase, from the file that was named or from the person.

    Raises:
        InvalidValueError: The file cannot be read, or there is neither a file nor a person to ask.
    """
    source = settings.passphrase_file or os.environ.get(ENVIRONMENT_VARIABLE)
    advice = f"Name a file that holds it with --passphrase-file or ${ENVIRONMENT_VARIABLE}."
    return passphrase_from(source, advice, twice=twice)


def passphrase_from(
    source: str | None, advice: str, *, twice: bool = False, prompt: str = "Passphrase"
) -> str:
    """A passphrase from the first line of a file, of standard input, or from the person.

    Args:
        source: The file; “-” is standard input; None asks.
        advice: What to do where there is nobody to ask.
        twice: Whether it is asked for twice, and judged.
        prompt: What is asked for.

    Raises:
        InvalidValueError: The file cannot be read, or there is neither a file nor a person to ask.
    """
    if source == "-":
        return _first_line(sys.stdin.buffer.readline())
    if source:
        try:
            with typed_path(source).open("rb") as file:
                return _first_line(file.readline(65_536))
        except OSError as error:
            raise InvalidValueError(f"The passphrase file cannot be read: {error.strerror}.") from error
    if not a_person_is_there():
        raise InvalidValueError("There is no terminal to ask for the passphrase.", advice)
    return _asked(twice, prompt)


def _asked(twice: bool, prompt: str) -> str:
    words = getpass.getpass(f"{prompt}: ")
    if twice:
        _advise(words)
    if twice and getpass.getpass("Once more: ") != words:
        raise InvalidValueError("The two passphrases differ.", "Nothing was made; try again.")
    return words


def _advise(words: str) -> None:
    """Say of a weak passphrase that it is one, before it is typed once more."""
    from amp_desktop.vault import strength

    found = strength(words)
    if words and not found.is_good:
        click.echo(f"{found.advice} Ctrl+C leaves, and nothing was made.", err=True)


def _first_line(line: bytes) -> str:
    try:
        return line.decode("utf-8-sig").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise InvalidValueError("The passphrase file is not UTF-8 text.") from error
