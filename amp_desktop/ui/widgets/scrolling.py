"""Scrolling the page that something stands on."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QScrollArea, QWidget


def bring_into_view(widget: QWidget, place: QPoint, margin: int) -> None:
    """Scroll the nearest page that holds a widget to a place in it, and so many pixels around."""
    holder = widget.parentWidget()
    while holder is not None and not isinstance(holder, QScrollArea):
        holder = holder.parentWidget()
    content = holder.widget() if holder is not None else None
    if holder is not None and content is not None:
        at = widget.mapTo(content, place)
        holder.ensureVisible(at.x(), at.y(), 0, margin)
