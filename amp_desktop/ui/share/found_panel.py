"""What was found in the text before it leaves: names and links; and what was worded anew for this time."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Place, Wording
from amp_desktop.sharing import PictureChoice, ShownPlace, names_in_address
from amp_desktop.ui.share.picture_row import PictureRow
from amp_desktop.ui.share.prepared import PreparedSummary
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import link_button
from amp_desktop.ui.widgets.inputs import ChoiceField, text_line
from amp_desktop.ui.widgets.labels import Elided, SectionLabel, label
from amp_desktop.ui.widgets.mnemonics import without_mnemonic
from amp_desktop.ui.widgets.tips import plain_tip
from amp_desktop.ui.widgets.wrapped_label import WrappedLabel

MOST_LINES = 13
"""Lines that are seen at once; more scroll."""
FEWEST_LINES = 4
"""Lines that are seen where the window is too low for more."""


class FoundPanel(QScrollArea):
    """Lists what there is to look at once more, and lets each be told otherwise for this time.

    Signals:
        name_worded(str, str | None): A name is told so for this time; None for the name itself.
        link_worded(str, str | None): An address is told so; left out for an empty one, None for itself.
        picture_chosen(str, str | None): A picture leaves under these words, by its key; None: it stays.
        greeting_worded(str): This paragraph stands before all else.
        closing_worded(str): This one stands after it.
        taken_back(str): The words for this time at that place are to go.
        worded(str, str, str): The words for this time stay, though the entry has changed: key, words, and
            what stands there by itself now.
        entry_wanted(str): What the line of that key comes from is to be shown.
        seen_through(): What is new in an assembled text was looked through.
        own_wanted(str): Words of one's own are to be written at the place of that key.
    """

    name_worded = Signal(str, object)
    link_worded = Signal(str, object)
    picture_chosen = Signal(str, object)
    greeting_worded = Signal(str)
    closing_worded = Signal(str)
    taken_back = Signal(str)
    worded = Signal(str, str, str)
    entry_wanted = Signal(str)
    seen_through = Signal()
    own_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: object = None
        self._own: tuple[tuple[str, str], ...] = ()
        self._just_ticked = ""
        self._wanted = 0
        self.picture_chosen.connect(self._remember_ticked)
        self._greeting = text_line()
        self._greeting.setAccessibleName(self.tr("Greeting"))
        self._greeting.setPlaceholderText(self.tr("A greeting before all else"))
        self._greeting.editingFinished.connect(self._greet)
        self._closing = text_line()
        self._closing.setAccessibleName(self.tr("Closing"))
        self._closing.setPlaceholderText(self.tr("A closing after all else"))
        self._closing.editingFinished.connect(self._close_with)
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._whole = QWidget()
        self._whole_column = column = QVBoxLayout(self._whole)
        room = self.fontMetrics().height()
        column.setContentsMargins(room * 2 // 3, room // 2, room * 2 // 3, room // 2)
        column.addWidget(self._greeting)
        column.addWidget(self._closing)
        column.addWidget(self._rows)
        column.addStretch(1)
        self.setWidget(self._whole)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        set_variant(self, "card")
        self.setAccessibleName(self.tr("Found in the text"))

    def show_found(self, summary: PreparedSummary | None, draft: ShareDraft) -> None:
        """Show what was found in a summary, and what is told otherwise in it."""
        for line, words in ((self._greeting, draft.greeting), (self._closing, draft.closing)):
            if not line.hasFocus():
                line.setText(words)
        edited = summary.disclosure.edited if summary is not None else ()
        names = tuple(dict.fromkeys((*draft.names, *(summary.names if summary is not None else ()))))
        links = tuple(dict.fromkeys((*draft.links, *(summary.links if summary is not None else ()))))
        fresh = summary.disclosure.fresh if summary is not None else ()
        unlinked = summary.unlinked if summary is not None else ()
        pictures = summary.pictures if summary is not None else ()
        told = (dict(draft.names), dict(draft.links), dict(draft.pictures), dict(draft.edits))
        shown = (names, links, pictures, edited, fresh, told, self._own, unlinked)
        if shown == self._shown:
            return
        self._shown = shown
        self._clear_rows()
        self._add_fresh(fresh)
        self._add_own()
        self._add_edits(edited, draft)
        self._add_pictures(pictures, draft)
        self._add_names(names, draft)
        self._add_unlinked(unlinked)
        self._add_links(links, names, draft)
        self._fit()

    def offer_own(self, places: Iterable[tuple[str, str]]) -> None:
        """Offer to write words of one's own: the key of each place, and the heading over it."""
        self._own = tuple(places)

    def forget(self) -> None:
        """Drop every word."""
        self._shown = None
        self._own = ()
        self._greeting.clear()
        self._closing.clear()
        self._clear_rows()

    @Slot()
    def _greet(self) -> None:
        self.greeting_worded.emit(self._greeting.text().strip())

    @Slot()
    def _close_with(self) -> None:
        self.closing_worded.emit(self._closing.text().strip())

    def _add_fresh(self, fresh: Iterable[Place]) -> None:
        """What is new since it was last looked through, each with a way to its entry."""
        places = tuple(fresh)
        if not places:
            return
        self._column.addWidget(SectionLabel(self.tr("New since you looked")))
        for place in places:
            row = QHBoxLayout()
            words = WrappedLabel()
            words.setText(place.source)
            look = link_button(self.tr("Open the entry"))
            look.setAccessibleName(self.tr("Open the entry: {words}").format(words=place.source))
            look.setProperty("place", place.key)
            look.clicked.connect(self._look_at)
            row.addWidget(words, 1)
            row.addWidget(look)
            self._column.addLayout(row)
        seen = link_button(self.tr("I have seen it"))
        seen.clicked.connect(self.seen_through)
        self._column.addWidget(seen, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_own(self) -> None:
        if not self._own:
            return
        self._column.addWidget(SectionLabel(self.tr("My own words under")))
        for key, heading in self._own:
            write = link_button(without_mnemonic(heading))
            write.setAccessibleName(self.tr("My own words under: {heading}").format(heading=heading))
            write.setProperty("place", key)
            write.clicked.connect(self._write_own)
            self._column.addWidget(write, 0, Qt.AlignmentFlag.AlignLeading)

    @Slot()
    def _look_at(self) -> None:
        self.entry_wanted.emit(str(self.sender().property("place")))

    @Slot()
    def _write_own(self) -> None:
        self.own_wanted.emit(str(self.sender().property("place")))

    def _add_edits(self, edited: Iterable[Place], draft: ShareDraft) -> None:
        """Every edit: those in the summary, one left empty too, and those of what is not ticked now."""
        known = {place.key: place for place in edited}
        places = [known.get(key, Place(key=key, source=edit.source)) for key, edit in draft.edits.items()]
        if places:
            self._column.addWidget(SectionLabel(self.tr("Edited this time")))
        for place in places:
            self._column.addWidget(self._edit_row(place, draft.edits[place.key].words))

    def _edit_row(self, place: Place, words: str) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        said = WrappedLabel()
        said.setText(words.strip() or self.tr("Left out"))
        column.addWidget(said)
        instead = WrappedLabel("small")
        outdated = place.wording is Wording.OUTDATED
        told = (
            self.tr("The entry has changed since. It says now: {words}")
            if outdated
            else self.tr("Instead of: {words}")
        )
        instead.setText(told.format(words=place.source))
        column.addWidget(instead)
        buttons = QHBoxLayout()
        back = link_button(self.tr("Take the entry's words") if outdated else self.tr("Take back"))
        back.setProperty("place", place.key)
        back.clicked.connect(self._take_back)
        buttons.addWidget(back)
        if outdated:
            keep = link_button(self.tr("Keep mine"))
            keep.setProperty("place", place.key)
            keep.setProperty("words", words)
            keep.setProperty("source", place.source)
            keep.clicked.connect(self._keep)
            buttons.addWidget(keep)
        buttons.addStretch(1)
        column.addLayout(buttons)
        return row

    def _add_pictures(self, pictures: tuple[PictureChoice, ...], draft: ShareDraft) -> None:
        """A box to tick for each, and a line that says what it shows."""
        if pictures:
            self._column.addWidget(SectionLabel(self.tr("Pictures")))
        for at, picture in enumerate(pictures, 1):
            words = draft.pictures.get(picture.key, picture.words)
            name = picture.words or self.tr("Picture {number}").format(number=at)
            row = PictureRow(picture.key, name, words, leaves=picture.key in draft.pictures)
            row.chosen.connect(self.picture_chosen)
            self._column.addWidget(row)
            if picture.key == self._just_ticked:
                row.ask_for_words()
        self._just_ticked = ""

    def _add_names(self, names: tuple[str, ...], draft: ShareDraft) -> None:
        if not names:
            return
        self._column.addWidget(SectionLabel(self.tr("Names")))
        table = QWidget()
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for at, name in enumerate(names):
            grid.addWidget(label(name), at, 0)
            grid.addWidget(self._name_field(name, draft.names.get(name)), at, 1)
        self._column.addWidget(table)

    def _name_field(self, name: str, words: str | None) -> QComboBox:
        """As what a name is told: itself, one of a few, or words of one's own."""
        field = ChoiceField()
        field.setEditable(True)
        field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field.addItems([name, self.tr("my mentor"), self.tr("a colleague")])
        field.setCurrentText(name if words is None else words)
        field.setProperty("name", name)
        field.setAccessibleName(self.tr("Told as, for {name}").format(name=name))
        field.activated.connect(self._name_chosen)
        line = field.lineEdit()
        assert line is not None  # it is editable
        line.editingFinished.connect(self._name_typed)
        return field

    def _add_unlinked(self, unlinked: tuple[ShownPlace, ...]) -> None:
        """Claims that no link shows: said here, before they leave, and not in the text."""
        if unlinked:
            self._column.addWidget(SectionLabel(self.tr("No link shows this yet")))
        for claim in unlinked:
            row = QHBoxLayout()
            row.addWidget(Elided(claim.words), 1)
            go = link_button(self.tr("Open the entry"))
            go.setProperty("place", claim.place.key)
            go.clicked.connect(self._look_at)
            row.addWidget(go)
            self._column.addLayout(row)

    def _add_links(self, links: tuple[str, ...], names: tuple[str, ...], draft: ShareDraft) -> None:
        if links:
            self._column.addWidget(SectionLabel(self.tr("Links")))
        for address in links:
            self._column.addWidget(self._link_field(address, draft.links.get(address)))
            told = names_in_address(address, names) if address not in draft.links else ()
            if told:
                holds = self.tr("This address gives a name away: {names}.").format(names=", ".join(told))
                self._column.addWidget(label(holds, "care"))

    def _link_field(self, address: str, words: str | None) -> QComboBox:
        """As what an address is told: itself, nothing, or words or an address of one's own."""
        field = ChoiceField()
        field.setEditable(True)
        field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.addItem(address, address)
        field.addItem(self._left_out(), "")
        field.setCurrentText(address if words is None else words or self._left_out())
        field.setProperty("address", address)
        field.setAccessibleName(self.tr("Told as, for {address}").format(address=address))
        field.setToolTip(plain_tip(address))
        field.activated.connect(self._link_chosen)
        line = field.lineEdit()
        assert line is not None  # it is editable
        line.setCursorPosition(0)
        line.editingFinished.connect(self._link_typed)
        return field

    def _left_out(self) -> str:
        return self.tr("left out")

    @Slot(int)
    def _name_chosen(self, _at: int) -> None:
        self._tell_name(self.sender())

    @Slot()
    def _name_typed(self) -> None:
        self._tell_name(self.sender().parent())

    def _tell_name(self, field: object) -> None:
        if isinstance(field, QComboBox):
            name, words = str(field.property("name")), field.currentText().strip()
            self.name_worded.emit(name, None if words in ("", name) else words)

    @Slot(int)
    def _link_chosen(self, _at: int) -> None:
        self._tell_link(self.sender())

    @Slot()
    def _link_typed(self) -> None:
        self._tell_link(self.sender().parent())

    def _tell_link(self, field: object) -> None:
        if isinstance(field, QComboBox):
            address, words = str(field.property("address")), field.currentText().strip()
            told = "" if words == self._left_out() else words
            self.link_worded.emit(address, None if words in ("", address) else told)

    @Slot()
    def _take_back(self) -> None:
        self.taken_back.emit(str(self.sender().property("place")))

    @Slot()
    def _keep(self) -> None:
        said = (str(self.sender().property(part)) for part in ("place", "words", "source"))
        self.worded.emit(*said)

    @Slot(str, object)
    def _remember_ticked(self, key: str, words: str | None) -> None:
        """The rows are made anew; the line of a picture without words is to have the keyboard then."""
        self._just_ticked = key if words == "" else ""

    def _clear_rows(self) -> None:
        """Take all rows away, in one widget, so that none is left behind."""
        former = self._rows
        self._rows = QWidget()
        self._column = QVBoxLayout(self._rows)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._whole_column.replaceWidget(former, self._rows)
        former.hide()
        former.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words take other lines in another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """As high as what is in it, up to some lines."""
        self._rows.show()  # Qt shows what is new a moment later, and until then it takes no room
        self._whole_column.activate()
        width = self.viewport().width()
        height = self._whole_column.heightForWidth(width)
        if height < 0:
            height = self._whole_column.sizeHint().height()
        line = self.fontMetrics().lineSpacing()
        self._wanted = min(height + 2 * self.frameWidth() + 2, line * MOST_LINES)
        self.setMaximumHeight(self._wanted)
        self.setMinimumHeight(min(self._wanted, line * FEWEST_LINES))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as what is in it; a low window scrolls it in less."""
        return QSize(super().sizeHint().width(), self._wanted)
