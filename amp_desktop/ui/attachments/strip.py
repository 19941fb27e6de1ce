"""The strip under a text: what is attached to it, what is being attached, and what is asked about it."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.domain.attachment import Attachment
from amp_desktop.ui.attachments.shown import ShownPictures
from amp_desktop.ui.attachments.tile import AttachmentTile
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.banner import Banner
from amp_desktop.ui.widgets.buttons import quiet_button
from amp_desktop.ui.widgets.labels import label


class AttachmentStrip(QWidget):
    """Tiles beside each other; over them the progress of what comes, and a message if there is one.

    Attributes:
        banner: Says and asks things about attachments.
        cancelled: What is being attached is not wanted any more.
        open_requested: Another program is to show that attachment.
        copy_requested: A copy of that attachment is to be saved.
        removal_requested: The text is to refer to that attachment no more.
        words_changed: The person says what an attachment shows; carries it and the words.
    """

    cancelled = Signal()
    open_requested = Signal(object)
    copy_requested = Signal(object)
    removal_requested = Signal(object)
    words_changed = Signal(object, str)

    def __init__(self, pictures: ShownPictures, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = pictures
        self._tiles: list[AttachmentTile] = []
        self._writable = True
        self.banner = Banner(self)
        self._progress = _ProgressRow(self)
        self._progress.cancelled.connect(self.cancelled)
        self._row = _TileRow(self)
        self._row.setAccessibleName(self.tr("Pictures and files of this entry"))
        room = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, room // 3, 0, 0)
        column.setSpacing(room // 3)
        for part in (self.banner, self._progress, self._row):
            column.addWidget(part)
        pictures.came.connect(self._show_pictures)

    def attachments(self) -> tuple[Attachment, ...]:
        """What is shown, in order."""
        return tuple(tile.attachment for tile in self._tiles)

    def show_attachments(self, attachments: Sequence[Attachment]) -> None:
        """Show these; tiles that are there stay as they are."""
        if tuple(attachments) == self.attachments():
            return
        former = {tile.attachment: tile for tile in self._tiles}
        self._tiles = [former.pop(one) if one in former else self._make_tile(one) for one in attachments]
        for tile in former.values():
            tile.hide()
            tile.deleteLater()
        self._row.show_tiles(self._tiles)
        self._show_pictures()

    def come_after(self, texts: Sequence[QWidget]) -> None:
        """Have Tab lead through those texts and then through the strip, as one sees it."""
        for one, following in pairwise(texts):
            QWidget.setTabOrder(one, following)
        before = texts[-1]
        over_tiles = (
            *self.banner.findChildren(QAbstractButton),
            *self._progress.findChildren(QAbstractButton),
        )
        for control in (*over_tiles, *(control for tile in self._tiles for control in tile.controls())):
            QWidget.setTabOrder(before, control)
            before = control

    def show_words(self, words: Sequence[str]) -> None:
        """Show what the text says for each of the attachments."""
        for tile, said in zip(self._tiles, words, strict=True):
            tile.show_words(said)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is with what is being attached; without a total, that it goes on."""
        self._progress.show_progress(done, total)

    def end_progress(self) -> None:
        """Nothing is being attached any more."""
        self._progress.end()

    def set_writable(self, writable: bool) -> None:
        """Whether the text may be changed."""
        self._writable = writable
        for tile in self._tiles:
            tile.set_writable(writable)

    def _make_tile(self, attachment: Attachment) -> AttachmentTile:
        tile = AttachmentTile(attachment, self._row)
        tile.set_writable(self._writable)
        tile.open_requested.connect(partial(self.open_requested.emit, attachment))
        tile.copy_requested.connect(partial(self.copy_requested.emit, attachment))
        tile.removal_requested.connect(partial(self.removal_requested.emit, attachment))
        tile.words_changed.connect(partial(self.words_changed.emit, attachment))
        return tile

    @Slot()
    def _show_pictures(self) -> None:
        for tile in self._tiles:
            if tile.attachment.is_picture:
                image = self._pictures.image(tile.attachment.id, tile.picture_room())
                if image is not None:
                    tile.show_picture(image)


class _TileRow(QScrollArea):
    """As high as its tiles; scrolled to the side where they have no room."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        set_variant(inner, "clear")
        self._tiles = QHBoxLayout(inner)
        self._tiles.setContentsMargins(0, 0, 0, 0)
        self._tiles.setSpacing(self.fontMetrics().height() // 2)
        self._tiles.addStretch(1)
        self.setWidget(inner)
        self.horizontalScrollBar().installEventFilter(self)

    def show_tiles(self, tiles: Sequence[AttachmentTile]) -> None:
        """Show these, in this order."""
        for tile in reversed(tiles):
            self._tiles.insertWidget(0, tile)
            tile.show()
        self.setVisible(bool(tiles))
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make room for the scroll bar, and take it away again."""
        if event.type() in (QEvent.Type.ShowToParent, QEvent.Type.HideToParent):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        bar = self.horizontalScrollBar()
        below = 0 if bar.isHidden() else bar.sizeHint().height()
        self.setFixedHeight(self._tiles.sizeHint().height() + below)


class _ProgressRow(QWidget):
    """That something is being attached, how far it is, and a way to stop it."""

    cancelled = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        words = label(self.tr("Adding it to the journal…"), "muted")
        words.setWordWrap(False)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(words.text())
        stop = quiet_button(self.tr("Stop"))
        stop.setAccessibleName(self.tr("Stop attaching"))
        stop.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words)
        row.addWidget(self._bar, 1)
        row.addWidget(stop)
        self.end()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, total if done else 0)
        self._bar.setValue(done)
        self.show()

    def end(self) -> None:
        """It is over. A bar without an end would be animated for as long as it has no range."""
        self._bar.setRange(0, 1)
        self.hide()
