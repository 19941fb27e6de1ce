"""The `.venv` folder: made once, filled with what a lock file names, left alone while that file is the same.

All paths are relative to the checkout, which is the working folder; so it can have any name and can be moved.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(".venv")
PYTHON = FOLDER / "bin" / "python"

# The command finds its Python beside itself: what pip writes would name the checkout's place for good.
LAUNCHER = """\
#!/bin/sh
exec "$(dirname "$(readlink -f "$0")")/python" -m amp_desktop "$@"
"""


def is_filled_from(lock: Path) -> bool:
    """Return whether `.venv` holds exactly what the lock file names now."""
    stamp = _stamp(lock)
    return PYTHON.exists() and stamp.exists() and stamp.read_bytes() == lock.read_bytes()


def fill_from(lock: Path, *, also: tuple[Path, ...] = ()) -> None:
    """Make `.venv` if it is not there or broken, and install what the lock file names, each file by its hash.

    Args:
        lock: The lock file.
        also: Lock files that this one contains, which are thereby installed too.

    Raises:
        subprocess.CalledProcessError: venv or pip failed; what it said stands above.
    """
    if not _has_pip():
        print("Making .venv", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(FOLDER)], check=True)
    print(f"Installing what {lock} names into {FOLDER}; this takes a minute or two.", flush=True)
    pip = [str(PYTHON), "-m", "pip", "-qq", "--disable-pip-version-check", "--no-input"]
    subprocess.run([*pip, "install", "--require-hashes", "--requirement", str(lock)], check=True)
    _link_the_checkout()
    for done in (lock, *also):
        _stamp(done).write_bytes(done.read_bytes())


def _has_pip() -> bool:
    if not PYTHON.exists():
        return False
    return subprocess.run([str(PYTHON), "-m", "pip", "--version"], capture_output=True).returncode == 0


def _link_the_checkout() -> None:
    """Let the folder's Python import the checkout from anywhere, and put the command beside it."""
    (site_packages,) = FOLDER.glob("lib/python3.*/site-packages")
    up = "../" * (len(site_packages.parts))
    (site_packages / "amp-desktop.pth").write_text(f"{up}\n", encoding="ascii")
    launcher = FOLDER / "bin" / "amp-desktop"
    launcher.write_text(LAUNCHER, encoding="ascii")
    launcher.chmod(0o755)


def _stamp(lock: Path) -> Path:
    return FOLDER / f"installed-{lock.name}"
