"""The actions of a page of entries: of the text, of the entry, of its list."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from amp_desktop.ui.actions.action import ALT, ActionEntry, ActionGroup, ActionScope, Keys

translate = QCoreApplication.translate
_Standard = QKeySequence.StandardKey


def entries() -> Iterator[ActionEntry]:
    """All of them, in order."""
    yield from _undoing()
    yield from _finding()
    yield from _inline()
    yield from _lines()
    yield from _reading()
    yield from _entry()
    yield from _call()
    yield from _lists()


def _finding() -> Iterator[ActionEntry]:
    find, replace = translate("Actions", "Find in this entry…"), translate("Actions", "Replace…")
    yield ActionEntry(
        "find", find, ActionGroup.FIND, ActionScope.ENTRY, (_Standard.Find,), "search", goes_first=True
    )
    yield ActionEntry(
        "replace", replace, ActionGroup.FIND, ActionScope.ENTRY, ("Ctrl+H",), "pencil", goes_first=True
    )
    yield _page("find-next", translate("Actions", "Find next"), ActionGroup.FIND, "F3", icon="chevron-down")
    yield _page(
        "find-previous",
        translate("Actions", "Find previous"),
        ActionGroup.FIND,
        "Shift+F3",
        icon="chevron-up",
    )


def _undoing() -> Iterator[ActionEntry]:
    """Text fields know these keys themselves, so they stay what the platform has for them."""
    for name, text, keys in (
        ("undo", translate("Actions", "Undo"), _Standard.Undo),
        ("redo", translate("Actions", "Redo"), _Standard.Redo),
    ):
        yield ActionEntry(name, text, ActionGroup.WRITE, ActionScope.ENTRY, (keys,), f"{name}-2", fixed=True)


def _inline() -> Iterator[ActionEntry]:
    yield _text("bold", translate("Actions", "Bold"), "Ctrl+B", icon="bold")
    yield _text("italic", translate("Actions", "Italic"), "Ctrl+I", icon="italic")
    yield _text("strike", translate("Actions", "Strikethrough"), "Ctrl+Shift+X", icon="strikethrough")
    yield _text("code", translate("Actions", "Code"), "Ctrl+E", icon="code")
    yield _text("link", translate("Actions", "Link"), "Ctrl+Shift+K", icon="link")
    files = translate("Actions", "Picture or file…")
    yield _page("attach", files, ActionGroup.WRITE, "Ctrl+Shift+A", icon="paperclip")
    aside = translate("Actions", "Private aside: never shared or printed")
    yield _text("aside", aside, "Ctrl+Shift+P", icon="eye-off")


def _lines() -> Iterator[ActionEntry]:
    yield _text("heading", translate("Actions", "Heading"), "Ctrl+Shift+H", icon="heading")
    yield _text("heading-1", translate("Actions", "Heading 1"), f"{ALT}1", icon="heading")
    yield _text("heading-2", translate("Actions", "Heading 2"), f"{ALT}2", icon="heading")
    yield _text("heading-3", translate("Actions", "Heading 3"), f"{ALT}3", icon="heading")
    yield _text("list", translate("Actions", "List"), "Ctrl+Shift+L", icon="list")
    yield _text("numbers", translate("Actions", "Numbered list"), "Ctrl+Shift+O", icon="list-ordered")
    yield _text("task", translate("Actions", "Task"), "Ctrl+Shift+T", icon="list-checks")
    yield _text("tick", translate("Actions", "Tick the task"), "Ctrl+Return", icon="check")
    yield _text("quote", translate("Actions", "Quotation"), "Ctrl+Shift+Q", icon="quote")
    yield _text("up", translate("Actions", "Move the line up"), "Alt+Up", icon="chevron-up")
    yield _text("down", translate("Actions", "Move the line down"), "Alt+Down", icon="chevron-down")


def _reading() -> Iterator[ActionEntry]:
    preview = translate("Actions", "Preview")
    yield ActionEntry("preview", preview, ActionGroup.READ, ActionScope.WINDOW, ("Ctrl+Shift+V",), "eye")
    beside = translate("Actions", "Preview beside the text")
    yield _of_page("preview-beside", beside, ActionGroup.READ, f"{ALT}V", icon="eye")
    yield _of_page(
        "details", translate("Actions", "Show or hide the details"), ActionGroup.READ, icon="panel-right"
    )
    yield _of_page("focus-mode", translate("Actions", "Focus mode"), ActionGroup.READ, "F9", icon="feather")
    larger, smaller = translate("Actions", "Larger text"), translate("Actions", "Smaller text")
    yield _of_page("zoom-in", larger, ActionGroup.READ, _Standard.ZoomIn, "Ctrl+=", icon="book-open")
    yield _of_page("zoom-out", smaller, ActionGroup.READ, _Standard.ZoomOut, icon="book-open")
    usual = translate("Actions", "Normal text size")
    yield _of_page("zoom-usual", usual, ActionGroup.READ, "Ctrl+0", icon="book-open")
    board = translate("Actions", "Board or list")
    yield _of_page("board", board, ActionGroup.READ, "Ctrl+Shift+G", icon="list-checks")
    table = translate("Actions", "Insights: chart or table")
    yield _of_page("insights-table", table, ActionGroup.READ, "Ctrl+T", icon="list")
    for name, text in (
        ("width-narrow", translate("Actions", "Narrow lines")),
        ("width-usual", translate("Actions", "Normal line width")),
        ("width-wide", translate("Actions", "Wide lines")),
    ):
        yield _of_page(name, text, ActionGroup.READ, icon="book-open")


def _entry() -> Iterator[ActionEntry]:
    question = translate("Actions", "Write a question")
    yield _of_page("question", question, ActionGroup.WRITE, f"{ALT}Q", icon="message-square")
    start = translate("Actions", "Start the call")
    yield _of_page("start-call", start, ActionGroup.WRITE, f"{ALT}S", icon="arrow-right")
    state = translate("Actions", "Go to the state: active, achieved, resolved, let go…")
    yield _of_page("state", state, ActionGroup.WRITE, f"{ALT}T", icon="circle-check")
    history = translate("Actions", "History: earlier versions…")
    paper = translate("Actions", "Print, without private asides…")
    evidence = translate("Actions", "Pin to evidence…")
    yield _of_page("pin-evidence", evidence, ActionGroup.JOURNAL, f"{ALT}E", icon="bookmark")
    yield _of_page("history", history, ActionGroup.JOURNAL, icon="history")
    yield _of_page("print", paper, ActionGroup.JOURNAL, _Standard.Print, icon="file-text")


def _call() -> Iterator[ActionEntry]:
    """What keys mean on the page of a meeting while it is held; they are only listed."""
    said, agreed = translate("Actions", "In a call: they said"), translate("Actions", "In a call: we agreed")
    shared = translate("Actions", "In a call: only what I shared")
    for name, text, keys in (
        ("call-said", said, "F7"),
        ("call-agreed", agreed, "F8"),
        ("call-shared", shared, "F4"),
    ):
        yield ActionEntry(name, text, ActionGroup.WRITE, ActionScope.ENTRY, (keys,), fixed=True)


def _lists() -> Iterator[ActionEntry]:
    """What keys mean in a list anyway; they are only listed."""
    for name, text, where, keys in (
        ("list-open", translate("Actions", "From the list to the text"), ActionScope.LIST, "Return"),
        ("list-bin", translate("Actions", "Put the entry in the bin"), ActionScope.LIST, "Del"),
        (
            "link-follow",
            translate("Actions", "Follow the link at the cursor"),
            ActionScope.LINK,
            "Ctrl+Return",
        ),
        ("list-fold", translate("Actions", "Fold or unfold a group"), ActionScope.LIST, "Left"),
        (
            "board-forward",
            translate("Actions", "On a board: to the next column"),
            ActionScope.LIST,
            "Ctrl+Right",
        ),
        (
            "board-back",
            translate("Actions", "On a board: to the previous column"),
            ActionScope.LIST,
            "Ctrl+Left",
        ),
        ("list-pin", translate("Actions", "Pin or unpin the selected entries"), ActionScope.LIST, "Ctrl+D"),
        ("list-all", translate("Actions", "Select everything found"), ActionScope.LIST, "Ctrl+A"),
        ("text-leave", translate("Actions", "From the text to the list"), ActionScope.TEXT, "Esc"),
        ("reach-out", translate("Actions", "Pinned in the side bar: remove"), ActionScope.PINNED, "Del"),
        (
            "reach-change",
            translate("Actions", "Pinned in the side bar: edit the search"),
            ActionScope.PINNED,
            "F2",
        ),
        ("reach-up", translate("Actions", "Pinned in the side bar: move up"), ActionScope.PINNED, "Alt+Up"),
        (
            "reach-down",
            translate("Actions", "Pinned in the side bar: move down"),
            ActionScope.PINNED,
            "Alt+Down",
        ),
    ):
        yield ActionEntry(name, text, ActionGroup.LISTS, where, (keys,), fixed=True)


def _text(name: str, text: str, *keys: Keys, icon: str = "") -> ActionEntry:
    return ActionEntry(name, text, ActionGroup.WRITE, ActionScope.TEXT, keys, icon)


def _page(name: str, text: str, group: ActionGroup, *keys: Keys, icon: str = "") -> ActionEntry:
    return ActionEntry(name, text, group, ActionScope.ENTRY, keys, icon)


def _of_page(name: str, text: str, group: ActionGroup, *keys: Keys, icon: str = "") -> ActionEntry:
    """Done to the open entry, wherever on its page the keyboard is."""
    return ActionEntry(name, text, group, ActionScope.PAGE, keys, icon)
