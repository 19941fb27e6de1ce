"""The right side of the page: how much leaves, what it is, and the ways out."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Format
from amp_desktop.sharing import DEFAULT_FORMAT, RENDERERS, find_renderer
from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.share.found_panel import FoundPanel
from amp_desktop.ui.share.labels import counts, format_name, format_use, found_words, length_words
from amp_desktop.ui.share.prepared import PreparedSummary
from amp_desktop.ui.share.preview import Preview
from amp_desktop.ui.style.icons import icon
from amp_desktop.ui.widgets.buttons import primary_button, quiet_button, secondary_button
from amp_desktop.ui.widgets.direction import set_own_text
from amp_desktop.ui.widgets.flow_layout import FlowLayout
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.segments import SegmentedRow

PATIENCE_MS = 400
"""After how long it is said that something newer is being made; a text is there long before."""


class CountingLine(QWidget):
    """How long it is, how many entries leave and how many stay, and what was found in it.

    Signals:
        found_pressed(): What was found is to be shown, or no longer.
        compare_pressed(): It is to be compared with what left the last time.
    """

    found_pressed = Signal()
    compare_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._length = QLabel()
        self._counts = label("", "strong")
        self._state = label("", "small")
        for words in (self._counts, self._state):
            words.setWordWrap(False)
        self._found = quiet_button("", "chevron-down")
        self._found.hide()  # until something was looked through it has nothing to say
        self._found.clicked.connect(self.found_pressed)
        self._compare = quiet_button(self.tr("Since the last time…"))
        self._compare.setToolTip(self.tr("What is new since it was last shared with them, and what is gone"))
        self._compare.hide()
        self._compare.clicked.connect(self.compare_pressed)
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._say_updating)
        flow = FlowLayout(self, self.fontMetrics().height() // 3)
        for widget in (self._length, self._counts, self._state, self._found, self._compare):
            flow.addWidget(widget)

    def show_summary(self, summary: PreparedSummary, draft: ShareDraft) -> None:
        """Say how much leaves."""
        disclosure = summary.disclosure
        pages, appendix = summary.page_counts
        words = length_words(summary.length, pages, appendix)
        self._say(words, counts(len(disclosure.entries), disclosure.staying))
        set_own_text(self._found, _found_in(summary, draft))
        self._found.show()

    def show_nothing(self, staying: int, draft: ShareDraft) -> None:
        """Nothing leaves."""
        self._say("", counts(0, staying))
        set_own_text(self._found, found_words(0, 0, len(draft.edits)))
        self._found.setVisible(bool(draft.edits))

    def offer_comparing(self, offered: bool) -> None:
        """Whether something left before that it can be compared with."""
        self._compare.setVisible(offered)

    def show_updating(self) -> None:
        """Something newer is being made; say so if it takes a while."""
        if not self._patience.isActive():
            self._patience.start()

    def show_open(self, is_open: bool) -> None:
        """Whether what was found is shown."""
        self._found.setIcon(icon("chevron-up" if is_open else "chevron-down"))

    def counts(self) -> str:
        """How many leave and how many stay, as it is said."""
        return self._counts.text()

    def forget(self) -> None:
        """Drop every word."""
        self._say("", "")
        set_own_text(self._found, "")
        self._found.hide()

    def _say(self, length: str, counted: str) -> None:
        self._patience.stop()
        self._state.clear()
        self._length.setText(length)
        self._length.setVisible(bool(length))
        self._counts.setText(counted)

    @Slot()
    def _say_updating(self) -> None:
        self._state.setText(self.tr("Updating…"))


class LeavingPanel(QWidget):
    """Shows one summary, and lets that one leave and no other.

    Attributes:
        head: How much leaves.
        found: What was found in it.
        preview: What is shown.

    Signals:
        copy_requested(): It is to go to the clipboard.
        save_requested(): It is to become a file.
        format_changed(Format): Another format was chosen.
    """

    copy_requested = Signal()
    save_requested = Signal()
    format_changed = Signal(object)

    def __init__(self, page: QWidget | None = None) -> None:
        """Make it.

        Args:
            page: Where the keys for copying and saving hold; without one, here.
        """
        super().__init__(page)
        self._draft = ShareDraft()
        self._staying = 0
        self.head = CountingLine()
        self.found = FoundPanel()
        self.found.hide()
        self.head.found_pressed.connect(self._toggle_found)
        self.preview = Preview()
        self._summary: PreparedSummary | None = None
        self._formats = SegmentedRow(self.tr("Format"), [format_name(form) for form in RENDERERS])
        for form, segment in zip(RENDERERS, self._formats.segments(), strict=True):
            use = self.tr("{form}: {use}").format(form=format_name(form), use=format_use(form))
            segment.setToolTip(use)
        self._formats.changed.connect(self._choose)
        self._copy = secondary_button(self.tr("Copy"), "copy")
        self._copy.clicked.connect(self.copy_requested)
        self._save = primary_button("", "save")
        self._save.clicked.connect(self.save_requested)
        actions = ActionSet(page or self)
        actions.add("copy-summary", self._copy.click)
        actions.add("save-summary", self._save.click)
        self.show_format(DEFAULT_FORMAT)
        self._lay_out()
        self._set_summary(None)

    def show_format(self, form: Format) -> None:
        """Show in which format it leaves."""
        self._formats.choose_quietly(list(RENDERERS).index(form) + 1)
        self._save.setText(self.tr("Save as {form}").format(form=format_name(form)))
        self._say_why_not(form)

    def take_head(self) -> None:
        """Have the counting line over the preview again, after it stood elsewhere."""
        self._column.insertWidget(0, self.head)

    def summary(self) -> PreparedSummary | None:
        """What leaves if the mentee says so; None while there is nothing, or while it is being made."""
        return self._summary

    def show_draft(self, draft: ShareDraft) -> None:
        """What is chosen for this time."""
        self._draft = draft

    def show_summary(self, summary: PreparedSummary) -> None:
        """Show what leaves, and let it."""
        if summary.is_empty:
            words = self.tr("What you ticked holds nothing but private asides, so nothing is shared.")
            if summary.disclosure.edited:
                words = self.tr("Every line was left out this time, so nothing is shared.")
            self.show_nothing(summary.disclosure.staying, words, summary)
        else:
            self._set_summary(summary)
            self.head.show_summary(summary, self._draft)
            self.found.show_found(summary, self._draft)
            self.preview.show_summary(summary, self._draft)

    def show_updating(self) -> None:
        """Something newer is being made: what is shown stays to be read, and can leave no more."""
        self._set_summary(None)
        self.head.show_updating()

    def show_nothing(self, staying: int, sentence: str = "", summary: PreparedSummary | None = None) -> None:
        """Nothing leaves; say why.

        Args:
            staying: How many could.
            sentence: Why; without one, that nothing is ticked, or that there is nothing.
            summary: What was made, if anything was.
        """
        self._set_summary(None)
        if staying and not sentence:
            sentence = self.tr(
                "Nothing is ticked, so nothing is shared. Tick what you want to share on the left."
            )
        nothing = self.tr(
            "Nothing to share from this period. Mark an entry as shareable or put it on the agenda, "
            "and it will be ticked here for you."
        )
        self.head.show_nothing(staying, self._draft)
        self.found.show_found(summary, self._draft)
        self.preview.show_nothing(sentence or nothing)

    def forget(self) -> None:
        """Drop every word."""
        self._draft = ShareDraft()
        self._set_summary(None)
        self.head.forget()
        self.found.forget()
        self.preview.forget()

    def _set_summary(self, summary: PreparedSummary | None) -> None:
        self._summary = summary
        self._copy.setEnabled(summary is not None and bool(find_renderer(summary.format).clipboard))
        self._save.setEnabled(summary is not None)

    def _say_why_not(self, form: Format) -> None:
        """Say beside a button that cannot be pressed why: for the mouse, and for a screen reader."""
        why = self.tr("A {form} is saved, not copied.").format(form=format_name(form))
        told = "" if find_renderer(form).clipboard else why
        self._copy.setToolTip(told)
        self._copy.setAccessibleDescription(told)

    @Slot(object)
    def _choose(self, number: int) -> None:
        form = list(RENDERERS)[number - 1]
        self.show_format(form)
        self.format_changed.emit(form)

    @Slot()
    def _toggle_found(self) -> None:
        self.found.setVisible(self.found.isHidden())
        self.head.show_open(not self.found.isHidden())

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        foot = QHBoxLayout()
        foot.addWidget(self._formats, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self._copy)
        foot.addWidget(self._save)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(room // 2 * 2, 0, room * 2 // 3, 0)
        column.setSpacing(room // 2)
        column.addWidget(self.head)
        column.addWidget(self.found)
        column.addWidget(self.preview, 1)
        column.addLayout(foot)


def _found_in(summary: PreparedSummary, draft: ShareDraft) -> str:
    found = (len(summary.names), len(summary.links), len(draft.edits), len(summary.unlinked))
    return found_words(*found)
