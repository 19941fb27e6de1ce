"""The page on which entries of an export are added to the journal."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.exchange.importers.registry import IMPORTERS
from amp_desktop.journal.importing import ImportDone, ImportPlan, problem_lines
from amp_desktop.ui.importing.labels import done_title, plan_lines, plan_title, taken_back_words
from amp_desktop.ui.page import Page
from amp_desktop.ui.platform.file_dialogs import choose_file
from amp_desktop.ui.platform.jobs import Job, run_job
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.page_header import PageHeader
from amp_desktop.ui.widgets.reading_column import ScrollPage

T = TypeVar("T")

MOST_PROBLEMS = 20


class ImportPage(Page):
    """Choose a file, see what would come of it, add it, and take it back.

    Its steps stand on top of each other: choosing, work under way, what would be done, what was done.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self._job: Job | None = None
        self._plan: ImportPlan | None = None
        self._done: ImportDone | None = None
        self._banner = Banner()
        self._steps = QStackedWidget()
        self._choose = self._choosing()
        self._work = self._working()
        self._look = self._looking()
        self._end = self._ending()
        for step in (self._choose, self._work, self._look, self._end):
            self._steps.addWidget(step)
        scroll = ScrollPage()
        scroll.column.addWidget(
            PageHeader(
                self.tr("Import"),
                self.tr("Nothing changes until you have seen what would be added, and you can undo it."),
            )
        )
        scroll.column.addWidget(self._banner)
        scroll.column.addWidget(self._steps)
        scroll.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def arrive(self) -> None:
        """Be ready to choose."""
        self._file_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Call off what is under way, and drop every word."""
        if self._job is not None:
            self._job.cancel()
        self._plan = self._done = None
        self._begin_again()

    # The steps

    def _choosing(self) -> QWidget:
        step, column = _step()
        self._file_button = primary_button(self.tr("Choose a file…"), "folder-open")
        self._file_button.clicked.connect(self._choose_file)
        known = ", ".join(importer.label for importer in IMPORTERS.values())
        column.addWidget(self._file_button, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(label(self.tr("What can be imported: {formats}.").format(formats=known), "muted"))
        return step

    def _working(self) -> QWidget:
        step, column = _step()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of the import"))
        cancel = secondary_button(self.tr("Cancel"), "x")
        cancel.clicked.connect(self._cancel)
        column.addWidget(self._bar)
        column.addWidget(cancel, 0, Qt.AlignmentFlag.AlignLeading)
        return step

    def _looking(self) -> QWidget:
        step, column = _step()
        self._told = label("", "strong")
        self._lines = label("")
        self._problems = label("", "care")
        self._add = primary_button(self.tr("Add them"), "download")
        self._add.clicked.connect(self._carry_out)
        other = quiet_button(self.tr("Choose another file"), "rotate-ccw")
        other.clicked.connect(self._begin_again)
        buttons = QHBoxLayout()
        buttons.addWidget(self._add)
        buttons.addWidget(other)
        buttons.addStretch(1)
        for part in (self._told, self._lines, self._problems):
            column.addWidget(part)
        column.addLayout(buttons)
        return step

    def _ending(self) -> QWidget:
        step, column = _step()
        self._ended = label("", "strong")
        self._backed_up = label("", "muted")
        self._not_taken = label("", "care")
        back = secondary_button(self.tr("Undo the import"), "undo-2")
        back.clicked.connect(self._take_back)
        other = quiet_button(self.tr("Import something else"), "download")
        other.clicked.connect(self._begin_again)
        buttons = QHBoxLayout()
        buttons.addWidget(back)
        buttons.addWidget(other)
        buttons.addStretch(1)
        for part in (self._ended, self._backed_up, self._not_taken):
            column.addWidget(part)
        column.addLayout(buttons)
        return step

    # What is done

    @Slot()
    def _choose_file(self) -> None:
        endings = " ".join(f"*{suffix}" for importer in IMPORTERS.values() for suffix in importer.suffixes)
        kinds = self.tr("What can be imported ({endings})").format(endings=endings)
        choose_file(self, self.tr("What to import"), Path.home(), kinds, self.look_at)

    def look_at(self, path: str) -> None:
        """Read a file, and show what importing it would do."""
        importing = self.session.journal.importing
        self._banner.clear()
        self._run(lambda progress: importing.plan(Path(path), progress=progress), self._show_plan)

    def _show_plan(self, plan: ImportPlan) -> None:
        self._job = None
        self._plan = plan
        self._told.setText(plan_title(plan))
        _say(self._lines, plan_lines(plan))
        _say(self._problems, self._problem_words(problem_lines(plan.problems)))
        self._add.setVisible(bool(plan.new))
        self._steps.setCurrentWidget(self._look)
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _carry_out(self) -> None:
        plan, importing = self._plan, self.session.journal.importing
        if plan is not None:
            self._run(lambda progress: importing.carry_out(plan, progress), self._show_done)

    def _show_done(self, done: ImportDone) -> None:
        self._job = None
        self._plan, self._done = None, done
        self._ended.setText(done_title(done))
        self._backed_up.setText(
            self.tr("A backup of the journal as it was before is in {folder}.").format(
                folder=done.backup.path.parent
            )
        )
        _say(self._not_taken, self._problem_words(problem_lines(done.problems)))
        self._steps.setCurrentWidget(self._end)
        self.session.refreshed.emit()

    @Slot()
    def _take_back(self) -> None:
        done, self._done = self._done, None
        if done is None:
            return
        try:
            removed = self.session.journal.importing.take_back(done)
        except JournalError as error:
            self._done = done
            self._banner.show_error(error)
            return
        self._begin_again()
        self._banner.show_message(Tone.GOOD, taken_back_words(removed, len(done.entries)))
        self.session.refreshed.emit()

    @Slot()
    def _begin_again(self) -> None:
        self._plan = None
        self._banner.clear()
        self._steps.setCurrentWidget(self._choose)

    @Slot()
    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _run(self, work: Callable[[Progress], T], done: Callable[[T], None]) -> None:
        self._bar.setRange(0, 0)
        self._steps.setCurrentWidget(self._work)
        self._job = run_job(self, work, done, self._failed, self._show_progress)

    def _failed(self, error: JournalError) -> None:
        self._job = None
        self._begin_again()
        self._banner.show_error(error)

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _problem_words(self, lines: list[str]) -> list[str]:
        if not lines:
            return []
        shown = [self.tr("Not imported:"), *lines[:MOST_PROBLEMS]]
        if len(lines) > MOST_PROBLEMS:
            shown.append(self.tr("… and {count} more.").format(count=len(lines) - MOST_PROBLEMS))
        return shown


def _step() -> tuple[QWidget, QVBoxLayout]:
    step = QWidget()
    column = QVBoxLayout(step)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(step.fontMetrics().height())
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return step, column


def _say(where: QLabel, lines: list[str]) -> None:
    where.setVisible(bool(lines))
    where.setText("\n".join(lines))
