"""What is done to several entries at once, each in one transaction and with a way back."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.text.tags import clean_tag
from amp_desktop.ui.kinds.row_words import shortened, untitled
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.undo_offer import UndoOffer

T = TypeVar("T")

Changed: TypeAlias = tuple[tuple[Entry, Entry], ...]
"""Entries as they were and as they are now."""

MOST_AT_ONCE = 500
"""So many are changed while the window waits, in a second or two; more are refused."""


class BulkAction(StrEnum):
    """What can be done to several entries."""

    TAG = "tag"
    LINK = "link"
    SHARE = "share"
    KEEP_PRIVATE = "keep private"
    PIN = "pin"
    UNPIN = "unpin"
    EXPORT = "export"
    BIN = "bin"
    RESTORE = "restore"
    DELETE = "delete"


class BulkActions(QObject):
    """Changes several entries, says so, and offers to undo it. The bin is the business of `BinActions`."""

    def __init__(self, session: Session, banner: Banner, offer: UndoOffer, owner: QWidget) -> None:
        super().__init__(owner)
        self._session = session
        self._banner = banner
        self._offer = offer
        self._owner = owner
        self._ids: tuple[UUID, ...] = ()

    def allows(self, ids: Sequence[UUID]) -> bool:
        """Whether these are few enough; else it says so."""
        if len(ids) <= MOST_AT_ONCE:
            return True
        self._offer.withdraw()
        self._banner.show_message(
            Tone.INFO,
            self.tr("That is more than can be changed at once."),
            self.tr("Choose %n entries at most.", "", MOST_AT_ONCE),
        )
        return False

    def do(self, action: BulkAction, ids: Sequence[UUID]) -> None:
        """Do one of the deeds; the three of the bin are not among them."""
        self._ids = tuple(ids)
        match action:
            case BulkAction.TAG:
                self._ask_for_tags()
            case BulkAction.LINK:
                self._ask_for_target()
            case BulkAction.SHARE:
                self._mark(Sharing.SHAREABLE, self.tr("shareable"))
            case BulkAction.KEEP_PRIVATE:
                self._mark(Sharing.PRIVATE, self.tr("private"))
            case BulkAction.PIN | BulkAction.UNPIN:
                self._pin(pinned=action is BulkAction.PIN)
            case BulkAction.EXPORT:
                self._ask_where_to()
            case _:
                raise ValueError(action)

    @Slot(object)
    def add_tags(self, tags: Sequence[str]) -> None:
        """Give these tags to the entries chosen last."""
        changed = self._change("tags", self._ids, lambda entry: (*entry.tags, *tags))
        shown = ", ".join(f"#{clean_tag(tag)}" for tag in tags)
        self._tell(changed, self.tr("{count} tagged {tags}."), tags=shown)

    def link(self, ids: Sequence[UUID], target: UUID) -> None:
        """Give entries a link to `target`."""
        self._ids = tuple(ids)
        self._link_to(target)

    @Slot(object)
    def _link_to(self, target: UUID) -> None:
        try:
            title = self._session.journal.entry(target).title or untitled()
        except JournalError as error:
            self._say(error)
            return
        others = [entry_id for entry_id in self._ids if entry_id != target]
        changed = self._change("links", others, lambda entry: tuple(dict.fromkeys((*entry.links, target))))
        self._tell(changed, self.tr("{count} linked to “{title}”."), title=shortened(title))

    def _ask_for_target(self) -> None:
        from amp_desktop.ui.entries.link_dialog import LinkDialog

        dialog = LinkDialog(len(self._ids), self._session, self._owner.window())
        dialog.chosen.connect(self._link_to)
        dialog.open()

    def _ask_for_tags(self) -> None:
        from amp_desktop.ui.entries.tag_dialog import TagDialog

        known = [counted.tag for counted in self._session.journal.tags()]
        dialog = TagDialog(len(self._ids), known, self._owner.window())
        dialog.chosen.connect(self.add_tags)
        dialog.open()

    def _mark(self, sharing: Sharing, word: str) -> None:
        """Self-care notes stay as they are: they cannot be marked shareable."""
        changed = self._change(
            "sharing",
            self._ids,
            lambda entry: entry.sharing if entry.IS_MOST_PRIVATE else sharing,
        )
        self._tell(changed, self.tr("{count} marked {word}."), word=word)

    def _pin(self, *, pinned: bool) -> None:
        changed = self._set_pinned(self._ids, pinned=pinned)
        if changed:
            words = self.tr("Pinned: it is in the side bar now.")
            if len(changed) > 1:
                words = self.tr("%n entries are pinned.", "", len(changed))
            if not pinned:
                words = self.tr("No longer pinned.")
            self._offer.make_undo(words, partial(self._pin_back, changed, pinned=not pinned))
        elif changed is not None:
            self._tell_nothing()

    def _pin_back(self, ids: Sequence[UUID], *, pinned: bool) -> object:
        if self._set_pinned(ids, pinned=pinned) is None:
            return False
        return partial(self._pin_back, ids, pinned=not pinned)

    def _set_pinned(self, ids: Sequence[UUID], *, pinned: bool) -> tuple[UUID, ...] | None:
        try:
            return self._session.pin(ids, pinned=pinned)
        except JournalError as error:
            self._say(error)
            return None

    def _ask_where_to(self) -> None:
        from amp_desktop.ui.platform.file_dialogs import choose_folder

        title = self.tr("A new or empty folder for the selected entries, readable by anyone who has it")
        choose_folder(self._owner.window(), title, Path.home(), self._export)

    @Slot(str)
    def _export(self, folder: str) -> None:
        from amp_desktop.exchange.export.export import ExportFormat

        export = partial(self._session.journal.maintenance.export, Path(folder), ids=self._ids)
        run_job(self, partial(export, ExportFormat.MARKDOWN), self._tell_exported, self._say)

    def _tell_exported(self, _: None) -> None:
        self._offer.withdraw()
        self._banner.show_message(
            Tone.GOOD,
            self.tr("Exported, private asides included."),
            self.tr("These copies are for you. For others, use the page “Share”."),
        )

    def _change(self, name: str, ids: Iterable[UUID], value: Callable[[Entry], object]) -> Changed | None:
        """Set one field of entries to what `value` makes of each; None when that failed."""

        def how(entry: Entry) -> Entry:
            fields: Any = {name: value(entry)}
            return replace(entry, **fields)

        return self._while_waiting(lambda: self._session.change(ids, how))

    def _while_waiting(self, does: Callable[[], T]) -> T | None:
        """Do it under the cursor that asks for patience; None when it failed, which is said."""
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return does()
        except JournalError as error:
            self._say(error)
            return None
        finally:
            QApplication.restoreOverrideCursor()

    def _tell(self, changed: Changed | None, sentence: str, **words: str) -> None:
        """Say what was done, and offer to undo it."""
        if changed:
            count = self.tr("%n entries", "", len(changed)) if len(changed) > 1 else self.tr("One entry")
            said = sentence.format(count=count, **words)
            self._offer.make_undo(said, partial(self._undo, changed))
        elif changed is not None:
            self._tell_nothing()

    def _tell_nothing(self) -> None:
        self._offer.withdraw()
        self._banner.show_message(Tone.INFO, self.tr("Nothing had to be changed."))

    def _undo(self, changed: Changed) -> object:
        """Take back what was changed, and nothing that was written since."""
        undone = self._while_waiting(lambda: self._session.take_back(changed))
        return False if undone is None else partial(self._undo, undone)

    def _say(self, error: JournalError) -> None:
        self._offer.withdraw()
        self._banner.show_error(error)
