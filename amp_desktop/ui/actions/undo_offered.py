"""What a banner offers to undo, undone by key as well."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.widgets.banner import Banner


class UndoOffered(QObject):
    """Where nothing else has undo keys of its own: in lists and on buttons they press the banner's."""

    def __init__(self, banner: Banner, place: QWidget) -> None:
        """Make it; the place keeps it.

        Args:
            banner: What offers it.
            place: Where the keys hold.
        """
        super().__init__(place)
        undo = ActionSet(place).add("undo", banner.action_requested)
        undo.setEnabled(False)
        banner.undo_offered.connect(undo.setEnabled)
