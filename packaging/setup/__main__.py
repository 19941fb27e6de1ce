"""Make a checkout ready: `python3 packaging/setup` to run the program, with `--for-tests` to test it.

Standard library only, since it runs before anything is installed. A second run finds everything done and
changes nothing.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

import debian
import environment
import needs

CHECKOUT = Path(__file__).resolve().parents[2]
LOCK = Path("requirements.lock")
LOCK_FOR_TESTS = Path("requirements-dev.lock")
OLDEST_PYTHON = (3, 11)


def main() -> int:
    """Make the checkout ready.

    1. Look whether Python is new enough.
    2. Bring what the system lacks: the package to make `.venv` with, Qt's libraries, what the tests start.
    3. Make `.venv` and install what the lock file names.

    Steps 2 and 3 say what they install before they do.

    Returns:
        The exit status: 0 ready, 1 not ready, with the reason and what to type on stderr.
    """
    parser = argparse.ArgumentParser(prog="packaging/setup", description="Make a checkout ready.")
    parser.add_argument("--for-tests", action="store_true", help="also install what the tests need")
    for_tests: bool = parser.parse_args().for_tests
    os.chdir(CHECKOUT)
    if sys.version_info < OLDEST_PYTHON:
        print(f"Python 3.11 or later is needed; {sys.executable} is older.", file=sys.stderr)
        print("If a newer one is installed, name it: make run PYTHON=python3.12", file=sys.stderr)
        return 1
    try:
        bring_system_packages(for_tests=for_tests)
        fill_environment(for_tests=for_tests)
    except debian.SystemNotReadyError as problem:
        print(problem, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as problem:
        print(f"The set-up stopped: {problem}", file=sys.stderr)
        return 1
    return 0


def bring_system_packages(*, for_tests: bool) -> None:
    """Bring what the system lacks. Only Linux lacks anything: elsewhere Qt's wheel holds all it needs.

    Raises:
        debian.SystemNotReadyError: Something essential is missing and could not be installed from here.
    """
    if sys.platform != "linux":
        return
    wanted = needs.to_run()
    if not environment.PYTHON.exists():
        wanted += needs.to_make_the_folder()
    if for_tests:
        wanted += needs.to_test()
    debian.bring(needs.missing(wanted))


def fill_environment(*, for_tests: bool) -> None:
    """Install what the lock file names, unless that is done.

    Raises:
        subprocess.CalledProcessError: venv or pip failed; what it said stands above.
    """
    if for_tests and not environment.is_filled_from(LOCK_FOR_TESTS):
        environment.fill_from(LOCK_FOR_TESTS, also=(LOCK,))
    elif not environment.is_filled_from(LOCK):
        environment.fill_from(LOCK)


if __name__ == "__main__":
    sys.exit(main())
