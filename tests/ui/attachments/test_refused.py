"""Of several files that cannot be attached, each is told with its reason."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.attachments.entry_attachments import MOST_TOLD
from amp_desktop.ui.attachments.strip import AttachmentStrip
from amp_desktop.ui.editing.offered import OfferedFile
from amp_desktop.ui.entries.editor.editor import EntryEditor
from amp_desktop.ui.platform.jobs import jobs_under_way
from tests.ui.entries.conftest import *  # noqa: F403 - the page and its session
from tests.ui.entries.conftest import OpenPage


@pytest.fixture
def editor(journal: Journal, open_page: OpenPage) -> Iterator[EntryEditor]:
    journal.save_entries([Note(title="A day", body="words", day=date(2026, 7, 22))])
    page = open_page()  # kept as long as its editor is used: the test bench holds it weakly
    found = page.findChild(EntryEditor)
    assert isinstance(found, EntryEditor)
    yield found
    del page


def said_after(qtbot: QtBot, editor: EntryEditor, *files: Path) -> str:
    editor.attachments.take([OfferedFile(file) for file in files])
    qtbot.waitUntil(lambda: jobs_under_way() == 0)
    strip = editor.findChild(AttachmentStrip)
    assert isinstance(strip, AttachmentStrip)
    return strip.banner.accessibleName()


def test_each_refused_file_is_told(qtbot: QtBot, editor: EntryEditor, tmp_path: Path) -> None:
    cut = tmp_path / "cut.png"
    cut.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    said = said_after(qtbot, editor, cut, tmp_path / "gone.pdf", tmp_path / "lost.txt")
    assert said.startswith("3 files were not attached.")
    assert all(name in said for name in ("cut.png", "gone.pdf", "lost.txt"))


def test_of_very_many_the_rest_is_counted(qtbot: QtBot, editor: EntryEditor, tmp_path: Path) -> None:
    said = said_after(qtbot, editor, *(tmp_path / f"gone {n}.pdf" for n in range(MOST_TOLD + 4)))
    assert said.endswith("And 4 more.")


def test_a_single_one_is_told_as_ever(qtbot: QtBot, editor: EntryEditor, tmp_path: Path) -> None:
    said = said_after(qtbot, editor, tmp_path / "gone.pdf")
    assert "files were not attached" not in said
    assert "gone.pdf" in said
