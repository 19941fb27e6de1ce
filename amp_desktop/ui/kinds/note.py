"""How a note is shown: by its text, or by the work that it is about."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.json_value import Json
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.query import EntryRow
from amp_desktop.domain.work import Work
from amp_desktop.ui.kinds.base import Detail, KindView, RowFact
from amp_desktop.ui.session import Session

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.form import KindForm

translate = QCoreApplication.translate


class NoteView(KindView):
    """A story, a learning, anything."""

    kind = Note.KIND
    icon_name = "file-text"

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

    def untitled_row(self, day: date, values: Mapping[str, Json]) -> str:  # noqa: ARG002
        """The work that it is about, if it tells of any."""
        return work_words(str(values.get("work") or "")) or self.untitled()

    def fact(self, row: EntryRow, today: date) -> RowFact:  # noqa: ARG002
        """The work that it is about, unless that stands for its title."""
        return RowFact(work_words(row.work) if row.title else "")

    def status_line(self, entry: Entry, today: date) -> str:  # noqa: ARG002
        """The work that it is about."""
        assert isinstance(entry, Note)
        return work_words(entry.work)

    def details(self, entry: Entry) -> Sequence[Detail]:
        """The work that it is about."""
        assert isinstance(entry, Note)
        return (Detail(translate("NoteView", "Work"), work_words(entry.work)),)

    def make_form(self, session: Session) -> "KindForm":
        """The text, and nothing before it."""
        from amp_desktop.ui.kinds.for_mentor import ForMentorPart
        from amp_desktop.ui.kinds.form import KindForm

        form = KindForm(session)
        form.compose(below=(ForMentorPart(),))
        return form

    def sharing_words(self, entry: Entry) -> str:
        """The work that it is about: such a note may have no words."""
        assert isinstance(entry, Note)
        return work_words(entry.work)


def work_words(work: str) -> str:
    """What a work is called; one that is not known is called as it was written."""
    names = {
        Work.TRIAGE: translate("Work", "Triage"),
        Work.REVIEW: translate("Work", "Review"),
        Work.HELP: translate("Work", "Help"),
        Work.DOCS: translate("Work", "Docs"),
        Work.TALK: translate("Work", "Talk"),
        Work.PAIRING: translate("Work", "Pairing"),
    }
    return {str(known): name for known, name in names.items()}.get(work, work)
