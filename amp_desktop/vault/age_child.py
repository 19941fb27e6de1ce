"""Protects a file with a passphrase, or opens it, as a program of its own. Run by `age_files` alone."""

import json
import sys

from amp_desktop.domain.errors import JournalError
from amp_desktop.vault.age_files import run


def answer(request: bytes) -> bytes:
    """Do what is asked: a line of JSON and the content come in, a line of JSON and the result go out."""
    head, _, content = request.partition(b"\n")
    asked = json.loads(head)
    said, result = {"error": ""}, b""
    try:
        result = run(asked["action"], content, asked["passphrase"])
    except JournalError as error:
        said = {"error": type(error).__name__, "sentence": error.sentence, "advice": error.advice}
    return json.dumps(said).encode() + b"\n" + result


if __name__ == "__main__":
    from amp_desktop.private_process import keep_private

    keep_private()
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))
