"""What is attached to the open entry, between the text that refers to it and the journal that holds it."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from amp_desktop.domain.attachment import SCHEME, Attachment, referenced_ids
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.editing.page_texts import PageTexts
from amp_desktop.ui.session import Session

if TYPE_CHECKING:
    from amp_desktop.ui.attachments.intake import Intake
    from amp_desktop.ui.attachments.open_externally import OpenExternally
    from amp_desktop.ui.attachments.shown import ShownPictures
    from amp_desktop.ui.attachments.storing import RefusedFile, StoredFile
    from amp_desktop.ui.attachments.strip import AttachmentStrip
    from amp_desktop.ui.attachments.unfinished import AttachTarget
    from amp_desktop.ui.editing.offered import Offer
    from amp_desktop.ui.widgets.banner import Banner

MOST_TOLD = 6
"""Of more files than this, some are only counted."""


@dataclass(frozen=True)
class _Place:
    """Where something goes that is being attached.

    Attributes:
        home: Which entry.
        field: In which of its texts.
        cursor: Where in that text, which it follows while one writes on.
    """

    home: "AttachTarget"
    field: str
    cursor: QTextCursor


class EntryAttachments(QObject):
    """The pictures and files of one entry after the other.

    1. What is offered by paste, drop or dialog is kept in the journal while one writes on.
    2. Then the text refers to it, in one step that undo takes back. What fails leaves nothing in the text.
    3. The strip shows what the text refers to. Most entries have none: it is made when it is first needed.
    """

    def __init__(self, session: Session, texts: PageTexts, place: QVBoxLayout, parent: QWidget) -> None:
        """Begin with nothing.

        Args:
            session: The open journal.
            texts: The texts of the page.
            place: Where the strip goes.
            parent: The editor.
        """
        super().__init__(parent)
        self._session = session
        self._texts = texts
        self._place = place
        self._page = parent
        self._entry: Entry | None = None
        self._forgotten = False
        self._ids: tuple[UUID, ...] = ()
        self._writable = True
        self._worded: tuple[UUID, int] | None = None
        self._strip: AttachmentStrip | None = None
        self._intake: Intake | None = None
        self._out: OpenExternally | None = None
        self._pictures: ShownPictures | None = None
        for text in texts.known:
            self._watch(text)
        texts.added.connect(self._watch)

    def open_entry(self, entry: Entry) -> None:
        """Another entry is open now."""
        self._entry, self._forgotten = entry, False
        if self._strip is not None:
            self._strip.banner.clear()
        self.follow()

    @Slot()
    def follow(self) -> None:
        """The texts stand so now: show what they refer to."""
        text = "\n".join(text.text() for text in self._texts.all())
        ids = referenced_ids(text)
        if ids != self._ids:
            self._ids = ids
            self._show(ids)
        if self._strip is not None and ids:
            from amp_desktop.ui.attachments.references import words_for

            self._strip.show_words([words_for(text, one.id) for one in self._strip.attachments()])

    def set_writable(self, writable: bool) -> None:
        """Whether the text may be changed."""
        self._writable = writable
        if self._strip is not None:
            self._strip.set_writable(writable)

    def close_entry(self) -> None:
        """No entry is open any more; what is being attached to another one still is."""
        self._entry, self._ids = None, ()
        if self._strip is not None:
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None

    def forget(self) -> None:
        """Drop every picture and name; what is being attached goes on, and is left to the session."""
        self._forgotten = True
        self.close_entry()
        if self._intake is not None:
            self._session.leave_unfinished(self._intake.hand_over())
        if self._out is not None:
            self._out.forget()
        if self._pictures is not None:
            self._pictures.forget()

    # The ways in

    @Slot(object)
    def _watch(self, text: BodyEdit) -> None:
        text.offered.connect(self.take)

    @Slot()
    def ask_for_files(self) -> None:
        """Let the mentee choose pictures and files."""
        from amp_desktop.ui.platform.file_dialogs import choose_files

        choose_files(self._page, self.tr("Pictures and files to attach"), self._take_files)

    @Slot(object)
    def take(self, offers: "Sequence[Offer]") -> None:
        """Keep the offers; the text that they are for will refer to them where its cursor stands now."""
        asking = self.sender()
        text = asking if isinstance(asking, BodyEdit) else self._texts.current
        if self._entry is None or not offers or text.isReadOnly():
            return
        cursor = text.textCursor()
        cursor.setPosition(cursor.selectionEnd())
        from amp_desktop.ui.attachments.unfinished import AttachTarget, is_stored

        begun = None if is_stored(self._session.journal, self._entry.id) else self._entry
        home = AttachTarget(self._entry.id, begun)
        self._made_intake().take(offers, home, _Place(home, text.field, cursor))

    @Slot(list)
    def _take_files(self, paths: list[str]) -> None:
        from amp_desktop.ui.editing.offered import OfferedFile

        self.take([OfferedFile(Path(path)) for path in paths])

    @Slot(object, object)
    def _put_in(self, place: _Place, kept: "StoredFile") -> None:
        """What was offered is in the journal: have the text refer to it."""
        self._say_refused(kept.refused)
        if not kept.attachments or self._forgotten:
            return
        if self._entry is None or place.home.entry != self._entry.id or not self._writable:
            self._put_into_other(place, kept.attachments)
            return
        from amp_desktop.ui.attachments.references import put_in

        cursor, text = place.cursor, self._text(place.field)
        if cursor.isNull():  # so many others were open meanwhile that the text was laid away
            cursor = QTextCursor(text.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
        before = cursor.block().text()[: cursor.positionInBlock()]
        cursor.beginEditBlock()
        cursor.insertText(put_in(before, kept.attachments))
        cursor.endEditBlock()
        text.ensureCursorVisible()
        self.follow()

    def _text(self, field: str) -> BodyEdit:
        """The text of that name; the free one where there is none."""
        texts = self._texts.all()
        return next((text for text in texts if text.field == field), texts[0])

    def _put_into_other(self, place: _Place, attachments: Sequence[Attachment]) -> None:
        """The mentee went to another entry meanwhile: the end of the first one's text refers to it."""
        try:
            for entry in place.home.refer(self._session.journal, attachments):
                self._session.saved.emit(entry)
        except JournalError as error:
            self._say(error)

    # What can be done with them

    @Slot(str)
    def ask_to_open(self, address: str) -> None:
        """A link to an attachment was followed: ask whether another program may have it."""
        for wanted in referenced_ids(f"{SCHEME}:{address}"):
            try:
                self._made_out().ask_to_open(self._session.journal.attachments.get(wanted))
            except JournalError as error:
                self._say(error)

    @Slot(object)
    def _remove(self, attachment: Attachment) -> None:
        from amp_desktop.ui.attachments.references import refer_no_more

        if not self._writable:
            return
        with self._texts.current.steps.as_one():
            for text in self._texts.all():
                edit = refer_no_more(text.text(), attachment.id)
                if edit is not None:
                    text.apply_unseen(edit)
        self.follow()
        self._texts.current.setFocus()

    @Slot(object, str)
    def _say_words(self, attachment: Attachment, words: str) -> None:
        """Have the text say what it shows; however many letters that are, undo takes them back as one."""
        from amp_desktop.ui.attachments.references import say_words

        if not self._writable:
            return
        for text in self._texts.all():
            edit = say_words(text.text(), attachment, words)
            if edit is not None:
                document = text.document()
                goes_on = self._worded == (attachment.id, document.revision())
                text.apply_unseen(edit, goes_on=goes_on)
                self._worded = attachment.id, document.revision()

    # What is made when it is first needed

    def _show(self, ids: Sequence[UUID]) -> None:
        if self._strip is None and not ids:
            return
        found = []
        for wanted in ids:
            try:
                found.append(self._session.journal.attachments.get(wanted))
            except JournalError:  # it is gone, and the preview says so where it should be
                continue
        if self._strip is not None or found:
            strip = self._made_strip()
            strip.show_attachments(found)
            strip.come_after(self._texts.all())

    def _say_refused(self, refused: "Sequence[RefusedFile]") -> None:
        """Say of each why it is not attached: one message would take the place of another."""
        if len(refused) == 1:
            self._say(refused[0].error)
        elif refused:
            from amp_desktop.ui.widgets.banner import Tone

            told = [str(one) for one in refused[:MOST_TOLD]]
            if len(refused) > MOST_TOLD:
                told.append(self.tr("And %n more.", "", len(refused) - MOST_TOLD))
            words = self.tr("%n files were not attached.", "", len(refused))
            self._made_strip().banner.show_message(Tone.ERROR, words, "\n".join(told))

    def _say(self, error: JournalError) -> None:
        self._made_strip().banner.show_error(error)

    def pictures(self) -> "ShownPictures":
        """The pictures, for whoever shows them."""
        if self._pictures is None:
            from amp_desktop.ui.attachments.shown import ShownPictures

            self._pictures = ShownPictures(self._session.journal.attachments, self)
        return self._pictures

    def _made_strip(self) -> "AttachmentStrip":
        if self._strip is None:
            from amp_desktop.ui.attachments.strip import AttachmentStrip

            self._strip = strip = AttachmentStrip(self.pictures(), self._page)
            strip.set_writable(self._writable)
            strip.removal_requested.connect(self._remove)
            strip.words_changed.connect(self._say_words)
            strip.cancelled.connect(self._stop)
            out = self._made_out()
            strip.open_requested.connect(out.ask_to_open)
            strip.copy_requested.connect(out.save_copy)
            strip.banner.action_requested.connect(out.open_now)
            strip.banner.dismissed.connect(out.forget)
            self._place.addWidget(strip)
            strip.show()
        return self._strip

    def _made_out(self) -> "OpenExternally":
        if self._out is None:
            from amp_desktop.ui.attachments.open_externally import OpenExternally

            self._out = OpenExternally(self._session, self._banner, self._page)
        return self._out

    def _banner(self) -> "Banner":
        return self._made_strip().banner

    def _made_intake(self) -> "Intake":
        if self._intake is None:
            from amp_desktop.ui.attachments.intake import Intake

            self._intake = intake = Intake(self._session.journal.attachments, self)
            intake.kept.connect(self._put_in)
            intake.failed.connect(self._say)
            intake.progressed.connect(self._show_progress)
            intake.ended.connect(self._end_progress)
        return self._intake

    @Slot(int, int)
    def _show_progress(self, done: int, total: int) -> None:
        self._made_strip().show_progress(done, total)

    @Slot()
    def _stop(self) -> None:
        if self._intake is not None:
            self._intake.cancel()

    @Slot()
    def _end_progress(self) -> None:
        if self._strip is not None:
            self._strip.end_progress()
