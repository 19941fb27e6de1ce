"""What the page of a challenge consists of."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import JournalError, UnknownEntryError
from amp_desktop.domain.kinds.challenge import ChallengeStatus, as_challenge
from amp_desktop.journal.share import QUESTION
from amp_desktop.ui.kinds.challenge.asked_part import AskedPart
from amp_desktop.ui.kinds.challenge.question_dialog import open_question
from amp_desktop.ui.kinds.challenge.state_part import StatePart
from amp_desktop.ui.kinds.challenge.waiting_part import WaitingPart
from amp_desktop.ui.kinds.for_mentor import ForMentorPart
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.part import TextPart
from amp_desktop.ui.session import Session


class ChallengeForm(KindForm):
    """In the order of a conversation: what happens, what was tried, what is needed, whom one asked.

    Then what helped; what one did not know then is asked for once it is resolved. Choosing a state leads to
    where one goes on: *Asked* to whom, *Resolved* to what helped.
    """

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        self._state = StatePart(session.today)
        self._asked = AskedPart(session.today)
        self._waiting = WaitingPart(session)
        self._helped = TextPart(
            "what_helped", self.tr("What helped"), self.tr("What helped, when it is over")
        )
        self._not_known = TextPart(
            "not_known", self.tr("What I did not know then"), self.tr("What I did not know then")
        )
        tried, need = self.tr("What I tried"), self.tr("What I need")
        self.compose(
            chips=self._state,
            below=(
                TextPart("tried", tried, tried),
                TextPart("need", need, need),
                self._asked,
                self._waiting,
                self._helped,
                self._not_known,
                ForMentorPart(),
            ),
            heading=self.tr("What happens"),
            invitation=self.tr("What is in the way? One sentence is enough."),
        )
        self._state.edited.connect(self._ask_what_is_due)
        self._state.asked.connect(self._asked.begin)
        self._state.resolved.connect(self._helped.focus_last)
        self._asked.asked.connect(self._state.mark_asked)
        self._asked.edited.connect(self._follow_answers)
        self._waiting.someone_else.connect(self._asked.begin)
        self._waiting.failed.connect(self.failed)

    def offered(self) -> Sequence[str]:
        """A question about it, until it is resolved."""
        return () if self._state.status() is ChallengeStatus.RESOLVED else (QUESTION,)

    def do(self, name: str) -> None:
        """Show the question, ready to be asked."""
        if name != QUESTION or self.entry is None:
            return
        self.flush_wanted.emit()
        sharing = self.session.journal.sharing
        try:
            question = sharing.question(as_challenge(self.session.journal.entry(self.entry.id)))
        except UnknownEntryError:  # not a word was written yet
            self._state.left_downwards.emit()
            return
        except JournalError as error:
            self.failed.emit(error)
            return
        open_question(self._asked.window(), question, sharing).asked.connect(self._asked.note)

    def show_entry(self, entry: Entry) -> None:
        """Show a challenge."""
        super().show_entry(entry)
        self._ask_what_is_due()

    @Slot()
    def _follow_answers(self) -> None:
        """Who has answered is waited for no longer."""
        if self.entry is not None:
            self._waiting.show_entry(self._asked.filled(self.entry))

    @Slot()
    def _ask_what_is_due(self) -> None:
        """One knows what one did not know when it is over."""
        is_over = self._state.status() is ChallengeStatus.RESOLVED
        self._not_known.setHidden(not is_over and self._not_known.is_empty())
