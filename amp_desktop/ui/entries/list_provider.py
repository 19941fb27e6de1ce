"""What a page's list asks for: tags, templates, the calendar, how many are in the bin."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.query import EntryQuery
from amp_desktop.ui.entries.list.list_pane import ListPane
from amp_desktop.ui.session import Session

if TYPE_CHECKING:
    from amp_desktop.ui.calendar.panel import CalendarPanel


class ListProvider(QObject):
    """Gives it to the list when it is asked, and opens the dialogs that belong to it."""

    def __init__(self, session: Session, pane: ListPane, only: Kind | None, page: QWidget) -> None:
        """Begin to provide.

        Args:
            session: Whose journal is asked.
            pane: The list.
            only: The kind of the page; None on the page of all entries.
            page: Over its window dialogs lie.
        """
        super().__init__(page)
        self._session = session
        self._only = only
        self._page = page
        pane.offer_templates(self._templates)
        pane.offer_calendar(self._make_calendar)
        pane.offer_tags(self._tags)
        pane.offer_emptying(self._count_bin)
        pane.keeping_requested.connect(self._keep_search)
        pane.templates_requested.connect(self._edit_templates)

    def _templates(self) -> tuple[EntryTemplate, ...]:
        templates = self._session.journal.templates
        return templates.serving(self._only) if self._only else templates.all()

    def _make_calendar(self) -> "CalendarPanel":
        from amp_desktop.ui.calendar.panel import CalendarPanel  # few open it, and nobody at the start

        return CalendarPanel(self._session)

    def _tags(self) -> tuple[str, ...]:
        """Every tag, the one used most first."""
        counted = sorted(self._session.journal.tags(), key=lambda counted: -counted.entries)
        return tuple(one.tag for one in counted)

    def _count_bin(self, query: EntryQuery) -> int:
        return self._session.journal.bin.count(query)

    @Slot(str)
    def _keep_search(self, typed: str) -> None:
        from amp_desktop.ui.finding.keep_dialog import ask_to_keep

        ask_to_keep(self._page, self._session, typed)

    @Slot()
    def _edit_templates(self) -> None:
        from amp_desktop.ui.templates.dialog import open_templates  # it shows pages of text as this one does

        open_templates(self._page, self._session.journal.templates)
