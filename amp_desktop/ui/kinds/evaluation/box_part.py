"""A box of the form, and beside it what the journal knows, to be taken over line by line."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.evaluation_facts import PadFact
from amp_desktop.domain.text.one_line import one_line
from amp_desktop.ui.editing.edit import Edit, Selection
from amp_desktop.ui.kinds.evaluation.labels import box_words
from amp_desktop.ui.kinds.part import TextPart
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.tips import plain_tip
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel


class BoxPart(TextPart):
    """What is thought of answering to one topic, marked with where it goes, also while it is empty."""

    keeps_heading = True

    def __init__(
        self,
        box: str,
        facts: Callable[[str], Sequence[PadFact]],
        parent: QWidget | None = None,
    ) -> None:
        """Make it.

        Args:
            box: Its field.
            facts: Answers with the lines that the journal has for a box; asked when they are wanted.
            parent: The owner.
        """
        super().__init__(box, *box_words(box), parent)
        self._box, self._ask = box, facts
        self._writable = True
        self._unfold = link_button(self.tr("Facts"))
        self._unfold.setToolTip(plain_tip(self.tr("What the journal knows about this")))
        self._unfold.setAccessibleName(self.tr("Facts: {box}").format(box=box_words(box)[0]))
        self._unfold.clicked.connect(self._toggle)
        self._lines: QWidget | None = None
        self.head.addWidget(self._unfold)
        self._room = QVBoxLayout()
        self._room.setContentsMargins(0, 0, 0, 0)
        self.column.addLayout(self._room)

    def show_entry(self, entry: Entry) -> None:
        """Show the box of a pad; the lines beside it are asked for anew."""
        super().show_entry(entry)
        self._fold()

    def set_writable(self, writable: bool) -> None:
        """Whether it may be written in."""
        super().set_writable(writable)
        self._writable = writable
        self._unfold.setVisible(writable)
        if not writable:
            self._fold()

    def focus_writing(self) -> bool:
        """One begins to write in the first box that is still empty."""
        return self.is_empty() and super().focus_writing()

    def take_over(self, line: str) -> None:
        """Put a line at the end of the box, as a point of a list; undo takes it back."""
        written = self.edit.text()
        before = "" if not written or written.endswith("\n") else "\n"
        at, words = len(written), f"{before}- {one_line(line)}"
        self.edit.apply_unseen(Edit(at, at, words, Selection.at(at + len(words))))
        self.edited.emit()

    @Slot()
    def _toggle(self) -> None:
        if self._lines is not None:
            self._fold()
            return
        room = self.fontMetrics().height()
        self._lines = QWidget()
        grid = QGridLayout(self._lines)
        grid.setContentsMargins(self.gutter, 0, self.gutter, room // 2)
        grid.setVerticalSpacing(room // 4)
        grid.setColumnStretch(0, 1)
        facts = self._ask(self._box)
        for row, fact in enumerate(facts):
            words = WrappedLabel("small")
            words.setText(fact.text)
            add = link_button(self.tr("Insert"))
            add.setAccessibleName(self.tr("Insert: {line}").format(line=fact.text))
            add.clicked.connect(partial(self.take_over, fact.text))
            grid.addWidget(words, row, 0)
            grid.addWidget(add, row, 1)
        if not facts:
            nothing = WrappedLabel("small")
            nothing.setText(self.tr("Nothing yet: facts come from goals, meetings, questions and feedback."))
            grid.addWidget(nothing, 0, 0)
        self._room.addWidget(self._lines)
        self._lines.show()

    def _fold(self) -> None:
        if self._lines is not None:
            self._lines.hide()
            self._lines.deleteLater()
            self._lines = None
