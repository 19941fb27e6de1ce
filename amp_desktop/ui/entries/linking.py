"""Links on a page of entries: offered while one types, followed, made good, and kept when a title changes."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from amp_desktop.domain.changes import Change
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.kinds.registry import USUAL_KIND
from amp_desktop.journal.links import Retitled
from amp_desktop.ui.completing.watch import CompletionWatch
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.entries.editor.link_following import LinkFollowing
from amp_desktop.ui.entries.entries_view import EntriesView
from amp_desktop.ui.entries.title_change import Joining
from amp_desktop.ui.kinds.row_words import shortened
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.undo_offer import UndoOffer


class Linking(QObject):
    """What a page does about links.

    Attributes:
        entry_requested: Go to that entry; carries its id.
        join_requested: Links are to follow although they join those of another entry; carries `Joining`.
    """

    entry_requested = Signal(object)
    join_requested = Signal(object)

    def __init__(
        self, session: Session, entries_view: EntriesView, offer: UndoOffer, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._notice = entries_view.notice
        self._offer = offer
        self._completing = CompletionWatch(entries_view, session, entries_view.editor.title)
        self._completing.making_requested.connect(self._make_behind)
        for text in entries_view.editor.texts.known:
            self._follow_links_of(text)
        entries_view.editor.texts.added.connect(self._follow_links_of)
        entries_view.editor.title_requested.connect(self.follow)

    def forget(self) -> None:
        """Offer nothing any more."""
        self._completing.forget()

    @Slot(str)
    def follow(self, title: str) -> None:
        """Go to the entry that a link means, or offer to make it."""
        try:
            meant = self._session.journal.links.titled(title)
        except JournalError as error:
            self._notice.show_error(error)
            return
        if meant is not None:
            self.entry_requested.emit(meant)
        else:
            sentence = self.tr("No entry is called “{title}” yet.").format(title=shortened(title))
            self._offer.make(sentence, self.tr("Make it"), partial(self._make_and_go, title))

    @Slot(object)
    def say_followed(self, retitled: Retitled) -> None:
        """Say that links followed a title, and offer the way back."""
        sentence = self.tr("“{former}” is now called “{title}”.").format(
            former=shortened(retitled.former), title=shortened(retitled.title)
        )
        count = retitled.followed
        advice = self.tr("The links in one entry follow it.")
        if count > 1:
            advice = self.tr("The links in %n entries follow it.", "", count)
        self._offer.make_undo(sentence, partial(self._take_back, retitled.changes), advice=advice)

    @Slot(object)
    def ask_to_join(self, joining: Joining) -> None:
        """Ask whether links are to follow to a title that another entry bears too."""
        sentence = self.tr("Another entry is called “{title}”, too.").format(title=shortened(joining.title))
        former, count = shortened(joining.former), joining.entries
        advice = self.tr("The links in one entry still say “{former}”. If they follow, they lead to both.")
        if count > 1:
            advice = self.tr(
                "The links in %n entries still say “{former}”. If they follow, they lead to both.", "", count
            )
        join = partial(self.join_requested.emit, joining)
        self._offer.make(sentence, self.tr("Let them follow"), join, advice=advice.format(former=former))

    @Slot(object)
    def _follow_links_of(self, text: BodyEdit) -> None:
        LinkFollowing(text).title_requested.connect(self.follow)

    @Slot(str)
    def _make_behind(self, title: str) -> None:
        """Make the entry of a link that was just written, and stay where one writes."""
        made = self._make(title)
        if made is not None:
            sentence = self.tr("“{title}” is a new note.").format(title=shortened(title))
            self._offer.make(sentence, self.tr("Go there"), partial(self.entry_requested.emit, made))

    def _make_and_go(self, title: str) -> None:
        made = self._make(title)
        if made is not None:
            self.entry_requested.emit(made)

    def _make(self, title: str) -> UUID | None:
        from dataclasses import replace

        try:
            note = self._session.journal.new_entry(USUAL_KIND)
            return self._session.save(replace(note, title=title)).id
        except JournalError as error:
            self._notice.show_error(error)
            return None

    def _take_back(self, changes: tuple[Change, ...]) -> None:
        try:
            self._session.take_back(changes)
        except JournalError as error:
            self._notice.show_error(error)
