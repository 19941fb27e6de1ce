"""Files that are protected with a passphrase in the age format, which others open without this program.

Use it so, where the summary, archive or page is bytes already and no plain file of it was ever written:

    from amp_desktop.vault import age_files

    age_files.refuse_unusable(passphrase)  # as soon as it was typed, before any work
    protected = age_files.encrypt(content, passphrase, apart=True)  # apart: in a window
    file = as_protected(path, "pdf")
    write_file(file, protected)
    label.setText(age_files.how_to_open(file.name))

Both directions take a second or two of scrypt, whatever the length, and hold all of the content in memory.
The format is https://age-encryption.org/v1, with one recipient: the passphrase.
"""

import json
import re
import shlex
import unicodedata
from collections.abc import Callable
from pathlib import Path

from amp_desktop.domain import errors
from amp_desktop.domain.errors import DamagedError, InvalidValueError, WrongPassphraseError
from amp_desktop.protected_files import is_protected
from amp_desktop.vault import child
from amp_desktop.vault.passphrase import refuse_empty

CHILD = "amp_desktop.vault.age_child"

_PLAIN = re.compile(r"[A-Za-z0-9._/-]+")
_READ_IN_QUOTES = re.compile(r'["$`\\!]')
"""What a shell reads between double quotes, which all shells know, the one of Windows too."""

_WRONG = "Decryption failed"
"""What the library says where the file is whole and the passphrase is another."""
_TOO_COSTLY = "Excessive work"
"""How it begins where it takes the machine to be too slow for what a file asks."""

_SCRYPT = re.compile(rb"age-encryption\.org/v1\n-> scrypt \S+ ([0-9]+)\n")
_LEAST_WORK = 17
"""What guessing a passphrase costs at least, as a power of two: scrypt's N. The tool itself takes 18."""
_TRIES = 5
"""The library sets N by how fast the machine is at that moment: the work of a second. What else the machine
does makes that less, down to a sixteenth, and a file of another moment too costly; so it is asked again."""


def refuse_unusable(passphrase: str) -> None:
    """Refuse a passphrase that could not be typed where the file is to be opened.

    Raises:
        InvalidValueError: It is empty, or holds line breaks or other characters that no keyboard types.
    """
    refuse_empty(passphrase)
    if not passphrase.isprintable():
        raise InvalidValueError(
            "The passphrase holds characters that cannot be typed.", "Choose words that any keyboard has."
        )


def encrypt(content: bytes, passphrase: str, *, apart: bool = False) -> bytes:
    """Give the age file in which only the passphrase opens `content`.

    Args:
        content: What is protected.
        passphrase: As it was typed; composed characters are stored as most keyboards type them (NFC).
        apart: Whether it is done in a process of its own, so that a window goes on meanwhile: the library
            holds Python's lock. Where no process can be had, it is done here all the same.

    Raises:
        InvalidValueError: The passphrase cannot be used, see `refuse_unusable`.
    """
    refuse_unusable(passphrase)
    return _apart("encrypt", content, passphrase) if apart else run("encrypt", content, passphrase)


def decrypt(protected: bytes, passphrase: str, *, apart: bool = False) -> bytes:
    """Give what `encrypt` was given.

    Args:
        protected: The bytes of an age file.
        passphrase: As it was typed.
        apart: As for `encrypt`.

    Raises:
        WrongPassphraseError: The file is whole, and this is not its passphrase.
        DamagedError: It is damaged, or no file that a passphrase opens.
    """
    return _apart("decrypt", protected, passphrase) if apart else run("decrypt", protected, passphrase)


def how_to_open(protected_name: str) -> str:
    """How somebody else opens the file of that name, such as "meeting.pdf.age", in one sentence."""
    name = Path(protected_name)
    plain = name.stem if is_protected(name) else f"opened-{protected_name}"
    return f"It is opened with the free tool age: age -d -o {_typed(plain)} {_typed(protected_name)}"


def run(action: str, content: bytes, passphrase: str) -> bytes:
    """Encrypt or decrypt in this process; for `age_child`, and for what is above."""
    import pyrage

    typed = unicodedata.normalize("NFC", passphrase)
    if action == "encrypt":
        return _with_enough_work(lambda: bytes(pyrage.passphrase.encrypt(content, typed)))
    said = _TOO_COSTLY
    for _ in range(_TRIES):
        try:
            return bytes(pyrage.passphrase.decrypt(content, typed))
        except UnicodeError:
            said = _WRONG
        except pyrage.DecryptError as error:
            said = str(error)
        if not said.startswith(_TOO_COSTLY):
            break
    if said == _WRONG:
        raise WrongPassphraseError("This is not the passphrase of this file.", "Type it once more.")
    raise DamagedError(
        "The file is damaged, or it is none that a passphrase opens.", "Ask for it once more, and try that."
    )


def _with_enough_work(protect: Callable[[], bytes]) -> bytes:
    """The first file that takes the least work to guess at, or the one of some that takes most."""
    made = []
    for _ in range(_TRIES):
        made.append(protect())
        if _work(made[-1]) >= _LEAST_WORK:
            return made[-1]
    return max(made, key=_work)


def _work(protected: bytes) -> int:
    """How many times scrypt's N doubles from one, by the header of a file."""
    told = _SCRYPT.match(protected)
    return int(told[1]) if told else 0


def _apart(action: str, content: bytes, passphrase: str) -> bytes:
    head = json.dumps({"action": action, "passphrase": passphrase}).encode()
    try:
        answer = child.pipe(child.command(CHILD), head + b"\n" + content)
        said, _, result = answer.partition(b"\n")
        error = _error(json.loads(said))
    except (child.ChildError, ValueError, TypeError, KeyError):
        return run(action, content, passphrase)
    if error is not None:
        raise error
    return result


def _error(said: dict[str, str]) -> errors.JournalError | None:
    """The error that the child tells of, or None where it was done."""
    name = said["error"]
    return getattr(errors, name)(said["sentence"], said["advice"]) if name else None


def _typed(name: str) -> str:
    """A name as it is typed into a terminal: no shell reads it as anything else, nor `age` as an option."""
    named = f"./{name}" if name.startswith("-") else name
    if _PLAIN.fullmatch(named):
        return named
    return shlex.quote(named) if _READ_IN_QUOTES.search(named) else f'"{named}"'
