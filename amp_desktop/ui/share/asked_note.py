"""A question that left is noted in its challenge where the mentee wants that: where and when it was asked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.asking import Advice, advice_for
from amp_desktop.domain.kinds.challenge import Challenge, challenge_or_none
from amp_desktop.domain.own_id import new_id
from amp_desktop.sharing.templates.question import QUESTION
from amp_desktop.ui.session import Session
from amp_desktop.ui.share.prepared import PreparedSummary

if TYPE_CHECKING:
    from amp_desktop.domain.entry import Entry

translate = QCoreApplication.translate


class AskedNote:
    """Knows the question that left last."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._challenge: Challenge | None = None
        self._noted: Entry | None = None
        self._where = ""

    def take(self, summary: PreparedSummary) -> bool:
        """Something left; whether it is a question of one challenge, in which that can be noted.

        Raises:
            JournalError: The challenge cannot be read.
        """
        self.forget()
        if summary.template != QUESTION.id or len(summary.disclosure.entries) != 1:
            return False
        entry = challenge_or_none(self._session.journal.entry(summary.disclosure.entries[0]))
        if entry is None:
            return False
        self._challenge = entry
        self._where = advice_for(entry, summary.names).where.value.removeprefix("in ")
        return True

    def advice(self, summary: PreparedSummary) -> str:
        """Where it is asked best and what would make it better, in a few sentences."""
        assert self._challenge is not None  # it was taken
        told: Advice = advice_for(self._challenge, summary.names)
        asked = translate("AskedNote", "Ask it {where}: {because}")
        return " ".join((asked.format(where=told.where.value, because=told.because), *told.missing))

    def turn(self) -> bool:
        """Note it, or take that back; whether it is noted now.

        Raises:
            JournalError: It could not be saved.
        """
        before = self._challenge
        assert before is not None  # it is offered
        if self._noted is not None:
            self._session.merge(before, self._noted, going_back=True)
            self._noted = None
            return False
        noted = before.with_asked(self._where, self._session.today(), new_id())
        self._noted = self._session.merge(noted, before).entry
        return True

    def forget(self) -> None:
        """Drop every word."""
        self._challenge = self._noted = None
        self._where = ""
