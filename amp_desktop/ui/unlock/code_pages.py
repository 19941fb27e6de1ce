"""The recovery code: shown once, and two groups of it typed back."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from amp_desktop.ui.unlock.answers import CodeQuestion
from amp_desktop.ui.unlock.flow_page import FlowPage
from amp_desktop.ui.widgets.banner import Tone
from amp_desktop.ui.widgets.buttons import primary_button
from amp_desktop.ui.widgets.card import Card
from amp_desktop.ui.widgets.field import Field
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.layouts import clear_layout, discard

COLUMNS = 4


class CodeSheet(Card):
    """A recovery code as it is copied by hand: groups in rows, each with its number."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(self.fontMetrics().height())
        self._grid.setVerticalSpacing(self.fontMetrics().height() // 2)
        self.column.addLayout(self._grid)

    def show_code(self, code: str) -> None:
        """Show a code, written as the vault writes it; an empty one clears the sheet."""
        clear_layout(self._grid)
        for at, group in enumerate(filter(None, code.split("-"))):
            row, column = divmod(at, COLUMNS)
            number = label(str(at + 1), "small")
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            characters = label(group, "code")
            # The code is read from left to right whatever the language's direction.
            characters.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
            self._grid.addWidget(number, row, 2 * column)
            self._grid.addWidget(characters, row, 2 * column + 1)
        self.setAccessibleName(self.tr("Recovery code: {code}").format(code=code) if code else "")


class CodePage(FlowPage):
    """Shows the code of a journal that was just made.

    Signals:
        written_down(): It was written down; to be confirmed.
        put_off(): The mentee goes on without having written it down, and has read what that means.
    """

    written_down = Signal()
    put_off = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Write down your recovery code"))
        self.set_text(
            self.tr(
                "If you ever forget your passphrase, this code opens your journal, and nothing else does: "
                "nobody can send you a new one. It is shown only now. Write it on paper and keep it where "
                "you keep things that matter."
            )
        )
        self._sheet = CodeSheet()
        self._written = primary_button(self.tr("I have written it down"))
        self._written.clicked.connect(self.written_down)
        self.column.addWidget(self._sheet)
        self.column.addWidget(self._written)
        self._later = self.add_link(self.tr("I will make another one later"))
        self._later.clicked.connect(self._put_off)
        self._warned = False

    def show_code(self, code: str) -> None:
        """Show this code."""
        self._sheet.show_code(code)

    def arrive(self) -> None:
        """Offer the one thing to do."""
        self._written.setFocus()

    def forget(self) -> None:
        """Drop the code."""
        super().forget()
        self._sheet.show_code("")
        self._warned = False
        self._later.setText(self.tr("I will make another one later"))

    @Slot()
    def _put_off(self) -> None:
        if self._warned:
            self.put_off.emit()
            return
        self._warned = True
        self._later.setText(self.tr("Go on without it"))
        self.banner.show_message(
            Tone.CARE,
            self.tr("Until you have a code, a forgotten passphrase means a lost journal."),
            self.tr("You can have a new code at any time under Settings."),
        )


class ConfirmPage(FlowPage):
    """Asks for two groups of the code.

    Signals:
        confirmed(): Both were right.
        code_requested(): The code is to be shown again.
    """

    confirmed = Signal()
    code_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_title(self.tr("Is it all on paper?"))
        self.set_text(self.tr("Type two of its groups from your paper copy."))
        self._question: CodeQuestion | None = None
        self._rows: list[tuple[Field, QLineEdit]] = []
        self._check = primary_button(self.tr("Check"))
        self._check.clicked.connect(self._compare)
        self.column.addWidget(self._check)
        self.add_link(self.tr("Show the code again")).clicked.connect(self.code_requested)

    def ask(self, question: CodeQuestion) -> None:
        """Ask for these groups."""
        self._clear()
        self._question = question
        for at in question.asked:
            line = QLineEdit()
            line.setMaxLength(16)
            line.returnPressed.connect(self._next_line)
            row = Field(self.tr("Group {number}").format(number=at + 1), line)
            self.column.insertWidget(len(self._rows), row)
            self._rows.append((row, line))

    def arrive(self) -> None:
        """Wait for the first group."""
        if self._rows:
            self._rows[0][1].setFocus()

    def forget(self) -> None:
        """Drop the question and what was typed."""
        super().forget()
        self._clear()

    def _clear(self) -> None:
        self._question = None
        for row, _ in self._rows:
            discard(self.column, row)
        self._rows = []

    @Slot()
    def _next_line(self) -> None:
        empty = next((line for _, line in self._rows if not line.text().strip()), None)
        if empty is not None:
            empty.setFocus()
        else:
            self._compare()

    @Slot()
    def _compare(self) -> None:
        if self._question is None:
            return
        wrong = self._question.wrong([line.text() for _, line in self._rows])
        for at, (row, _) in zip(self._question.asked, self._rows, strict=True):
            row.set_hint(
                self.tr("This is not what was shown. Compare it with the code.") if at in wrong else ""
            )
        if not wrong:
            self.confirmed.emit()
