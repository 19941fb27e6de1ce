"""The kinds of button a page may have. At most one primary button on a page."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from amp_desktop.ui.style.icons import icon, icon_size
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.tips import plain_tip


def primary_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """The one thing that the page is for."""
    button = secondary_button(text, parent=parent)
    set_variant(button, "primary")
    if icon_name:
        button.setIcon(icon(icon_name, "on_accent", "on_accent"))
    return button


def secondary_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Anything else that can be done."""
    button = QPushButton(text, parent)
    button.setIconSize(icon_size(button, air=0.15))
    button.setAutoDefault(False)
    if icon_name:
        button.setIcon(icon(icon_name, "text"))
    return button


def quiet_button(text: str, icon_name: str = "", parent: QWidget | None = None) -> QPushButton:
    """Something by the way, without an outline."""
    button = secondary_button(text, icon_name, parent)
    set_variant(button, "quiet")
    return button


def link_button(text: str, parent: QWidget | None = None) -> QPushButton:
    """A way to somewhere else, in the line of the text."""
    button = secondary_button(text, parent=parent)
    set_variant(button, "link")
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    return button


def icon_button(icon_name: str, name: str, parent: QWidget | None = None, *, look: str = "") -> QToolButton:
    """A button that shows only an icon.

    Args:
        icon_name: Which icon.
        name: What it does, in words: its tool tip and its accessible name.
        parent: The widget it stands on.
        look: "step" is larger, "filter" one of many in a row, "small" inside a line of text.
    """
    button = QToolButton(parent)
    button.setIcon(icon(icon_name))
    button.setIconSize(icon_size(button, 1.0 if look == "small" else 1.35))
    button.setToolTip(plain_tip(name))
    button.setAccessibleName(name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if look:
        set_variant(button, look)
    return button
