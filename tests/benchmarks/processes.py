"""Windows measured from outside: a process is started, and what it tells is noted with the time."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

_HERE = Path(__file__).parent
_ROOT = _HERE.parent.parent


class Told(dict[str, tuple[float, float]]):
    """What a process told: for each word the seconds since its start, and the number that came with it."""

    def after(self, word: str) -> float:
        """Seconds from the start until it was so; the number says how long before the telling that was."""
        heard, ago = self[word]
        return heard - ago

    def number(self, word: str) -> float:
        """The number that came with the word."""
        return self[word][1]


def run_window(cache: Path, script: str, *arguments: str) -> Told:
    """Run one of the scripts in `windows`, without a display and with settings of its own, to its end.

    Args:
        cache: Where compiled modules are kept from run to run, as an installed program has them.
        script: Its name.
        arguments: What it is given.
    """
    with TemporaryDirectory() as home:
        begun = perf_counter()
        process = subprocess.Popen(
            [sys.executable, str(_HERE / "windows" / f"{script}.py"), *arguments],
            env=_environment(home, cache),
            stdout=subprocess.PIPE,
            text=True,
        )
        told = Told()
        assert process.stdout is not None
        with process.stdout:
            for line in process.stdout:
                word, number = line.split()
                told[word] = perf_counter() - begun, float(number)
        if process.wait():
            raise RuntimeError(f"{script}.py ended with {process.returncode}")
    return told


def _environment(home: str, cache: Path) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    compiled = {"PYTHONPYCACHEPREFIX": str(cache / "compiled")}
    own = dict.fromkeys(("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "APPDATA", "LOCALAPPDATA"), home)
    return inherited | own | compiled | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(_ROOT)}
