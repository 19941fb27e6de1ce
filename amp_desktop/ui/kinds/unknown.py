"""How an entry is shown that only a newer version of the program understands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.query import EntryRow
from amp_desktop.ui.kinds.base import KindView, RowFact
from amp_desktop.ui.session import Session

if TYPE_CHECKING:
    from amp_desktop.ui.kinds.form import KindForm

translate = QCoreApplication.translate


class UnknownView(KindView):
    """What was written is shown as it is, to be read and not to be changed."""

    kind = ""
    icon_name = "file-text"

    def name(self) -> str:
        """One of it."""
        return translate("UnknownView", "From a newer version")

    def plural(self) -> str:
        """Many of it."""
        return translate("UnknownView", "From a newer version")

    def new_words(self) -> str:
        """Nothing begins one."""
        return ""

    def empty_sentence(self) -> str:
        """It has no page of its own."""
        return ""

    def fact(self, row: EntryRow, today: object) -> RowFact:  # noqa: ARG002
        """By what name the newer version calls it."""
        return RowFact(row.kind)

    def make_form(self, session: Session) -> "KindForm":
        """Its fields, as they were written."""
        from amp_desktop.ui.kinds.unknown_form import UnknownForm

        return UnknownForm(session)
