"""How a command shows that long work goes on."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from amp_desktop.domain.errors import CancelledError
from amp_desktop.domain.progress import Progress, unheard


@contextmanager
def shown_progress(what: str) -> Iterator[Progress]:
    """A progress bar on standard error where that is a terminal; Ctrl+C calls the work off."""
    if not sys.stderr.isatty():
        yield unheard
        return
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)

        def show(done: int, total: int) -> None:
            bar.update(task, completed=done, total=total)

        try:
            yield show
        except KeyboardInterrupt:
            raise CancelledError(f"{what} was stopped; nothing was changed.") from None
