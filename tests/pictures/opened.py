"""What opens in the window: entries of the kinds that have a page of their own make, and dialogs."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.evaluation import Evaluation
from amp_desktop.domain.kinds.incident import Incident
from amp_desktop.domain.kinds.reflection import Reflection
from amp_desktop.domain.query import EntryQuery
from amp_desktop.journal import Journal
from amp_desktop.ui.importing.task_list_dialog import TaskListDialog
from amp_desktop.ui.kinds.challenge.question_dialog import QuestionDialog
from amp_desktop.ui.share.protect_dialog import ProtectDialog
from amp_desktop.ui.shell.workspace import Workspace
from amp_desktop.ui.widgets.private_text_edit import PrivateTextEdit

TASKS = """\
Before the midterm
- [x] Split the fetcher from the parser
- [ ] Write the fuzz target
  - [ ] Collect a corpus
- [ ] Ask for a second review
"""


def opened(workspace: Workspace) -> Iterator[tuple[str, QWidget]]:
    """Open one after the other, and tell the name of each."""
    journal = workspace.session.journal
    for kind in (Evaluation, Reflection, Incident):
        _open(workspace, kind)
        yield kind.KIND, workspace
    for name, dialog in _dialogs(workspace, journal):
        dialog.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        dialog.show()
        yield name, dialog
        dialog.close()
        dialog.deleteLater()


def _open(workspace: Workspace, kind: type[Entry]) -> None:
    """The newest entry of that kind; a new one, which is not kept, where there is none."""
    newest = _newest(workspace.session.journal, kind)
    if newest is not None:
        workspace.show_entry(newest.id)
    else:
        workspace.begin_kind(kind.KIND)


def _newest(journal: Journal, kind: type[Entry]) -> Entry | None:
    return next(journal.entries(EntryQuery(kinds=frozenset({kind.KIND}))), None)


def _dialogs(workspace: Workspace, journal: Journal) -> Iterator[tuple[str, QDialog]]:
    challenge = _newest(journal, Challenge)
    if isinstance(challenge, Challenge):
        sharing = journal.sharing
        yield "question", QuestionDialog(sharing.question(challenge), sharing, workspace)
    tasks = TaskListDialog(workspace.session, workspace)
    tasks.findChildren(PrivateTextEdit)[0].setPlainText(TASKS)
    yield "task-list", tasks
    yield "protect", ProtectDialog("meeting.pdf.age", str, workspace)
