"""Draw every page of the sample, and what opens in it, light and dark, at the usual and at a small size."""

import argparse
import os
import sys
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from amp_desktop.ui.shell.workspace import Workspace

COHORT = {
    "kick-off": date(2026, 6, 15),
    "week-5": date(2026, 7, 16),
    "before-midterm": date(2026, 8, 7),
    "last-day-of-midterm": date(2026, 8, 22),
    "final-window": date(2026, 10, 9),
    "after-the-end": date(2026, 11, 2),
}
"""Days on which the pages look different: those that `--cohort` draws, each into a folder of its own."""


def main() -> int:
    """Draw the pictures that the command line asks for."""
    arguments = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    arguments.add_argument("folder", type=Path, help="where they go")
    arguments.add_argument("--scale", type=float, default=1.0, help="text this much larger than usual")
    arguments.add_argument("--ratio", type=float, default=1.0, help="device pixels for each logical one")
    arguments.add_argument("--mirrored", action="store_true", help="from right to left")
    arguments.add_argument("--today", type=date.fromisoformat, help="as the sample stood on that day")
    arguments.add_argument("--cohort", action="store_true", help="as it stood on six days of its cohort")
    chosen = arguments.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_CONFIG_HOME"] = home  # the pictures show nobody's own panels
        if not chosen.cohort:
            draw(chosen.folder, Path(home) / "journal", chosen, chosen.today)
        for name, day in COHORT.items() if chosen.cohort else ():
            draw(chosen.folder / name, Path(home) / name, chosen, day)
    return 0


def draw(out: Path, folder: Path, chosen: argparse.Namespace, today: date | None) -> None:
    """Draw all pages of a sample journal that is made in `folder`, as it stood on a day."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    from amp_desktop import app
    from amp_desktop.journal.sample import make_sample
    from amp_desktop.ui.shell.screenshots import SMALL_SIZE, USUAL_SIZE, take_pictures
    from tests.pictures.guide import guide
    from tests.pictures.opened import opened

    def more(workspace: "Workspace") -> "Iterator[tuple[str, QWidget]]":
        yield from opened(workspace)
        yield from guide(workspace)

    application = QApplication.instance() or app.application()
    assert isinstance(application, QApplication)
    if chosen.mirrored:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with make_sample(folder, today) as journal:
        sizes = (USUAL_SIZE, SMALL_SIZE)
        ratio, scale = chosen.ratio, chosen.scale
        for file in take_pictures(journal, out, sizes=sizes, ratio=ratio, scale=scale, more=more):
            sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    sys.exit(main())
