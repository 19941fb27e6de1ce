"""The program opens no connection: neither a command, nor the window, nor a summary in any format.

Every system call that makes a socket or connects one is watched by strace, in all processes that come of it.
A control that does connect shows that the proof can fail.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    not shutil.which("strace"), reason="strace, which watches system calls, is not installed"
)

CONTROL = "import socket; socket.socket(socket.AF_INET).connect_ex(('127.0.0.1', 9))"

TERMINAL = """
import sys
from pathlib import Path
from amp_desktop.sharing import RENDERERS
from amp_desktop.journal.sample import make_sample

with make_sample(Path(sys.argv[1]) / "journal") as journal:
    offer = journal.sharing.offer()
    for form in RENDERERS:
        journal.sharing.render(journal.sharing.disclose(offer, offer.shareable), form)
    journal.maintenance.back_up()
    journal.maintenance.check()
"""

WINDOW = """
import sys
from pathlib import Path
from amp_desktop import app
from amp_desktop.journal.sample import SAMPLE_PASSPHRASE, make_sample

folder = Path(sys.argv[1]) / "journal"
make_sample(folder).close()
app.take_pictures(folder, Path(sys.argv[1]) / "pictures", SAMPLE_PASSPHRASE)
"""


def sockets(program: str, folder: Path) -> str:
    """What strace saw of sockets while the program ran."""
    log = folder / "strace.log"
    environment = {**os.environ, "HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    watched = [
        "strace",
        "-f",
        "-qq",
        "-e",
        "trace=socket,connect",
        "-o",
        log,
        sys.executable,
        "-c",
        program,
        folder,
    ]
    ran = subprocess.run(watched, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return log.read_text(errors="replace")


def test_the_proof_can_fail(tmp_path: Path) -> None:
    assert "AF_INET" in sockets(CONTROL, tmp_path)


@pytest.mark.parametrize("program", [TERMINAL, WINDOW], ids=["terminal", "window"])
def test_no_connection_is_opened(tmp_path: Path, program: str) -> None:
    assert "AF_INET" not in sockets(program, tmp_path)
