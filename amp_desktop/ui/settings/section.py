"""What every group of settings has: a heading, a place for messages, and the journal it belongs to."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.unsaved import Unsaved
from amp_desktop.ui.session import Session
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.card import Card
from amp_desktop.ui.widgets.labels import label


class SettingsSection(Card):
    """A group of settings, each of which holds as soon as it is changed.

    Attributes:
        banner: Says in the group what could not be set.
    """

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.banner = Banner()
        self._title = label("", "lead")
        self.column.addWidget(self._title)
        self.column.addWidget(self.banner)

    def set_title(self, title: str) -> None:
        """Say what the group is about."""
        self._title.setText(title)

    def first_field(self) -> QWidget | None:
        """The first of its controls that takes the keyboard."""
        controls = self.findChildren(QWidget)
        tabs = Qt.FocusPolicy.TabFocus
        return next((one for one in controls if one.isVisible() and one.focusPolicy() & tabs), None)

    def show_values(self) -> None:
        """Show what is set now, without setting anything."""

    def unsaved(self) -> Unsaved:
        """What was typed and is not kept yet."""
        return Unsaved()

    def flush(self) -> bool:
        """Set what was typed and is not set yet; False when that failed, and then it is still there."""
        return True

    @property
    def preferences(self) -> Preferences:
        """How the journal behaves now."""
        return self.session.journal.preferences

    def prefer(self, preferences: Preferences) -> None:
        """Let the journal behave so; where that cannot be kept, say why and show what still holds."""
        if not self.banner.tries(partial(self.session.save_preferences, preferences)):
            self.show_values()

    def forget(self) -> None:
        """Drop every word."""
        self.banner.clear()
