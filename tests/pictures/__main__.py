"""Draw every page of the sample journal, light and dark, at the usual and at a small size."""

import argparse
import os
import sys
import tempfile
from pathlib import Path


def main() -> int:
    """Draw the pictures that the command line asks for."""
    arguments = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    arguments.add_argument("folder", type=Path, help="where they go")
    arguments.add_argument("--scale", type=float, default=1.0, help="text this much larger than usual")
    arguments.add_argument("--ratio", type=float, default=1.0, help="device pixels for each logical one")
    arguments.add_argument("--mirrored", action="store_true", help="from right to left")
    chosen = arguments.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as home:
        os.environ["XDG_CONFIG_HOME"] = home  # the pictures show nobody's own panels
        draw(chosen.folder, Path(home) / "journal", chosen)
    return 0


def draw(out: Path, folder: Path, chosen: argparse.Namespace) -> None:
    """Draw all pages of a sample journal that is made in `folder`."""
    from PySide6.QtCore import Qt

    from amp_desktop import app
    from amp_desktop.journal.sample import make_sample
    from amp_desktop.ui.shell.screenshots import SMALL_SIZE, USUAL_SIZE, take_pictures

    application = app.application()
    if chosen.mirrored:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    with make_sample(folder) as journal:
        sizes = (USUAL_SIZE, SMALL_SIZE)
        for file in take_pictures(journal, out, sizes=sizes, ratio=chosen.ratio, scale=chosen.scale):
            sys.stdout.write(f"{file}\n")


if __name__ == "__main__":
    sys.exit(main())
