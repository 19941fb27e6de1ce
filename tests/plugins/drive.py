"""Goes through a copy of the program that has the made-up plug-ins. Run by `test_plugins.py`."""

import json
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

PASSPHRASE = "a quiet river in the morning"


def main(part: str, folder: Path) -> None:
    """Make a journal and go through it."""
    from amp_desktop.journal import Journal
    from amp_desktop.vault import Cost

    journal, _ = Journal.create(folder, PASSPHRASE, cost=Cost(memory_kib=8 * 1024, passes=1, lanes=1))
    with journal:
        {"terminal": _terminal, "window": _window}[part](journal, folder)
    sys.stdout.write("all of it\n")


def _terminal(journal: Any, folder: Path) -> None:
    amp = _commands(folder)
    ritual = amp("add", "ritual", "Tea", "--field", "why=quiet hands", "--field", "bells=gong", "--shareable")
    shown = json.loads(amp("show", ritual.strip(), "--json"))
    assert shown["fields"] == {
        "status": "kept",
        "bells": [{"sound": "gong", "loud": False}],
        "why": "quiet hands",
        "on_agenda": False,
        "for_mentor": "",
    }
    for words in (["gong"], ["kind:ritual"], ["status:kept"], ["is:open"]):
        assert "Tea" in amp("search", *words), words
    assert "Tea" in amp("list", "--kind", "ritual", "--status", "kept")
    assert "Tea" in amp("summary", "--to", "-")
    told = amp("summary", "--to", "-", "--template", "mornings", "--format", "org")
    assert told.startswith("#+title: My mornings\n* Kept up\n** Tea (Ritual · kept"), told
    assert "- What it is good for :: quiet hands\n" in told
    target = folder.parent / "mornings.org"
    amp("summary", "--to", str(target), "--template", "mornings")
    assert target.read_text("utf-8") == told
    assert {(share.template, share.format) for share in journal.sharing.log().items} == {
        ("mentor-meeting", "md"),
        ("mornings", "org"),
    }
    diary = folder.parent / "old.lines"
    diary.write_text("line diary\nfirst day\n\nthird day\n", "utf-8")
    amp("import", "lines", str(diary))
    assert {entry["title"] for entry in json.loads(amp("list", "--json"))} == {
        "Tea",
        "first day",
        "third day",
    }


def _commands(folder: Path) -> Callable[..., str]:
    from amp_desktop.cli.main import Window, run

    file = folder.parent / "passphrase"
    file.write_text(PASSPHRASE, "utf-8")

    def amp(*arguments: str) -> str:
        out, err = TextIOWrapper(BytesIO(), "utf-8", write_through=True), StringIO()
        with redirect_stdout(out), redirect_stderr(err):
            nothing: Any = lambda *_: 1  # noqa: E731 - no window is asked for
            status = run(
                ["--journal", str(folder), "--passphrase-file", str(file), *arguments],
                Window(open=nothing, show=nothing, take_pictures=nothing, as_leaving=nothing),
            )
        assert status == 0, err.getvalue()
        return out.buffer.getvalue().decode()  # type: ignore[attr-defined]

    return amp


def _window(journal: Any, folder: Path) -> None:
    from dataclasses import replace

    from PySide6.QtWidgets import QApplication, QLabel

    app = QApplication([])
    from amp_desktop.domain.kinds.ritual import Ritual

    from amp_desktop.ui.actions.catalogue import catalogue
    from amp_desktop.ui.editing.title_edit import TitleEdit
    from amp_desktop.ui.pages import PAGES
    from amp_desktop.ui.palette.offers import offers
    from amp_desktop.ui.session import Session
    from amp_desktop.ui.shell.workspace import Workspace

    assert list(PAGES).index("rituals") < list(PAGES).index("share")
    assert {"new-ritual", "page-rituals", "page-breathing"} <= catalogue().keys()
    session = Session(journal)
    workspace = Workspace(session)
    workspace.resize(1200, 760)
    workspace.show()
    workspace.go_to("rituals")
    workspace.new_entry()
    page: Any = workspace.page()
    page.findChild(TitleEdit).setPlainText("Tea")
    assert workspace.flush()
    app.processEvents()
    (row,) = journal.rows().items
    assert (row.kind, row.title) == ("ritual", "Tea")
    session.save(replace(journal.entry(row.id), why="quiet hands", on_agenda=True))
    assert isinstance(journal.entry(row.id), Ritual)
    for name in PAGES:
        workspace.go_to(name)
        app.processEvents()
        assert workspace.page_name() == name
    workspace.go_to("breathing")
    assert any("Breathe in" in label.text() for label in workspace.page().findChildren(QLabel))
    assert offers is not None
    _share(workspace, journal)
    workspace.forget()


def _share(workspace: Any, journal: Any) -> None:
    """Choose the template and the format on the Share page, and copy what it shows."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication, QPushButton

    from amp_desktop.ui.share.candidate_rows import CandidateView
    from amp_desktop.ui.share.prepared import Preparer
    from amp_desktop.ui.share.preview import Preview
    from amp_desktop.ui.widgets.segments import SegmentedRow

    workspace.go_to("share")
    page = workspace.page()
    assert QApplication.focusWidget() is page.findChild(CandidateView), "a stray window took the focus"
    templates = next(b for b in page.findChildren(QPushButton) if b.accessibleName().startswith("Template"))
    assert templates.isVisible()
    next(action for action in templates.menu().actions() if action.text() == "My mornings").trigger()
    model = page.findChild(CandidateView).model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Kept up"]
    formats = next(row for row in page.findChildren(SegmentedRow) if row.accessibleName() == "Format")
    made = QEventLoop()
    page.findChild(Preparer).prepared.connect(made.quit)
    formats.choose([segment.text() for segment in formats.segments()].index("Org") + 1)
    made.exec()
    told = page.prepared().data.decode()
    assert told.startswith("#+title: My mornings\n* Kept up\n** Tea (Ritual · kept")
    assert page.findChild(Preview).shown_text() == told
    next(button for button in page.findChildren(QPushButton) if button.text() == "Copy").click()
    (share,) = journal.sharing.log().items
    assert (share.template, share.format, share.text) == ("mornings", "org", told)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
