"""What can be done in the editor by key, beside the buttons of its bar; all of it stands in one menu."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from amp_desktop.ui.app_settings import LineWidth

Keys = str | QKeySequence.StandardKey
REPLACE_KEYS = "Ctrl+H"


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
        history_requested, print_requested: What the words say.
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
    history_requested = Signal()
    print_requested = Signal()

    def __init__(self, owner: QWidget, text: QWidget) -> None:
        """Make the actions.

        Args:
            owner: The editor, in all of which the keys work.
            text: The text, in which alone the keys that change it work.
        """
        super().__init__(owner)
        self._owner = owner
        self._text = text
        self._writing = self._make_markings()
        find, replace = _shown(QKeySequence.StandardKey.Find), _shown(REPLACE_KEYS)
        self._find = self._make(self.tr("Find in this entry…") + find, "", self.find_requested)
        self._replace = self._make(self.tr("Replace…") + replace, "", self.replace_requested)
        self._next = self._make(self.tr("Find next"), "F3", self.next_requested)
        self._previous = self._make(self.tr("Find previous"), "Shift+F3", self.previous_requested)
        self._beside = self._make(self.tr("Preview beside the text"), "Ctrl+Alt+V", self.beside_toggled)
        self._beside.setCheckable(True)
        self._zoom = self._make_zoom()
        self._widths = self._make_widths()
        self._focus = self._make(self.tr("Focus mode"), "F9", self.focus_mode_toggled)
        self._focus.setCheckable(True)
        self._history = self._make(self.tr("Earlier versions…"), "", self.history_requested)
        paper = QKeySequence.StandardKey.Print
        self._print = self._make(self.tr("Print, without asides…"), paper, self.print_requested)

    def fill(self, menu: QMenu) -> None:
        """Put all of them into a menu."""
        marking = menu.addMenu(self.tr("Format"))
        marking.addActions(self._writing)
        menu.addSeparator()
        menu.addActions([self._find, self._replace])
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
        for action in (*self._writing, self._replace):
            action.setEnabled(writable)

    def show_view(self, *, beside: bool, focus_mode: bool) -> None:
        """Show which views are on."""
        self._beside.setChecked(beside)
        self._focus.setChecked(focus_mode)

    def show_width(self, width: LineWidth) -> None:
        """Show which width of lines holds."""
        for action in self._widths.actions():
            action.setChecked(action.data() == width)

    def _make_markings(self) -> list[QAction]:
        made = []
        for name, text, keys in (
            ("strike", self.tr("Strike out"), "Ctrl+Shift+X"),
            ("numbers", self.tr("Numbered list"), "Ctrl+Shift+O"),
            ("tick", self.tr("Tick the task"), "Ctrl+Return"),
            ("heading-1", self.tr("Heading 1"), "Ctrl+Alt+1"),
            ("heading-2", self.tr("Heading 2"), "Ctrl+Alt+2"),
            ("heading-3", self.tr("Heading 3"), "Ctrl+Alt+3"),
            ("up", self.tr("Move the line up"), "Alt+Up"),
            ("down", self.tr("Move the line down"), "Alt+Down"),
        ):
            action = self._make(text, keys, self._mark)
            action.setData(name)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._owner.removeAction(action)
            self._text.addAction(action)
            made.append(action)
        return made

    def _make_zoom(self) -> list[QAction]:
        made = []
        for steps, text, keys in (
            (1, self.tr("Larger"), QKeySequence.StandardKey.ZoomIn),
            (-1, self.tr("Smaller"), QKeySequence.StandardKey.ZoomOut),
            (0, self.tr("Usual size"), "Ctrl+0"),
        ):
            action = self._make(text, keys, self._zoom_by)
            action.setData(steps)
            made.append(action)
        made[0].setShortcuts([*made[0].shortcuts(), QKeySequence("Ctrl+=")])
        return made

    def _make_widths(self) -> QActionGroup:
        group = QActionGroup(self)
        for width, text in (
            (LineWidth.NARROW, self.tr("Narrow")),
            (LineWidth.USUAL, self.tr("Usual")),
            (LineWidth.WIDE, self.tr("Wide")),
        ):
            action = self._make(text, "", self._choose_width)
            action.setCheckable(True)
            action.setData(width)
            group.addAction(action)
        return group

    def _make(self, text: str, keys: Keys, does: object) -> QAction:
        action = QAction(text, self)
        if keys:
            action.setShortcuts(
                QKeySequence.keyBindings(keys) if not isinstance(keys, str) else [QKeySequence(keys)]
            )
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(does)
        self._owner.addAction(action)
        return action

    @Slot()
    def _mark(self) -> None:
        self.marking_requested.emit(self._data())

    @Slot()
    def _zoom_by(self) -> None:
        self.zoom_requested.emit(self._data())

    @Slot()
    def _choose_width(self) -> None:
        self.width_chosen.emit(self._data())

    def _data(self) -> object:
        action = self.sender()
        assert isinstance(action, QAction)
        return action.data()


def _shown(keys: Keys) -> str:
    """Keys as a menu shows them beside an action that does not listen to them itself."""
    return "\t" + QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
