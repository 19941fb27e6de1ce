"""Texts that are put together over weeks: what is new in them, own words, and where each line comes from."""

from PySide6.QtCore import QObject, Signal, Slot

from amp_desktop.domain.agenda import entry_of
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.summary import Place
from amp_desktop.journal import Journal
from amp_desktop.ui.kinds.registry import view_of
from amp_desktop.ui.kinds.row_words import shortened, title_of_entry
from amp_desktop.ui.share.leaving import LeavingPanel
from amp_desktop.ui.share.prepared import PreparedSummary
from amp_desktop.ui.share.presenter import SharePresenter
from amp_desktop.ui.share.this_time import ThisTime
from amp_desktop.ui.style.dates import medium_day


class Assembling(QObject):
    """Stands between the page and an assembled text.

    Signals:
        entry_requested(UUID): The entry of a line is to be shown.
    """

    entry_requested = Signal(object)

    def __init__(
        self,
        journal: Journal,
        presenter: SharePresenter,
        this_time: ThisTime,
        leaving: LeavingPanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._presenter, self._this_time, self._leaving = presenter, this_time, leaving
        leaving.preview.tell_origins(self._origin)
        leaving.preview.entry_wanted.connect(self._show)
        leaving.found.entry_wanted.connect(self._show)
        leaving.found.seen_through.connect(self._see)
        leaving.found.own_wanted.connect(self._write_own)

    @Slot(object)
    def hear(self, summary: PreparedSummary) -> None:
        """A text was made: the first time all of it counts as seen, and what is bare can be written in."""
        template = self._presenter.made_by()
        if template.is_assembled and self._presenter.draft.seen is None:
            self._this_time.see(summary.disclosure.places)
        open_keys = [
            (section.own_key, section.heading)
            for section in template.sections
            if section.belongs and section.own_key not in summary.disclosure.places
        ]
        self._leaving.found.offer_own(open_keys)

    @Slot()
    def _see(self) -> None:
        summary = self._leaving.summary()
        if summary is not None:
            self._this_time.see(summary.disclosure.places)

    @Slot(str)
    def _write_own(self, key: str) -> None:
        sections = self._presenter.made_by().sections
        section = next((one for one in sections if one.own_key == key), None)
        if section is not None:
            self._leaving.preview.write_at(Place(key=key, source=section.belongs))

    @Slot(str)
    def _show(self, key: str) -> None:
        entry_id = entry_of(key)
        if entry_id is not None:
            self.entry_requested.emit(entry_id)

    def _origin(self, key: str) -> str:
        """Where a line comes from, in words; empty for what comes from no entry."""
        entry_id = entry_of(key)
        if entry_id is None:
            return ""
        try:
            entry = self._journal.entry(entry_id)
        except JournalError:  # it is gone, and its line goes too
            return ""
        title = shortened(title_of_entry(entry))
        words = self.tr("From: {kind} “{title}”, {day}")
        return words.format(kind=view_of(entry).name(), title=title, day=medium_day(entry.day))
