"""How a summary leaves the page: to the clipboard or into a file, first the log, then the door."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from amp_desktop.domain.errors import CancelledError, JournalError, NotLoggedError
from amp_desktop.domain.progress import Progress
from amp_desktop.domain.share import Share
from amp_desktop.protected_files import is_protected
from amp_desktop.ui.platform.jobs import Job, run_job
from amp_desktop.ui.session import Session
from amp_desktop.ui.share.asked_note import AskedNote
from amp_desktop.ui.share.prepared import PreparedSummary
from amp_desktop.ui.share.presenter import SharePresenter
from amp_desktop.ui.share.protect_dialog import ProtectDialog
from amp_desktop.ui.share.saving import choose_file, suggested_name
from amp_desktop.ui.share.ways_out import CopyOut, SaveOut, WayOut
from amp_desktop.ui.widgets.banner import Banner, Tone


class LettingOut(QObject):
    """Lets the summary leave that is shown, says so, and knows what can be noted or taken back then.

    Signals:
        left(PreparedSummary): It has left.
        meetings_changed(): What left was noted as for a meeting, or no longer.
    """

    left = Signal(object)
    meetings_changed = Signal()

    def __init__(self, session: Session, presenter: SharePresenter, banner: Banner, page: QWidget) -> None:
        super().__init__(page)
        self._session = session
        self._presenter = presenter
        self._banner = banner
        self._page = page
        self._asked_note = AskedNote(session)
        self._dialog: QDialog | None = None
        self._job: Job | None = None
        self._to_save: PreparedSummary | None = None
        self._next: Callable[[], object] | None = None
        self._meeting: Share | None = None
        banner.action_requested.connect(self._answer)

    def copy(self, summary: PreparedSummary) -> None:
        """Put it onto the clipboard."""
        self._leave(CopyOut(summary))

    def ask_where(self, summary: PreparedSummary, day: date) -> None:
        """Ask for a file, and save it there."""
        self._to_save = summary
        self.show_dialog(None)
        title, form = self.tr("Save the summary"), summary.format
        name = suggested_name(summary.file_stem, form, day)
        self._dialog = choose_file(self._page, title, form, name, self._save_to)

    def tell(self, sentence: str, take_back: Callable[[], None] | None) -> None:
        """Say what was done on the page, and offer to take it back."""
        self._expect(None)
        if take_back is None:
            self._banner.show_message(Tone.GOOD, sentence)
        else:
            self._next = partial(self._banner.tries, take_back)
            self._banner.show_undo(sentence)

    def offer_ticks(self, tick: Callable[[], object]) -> None:
        """Say that some of what is pinned is not ticked, and offer to tick it."""
        self._expect(partial(self._tick, tick))
        self._banner.show_message(
            Tone.INFO,
            self.tr("Some of what you pinned is private, and stays."),
            self.tr("Tick it on the left one by one, or all of it here. Nothing has left yet."),
            self.tr("Tick all of it"),
        )

    def _tick(self, tick: Callable[[], object]) -> None:
        self._banner.clear()
        tick()

    def show_dialog(self, dialog: QDialog | None) -> None:
        """Open a dialog in place of the one that is open."""
        former, self._dialog = self._dialog, dialog
        if former is not None and isValid(former):
            former.reject()
        if dialog is not None:
            dialog.open()

    def forget(self) -> None:
        """Close what is open and drop what waits for an answer."""
        self.show_dialog(None)
        if self._job is not None:
            self._job.cancel()
        self._job = self._to_save = self._meeting = None
        self._expect(None)

    def _expect(self, answer: Callable[[], object] | None) -> None:
        """What the button of the next message does."""
        self._asked_note.forget()
        self._next = answer

    @Slot()
    def _answer(self) -> None:
        answer, self._next = self._next, None
        if answer is not None:
            answer()

    # Leaving

    @Slot(str)
    def _save_to(self, path: str) -> None:
        summary, self._to_save = self._to_save, None
        if summary is None:
            return
        file = Path(path)
        if is_protected(file):
            take = partial(self._protect, summary, file)
            dialog = ProtectDialog(file.name, take, self._page.window())
            self.show_dialog(dialog)
        else:
            self._leave(SaveOut(summary, self._session.journal.sharing, file))

    def _protect(self, summary: PreparedSummary, file: Path, passphrase: str) -> None:
        """Encrypt what leaves beside the window; nothing of it is ever written plain."""

        def work(_: Progress) -> bytes:
            from amp_desktop.vault import age_files

            return age_files.encrypt(summary.data, passphrase, apart=True)

        self._expect(None)
        self._banner.show_message(Tone.INFO, self.tr("Protecting the file…"))
        self._job = run_job(self, work, partial(self._save_protected, summary, file), self._show_failure)

    def _save_protected(self, summary: PreparedSummary, file: Path, protected: bytes) -> None:
        if self._job is not None:  # else the journal is being locked
            self._job = None
            self._leave(SaveOut(summary, self._session.journal.sharing, file, protected))

    def _show_failure(self, error: JournalError) -> None:
        if not isinstance(error, CancelledError):
            self._banner.show_error(error)

    def _leave(self, way: WayOut, *, unlogged: bool = False) -> None:
        """First the log, then the door; where the log cannot be written, the mentee decides."""
        self._expect(None)
        try:
            share = self._presenter.let_out(way, unlogged=unlogged)
        except NotLoggedError as error:
            self._next = partial(self._leave, way, unlogged=True)
            self._banner.show_error(error, self.tr("Share it anyway"))
            return
        except JournalError as error:
            self._banner.show_error(error)
            return
        self._say_it_left(way, share)
        self.left.emit(way.summary)

    def _say_it_left(self, way: WayOut, share: Share | None) -> None:
        if share is None:
            self._banner.show_message(
                Tone.CARE, way.done(), self.tr("It is not in the list of what was shared.")
            )
        elif self._asked_note.take(way.summary):
            self._next = self._note_asked
            advice = f"{self._asked_note.advice(way.summary)} {way.advice()}"  # which may end in a command
            self._banner.show_message(Tone.GOOD, way.done(), advice, self.tr("Note that I asked"))
        else:
            if self._presenter.meeting is not None or not self._presenter.made_by().is_for_meeting:
                self._banner.show_message(Tone.GOOD, way.done(), way.advice())
                return
            self._meeting, self._next = share, self._note_meeting
            advice = self.tr("Was this for the meeting? {advice}").format(advice=way.advice())
            self._banner.show_message(Tone.GOOD, way.done(), advice, self.tr("Yes, for the meeting"))

    # Afterwards

    def _note_asked(self) -> None:
        try:
            noted = self._asked_note.turn()
        except JournalError as error:
            self._banner.show_error(error)
            return
        if noted:
            self._next = self._note_asked
            self._banner.show_undo(self.tr("Noted in the challenge, with the day."))
        else:
            self._banner.clear()

    def _note_meeting(self) -> None:
        self._set_meeting(was=True)

    def _take_meeting_back(self) -> None:
        self._set_meeting(was=False)

    def _set_meeting(self, *, was: bool) -> None:
        share = self._meeting
        assert share is not None  # it was offered
        try:
            self._session.journal.sharing.was_meeting(share.id, was)
        except JournalError as error:
            self._banner.show_error(error)
            return
        if was:
            self._next = self._take_meeting_back
            self._banner.show_undo(self.tr("Noted as a meeting: the next one looks back to today."))
        else:
            self._banner.clear()
        self.meetings_changed.emit()
