"""How a note is shown: it has nothing but its text."""

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.kinds.note import Note
from amp_desktop.ui.kinds.base import KindView

translate = QCoreApplication.translate


class NoteView(KindView):
    """A story, a learning, anything."""

    kind = Note.KIND
    icon_name = "file-text"
    has_form = False

    def name(self) -> str:
        """One of it."""
        return translate("NoteView", "Note")

    def plural(self) -> str:
        """Many of it."""
        return translate("NoteView", "Notes")

    def new_words(self) -> str:
        """What makes one."""
        return translate("NoteView", "New note")

    def empty_sentence(self) -> str:
        """What belongs here."""
        return translate("NoteView", "Stories, learnings, anything: a note is where one begins.")
