"""Running commands as a shell would."""

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from amp_desktop.app import as_leaving
from amp_desktop.cli.main import Window, run
from amp_desktop.journal import Journal
from tests.conftest import PASSPHRASE


@dataclass(frozen=True)
class Ran:
    """What a command answered."""

    status: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        return self.out.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Amp = Callable[..., Ran]


def _no_window(*_: object) -> int:
    raise AssertionError("no window was asked for")


@pytest.fixture
def amp(
    journal: Journal,
    journal_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfdbinary: pytest.CaptureFixture[bytes],
) -> Amp:
    """Runs `amp-desktop` on the journal of the fixture: `amp("add", "note", "…", stdin="…")`."""
    file = tmp_path / "passphrase"
    file.write_text(PASSPHRASE + "\n", encoding="utf-8")
    monkeypatch.setenv("AMP_JOURNAL", str(journal_folder))
    monkeypatch.setenv("AMP_PASSPHRASE_FILE", str(file))

    def call(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode()), encoding="utf-8"))
        handed = Window(_no_window, _no_window, lambda *_: None, as_leaving)
        status = run(arguments, handed)
        sys.stdout.flush()
        captured = capfdbinary.readouterr()
        return Ran(status, captured.out, captured.err.decode())

    return call
