"""How a challenge is shown: how long it is open, and whether help was asked."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.base import Detail, Fact, KindForm, KindView, one_line
from amp_desktop.ui.kinds.challenge.labels import asking_words, standing_words, status_words
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import long_day, since_words

translate = QCoreApplication.translate


class ChallengeView(KindView):
    """Something to be stuck on."""

    kind = Challenge.KIND
    icon_name = "mountain"
    page_name = "challenges"
    page_keys = "Ctrl+4"

    def name(self) -> str:
        """One of it."""
        return translate("Challenges", "Challenge")

    def plural(self) -> str:
        """Many of it."""
        return translate("Challenges", "Challenges")

    def new_words(self) -> str:
        """What makes one."""
        return translate("Challenges", "New challenge")

    def empty_sentence(self) -> str:
        """What belongs here."""
        return translate(
            "Challenges", "What is in your way belongs here. Writing it down is halfway to asking for help."
        )

    def fact(self, row: EntryRow, today: date) -> Fact:
        """How long it is open, and whether help was asked."""
        status = ChallengeStatus(str(row.values.get("status") or ChallengeStatus.OPEN.value))
        since = row.values.get("since")
        began = date.fromisoformat(since) if isinstance(since, str) else row.day
        asked = len(cast("Sequence[object]", row.values.get("asked") or ()))
        return Fact(standing_words(status, began, asked, today))

    def excerpt(self, row: EntryRow) -> str:
        """What is needed, or what was tried."""
        return one_line(row.values.get("need")) or one_line(row.values.get("tried"))

    def status_line(self, entry: Entry, today: date) -> str:
        """The same, under the title."""
        assert isinstance(entry, Challenge)
        return standing_words(entry.status, entry.since, len(entry.asked), today)

    def details(self, entry: Entry) -> Sequence[Detail]:
        """State, since when, what was tried, what is needed, who was asked, what helped."""
        assert isinstance(entry, Challenge)
        return (
            Detail(
                translate("Challenges", "State"), since_words(status_words(entry.status), entry.status_since)
            ),
            Detail(translate("Challenges", "Since"), long_day(entry.since) if entry.since else ""),
            Detail(translate("Challenges", "What I tried"), entry.tried),
            Detail(translate("Challenges", "What I need"), entry.need),
            Detail(translate("Challenges", "Asked for help"), "\n".join(map(asking_words, entry.asked))),
            Detail(translate("Challenges", "What helped"), entry.what_helped),
            Detail(translate("Challenges", "What I did not know then"), entry.not_known),
        )

    def make_form(self, session: Session) -> KindForm:
        """State, since, tried, need, asked, what helped."""
        from amp_desktop.ui.kinds.challenge.form import ChallengeForm

        return ChallengeForm(session)
