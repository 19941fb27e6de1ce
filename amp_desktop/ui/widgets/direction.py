"""Words that run in their own direction, whichever way their window does."""

from PySide6.QtWidgets import QAbstractButton

_ISOLATE, _END = "\u2068", "\u2069"
"""Unicode's marks round a run whose first letter says where it begins."""


def isolated(words: str) -> str:
    """The words, with numbers and stops where their own direction has them."""
    return f"{_ISOLATE}{words}{_END}" if words else ""


def set_own_text(button: QAbstractButton, words: str) -> None:
    """Write words on a button that may begin with a number, which a mirrored button would put at the end.

    What is heard of it, and asked for, is the words alone.
    """
    button.setText(isolated(words) if button.isRightToLeft() else words)
    button.setAccessibleName(words)
