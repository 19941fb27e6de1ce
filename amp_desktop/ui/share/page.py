"""The page on which the mentee decides what leaves."""

from contextlib import suppress
from datetime import date
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.kinds.meeting_casts import as_meeting
from amp_desktop.domain.share import Share
from amp_desktop.domain.summary import Format
from amp_desktop.journal.share_offer import ShareOffer
from amp_desktop.ui.page import Page
from amp_desktop.ui.pinning.asked_name import AskedName
from amp_desktop.ui.platform.clipboard import clear_clipboard
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.session import Session
from amp_desktop.ui.share.assembling import Assembling
from amp_desktop.ui.share.choosing import ChoosingPanel, ChoosingScroll
from amp_desktop.ui.share.comparing import Comparing
from amp_desktop.ui.share.leaving import LeavingPanel
from amp_desktop.ui.share.letting_out import LettingOut
from amp_desktop.ui.share.log import ShareDialog, ShareLogModel
from amp_desktop.ui.share.own_templates import OwnTemplates
from amp_desktop.ui.share.prepared import PreparedSummary, Preparer
from amp_desktop.ui.share.presenter import SharePresenter
from amp_desktop.ui.share.reading import Reading
from amp_desktop.ui.share.sides import Sides
from amp_desktop.ui.share.this_time import ThisTime
from amp_desktop.ui.widgets.banner import Banner


