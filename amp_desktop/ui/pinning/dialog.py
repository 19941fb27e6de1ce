"""Asks to which topic something is evidence."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from amp_desktop.domain.dated_facts import Fact
from amp_desktop.domain.evidence import TOPICS, EvidenceTopic
from amp_desktop.domain.pins import Pin
from amp_desktop.ui.pinning.labels import belongs_words, fact_words, group_words, topic_words
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import primary_button
from amp_desktop.ui.widgets.dialog import Dialog
from amp_desktop.ui.widgets.inputs import ChoiceField
from amp_desktop.ui.widgets.labels import label
from amp_desktop.ui.widgets.search_field import SearchField

_TOPIC = Qt.ItemDataRole.UserRole


class TopicDialog(Dialog):
    """A topic, found by typing a few of its letters; of one entry also which fact, if not all of it.

    Attributes:
        chosen: It is evidence for this topic; carries its id, and the key of the fact or nothing.
    """

    chosen = Signal(str, str)

    def __init__(
        self, count: int, facts: Sequence[Fact] = (), pins: Iterable[Pin] = (), parent: QWidget | None = None
    ) -> None:
        """Make it.

        Args:
            count: How many entries are to be pinned.
            facts: What of a single one can be pinned.
            pins: What is pinned of it already.
            parent: The window.
        """
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Pin to evidence"))
        self._pinned = {pin.key for pin in pins}
        self._fact = ChoiceField()
        self._fact.setAccessibleName(self.tr("What of it"))
        self._fact.addItem(self.tr("The entry as a whole"), "")
        for fact in facts:
            self._fact.addItem(fact_words(fact), fact.key)
        self._fact.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._fact.setMinimumContentsLength(30)
        self._fact.currentIndexChanged.connect(self._show_pinned)
        self._search = SearchField(self.tr("Find a topic"), self, delay_ms=0)
        self._search.query_changed.connect(self._look)
        self._search.returnPressed.connect(self._take_current)
        self._search.left_downwards.connect(self._go_down)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Topics"))
        set_variant(self._list, "rows")
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._take)
        self._pin = primary_button(self.tr("Pin"))
        self._pin.clicked.connect(self._take_current)
        self._fill()
        many = self.tr("What are the %n selected entries evidence for?", "", count)
        self._lay_out(self.tr("What is it evidence for?") if count == 1 else many, has_facts=bool(facts))
        self._look("")
        self._search.setFocus()

    def _lay_out(self, question: str, *, has_facts: bool) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self._pin, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        room = self.fontMetrics().height()
        column = QVBoxLayout(self)
        column.setContentsMargins(room, room, room, room)
        column.setSpacing(room * 2 // 3)
        column.addWidget(label(question))
        column.addWidget(self._fact)
        self._fact.setHidden(not has_facts)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(label(self.tr("Pinning shares nothing."), "small"))
        column.addWidget(buttons)
        self.setMinimumWidth(room * 26)
        self.resize(room * 30, room * 30)

    def _fill(self) -> None:
        heading_font = QFont(self.font())
        heading_font.setBold(True)
        group = None
        for topic in TOPICS.values():
            if topic.group is not group:
                group = topic.group
                heading = QListWidgetItem(group_words(group), self._list)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
                heading.setFont(heading_font)
            item = QListWidgetItem(topic_words(topic), self._list)
            item.setData(_TOPIC, topic.id)
        self._show_pinned()

    @Slot()
    def _show_pinned(self) -> None:
        """Say of each topic what belongs there, and whether this stands there already."""
        fact = str(self._fact.currentData())
        for item, topic in self._topics():
            words = topic_words(topic)
            is_pinned = (topic.id, fact) in self._pinned
            item.setText(self.tr("{topic} (pinned)").format(topic=words) if is_pinned else words)
            item.setToolTip(belongs_words(topic))

    @Slot(str)
    def _look(self, typed: str) -> None:
        """Show the topics whose words begin with what was typed, and their headings."""
        words = typed.casefold().split()
        first: QListWidgetItem | None = None
        heading: QListWidgetItem | None = None
        for row in range(self._list.count()):
            item = self._list.item(row)
            topic = TOPICS.get(str(item.data(_TOPIC)))
            if topic is None:
                heading = item
                heading.setHidden(True)
                continue
            fits = _fits(topic, words)
            item.setHidden(not fits)
            if fits and heading is not None:
                heading.setHidden(False)
            first = first or (item if fits else None)
        self._list.setCurrentRow(-1 if first is None else self._list.row(first))
        self._pin.setEnabled(first is not None)

    def _topics(self) -> list[tuple[QListWidgetItem, EvidenceTopic]]:
        items = (self._list.item(row) for row in range(self._list.count()))
        found = ((item, TOPICS.get(str(item.data(_TOPIC)))) for item in items)
        return [(item, topic) for item, topic in found if topic is not None]

    @Slot()
    def _go_down(self) -> None:
        self._list.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _take_current(self) -> None:
        item = self._list.currentItem()
        if self._list.currentRow() >= 0 and not item.isHidden():
            self._take(item)

    @Slot(QListWidgetItem)
    def _take(self, item: QListWidgetItem) -> None:
        topic = item.data(_TOPIC)
        if topic:
            self.chosen.emit(str(topic), str(self._fact.currentData()))
            self.accept()


def _fits(topic: EvidenceTopic, words: Sequence[str]) -> bool:
    text = f" {topic_words(topic)} {topic.id}".casefold().replace(",", " ")
    return all(f" {word}" in text for word in words)
