"""The row of buttons over the text, each with a key of its own."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QPushButton, QSizePolicy, QToolButton, QWidget

from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.actions.catalogue import catalogue
from amp_desktop.ui.actions.key_map import Chosen, key_map
from amp_desktop.ui.style.theme import set_variant
from amp_desktop.ui.widgets.buttons import icon_button, quiet_button

GROUPS = (("bold", "italic", "heading"), ("list", "task", "quote", "code"), ("link", "aside"))
"""The markings that have a button, by their names."""

FIRST_TO_GO = ("code", "quote", "heading", "italic", "link", "list", "task", "bold", "aside")
"""In which order buttons go where there is no room for them."""


GO_BEFORE_OFFERS = 4
"""So many of them go before what the kind of the entry offers does."""


class FormatBar(QWidget):
    """Bold, heading, list and so on; the preview; and the panel at the right.

    Attributes:
        marking_requested: A marking was asked for by button or key; carries its name.
        files_requested: Pictures or files are to be attached.
        preview_toggled: The preview is wanted, or the text again.
        panel_toggled: The panel at the right is wanted, or not.
        list_wanted: The list is wanted, which is folded.
        menu_wanted: The menu of all else is about to be shown; carries it, to be filled.
    """

    marking_requested = Signal(str)
    files_requested = Signal()
    preview_toggled = Signal(bool)
    panel_toggled = Signal(bool)
    list_wanted = Signal()
    menu_wanted = Signal(QMenu)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._writes = True
        self._offered: dict[QAction, QPushButton] = {}
        self._actions: list[QAction] = []
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._set = ActionSet(self)
        self._list = quiet_button(self.tr("List"), "panel-left", self)
        self._list.setAccessibleName(self.tr("Show the list"))
        self._list.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._list.clicked.connect(self.list_wanted)
        self._list.hide()
        self._row.addWidget(self._list)
        for group in GROUPS:
            self._add_group(group)
        self._files = icon_button("paperclip", self.tr("Picture or file…"), self)
        self._files.clicked.connect(self.files_requested)
        self._row.addWidget(self._files)
        self._word = self.tr("Preview")
        self._preview = self._preview_button()
        self._panel = icon_button("panel-right", self.tr("Show or hide the details"), self)
        self._panel.setCheckable(True)
        self._panel.toggled.connect(self.panel_toggled)
        self._more = icon_button("ellipsis", self.tr("More for this text"), self)
        self._more.clicked.connect(self._show_menu)
        self._row.addStretch(1)
        self._row.addWidget(self._preview)
        self._row.addWidget(self._more)
        self._row.addWidget(self._panel)
        by_name = {
            action.objectName(): button for action, button in zip(self._actions, self._buttons, strict=True)
        }
        self._going = [*(by_name[name] for name in FIRST_TO_GO), self._files]
        self._set.add("preview", self._preview.click)
        self._set.add("details", self._panel.click)
        self._tell_keys()
        key_map().changed.connect(self._tell_keys)

    def actions_for(self, widget: QWidget) -> None:
        """Let the keys work in `widget`."""
        widget.addActions(self._actions)

    def set_writable(self, writable: bool) -> None:
        """Whether there is a text that can be marked."""
        for action, button in zip(self._actions, self._buttons, strict=True):
            action.setEnabled(writable)
            button.setEnabled(writable)
        self._files.setEnabled(writable)

    def set_writing(self, writing: bool) -> None:
        """Whether somebody writes in a text: only then is there something to be marked."""
        if writing != self._writes:
            self._writes = writing
            self._fit(self.width())

    def show_offered(self, actions: Sequence[QAction]) -> None:
        """Have a button for each of what the open entry's kind offers, as far as there is room.

        The menu has them too.
        """
        for action in actions:
            if action not in self._offered:
                self._offered[action] = self._offer_button(action)
        for action, button in self._offered.items():
            button.setEnabled(action in actions)
        self._fit(self.width())

    def set_preview(self, shown: bool) -> None:
        """Show whether the preview is what one sees."""
        with QSignalBlocker(self._preview):
            self._preview.setChecked(shown)

    def set_panel(self, shown: bool) -> None:
        """Show whether the panel at the right is there."""
        with QSignalBlocker(self._panel):
            self._panel.setChecked(shown)

    def set_list_folded(self, folded: bool) -> None:
        """Offer the list, or not because it stands beside."""
        if folded == self._list.isHidden():
            self._list.setVisible(folded)
            self.updateGeometry()
            self._fit(self.width())

    def sizeHint(self) -> QSize:
        """Room for every button, also for those that are gone: who asks may have room for them again."""
        return QSize(self._width_with((*self._going, *self._offers())), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for the eye, the menu and the panel's button: what else there is can go."""
        return QSize(self._width_with(()) - self._gaps(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show what there is room for."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, width: int) -> None:
        """Let the word beside the eye go first, then buttons whose work the menu and the keys do too.

        This is asked at each opening of an entry, so nothing is shown or hidden that does not stay so: each
        change of a button has all around it laid out anew.
        """
        own = self._offers()
        shown = {*(self._going if self._writes else ()), *own}
        has_room = self._width_with(shown) + self._word_width() <= width
        self._preview.setText(self._word if has_room else "")
        over = self._width_with(shown) - width  # by now to the pixel
        for one in (*self._going[:GO_BEFORE_OFFERS], *own, *self._going[GO_BEFORE_OFFERS:]):
            if over <= 0:
                break
            if one in shown:
                shown.remove(one)
                over -= one.sizeHint().width()
        for button in (*self._going, *self._offered.values()):
            button.setVisible(button in shown)
        self._row.setGeometry(self.contentsRect())  # asked for its width, it waits for no event to lay out

    def _offers(self) -> list[QPushButton]:
        """The buttons of what the open entry's kind offers."""
        return [button for button in self._offered.values() if button.isEnabled()]

    def _width_with(self, buttons: Iterable[QWidget]) -> int:
        """The width of these beside what never goes, without the word beside the eye.

        The row itself would have to be told to forget the width it remembers, and whoever tells it asks for
        another round of laying out, in which the width is asked for again: the window would never rest.
        """
        word = self._word_width() * bool(self._preview.text())
        parts = (*buttons, *self._kept(), self._preview)
        return sum(part.sizeHint().width() for part in parts) + self._gaps() - word

    def _gaps(self) -> int:
        """All those between groups of buttons."""
        return len(GROUPS) * self._gap()

    def _kept(self) -> tuple[QWidget, ...]:
        """Buttons that never go for want of room."""
        always = (self._more, self._panel)
        return always if self._list.isHidden() else (self._list, *always)

    def _gap(self) -> int:
        """Between groups of buttons."""
        return self.fontMetrics().height() // 8

    def _word_width(self) -> int:
        metrics = self._preview.fontMetrics()
        gap = metrics.averageCharWidth() // 2
        return metrics.horizontalAdvance(self._word) + gap

    def _add_group(self, group: tuple[str, ...]) -> None:
        for name in group:
            action = self._set.add(name, self._triggered)
            button = icon_button(catalogue()[name].icon_name, action.text(), self)
            button.clicked.connect(action.trigger)
            self._actions.append(action)
            self._buttons.append(button)
            self._row.addWidget(button)
        self._row.addSpacing(self._gap())

    def _preview_button(self) -> QPushButton:
        button = quiet_button(self._word, "eye", self)
        button.setAccessibleName(self._word)
        button.setCheckable(True)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.toggled.connect(self.preview_toggled)
        set_variant(button, "quiet")
        return button

    def _offer_button(self, action: QAction) -> QPushButton:
        button = quiet_button(action.text(), catalogue()[action.objectName()].icon_name, self)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.setToolTip(_with_keys(action.text(), action.objectName(), key_map().chosen()))
        button.clicked.connect(action.trigger)
        self._row.insertWidget(self._row.indexOf(self._preview), button)
        return button

    @Slot()
    def _tell_keys(self) -> None:
        """Say of each button which keys do the same."""
        chosen = key_map().chosen()
        for action, button in zip(self._actions, self._buttons, strict=True):
            button.setToolTip(_with_keys(action.text(), action.objectName(), chosen))
        for action, own in self._offered.items():
            own.setToolTip(_with_keys(action.text(), action.objectName(), chosen))
        self._files.setToolTip(_with_keys(self._files.accessibleName(), "attach", chosen))
        self._preview.setToolTip(_with_keys(self.tr("See how it reads"), "preview", chosen))
        self._panel.setToolTip(_with_keys(self._set["details"].text(), "details", chosen))

    @Slot()
    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_wanted.emit(menu)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    @Slot()
    def _triggered(self) -> None:
        action = self.sender()
        assert isinstance(action, QAction)
        self.marking_requested.emit(action.objectName())


def _with_keys(words: str, name: str, chosen: Chosen) -> str:
    """What a button says when the pointer rests on it: also by which keys one need not go there."""
    keys = key_map().shown(name, chosen)
    both = QCoreApplication.translate("FormatBar", "{name} ({keys})").format(name=words, keys=keys)
    return both if keys else words
