"""Installing system packages with apt where that is allowed, and saying the line to type where it is not."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from needs import Need

INSTALL = ["apt-get", "install", "--yes", "--no-install-recommends"]


class SystemNotReadyError(Exception):
    """The system lacks something; the message says what to type."""


def bring(needs: list[Need]) -> None:
    """Say which packages bring what is missing, and install them, or give the one line that does.

    Raises:
        SystemNotReadyError: Something essential is missing and could not be installed from here.
    """
    packages = sorted(need.package for need in needs)
    if not packages:
        return
    if not shutil.which("apt-get"):
        advice = f"Please install what your system calls these Debian packages: {' '.join(packages)}"
    elif os.geteuid() != 0:
        advice = f"Some system packages are missing. Please type:\n  {_line_to_type(packages)}"
    elif _install(packages):
        return
    else:
        advice = f"apt-get could not install them. Please type:\n  {_line_to_type(packages)}"
    if any(need.essential for need in needs):
        raise SystemNotReadyError(advice)
    print(advice, file=sys.stderr)


def _install(packages: list[str]) -> bool:
    """Install the packages, having said so; answer whether they are there now."""
    print(f"This system lacks some packages. Installing them with apt-get: {' '.join(packages)}", flush=True)
    quietly = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], [*INSTALL, "-qq", *packages]):
        done = subprocess.run(command, env=quietly, stdin=subprocess.DEVNULL, capture_output=True, text=True)
        if done.returncode != 0:
            print(done.stdout, done.stderr, sep="\n", file=sys.stderr)
            return False
    return True


def _line_to_type(packages: list[str]) -> str:
    return f"sudo apt-get update && sudo {' '.join(INSTALL)} {' '.join(packages)}"
