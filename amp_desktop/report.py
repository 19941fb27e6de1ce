"""What can be told of a fault of ours, to anybody.

A report holds versions, types and places in the code. It never holds a message, a value or a line of the
source: any of these could carry a word of the journal.
"""

import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from amp_desktop import __version__

_DEEPEST = 40
"""How many frames a report names of one exception; endless recursion would name a thousand."""


def report_of(error: BaseException) -> str:
    """The report of an error and of what it came from, newest first."""
    import platform  # asks the system for its name, which a start can do without

    qt = getattr(sys.modules.get("PySide6"), "__version__", "not loaded")
    lines = [
        f"AMP Journal {__version__}",
        f"Python {platform.python_version()}, Qt {qt}, {platform.system()} {platform.machine()}",
    ]
    for link in _chain(error):
        lines += ["", f"{type(link).__module__}.{type(link).__qualname__}", *_frames(link.__traceback__)]
    return "\n".join(lines)


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        yield link
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)


def _frames(trace: TracebackType | None) -> list[str]:
    frames = list(traceback.walk_tb(trace))[-_DEEPEST:]
    return [f"  {_place(frame.f_code.co_filename)}:{line} {frame.f_code.co_name}" for frame, line in frames]


def _place(filename: str) -> str:
    """The file from its package on: what stands before may be somebody's home folder."""
    parts = Path(filename).parts
    for root in ("amp_desktop", "site-packages"):
        if root in parts:
            return "/".join(parts[parts.index(root) :])
    return parts[-1] if parts else "?"
