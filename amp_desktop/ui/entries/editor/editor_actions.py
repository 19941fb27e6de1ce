"""What can be done in the editor by key, beside the buttons of its bar; all of it stands in one menu."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from amp_desktop.ui.actions.action_set import ActionSet
from amp_desktop.ui.platform.app_settings import LineWidth

MARKINGS = ("strike", "numbers", "tick", "heading-1", "heading-2", "heading-3", "up", "down")
"""What has no button over the text."""
OF_KINDS = ("question", "start-call")
"""What only the pages of some kinds offer."""
_ZOOM = {"zoom-in": 1, "zoom-out": -1, "zoom-usual": 0}


class EditorActions(QObject):
    """The actions of one editor.

    Attributes:
        marking_requested: Do one of `ACTIONS` to the text; carries its name.
        find_requested, replace_requested: Look for words in the entry.
        next_requested, previous_requested: On to what was found, or back.
        beside_toggled: The preview is wanted beside the text, or not.
        zoom_requested: So many steps larger; 0 for the usual size.
        width_chosen: Lines may become so wide.
        focus_mode_toggled: Nothing but the text is wanted, or all again.
        files_requested: Pictures or files are to be attached.
        state_requested: The keyboard is to go to the row under the title.
        history_requested, print_requested: What the words say.
        kind_requested: What the page of a kind offers is to be done; carries its name.
    """

    marking_requested = Signal(str)
    find_requested = Signal()
    replace_requested = Signal()
    next_requested = Signal()
    previous_requested = Signal()
    beside_toggled = Signal(bool)
    zoom_requested = Signal(int)
    width_chosen = Signal(object)
    focus_mode_toggled = Signal(bool)
    files_requested = Signal()
    state_requested = Signal()
    history_requested = Signal()
    print_requested = Signal()
    kind_requested = Signal(str)

    def __init__(self, owner: QWidget, text: QWidget) -> None:
        """Make the actions.

        Args:
            owner: The editor, in all of which the keys work.
            text: The text, in which alone the keys that change it work.
        """
        super().__init__(owner)
        self._set = actions = ActionSet(owner)
        self._writing = [actions.add(name, self._mark, on=text) for name in MARKINGS]
        self._files = actions.add("attach", self.files_requested)
        self._find = actions.add("find", self.find_requested)
        self._replace = actions.add("replace", self.replace_requested)
        actions.add("find-next", self.next_requested)
        actions.add("find-previous", self.previous_requested)
        self._beside = actions.add("preview-beside", self.beside_toggled, checkable=True)
        self._zoom = [actions.add(name, self._zoom_by) for name in _ZOOM]
        self._widths = self._make_widths()
        self._focus = actions.add("focus-mode", self.focus_mode_toggled, checkable=True)
        self._state = actions.add("state", self.state_requested)
        self._history = actions.add("history", self.history_requested)
        self._print = actions.add("print", self.print_requested)
        self._of_kinds = [actions.add(name, self._do_of_kind) for name in OF_KINDS]
        self.offer(())
        self.set_has_state(False)

    def offer(self, names: Sequence[str]) -> Sequence[QAction]:
        """Offer these of what only the pages of some kinds offer; answers with their actions."""
        for action in self._of_kinds:
            action.setEnabled(action.objectName() in names)
        return [action for action in self._of_kinds if action.isEnabled()]

    def set_has_state(self, has: bool) -> None:
        """Whether there is a row under the title to go to."""
        self._state.setEnabled(has)

    def add_text(self, text: QWidget) -> None:
        """Let the keys that change a text work in this one too."""
        text.addActions(self._writing)

    def that_go_first(self) -> Sequence[QAction]:
        """Those whose keys are taken before the window's."""
        return self._find, self._replace

    def of_the_page(self) -> Sequence[QAction]:
        """Those whose keys hold beside the editor too: in the list, and in the panel at the right."""
        return (
            self._beside,
            *self._zoom,
            *self._widths.actions(),
            self._focus,
            self._state,
            self._history,
            self._print,
            *self._of_kinds,
        )

    def fill(self, menu: QMenu) -> None:
        """Put all of them into a menu."""
        offered = [action for action in self._of_kinds if action.isEnabled()]
        menu.addActions(offered)
        if offered:
            menu.addSeparator()
        marking = menu.addMenu(self.tr("Format"))
        marking.addActions(self._writing)
        menu.addAction(self._files)
        menu.addSeparator()
        menu.addActions([self._find, self._replace])
        if self._state.isEnabled():
            menu.addAction(self._state)
        menu.addSeparator()
        menu.addActions([self._beside, self._focus])
        size = menu.addMenu(self.tr("Text size"))
        size.addActions(self._zoom)
        width = menu.addMenu(self.tr("Width of lines"))
        width.addActions(self._widths.actions())
        menu.addSeparator()
        menu.addActions([self._history, self._print])

    def set_writable(self, writable: bool) -> None:
        """Whether the text may be changed."""
        for action in (*self._writing, self._files, self._replace):
            action.setEnabled(writable)

    def show_view(self, *, beside: bool, focus_mode: bool) -> None:
        """Show which views are on."""
        self._beside.setChecked(beside)
        self._focus.setChecked(focus_mode)

    def show_width(self, width: LineWidth) -> None:
        """Show which width of lines holds."""
        for action in self._widths.actions():
            action.setChecked(_width(action) == width)

    def _make_widths(self) -> QActionGroup:
        group = QActionGroup(self)
        for width in LineWidth:
            name = f"width-{width.name.lower()}"
            group.addAction(self._set.add(name, self._choose_width, checkable=True))
        return group

    @Slot()
    def _mark(self) -> None:
        self.marking_requested.emit(self._sender().objectName())

    @Slot()
    def _do_of_kind(self) -> None:
        self.kind_requested.emit(self._sender().objectName())

    @Slot()
    def _zoom_by(self) -> None:
        self.zoom_requested.emit(_ZOOM[self._sender().objectName()])

    @Slot()
    def _choose_width(self) -> None:
        self.width_chosen.emit(_width(self._sender()))

    def _sender(self) -> QAction:
        action = self.sender()
        assert isinstance(action, QAction)
        return action


def _width(action: QAction) -> LineWidth:
    return LineWidth[action.objectName().removeprefix("width-").upper()]
