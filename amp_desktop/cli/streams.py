"""Standard input and output as commands use them.

They are UTF-8 whatever the locale says. What cannot be read as that is refused, not bent; what cannot be
printed, because the disk is full or nobody listens, is told as an error of the world.
"""

import io
import os
import sys
from typing import TYPE_CHECKING

import click

from amp_desktop.domain.errors import CannotPrintError, InvalidValueError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

STANDARD_STREAM = "-"
"""What stands for standard input or output where a file or a text can be named."""

_CONVERT = "Convert it first, for example with “iconv -f WINDOWS-1252 -t UTF-8”."


_SHOWN = (
    {code: 0x2400 + code for code in range(0x20) if chr(code) not in "\t\n"}  # ␀ to ␟
    | {0x7F: "␡"}
    | dict.fromkeys(range(128, 160), "�")
)
"""What a terminal obeys, and what is shown in its place."""


class _Output(io.FileIO):
    """Standard output. Once it has refused something, the rest is dropped: it would be refused as well."""

    _has_refused = False

    def write(self, data: "ReadableBuffer", /) -> int:
        if self._has_refused:
            return memoryview(data).nbytes
        try:
            return super().write(data)
        except BrokenPipeError:
            self._has_refused = True
            raise
        except OSError as error:
            self._has_refused = True
            raise CannotPrintError(
                f"The output cannot be written: {error.strerror}.", "Send it elsewhere."
            ) from error


class _Errors(io.FileIO):
    """Standard error. What it refuses is dropped: nobody could be told, and what was done stays done."""

    def write(self, data: "ReadableBuffer", /) -> int:
        try:
            return super().write(data)
        except OSError:
            return memoryview(data).nbytes


def open_streams() -> None:
    """Make the three standard streams what commands expect; they must be open, if only to nothing.

    A terminal that is written to stays as it is: on Windows it is no file.
    """
    if sys.stdin is None:
        sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 - as long as the program runs
    if sys.stderr is None or not sys.stderr.isatty():
        told = io.BufferedWriter(_Errors(2, "w", closefd=False))
        sys.stderr = io.TextIOWrapper(told, "utf-8", "backslashreplace", line_buffering=True)
    elif isinstance(sys.stderr, io.TextIOWrapper):
        sys.stderr.reconfigure(encoding="utf-8")
    if sys.stdout is None or not sys.stdout.isatty():
        raw = io.BufferedWriter(_Output(1, "w", closefd=False))
        # A path that is not UTF-8 leaves as the bytes that it is.
        sys.stdout = io.TextIOWrapper(raw, encoding="utf-8", errors="surrogateescape", newline="\n")
    elif isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")


def piped_text() -> str:
    """All that standard input holds, without a byte order mark, its lines ended as in the journal.

    Raises:
        InvalidValueError: It is not text in UTF-8.
    """
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InvalidValueError("What was piped in is not text in UTF-8.", _CONVERT) from error
    if "\0" in text:  # such as UTF-16 without a mark that says so
        raise InvalidValueError("What was piped in is not text in UTF-8.", _CONVERT)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def print_text(text: object, *, err: bool = False, nl: bool = True) -> None:
    """Print something that may hold words of the journal.

    A terminal obeys some characters instead of showing them: it would change its clipboard, or write over
    what it showed. There they are shown; into a file or another program everything goes as it is.

    Args:
        text: What is to be printed.
        err: On standard error.
        nl: With a line end behind it.

    Raises:
        CannotPrintError: It cannot be printed.
    """
    stream = sys.stderr if err else sys.stdout
    # With colours allowed, click drops nothing from what leaves for a file.
    click.echo(_shown(str(text)) if stream.isatty() else text, err=err, nl=nl, color=True)


def _shown(text: str) -> str:
    return text.translate(_SHOWN)


def print_result(text: object, done: str) -> None:
    """Print what a command answers once it is done.

    Raises:
        CannotPrintError: It cannot be printed. Says that all the same it is done, in the words of `done`.
    """
    try:
        print_text(text)
    except CannotPrintError as error:
        raise CannotPrintError(f"{done} {error.sentence}", error.advice) from error


def print_bytes(data: bytes) -> None:
    """Print bytes as they are.

    Raises:
        CannotPrintError: They cannot be printed.
    """
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def a_person_is_there() -> bool:
    """Whether there is a terminal to ask someone at, though standard input may come from elsewhere."""
    if sys.stdin.isatty():
        return True
    try:
        os.close(os.open("/dev/tty", os.O_RDWR | os.O_NOCTTY))
    except (OSError, AttributeError):  # Windows has neither
        return False
    return True
