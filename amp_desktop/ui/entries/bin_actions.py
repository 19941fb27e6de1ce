"""To the bin, back from it, gone for ever, and the bin emptied: what is said and what is done."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Literal
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.progress import Progress
from amp_desktop.domain.query import EntryQuery
from amp_desktop.ui.kinds.row_words import shortened
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.undo_offer import UndoOffer

Back = Callable[[], object]
"""What takes back what was just done."""


class BinActions(QObject):
    """Moves entries or empties the bin, and says over the text what can be done about it.

    Attributes:
        returned: An entry was brought back and can be shown; carries its id.
        deleted: An entry was deleted for ever; carries its id.
    """

    returned = Signal(object)
    deleted = Signal(object)

    def __init__(self, session: Session, banner: Banner, offer: UndoOffer, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._banner = banner
        self._offer = offer

    def put(self, title: str, *ids: UUID) -> bool:
        """Move entries to the bin and offer to undo it; False when that failed.

        Args:
            title: What to call it where it is one alone.
            ids: Which.
        """
        try:
            self._session.put_in_bin(ids)
        except JournalError as error:
            self._say(error)
            return False
        sentence = self.tr("“{title}” is in the bin.").format(title=shortened(title))
        if len(ids) > 1:
            sentence = self.tr("%n entries are in the bin.", "", len(ids))
        self._offer.make_undo(sentence, partial(self._take_out, ids))
        return True

    def restore(self, *ids: UUID) -> None:
        """Bring entries back from the bin."""
        back = self._take_out(ids)
        if back:
            self._offer.remember(back)

    def _take_out(self, ids: Sequence[UUID]) -> Back | Literal[False]:
        try:
            self._session.take_from_bin(ids)
        except JournalError as error:
            self._say(error)
            return False
        self._offer.forget_offer()
        self.returned.emit(ids[0])
        return partial(self._put_in_again, ids)

    def _put_in_again(self, ids: Sequence[UUID]) -> Back | Literal[False]:
        try:
            self._session.put_in_bin(ids)
        except JournalError as error:
            self._say(error)
            return False
        return partial(self._take_out, ids)

    def ask_to_delete(self, title: str, *ids: UUID) -> None:
        """Ask whether entries are to be deleted for ever."""
        sentence = self.tr("Delete “{title}” for ever?").format(title=shortened(title))
        if len(ids) > 1:
            sentence = self.tr("Delete %n entries for ever?", "", len(ids))
        self._offer.make(
            sentence,
            self.tr("Delete for ever"),
            partial(self._delete_now, ids),
            advice=self._what_stays(ids),
            tone=Tone.CARE,
        )

    def ask_to_empty(self, among: EntryQuery, entries: int) -> None:
        """Ask whether so many entries are to be deleted for ever: all in the bin that `among` means."""
        one = self.tr("Delete the one entry in the bin for ever?")
        many = self.tr("Delete all %n entries in the bin for ever?", None, entries)
        self._offer.make(
            one if entries == 1 else many,
            self.tr("Delete for ever"),
            partial(self._empty_now, among),
            advice=self._what_stays(self._session.journal.bin.ids(among)),
            tone=Tone.CARE,
        )

    def forget(self) -> None:
        """Offer nothing any more."""
        self._offer.forget()

    def _delete_now(self, ids: Sequence[UUID]) -> None:
        try:
            self._session.delete_for_ever(ids)
        except JournalError as error:
            self._say(error)
            return
        for entry_id in ids:
            self.deleted.emit(entry_id)
        self._offer_log(self._session.journal.bin.gone(ids))

    def _empty_now(self, among: EntryQuery) -> None:
        """Empty the bin by a job: it may hold thousands."""
        journal = self._session.journal
        self._offer.withdraw()
        self._banner.show_message(Tone.INFO, self.tr("The bin is being emptied…"))

        def work(progress: Progress) -> tuple[int, tuple[UUID, ...]]:
            ids = journal.bin.ids(among)
            return journal.bin.empty(among, progress=progress), journal.bin.gone(ids)

        run_job(self, work, self._emptied, self._failed)

    def _emptied(self, done: tuple[int, tuple[UUID, ...]]) -> None:
        entries, gone = done
        one = self.tr("One entry was deleted for ever.")
        many = self.tr("%n entries were deleted for ever.", None, entries)
        self._offer.withdraw()
        self._banner.show_message(Tone.GOOD, one if entries == 1 else many)
        self._session.refreshed.emit()
        self._offer_log(gone)

    def _what_stays(self, ids: Sequence[UUID]) -> str:
        """Who still has entries that are deleted for ever."""
        if not self._session.journal.sharing.count_logged(ids):
            return self.tr("Earlier versions and attachments go too. Only a backup still has them.")
        return self.tr(
            "Earlier versions and attachments go too. Backups still have them, and the share log keeps "
            "what was shared of them."
        )

    def _offer_log(self, ids: Sequence[UUID]) -> None:
        """Entries are gone: offer to delete from the share log, too, what it holds of them."""
        texts = self._session.journal.sharing.count_logged(ids)
        if not texts:
            return
        advice = self.tr(
            "Deleting it there removes the whole text of a summary. "
            "The log still says when it was shared, and with whom."
        )
        self._offer.make(
            self.tr("Deleted for ever. One summary in the share log still quotes it.")
            if texts == 1
            else self.tr("Deleted for ever. %n summaries in the share log still quote it.", None, texts),
            self.tr("Delete it there, too"),
            partial(self._delete_from_log, ids),
            advice=advice,
            tone=Tone.CARE,
        )

    def _delete_from_log(self, ids: Sequence[UUID]) -> None:
        try:
            texts = self._session.journal.sharing.delete_from_log(ids)
        except JournalError as error:
            self._say(error)
            return
        one = self.tr("The text of one summary was deleted from the share log.")
        many = self.tr("The texts of %n summaries were deleted from the share log.", None, texts)
        self._banner.show_message(Tone.GOOD, one if texts == 1 else many)
        self._session.refreshed.emit()

    def _failed(self, error: JournalError) -> None:
        self._say(error)
        self._session.refreshed.emit()

    def _say(self, error: JournalError) -> None:
        self._offer.withdraw()
        self._banner.show_error(error)
