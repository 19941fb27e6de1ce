"""Opens a journal's keys, as a program of its own. Run by `opening_apart`, and by nobody else."""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

from amp_desktop.domain.errors import JournalError
from amp_desktop.vault.keys import Keys
from amp_desktop.vault.vault import open_with_passphrase, open_with_recovery_code

WAYS: dict[str, Callable[[Path, str], Keys]] = {
    "passphrase": open_with_passphrase,
    "recovery code": open_with_recovery_code,
}


class OpeningRequest(TypedDict):
    """What is asked: a journal's folder, a way of `WAYS`, and what was typed for it."""

    folder: str
    way: str
    typed: str


class OpeningAnswer(TypedDict):
    """The data key in hex digits; or the error's class, its sentence and its advice."""

    data_key: str | None
    error: tuple[str, str, str] | None


def answer(request: OpeningRequest) -> OpeningAnswer:
    """Do what is asked."""
    try:
        keys = WAYS[request["way"]](Path(request["folder"]), request["typed"])
    except JournalError as error:
        return OpeningAnswer(data_key=None, error=(type(error).__name__, error.sentence, error.advice))
    return OpeningAnswer(data_key=keys.data_key.hex(), error=None)


if __name__ == "__main__":
    from amp_desktop.private_process import keep_private

    keep_private()
    json.dump(answer(json.load(sys.stdin)), sys.stdout)
