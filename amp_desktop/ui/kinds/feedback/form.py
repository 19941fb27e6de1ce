"""What the page of feedback consists of."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.feedback import Answer, Feedback
from amp_desktop.ui.kinds.answers import answer_words
from amp_desktop.ui.kinds.controls_part import ControlsPart
from amp_desktop.ui.kinds.for_mentor import ForMentorPart
from amp_desktop.ui.kinds.form import KindForm
from amp_desktop.ui.kinds.part import TextPart
from amp_desktop.ui.session import Session
from amp_desktop.ui.style.dates import since_words
from amp_desktop.ui.widgets.fields_chip import FieldsChip
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.segments import SegmentedRow

ANSWERS = (Answer.ACCEPTED, Answer.QUESTION, Answer.NOT_NOW)


class FeedbackForm(KindForm):
    """Who said it, the words, what one makes of it, and what one changed because of it."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(session, parent)
        changed = self.tr("What I changed because of it")
        self.compose(
            chips=SaidByPart(),
            below=(AnswerPart(), TextPart("changed", changed, changed), ForMentorPart()),
            heading=self.tr("What they said"),
            invitation=self.tr("Their words, as you remember them"),
        )


class SaidByPart(ControlsPart):
    """Who said it, as a chip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._by = FieldsChip(self.tr("Who said it"), (self.tr("Who said it"),), "users")
        self.add_beside_each_other(self._by)
        self._shown = ""
        self._by.filled.connect(self._named)

    def show_entry(self, entry: Entry) -> None:
        """Show who said it."""
        assert isinstance(entry, Feedback)
        self._show(entry.by)

    def filled(self, entry: Entry) -> Entry:
        """The feedback with who said it."""
        assert isinstance(entry, Feedback)
        return replace(entry, by=self._shown)

    def is_empty(self) -> bool:
        """Whether nobody is named."""
        return not self._shown

    def set_writable(self, writable: bool) -> None:
        """Whether it may be changed."""
        self._by.setEnabled(writable)

    def focus_first(self) -> None:
        """The chip."""
        self._by.setFocus()

    def _show(self, by: str) -> None:
        self._shown = by
        self._by.show_values((by.strip(),), by.strip() or self.tr("Who said it?"))

    @Slot(object)
    def _named(self, values: Sequence[str]) -> None:
        self._show(values[0])
        self.edited.emit()


class AnswerPart(ControlsPart):
    """What the mentee makes of it: one of three answers, or none yet, and since when."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("My answer"))
        self.heading.show()
        self._status = Answer.TO_ANSWER
        self._row = SegmentedRow(self.tr("My answer"), [answer_words(one) for one in ANSWERS])
        self._since = label("", "small")
        self._since.setWordWrap(False)
        self.add_beside_each_other(self._row, self._since)
        self._row.changed.connect(self._chosen)

    def show_entry(self, entry: Entry) -> None:
        """Show the answer."""
        assert isinstance(entry, Feedback)
        self._status = entry.status
        self._row.choose_quietly(ANSWERS.index(entry.status) + 1 if entry.status in ANSWERS else None)
        is_answered = entry.status in ANSWERS and entry.status_since is not None
        self._since.setText(since_words("", entry.status_since).strip() if is_answered else "")

    def filled(self, entry: Entry) -> Entry:
        """The feedback with the answer; the journal says since when."""
        assert isinstance(entry, Feedback)
        return replace(entry, status=self._status)

    def is_empty(self) -> bool:
        """Whether it is to be answered."""
        return self._status is Answer.TO_ANSWER

    def set_writable(self, writable: bool) -> None:
        """Whether it may be answered."""
        self._row.setEnabled(writable)

    def focus_first(self) -> None:
        """The chosen answer."""
        self._row.focus()

    @Slot(object)
    def _chosen(self, number: int | None) -> None:
        self._status = ANSWERS[number - 1] if number else Answer.TO_ANSWER
        self._since.setText("")
        self.edited.emit()
