"""One attachment in the strip: what it looks like, its name and size, what it shows, and what can be done."""

from PySide6.QtCore import QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QVBoxLayout, QWidget

from amp_desktop.domain.attachment import Attachment
from amp_desktop.ui.platform.temporary_copies import can_open_externally
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import icon_button
from amp_desktop.ui.widgets.labels import Elided, label


class AttachmentTile(QFrame):
    """A picture or a file that the text refers to.

    Attributes:
        open_requested: Another program is to show it.
        copy_requested: A copy is to be saved.
        removal_requested: The text is to refer to it no more.
        words_changed: The person says what it shows; carries the words.
    """

    open_requested = Signal()
    copy_requested = Signal()
    removal_requested = Signal()
    words_changed = Signal(str)

    def __init__(self, attachment: Attachment, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attachment = attachment
        self._writable = True
        set_variant(self, "card")
        self.setAccessibleName(attachment.name)
        self._side = self.fontMetrics().height() * 3
        self._picture = icon_button("image" if attachment.is_picture else "file-text", self._way_out(), self)
        self._picture.setIconSize(QSize(self._side, self._side))
        self._picture.clicked.connect(self._leave_by_usual_way)
        self._more = icon_button("ellipsis", self.tr("More for {name}").format(name=attachment.name), self)
        self._more.clicked.connect(self._show_menu)
        self._words = QLineEdit(self)
        self._words.setPlaceholderText(self.tr("What does it show?"))
        self._words.setAccessibleName(self.tr("What {name} shows").format(name=attachment.name))
        self._words.setToolTip(
            self.tr(
                "Read out to people who cannot see it. In a summary it stands in for a picture that "
                "is not shared."
            )
        )
        self._words.textEdited.connect(self.words_changed)
        self._words.editingFinished.connect(self._show_beginning)
        self._words.setVisible(attachment.is_picture)
        self._lay_out()

    def controls(self) -> tuple[QWidget, ...]:
        """What the keyboard can go to, in order."""
        return self._picture, self._words, self._more

    def picture_room(self) -> QSize:
        """The pixels that its small picture has."""
        side = round(self._side * self.devicePixelRatioF())
        return QSize(side, side)

    def show_picture(self, image: QImage) -> None:
        """Show what it looks like."""
        self._picture.setIcon(QIcon(QPixmap.fromImage(image)))

    def show_words(self, words: str) -> None:
        """Show what the text says that it shows; not in the middle of it being said."""
        if not self._words.hasFocus() and self._words.text() != words:
            self._words.setText(words)
            self._show_beginning()

    def set_writable(self, writable: bool) -> None:
        """Whether the text may be changed."""
        self._writable = writable
        self._words.setReadOnly(not writable)

    def _way_out(self) -> str:
        """What a click on the picture does, in words."""
        words = (
            self.tr("Open {name}…")
            if can_open_externally(self.attachment)
            else self.tr("Save a copy of {name}…")
        )
        return words.format(name=self.attachment.name)

    def _lay_out(self) -> None:
        room = self.fontMetrics().height()
        size = label(size_words(self.attachment), "small")
        size.setWordWrap(False)
        first = QHBoxLayout()
        first.setSpacing(room // 3)
        first.addWidget(Elided(self.attachment.name, "strong"), 1)
        if self.attachment.is_picture:
            first.addWidget(size)
        first.addWidget(self._more)
        words = QVBoxLayout()
        words.setSpacing(room // 6)
        words.addLayout(first)
        words.addWidget(self._words if self.attachment.is_picture else size)
        row = QHBoxLayout(self)
        row.setContentsMargins(room // 3, room // 4, room // 3, room // 4)
        row.setSpacing(room // 3)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        self.setFixedWidth(room * 18)

    @Slot()
    def _show_beginning(self) -> None:
        self._words.home(False)  # noqa: FBT003 - Qt's own

    @Slot()
    def _leave_by_usual_way(self) -> None:
        (self.open_requested if can_open_externally(self.attachment) else self.copy_requested).emit()

    @Slot()
    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opens = menu.addAction(self.tr("Open…"))
        opens.setEnabled(can_open_externally(self.attachment))
        opens.triggered.connect(self.open_requested)
        menu.addAction(self.tr("Save a copy…")).triggered.connect(self.copy_requested)
        menu.addSeparator()
        removes = menu.addAction(self.tr("Remove from the text"))
        removes.setEnabled(self._writable)
        removes.triggered.connect(self.removal_requested)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))


def size_words(attachment: Attachment) -> str:
    """How large it is, as people say it: "1.2 MB"."""
    decimal = QLocale.DataSizeFormat.DataSizeSIFormat
    return QLocale().formattedDataSize(attachment.size, 1, decimal)
