"""What a page gets in the place of whatever it may not load."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage


def no_picture() -> QImage:
    """One point of nothing.

    A page that asks for something has to be given a picture: where it gets none, Qt looks for a file of that
    name in the folder that the program was started in, and shows that.
    """
    nothing = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    nothing.fill(Qt.GlobalColor.transparent)
    return nothing
