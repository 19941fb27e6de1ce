"""Every dialog of the program, made over a journal with something in it."""

import ast
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog

import amp_desktop.ui
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.share import Share
from amp_desktop.sharing import Difference, DifferingLine
from amp_desktop.ui.actions.keys_dialog import KeysDialog
from amp_desktop.ui.entries.inspector.history.history_dialog import HistoryDialog
from amp_desktop.ui.entries.link_dialog import LinkDialog
from amp_desktop.ui.entries.report_dialog import ProtectedReportDialog
from amp_desktop.ui.entries.tag_dialog import TagDialog
from amp_desktop.ui.finding.keep_dialog import KeepSearchDialog
from amp_desktop.ui.importing.task_list_dialog import TaskListDialog
from amp_desktop.ui.kinds.challenge.question_dialog import QuestionDialog
from amp_desktop.ui.pinning.dialog import TopicDialog
from amp_desktop.ui.pinning.name_dialog import NameDialog
from amp_desktop.ui.session import Session
from amp_desktop.ui.settings.archive_dialog import ArchiveDialog
from amp_desktop.ui.share.compare_dialog import CompareDialog
from amp_desktop.ui.share.log import ShareDialog
from amp_desktop.ui.share.protect_dialog import ProtectDialog
from amp_desktop.ui.share.template_name_dialog import TemplateNameDialog
from amp_desktop.ui.shell.curtain_dialog import CurtainDialog
from amp_desktop.ui.shell.quick_entry import QuickEntry
from amp_desktop.ui.shell.report_dialog import ReportDialog
from amp_desktop.ui.tags.dialog import TagsDialog
from amp_desktop.ui.templates.dialog import TemplatesDialog

DAY = date(2026, 7, 22)
NOTE = Note(title="A long day", body="As it was in the morning. " * 30, tags=("ci", "docs"), day=DAY)
STUCK = Challenge(title="The build ends", body="It ends with 3.", need="Where is the log?", day=DAY)
SHARE = Share(to_whom="my mentor", format="txt", text="What left.", sha256="0" * 64)

DIFFERING = (DifferingLine(Difference.NEW, "A line."), DifferingLine(Difference.REWORDED, "Two.", "2."))


def fill(session: Session) -> None:
    """Put into the journal what dialogs show: entries with tags, one of them with a version."""
    session.journal.save_entries([NOTE, Note(title="Another", tags=("docs",), day=DAY), STUCK])
    session.save(replace(NOTE, body="Quite different in the evening."))


def _report(_: Session) -> QDialog:
    dialog = ReportDialog()
    dialog.add("ValueError in amp_desktop/ui/page.py, line 3")
    return dialog


def _question(session: Session) -> QDialog:
    sharing = session.journal.sharing
    return QuestionDialog(sharing.question(STUCK), sharing)


DIALOGS: dict[str, Callable[[Session], QDialog]] = {
    "ArchiveDialog": lambda session: ArchiveDialog(session.journal),
    "CompareDialog": lambda _: CompareDialog(SHARE, DIFFERING),
    "CurtainDialog": lambda session: CurtainDialog(session.journal, str),
    "HistoryDialog": lambda session: HistoryDialog(session.journal, session.journal.entry(NOTE.id)),
    "KeepSearchDialog": lambda session: KeepSearchDialog(session, "tag:docs"),
    "KeysDialog": lambda _: KeysDialog(),
    "LinkDialog": lambda session: LinkDialog(2, session),
    "NameDialog": lambda _: NameDialog("@ada"),
    "QuestionDialog": _question,
    "ReportDialog": _report,
    "ShareDialog": lambda _: ShareDialog(SHARE),
    "ProtectDialog": lambda _: ProtectDialog("meeting.pdf.age", str),
    "ProtectedReportDialog": lambda session: ProtectedReportDialog(session.journal, NOTE.id, DAY),
    "QuickEntry": lambda session: QuickEntry(session),
    "TagDialog": lambda _: TagDialog(2, ["ci", "docs"]),
    "TagsDialog": lambda session: TagsDialog(session),
    "TaskListDialog": lambda session: TaskListDialog(session),
    "TemplateNameDialog": lambda _: TemplateNameDialog("Rename this template", "For Ada", str),
    "TemplatesDialog": lambda session: TemplatesDialog(session.journal.templates),
    "TopicDialog": lambda _: TopicDialog(1, tuple(STUCK.facts())),
}
"""A maker of each by the name of its class."""


def dialog_classes() -> dict[str, str]:
    """Every class of a dialog in the program, with the class that it is made from."""
    found: dict[str, str] = {}
    for file in sorted(Path(amp_desktop.ui.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                bases = [base.id for base in node.bases if isinstance(base, ast.Name)]
                found.update((node.name, base) for base in bases if base.endswith("Dialog"))
    return found
