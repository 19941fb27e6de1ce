"""A sentence of an entry for its mentor: the last part on the page of every kind that can be shared."""

from PySide6.QtWidgets import QWidget

from amp_desktop.ui.kinds.part import TextPart


class ForMentorPart(TextPart):
    """A quiet line at the end of the page; it leaves in place of the entry's first paragraph."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("for_mentor", "", "", parent)
        self.call(self.tr("For my mentor"), self.tr("For my mentor, in a sentence"))