class SharePage(Page):
    """On the left what could leave, on the right what will.

    A tick, the audience, the time and the format all lead to one `PreparedSummary`: it is shown, and the very
    same is copied, saved and logged. While a newer one is being made, nothing can be copied or saved.

    Attributes:
        shown_day: A day to be shown in place of today's, for the sample and its pictures; mostly None.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.shown_day: date | None = None
        self._presenter = SharePresenter(session.journal)
        self._this_time = ThisTime(self._presenter, self)
        self._own_templates = OwnTemplates(session, self._presenter, self)
        self._name = AskedName(session, self)
        self._preparer = Preparer(self)
        self._reading: Reading | None = None
        self._taken: Reading | None = None
        self._stale = True
        self._banner = Banner()
        self._letting_out = LettingOut(session, self._presenter, self._banner, self)
        self._log = ShareLogModel(session.journal, self)
        self._choosing = ChoosingPanel(self._log)
        self._leaving = LeavingPanel(self)
        self._assembling = Assembling(session.journal, self._presenter, self._this_time, self._leaving, self)
        self._comparing = Comparing(session.journal.sharing, self._leaving, self._letting_out, self)
        self._lay_out()
        self._connect()

    def day(self) -> date:
        """The day it is for the mentee: the one place where the page asks."""
        return self.shown_day or self.session.today()

    def arrive(self) -> None:
        """Show what could leave now, with the ticks as they were."""
        seen = self._presenter.seen()
        if self._stale or seen is None or seen.day != self.day():
            self._reload()
        self._load_log()
        self._choosing.focus()

    def show_part(self, name: str) -> None:
        """Take the template of that id, or prepare a meeting ("meeting:"), or show what left ("share:")."""
        what, _, which = name.partition(":")
        if what == "share":
            share = self.session.journal.sharing.shared(UUID(which))
            if share is not None:
                self._show_share(share)
            return
        if what == "meeting":
            self._prepare_for(UUID(which))
            return
        self._choose_template(name)
        if self._presenter.made_by().is_of_pins and self._presenter.has_unticked():
            self._letting_out.offer_ticks(self._tick_all)

    def _prepare_for(self, meeting: UUID) -> None:
        """Make the mentor's page for a meeting: it looks back to the one held before."""
        try:
            self._presenter.meet(as_meeting(self.session.journal.entry(meeting)))
        except JournalError as error:
            self._banner.show_error(error)
            return
        self._show_brought()
        self._reload()

    def flush(self) -> bool:
        """Keep what was ticked; it is no text, and nothing waits for it."""
        with suppress(JournalError):
            self._presenter.flush()
        return True

    def forget(self) -> None:
        """Drop every word, and what we put on the clipboard."""
        self._preparer.forget()
        self._letting_out.forget()
        self._own_templates.forget()
        self._comparing.forget()
        self._reading = self._taken = None
        self._stale = True
        self._choosing.forget()
        self._leaving.forget()
        self._log.clear()
        self._banner.clear()
        self._presenter.forget()
        clear_clipboard()

    def prepared(self) -> PreparedSummary | None:
        """What leaves if the mentee says so; None while there is nothing, or while it is being made."""
        return self._leaving.summary()

    def showEvent(self, event: QShowEvent) -> None:
        """Be up to date."""
        super().showEvent(event)
        if self._stale and self._reading is not None:
            self._reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page shows either what leaves or the page, by two buttons."""
        super().resizeEvent(event)
        self._sides.fit(event.size().width())

    # Making

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        self._sides = Sides(ChoosingScroll(self._choosing), self._leaving, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(room // 2, room, room // 2, room // 2)
        column.setSpacing(room // 2)
        column.addWidget(self._banner)
        column.addWidget(self._sides, 1)

    def _connect(self) -> None:
        session = self.session
        for changed in (session.saved, session.moved, session.refreshed, session.day_changed):
            changed.connect(self._refresh_if_seen)
        self._connect_template()
        self._connect_choosing()
        self._connect_leaving()
        self._name.kept.connect(self._show_named)
        self._name.failed.connect(self._show_failure)
        self._this_time.changed.connect(self._show_chosen)
        self._this_time.failed.connect(self._show_failure)
        self._preparer.prepared.connect(self._assembling.hear)
        self._preparer.prepared.connect(self._leaving.show_summary)
        self._preparer.prepared.connect(self._comparing.hear)
        self._preparer.prepared.connect(self._show_staying)
        self._preparer.failed.connect(self._show_failure)
        self._comparing.failed.connect(self._show_failure)
        self._assembling.entry_requested.connect(self.entry_requested)

    def _connect_choosing(self) -> None:
        self._choosing.audience_edited.connect(self._edit_audience)
        self._choosing.audience_settled.connect(self._settle_audience)
        self._choosing.time_chosen.connect(self._choose_time)
        self._choosing.ticked.connect(self._tick)
        self._choosing.share_opened.connect(self._show_share)
        self._choosing.anew_wanted.connect(self._this_time.start_anew)
        rows = self._choosing.list
        rows.level_chosen.connect(self._this_time.set_level)
        rows.every_level_chosen.connect(self._this_time.set_every_level)
        rows.section_dropped.connect(self._this_time.leave_out_section)
        rows.section_brought.connect(self._this_time.bring_section)
        rows.fold_pressed.connect(self._open_fold)
        rows.all_wanted.connect(self._tick_all)
        rows.wording_wanted.connect(self._word_entry)
        rows.heading_wanted.connect(self._word_heading)
        self._choosing.section_moved.connect(self._this_time.move_section)

    def _connect_template(self) -> None:
        chip = self._choosing.template
        chip.chosen.connect(self._choose_template)
        chip.keep_wanted.connect(self._own_templates.keep)
        chip.change_wanted.connect(self._own_templates.change)
        chip.rename_wanted.connect(self._own_templates.rename)
        chip.delete_wanted.connect(self._own_templates.delete)
        for show in (self._show_brought, self._show_chosen):
            self._own_templates.changed.connect(show)
        self._own_templates.told.connect(self._letting_out.tell)
        self._own_templates.failed.connect(self._show_failure)

    def _connect_leaving(self) -> None:
        self._leaving.format_changed.connect(self._choose_format)
        self._leaving.preview.fineness_changed.connect(self._prepare)
        for part in (self._leaving.preview, self._leaving.found):
            part.worded.connect(self._this_time.word)
            part.taken_back.connect(self._this_time.take_back)
        found = self._leaving.found
        found.name_worded.connect(self._this_time.word_name)
        found.picture_chosen.connect(self._this_time.show_picture)
        found.link_worded.connect(self._this_time.lead)
        found.greeting_worded.connect(self._this_time.greet)
        found.closing_worded.connect(self._this_time.close_with)
        self._leaving.copy_requested.connect(self._copy_summary)
        self._leaving.save_requested.connect(self._ask_where)
        self._letting_out.left.connect(self._show_that_it_left)
        self._letting_out.meetings_changed.connect(self._reload)

    # What could leave

    @Slot()
    def _refresh_if_seen(self) -> None:
        self._stale = True
        if self.isVisible():
            self._reload()

    @Slot()
    def _reload(self) -> None:
        try:
            self._begin_reading()
        except JournalError as error:
            self._banner.show_error(error)

    def _begin_reading(self) -> None:
        if self._reading is None:
            mentor = self.session.journal.program.mentor
            self._presenter.audience = mentor or self.tr("my mentor")
            self._presenter.read_draft()
            self._presenter.format = self.session.journal.sharing.usual_format()
            self._presenter.bring()
            self._show_brought()
        reading = self._reading = self._presenter.reading(self.day())
        self._stale = False
        seen = self._presenter.look_back(self.day())
        self._choosing.show_times(seen, self._presenter.time(seen), reading.period)
        if reading.is_long:
            self._prepare()
            self._choosing.show_reading()
            run_job(self, reading.run, partial(self._take, reading), self._show_failure)
        else:
            self._take(reading, reading.run())

    def _take(self, reading: Reading, offer: ShareOffer) -> None:
        if reading is self._reading:
            self._taken = reading
            self._presenter.take(offer)
            self._show_chosen()

    @Slot(object, bool)
    def _tick(self, entries: tuple[UUID, ...], ticked: bool) -> None:
        self._presenter.tick(*entries, ticked=ticked)
        self._show_chosen()

    @Slot()
    def _tick_all(self) -> None:
        self._presenter.tick_all()
        self._show_chosen()

    @Slot(str)
    def _choose_template(self, template: str) -> None:
        was = self._presenter.made_by()
        try:
            self._presenter.choose_template(template)
        except JournalError as error:
            self._banner.show_error(error)
            return
        self._show_brought()
        made_by = self._presenter.made_by()
        self._reload() if was.is_of_all_time or made_by.is_of_all_time else self._show_chosen()
        if made_by.asks_for_name:
            self._name.ask_once()

    @Slot()
    def _show_named(self) -> None:
        self._choose_template(self._presenter.template)

    @Slot()
    def _show_brought(self) -> None:
        self._choosing.show_audience(self._presenter.audience)
        self._leaving.show_format(self._presenter.format)

    @Slot(object)
    def _open_fold(self, kind: Kind) -> None:
        self._presenter.open_fold(kind)
        self._choosing.show_groups(self._presenter.groups())

    @Slot()
    def _show_chosen(self) -> None:
        """Show what is chosen now, and make what leaves of it."""
        self._choosing.show_groups(self._presenter.groups())
        self._choosing.show_begun(self._presenter.is_begun())
        self._choosing.template.show_templates(
            self.session.journal.sharing.templates.all(),
            self._presenter.made_by(),
            is_changed=self._presenter.changes_template(),
        )
        self._choosing.list.show_left_out(self._presenter.left_out())
        self._prepare()

    @Slot(object)
    def _word_entry(self, entry_id: UUID) -> None:
        self._word_place(self._leaving.preview.first_place_of(str(entry_id)))

    @Slot(str)
    def _word_heading(self, section: str) -> None:
        self._word_place(f"heading:{section}")

    def _word_place(self, key: str) -> None:
        self._sides.show_page()
        self._leaving.preview.word_anew(key)

    @Slot()
    def _choose_time(self) -> None:
        self._presenter.choice = self._choosing.time.choice()
        self._presenter.dates = self._choosing.time.dates()
        self._reload()

    @Slot(str)
    def _edit_audience(self, audience: str) -> None:
        self._presenter.brought.keep_audience()
        self._presenter.audience = audience.strip()
        self._prepare()

    @Slot()
    def _settle_audience(self) -> None:
        seen = self._presenter.seen()
        if seen is not None and seen.audience != self._presenter.audience:
            self._reload()

    # What will

    @Slot(object)
    def _choose_format(self, form: Format) -> None:
        self._presenter.choose_format(form)
        self._prepare()

    @Slot()
    def _prepare(self) -> None:
        self._leaving.show_draft(self._presenter.draft)
        if self._taken is not self._reading:  # what could leave is being read anew, and may be less
            self._preparer.forget()
            self._leaving.show_updating()
            return
        preparation = self._presenter.preparation(self._leaving.preview.dots_per_inch())
        if preparation is not None:
            self._leaving.show_updating()
            self._preparer.ask(preparation)
        else:
            self._preparer.forget()
            self._leaving.show_nothing(self._presenter.candidates())

    @Slot(object)
    def _show_failure(self, error: JournalError) -> None:
        self._banner.show_error(error)

    # Leaving

    @Slot()
    def _copy_summary(self) -> None:
        summary = self.prepared()
        if summary is not None:
            self._letting_out.copy(summary)

    @Slot()
    def _ask_where(self) -> None:
        summary = self.prepared()
        if summary is not None:
            self._letting_out.ask_where(summary, self.day())

    @Slot(object)
    def _show_that_it_left(self, summary: PreparedSummary) -> None:
        self._choosing.show_groups(self._presenter.groups())
        if self._presenter.ticked() != frozenset(summary.disclosure.entries):
            self._prepare()
        self._load_log()

    @Slot(object)
    def _show_staying(self, summary: PreparedSummary) -> None:
        self._choosing.show_staying(self._presenter.ticked().difference(summary.disclosure.entries))

    def _load_log(self) -> None:
        try:
            self._log.load()
        except JournalError as error:
            self._banner.show_error(error)

    @Slot(object)
    def _show_share(self, share: Share) -> None:
        self._letting_out.show_dialog(ShareDialog(share, self))
