"""What is done to several entries at once, each in one transaction and with a way back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from operator import methodcaller
from pathlib import Path
from typing import Any, TypeAlias, TypeVar
from uuid import UUID

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QApplication, QWidget

from amp_desktop.domain.afterwards import AFTERWARDS_TAG
from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.evidence import TOPICS, facts_to_pin
from amp_desktop.domain.pins import Pin
from amp_desktop.domain.text.tags import clean_tag
from amp_desktop.ui.kinds.row_words import shortened, title_of_entry
from amp_desktop.ui.pinning.labels import topic_words
from amp_desktop.ui.platform.jobs import run_job
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.ui.widgets.undo_offer import UndoOffer

T = TypeVar("T")

Changed: TypeAlias = tuple[tuple[Entry, Entry], ...]
"""Entries as they were and as they are now."""

MOST_WAITED_FOR = 200
"""So many are changed while the window waits, in a fifth of a second; more are changed beside it."""


class BulkAction(StrEnum):
    """What can be done to several entries."""

    TAG = "tag"
    LINK = "link"
    SHARE = "share"
    KEEP_PRIVATE = "keep private"
    SEAL = "seal"
    UNSEAL = "unseal"
    PIN = "pin"
    UNPIN = "unpin"
    EVIDENCE = "evidence"
    AFTERWARDS = "afterwards"
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

    def do(self, action: BulkAction, ids: Sequence[UUID]) -> None:
        """Do one of the actions; the three of the bin are not among them."""
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
            case BulkAction.SEAL | BulkAction.UNSEAL:
                self._seal(seal=action is BulkAction.SEAL)
            case BulkAction.PIN | BulkAction.UNPIN:
                self._pin(pinned=action is BulkAction.PIN)
            case BulkAction.EVIDENCE:
                self._ask_for_topic()
            case BulkAction.AFTERWARDS:
                self.add_tags((AFTERWARDS_TAG,))
            case BulkAction.EXPORT:
                self._ask_where_to()
            case _:
                raise ValueError(action)

    @Slot(object)
    def add_tags(self, tags: Sequence[str]) -> None:
        """Give these tags to the entries chosen last."""
        shown = ", ".join(f"#{clean_tag(tag)}" for tag in tags)
        tell = partial(self._tell, self.tr("{count} tagged {tags}."), tags=shown)
        self._change("tags", self._ids, lambda entry: (*entry.tags, *tags), tell)

    def link(self, ids: Sequence[UUID], target: UUID) -> None:
        """Give entries a link to `target`."""
        self._ids = tuple(ids)
        self._link_to(target)

    def set_state(self, ids: Sequence[UUID], state: str, words: str, advice: str) -> None:
        """Put entries into a status.

        Args:
            ids: Which.
            state: The status.
            words: What it is called.
            advice: What there is to say beside it, as a question perhaps; it stops nobody.
        """
        change = partial(self._session.journal.change_entries, tuple(ids), methodcaller("with_state", state))
        self._do_beside(len(ids), change, partial(self._tell_state, words=words, advice=advice))

    def _tell_state(self, changed: Changed, *, words: str, advice: str) -> None:
        if not changed:
            return
        title = shortened(title_of_entry(changed[0][1]))
        said = self.tr("“{title}”: {state}.").format(title=title, state=words.lower())
        if len(changed) > 1:
            said = self.tr("%n entries: {state}.", "", len(changed)).format(state=words.lower())
        self._offer.make_undo(said, partial(self._undo, changed), advice=advice)

    @Slot(str, str)
    def pin_to(self, topic: str, fact: str) -> None:
        """Pin the entries chosen last, or one fact of a single one, to a topic of evidence."""
        pin = partial(self._session.journal.evidence.pin, self._ids, topic, fact)
        tell = partial(self._tell_evidence, self._ids, topic_words(TOPICS[topic]))
        self._do_beside(len(self._ids), pin, tell)

    def _tell_evidence(self, ids: Sequence[UUID], topic: str, changed: Changed) -> None:
        """Say what was pinned, and that what is sealed among the chosen ones was not."""
        unchanged = {*ids} - {after.id for _, after in changed}
        sealed = self._while_waiting(partial(self._session.journal.evidence.sealed_among, unchanged))
        words = ""
        if sealed:
            words = self.tr("One sealed entry was left out: sealed entries are on no board.")
        if sealed and sealed > 1:
            words = self.tr("%n sealed entries were left out: sealed entries are on no board.", "", sealed)
        if changed or not words:
            self._tell(self.tr("{count} pinned to “{topic}”."), changed, advice=words, topic=topic)
        else:
            self._offer.withdraw()
            self._banner.show_message(Tone.INFO, words)

    def take_off(self, entry_id: UUID, pin: Pin) -> None:
        """Take an entry, or one fact of it, off a topic of evidence."""
        topic = TOPICS.get(pin.topic)
        unpin = partial(self._session.journal.evidence.unpin, [entry_id], pin.topic, pin.fact)
        words = topic_words(topic) if topic is not None else pin.topic
        self._do_beside(1, unpin, partial(self._tell, self.tr("Taken off “{topic}”."), topic=words))

    @Slot(object)
    def _link_to(self, target: UUID) -> None:
        try:
            title = title_of_entry(self._session.journal.entry(target))
        except JournalError as error:
            self._say(error)
            return
        others = [entry_id for entry_id in self._ids if entry_id != target]
        tell = partial(self._tell, self.tr("{count} linked to “{title}”."), title=shortened(title))
        self._change("links", others, lambda entry: tuple(dict.fromkeys((*entry.links, target))), tell)

    def _ask_for_target(self) -> None:
        from amp_desktop.ui.entries.link_dialog import LinkDialog

        dialog = LinkDialog(len(self._ids), self._session, self._owner.window())
        dialog.chosen.connect(self._link_to)
        dialog.open()

    def _ask_for_topic(self) -> None:
        from amp_desktop.ui.pinning.dialog import TopicDialog

        try:
            single = self._session.journal.entry(self._ids[0]) if len(self._ids) == 1 else None
        except JournalError as error:
            self._say(error)
            return
        if single is not None and single.is_sealed:
            self._offer.withdraw()
            self._banner.show_message(
                Tone.INFO,
                self.tr("This entry is sealed: it cannot be evidence, and is on no board."),
                self.tr(
                    "Unseal it first if it is to be pinned. Some entries, such as incidents, stay sealed."
                ),
            )
            return
        facts, pins = (facts_to_pin(single), single.pins) if single is not None else ((), ())
        dialog = TopicDialog(len(self._ids), facts, pins, self._owner.window())
        dialog.chosen.connect(self.pin_to)
        dialog.open()

    def _ask_for_tags(self) -> None:
        from amp_desktop.ui.entries.tag_dialog import TagDialog

        known = [counted.tag for counted in self._session.journal.tags()]
        dialog = TagDialog(len(self._ids), known, self._owner.window())
        dialog.chosen.connect(self.add_tags)
        dialog.open()

    def _mark(self, sharing: Sharing, word: str) -> None:
        """Self-care notes, which cannot be marked shareable, stay as they are, and so does what is sealed."""
        self._change(
            "sharing",
            self._ids,
            lambda entry: entry.sharing if entry.IS_MOST_PRIVATE or entry.is_sealed else sharing,
            partial(self._tell, self.tr("{count} marked {word}."), word=word),
        )

    def _seal(self, *, seal: bool) -> None:
        how = methodcaller("as_sealed" if seal else "as_unsealed")
        words = (
            self.tr("{count} sealed: never shared, and never named outside the journal.")
            if seal
            else self.tr("{count} unsealed, and private.")
        )
        change = partial(self._session.journal.change_entries, self._ids, how)
        self._do_beside(len(self._ids), change, partial(self._tell, words))

    def _pin(self, *, pinned: bool) -> None:
        pin = partial(self._session.journal.pin, self._ids, pinned=pinned)
        self._do_beside(len(self._ids), pin, partial(self._tell_pinned, pinned=pinned))

    def _tell_pinned(self, changed: Changed, *, pinned: bool) -> None:
        if not changed:
            self._tell_nothing()
            return
        words = self.tr("Pinned: it is in the side bar now.")
        if len(changed) > 1:
            words = self.tr("%n entries are pinned.", "", len(changed))
        if not pinned:
            words = self.tr("No longer pinned.")
        ids = tuple(after.id for _, after in changed)
        self._offer.make_undo(words, partial(self._pin_back, ids, pinned=not pinned))

    def _pin_back(self, ids: Sequence[UUID], *, pinned: bool) -> object:
        if self._while_waiting(partial(self._session.pin, ids, pinned=pinned)) is None:
            return False
        return partial(self._pin_back, ids, pinned=not pinned)

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
            self.tr("These copies are for you. For others, use the Share page."),
        )

    def _change(
        self,
        name: str,
        ids: Sequence[UUID],
        value: Callable[[Entry], object],
        tell: Callable[[Changed], None],
    ) -> None:
        """Set one field of entries to what `value` makes of each, and tell of it."""

        def how(entry: Entry) -> Entry:
            fields: Any = {name: value(entry)}
            return replace(entry, **fields)

        self._do_beside(len(ids), partial(self._session.journal.change_entries, ids, how), tell)

    def _do_beside(
        self, entries: int, change: Callable[[], Changed], tell: Callable[[Changed], None]
    ) -> None:
        """Change entries at once, or beside the window where they are many, and then tell of it."""
        if entries > MOST_WAITED_FOR:
            self._offer.withdraw()
            self._banner.show_message(Tone.INFO, self.tr("%n entries are being changed…", "", entries))
            run_job(self, lambda _progress: change(), partial(self._announce, tell), self._say)
            return
        changed = self._while_waiting(change)
        if changed is not None:
            self._announce(tell, changed)

    def _announce(self, tell: Callable[[Changed], None], changed: Changed) -> None:
        self._session.tell_changed(changed)
        tell(changed)

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

    def _tell(self, sentence: str, changed: Changed, *, advice: str = "", **words: str) -> None:
        """Say what was done, and what there is to say beside it, and offer to undo it."""
        if changed:
            count = self.tr("%n entries", "", len(changed)) if len(changed) > 1 else self.tr("One entry")
            said = sentence.format(count=count, **words)
            self._offer.make_undo(said, partial(self._undo, changed), advice=advice)
        else:
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
