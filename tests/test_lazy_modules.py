"""What is not loaded for a journal, and is there all the same for whoever asks."""

import subprocess
import sys
from pathlib import Path

from amp_desktop.journal import Journal
from tests.conftest import CHEAP, PASSPHRASE

CODE = """
import sys
from pathlib import Path
from amp_desktop.lazy_modules import defer_unused

defer_unused()
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


PYSIDE = """
import sys
from amp_desktop.lazy_modules import LazyModule, defer_unused

defer_unused()
from PySide6 import QtWidgets
deferred = ("argparse", "bz2", "logging", "lzma", "tempfile")
print(all(isinstance(sys.modules[name], LazyModule) for name in deferred))

import argparse, bz2, logging, logging.config, lzma
from tempfile import TemporaryDirectory

print(argparse.ArgumentParser().parse_args([]), logging.getLogger("own").name, logging.config.__name__)
print(lzma.decompress(lzma.compress(b"one")), bz2.decompress(bz2.compress(b"two")))
print(TemporaryDirectory.__module__)
print(any(isinstance(module, LazyModule) for name, module in sys.modules.items() if name in deferred))
"""


def test_a_window_loads_nothing_for_type_stubs_which_works_for_whoever_uses_it() -> None:
    done = subprocess.run([sys.executable, "-c", PYSIDE], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines() == [
        "True",
        "Namespace() own logging.config",
        "b'one' b'two'",
        "tempfile",
        "False",
    ], done.stderr


def test_a_script_finds_its_modules_as_they_are(tmp_path: Path) -> None:
    code = (
        "import sys; before = dict(sys.modules); import amp_desktop.storage, amp_desktop.storage.store;"
        "print(type(sys.modules['asyncio']).__name__)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout == "module\n", done.stderr
