"""What is not loaded for a journal, and is there all the same for whoever asks."""

import subprocess
import sys
from pathlib import Path

from amp_desktop.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE

CODE = """
import sys
from pathlib import Path
from amp_desktop.lazy_modules import leave_asyncio

leave_asyncio()
from amp_desktop.journal import Journal

with Journal.open(Path(sys.argv[1]), passphrase=sys.argv[2]) as journal:
    journal.save_entry(journal.new_entry("note"))
    print(journal.search("word").items)
print("asyncio.base_events" in sys.modules, "importlib.metadata._meta" in sys.modules)

import asyncio
from importlib import metadata

async def work():
    await asyncio.sleep(0)
    return asyncio.iscoroutine(work)

print(asyncio.run(work()), isinstance(metadata.version("SQLAlchemy"), str))
import sqlalchemy.util.concurrency as concurrency
waiting = asyncio.sleep(0)
print(concurrency.iscoroutine(waiting), concurrency.iscoroutine(1))
waiting.close()
"""


def test_a_journal_loads_no_asyncio_which_works_for_whoever_uses_it(tmp_path: Path) -> None:
    Journal.create(tmp_path / "j", PASSPHRASE, cost=CHEAP)[0].close()
    command = [sys.executable, "-W", "error::RuntimeWarning", "-c", CODE, str(tmp_path / "j"), PASSPHRASE]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines() == ["()", "False False", "False True", "True False"], done.stderr


def test_a_script_finds_its_modules_as_they_are(tmp_path: Path) -> None:
    code = (
        "import sys; before = dict(sys.modules); import amp_desktop.storage, amp_desktop.storage.store;"
        "print(type(sys.modules['asyncio']).__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "module\n", done.stderr
