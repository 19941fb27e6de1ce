"""Showing and hiding what is in layouts, and taking it out for good."""

from PySide6.QtWidgets import QLayout, QWidget


def clear_layout(layout: QLayout) -> None:
    """Take every widget out of a layout and throw it away.

    Each is hidden at once: it is deleted when the event loop comes round, and would be painted till then.
    """
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            _throw_away(widget)


def discard(layout: QLayout, widget: QWidget) -> None:
    """Take one widget out of a layout and throw it away, as `clear_layout` does."""
    layout.removeWidget(widget)
    _throw_away(widget)


def set_shown(widget: QWidget, *, shown: bool) -> None:
    """Show a widget or hide it, where that changes anything.

    On a page that is not seen yet, what nobody hid is shown with the page. Qt would show it by itself before
    that: dress it, and lay it out for a size that it does not keep.
    """
    if widget.isHidden() is shown:
        widget.setVisible(shown)


def _throw_away(widget: QWidget) -> None:
    widget.hide()
    widget.deleteLater()
