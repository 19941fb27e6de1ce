"""How a challenge is shown: how long it is open, and whether help was asked."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.challenge import Challenge, ChallengeStatus
from amp_desktop.domain.query import EntryRow, FieldOrder
from amp_desktop.ui.kinds.base import Detail, KindView, RowFact, RowGroup, day_value, one_line
from amp_desktop.ui.kinds.challenge.labels import (
    age_words,
    asked_words,
    asking_read,
    asking_words,
    open_words,
    status_words,
)
from amp_desktop.ui.kinds.reading import ReadPart, in_markdown
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import brief_day, long_day, since_words
from amp_desktop.ui.widgets.state_shape import Look, StateShape

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.form import KindForm

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

    def fact(self, row: EntryRow, today: date) -> RowFact:
        """How long it is open and whom one asked; once it is over, when and what helped."""
        status = ChallengeStatus(str(row.values.get("status") or ChallengeStatus.OPEN.value))
        if status is ChallengeStatus.RESOLVED:
            return _resolved(row, today)
        if status is ChallengeStatus.PARKED:
            parked = status_words(status).lower()
            return RowFact(state=parked, shape=StateShape(Look.RESTING), tells_day=True)
        asked = cast("Sequence[dict[str, Any]]", row.values.get("asked") or ())
        is_asked = bool(asked) or status is ChallengeStatus.ASKED
        days = (today - (day_value(row, "since") or row.day)).days
        if not is_asked:
            return RowFact(open_words(days), shape=StateShape(Look.OPEN), tells_day=True)
        whom = asked_words(str(asked[-1].get("whom") or "") if asked else "")
        return RowFact(  # the age first: where a row has no room for both, a name is cut and no number
            f"{age_words(days)}, {whom}",
            spoken=f"{open_words(days)}, {whom}",
            shape=StateShape(Look.HALF),
            tells_day=True,
        )

    def state_words(self, state: str) -> str:
        """A state as the mentee reads it."""
        return status_words(ChallengeStatus(state))

    def state_advice(self, state: str) -> str:
        """What helped once may help again."""
        if state != ChallengeStatus.RESOLVED:
            return ""
        return translate("Challenges", "If you like, open it and write what helped.")

    def groups(self) -> Sequence[RowGroup]:
        """What is in the way, the oldest first; what helped, the newest first; what waits."""
        is_open = (ChallengeStatus.OPEN.value, ChallengeStatus.ASKED.value)
        longest, newest = FieldOrder("since"), FieldOrder("status_since", newest_first=True)
        helped, parked = ChallengeStatus.RESOLVED.value, ChallengeStatus.PARKED.value
        return (
            RowGroup("open", translate("Challenges", "Open"), is_open, longest),
            RowGroup(helped, translate("Challenges", "What helped me"), (helped,), newest),
            RowGroup(parked, translate("Challenges", "Parked"), (parked,), longest, folded=True),
        )

    def order_words(self) -> str:
        """The order of what is in the way."""
        return translate("Challenges", "Longest first")

    def excerpt(self, row: EntryRow) -> str:
        """What is needed, or what was tried."""
        return one_line(row.values.get("need")) or one_line(row.values.get("tried"))

    def details(self, entry: Entry) -> Sequence[Detail]:
        """State, since when, what was tried, what is needed, who was asked, what helped."""
        assert isinstance(entry, Challenge)
        return (
            Detail(
                translate("Challenges", "State"), since_words(status_words(entry.status), entry.status_since)
            ),
            Detail(translate("Challenges", "Since"), long_day(entry.since) if entry.since else ""),
            Detail(translate("Challenges", "What I tried"), entry.tried, "tried"),
            Detail(translate("Challenges", "What I need"), entry.need, "need"),
            Detail(translate("Challenges", "Whom I asked"), "\n".join(map(asking_words, entry.asked))),
            Detail(translate("Challenges", "What helped"), entry.what_helped, "what_helped"),
            Detail(translate("Challenges", "What I did not know then"), entry.not_known, "not_known"),
        )

    def body_heading(self) -> str:
        """What the free text is called on the page."""
        return translate("Challenges", "What happens")

    def reading(self, entry: Entry) -> Sequence[ReadPart]:
        """Where it stands in one line, then the conversation: each who was asked with what came back."""
        assert isinstance(entry, Challenge)
        stands = since_words(status_words(entry.status), entry.status_since or entry.since)
        whom = translate("Challenges", "Whom I asked")
        asked = (  # each by itself: what one answer leaves open takes no other in
            ReadPart("" if number else whom, asking_read(asking)) for number, asking in enumerate(entry.asked)
        )
        parts = (
            ReadPart("", in_markdown(stands)),
            ReadPart(self.body_heading(), entry.body, "body"),
            ReadPart(translate("Challenges", "What I tried"), entry.tried, "tried"),
            ReadPart(translate("Challenges", "What I need"), entry.need, "need"),
            *asked,
            ReadPart(translate("Challenges", "What helped"), entry.what_helped, "what_helped"),
            ReadPart(translate("Challenges", "What I did not know then"), entry.not_known, "not_known"),
        )
        return tuple(part for part in parts if part.text)

    def make_form(self, session: Session) -> "KindForm":
        """State, since, tried, need, asked, what helped."""
        from amp_desktop.ui.kinds.challenge.form import ChallengeForm

        return ChallengeForm(session)


def _resolved(row: EntryRow, today: date) -> RowFact:
    ended, resolved = day_value(row, "status_since"), status_words(ChallengeStatus.RESOLVED).lower()
    said = list(
        filter(None, (brief_day(ended, today) if ended else "", one_line(row.values.get("what_helped"))))
    )
    return RowFact(" · ".join(said), state=resolved, shape=StateShape(Look.DONE), tells_day=True)
