"""A piece of the vault's work in a process of its own: one request goes in, one answer comes out.

Secrets pass through these two pipes alone: never through arguments, the environment or a file.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any


class ChildError(Exception):
    """There is no answer of a child. It holds nothing that went through the pipes.

    Attributes:
        late: Whether it was ended because it took too long.
    """

    def __init__(self, *, late: bool = False) -> None:
        super().__init__()
        self.late = late


def command(module: str) -> list[str]:
    """The command that starts a child; a packaged build without `python -m` changes it here alone."""
    return [sys.executable, "-m", module]


def ask(command: list[str], request: Mapping[str, object], *, seconds: float | None = None) -> Any:
    """Start a child, give it the request, and answer with what it answers.

    Args:
        command: What starts it.
        request: What it is asked; JSON.
        seconds: How long it may take; None for as long as it does.

    Raises:
        ChildError: There is no answer.
    """
    answer = pipe(command, json.dumps(request).encode(), seconds=seconds)
    try:
        return json.loads(answer)
    except ValueError:
        pass
    raise ChildError  # outside the handler: the exception holds the answer


def pipe(command: list[str], request: bytes, *, seconds: float | None = None) -> bytes:
    """The same, with bytes that are no JSON.

    Raises:
        ChildError: There is no answer.
    """
    import subprocess

    late = False
    try:
        child = subprocess.run(
            command,
            input=request,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # else a console flashes up on Windows
            check=True,
            # `-m` searches the working directory first: let it be the program's own.
            cwd=Path(__file__).parents[2],
        )
        return child.stdout
    except subprocess.TimeoutExpired:
        late = True
    except (OSError, subprocess.SubprocessError):
        pass
    # Outside the handlers: the exceptions of subprocess carry what went through the pipes.
    raise ChildError(late=late)
