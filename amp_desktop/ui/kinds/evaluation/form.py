"""What the pad of an evaluation consists of."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError
from amp_desktop.domain.evaluation_record import EvaluationRecord
from amp_desktop.domain.kinds.evaluation import BOXES, KICK_OFF, NOW_QUESTIONS, Evaluation, TalkTopic
from amp_desktop.domain.kinds.evaluation_facts import PadFact
from amp_desktop.domain.kinds.evaluation_talks import LastTalk
from amp_desktop.domain.program import Phase
from amp_desktop.ui.editing.body import BodyEdit
from amp_desktop.ui.kinds.evaluation.box_part import BoxPart
from amp_desktop.ui.kinds.evaluation.handed_in_part import HandedInPart
from amp_desktop.ui.kinds.evaluation.labels import question_words
from amp_desktop.ui.kinds.evaluation.talks_part import TalksPart
from amp_desktop.ui.kinds.evaluation.window_part import WindowPart
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.part import Part, TextPart
from amp_desktop.ui.session import Session

if TYPE_CHECKING:
    from uuid import UUID


class EvaluationForm(KindForm):
    """Where it stands, what to have talked about, the boxes, what was sent, and the six questions.

    The closing of the window closes the boxes and the questions. What was sent, what came of it and the notes
    stay open: they come afterwards.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._facts: tuple[UUID, Mapping[str, tuple[PadFact, ...]]] | None = None
        self._pad = Evaluation()
        self._writable = True
        self._window = WindowPart(session.today, self._phase_of, self._windows)
        self._talks = TalksPart(session.today, self._last_talks, self._has_meeting)
        self._boxes = [BoxPart(box, self._facts_of) for box in BOXES]
        sent, support = self.tr("What I actually sent"), self.tr("Support that was offered")
        self._record = HandedInPart(session.today, self._phase_of)
        self._after: tuple[Part, ...] = (
            TextPart("sent", sent, self.tr("What I actually sent: paste it here")),
            self._record,
            TextPart("support", support, support),
        )
        self._questions = [
            TextPart(name, words, words) for name in NOW_QUESTIONS if (words := question_words(name))
        ]
        self.compose(
            chips=self._window,
            above=(self._talks, *self._boxes, *self._after, *self._questions),
            heading=self.tr("Notes"),
            invitation=self.tr("Notes that stay with you"),
        )
        self._window.turned.connect(self._follow)
        self._record.noted.connect(self._note)
        self._talks.opened.connect(self.entry_requested)
        self._talks.wanted_on_agenda.connect(self._put_on_agenda)

    def show_entry(self, entry: Entry) -> None:
        """Show a pad; that of the beginning has only the six questions."""
        assert isinstance(entry, Evaluation)
        self._pad, self._facts = entry, None
        super().show_entry(entry)
        self._follow()

    def set_writable(self, writable: bool) -> None:
        """Whether anything may be changed; what is closed stays so."""
        self._writable = writable
        self._follow()

    def first_text(self) -> BodyEdit | None:
        """The first box or question that waits for words; else the first text that can be written in.

        The notes stand under all of them, out of sight: they are not where a pad is begun or read.
        """
        boxes = [*self._boxes, *self._questions]
        after = [part for part in self._after if isinstance(part, TextPart)]
        texts = [one for one in (*boxes, *after) if not (one.isHidden() or one.edit.isReadOnly())]
        waiting = [one for one in texts if one in boxes and one.is_empty()]
        return next((one.edit for one in (*waiting, *texts)), None)

    @Slot()
    def _follow(self) -> None:
        """Show what belongs to the pad's window, and let be written in what is open."""
        pad = self._window.filled(self._pad)
        assert isinstance(pad, Evaluation)
        is_beginning = pad.window == KICK_OFF
        for part in (self._talks, *self._boxes, *self._after):
            part.setVisible(not is_beginning)
        if not is_beginning:
            self._record.show_entry(pad)
        is_open = self._writable and not self._window.is_closed()
        for part in self.parts():
            part.set_writable(self._writable if part in (self._window, *self._after) else is_open)

    def _phase_of(self, pad: Evaluation) -> Phase | None:
        return self.session.journal.evaluations.phase_of(pad) if self.session.has_begun else None

    def _windows(self) -> Sequence[str]:
        return [phase.name for phase in self.session.journal.program.evaluations]

    def _last_talks(self, pad: Evaluation) -> Sequence[LastTalk]:
        return self.session.journal.evaluations.talks(pad)

    def _has_meeting(self) -> bool:
        return self.session.journal.meetings.next() is not None

    def _facts_of(self, box: str) -> Sequence[PadFact]:
        if self._facts is None or self._facts[0] != self._pad.id:
            self._facts = (self._pad.id, self.session.journal.evaluations.facts(self._pad))
        return self._facts[1][box]

    @Slot(str, object)
    def _note(self, name: str, record: EvaluationRecord) -> None:
        self.flush_wanted.emit()
        try:
            self.session.change_program(lambda program: program.with_evaluation(name, record))
        except JournalError as error:
            self.failed.emit(error)

    @Slot(object)
    def _put_on_agenda(self, about: TalkTopic) -> None:
        journal = self.session.journal
        try:
            meeting = journal.meetings.next()
            if meeting is not None:
                self.session.tell_changed(journal.evaluations.put_on_agenda(about, meeting))
                self.entry_requested.emit(meeting.id)
        except JournalError as error:
            self.failed.emit(error)
