"""The actions of the window as a whole."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.work import Work
from amp_desktop.ui.actions.action import ALT, ActionEntry, ActionGroup, ActionScope, Keys
from amp_desktop.ui.pages import PAGES, page_label

translate = QCoreApplication.translate
_Standard = QKeySequence.StandardKey


def page_action(page: str) -> str:
    """The name of the action that goes to a page."""
    return f"page-{page}"


def kind_action(kind: Kind) -> str:
    """The name of the action that begins an entry of a kind."""
    return f"new-{kind}"


def work_action(work: Work) -> str:
    """The name of the action that notes a work for today, or no longer."""
    return f"work-{work}"


def entries() -> Iterator[ActionEntry]:
    """All of them, in order."""
    yield from _going()
    yield from _beginning()
    yield from _finding()
    yield from _sharing()
    yield from _keeping()


def _going() -> Iterator[ActionEntry]:
    for name, page in PAGES.items():
        keys = (page.keys,) if page.keys else ()
        yield _window(page_action(name), page_label(name), ActionGroup.GO, *keys, icon=page.icon_name)
    yield _window("back", translate("Actions", "Back"), ActionGroup.GO, "Alt+Left", icon="chevron-left")
    yield _window(
        "forward", translate("Actions", "Forward"), ActionGroup.GO, "Alt+Right", icon="chevron-right"
    )


def _beginning() -> Iterator[ActionEntry]:
    from amp_desktop.ui.kinds.registry import kind_view

    yield _window("new", translate("Actions", "New entry"), ActionGroup.NEW, "Ctrl+N", icon="plus")
    for kind in ENTRY_TYPES:
        view = kind_view(kind)
        yield _window(kind_action(kind), view.new_words(), ActionGroup.NEW, icon=view.icon_name)
    edit = translate("Actions", "Edit templates…")
    yield _window("templates", edit, ActionGroup.NEW, icon="list-checks")
    yield _window("task-list", translate("Actions", "Paste a task list…"), ActionGroup.NEW, icon="target")
    yield from _works()


def _works() -> Iterator[ActionEntry]:
    from amp_desktop.ui.kinds.note import work_words

    go = translate("Actions", "Work without a commit…")
    yield _window("work", go, ActionGroup.NEW, f"{ALT}W", icon="circle-check")
    for work in Work:
        text = translate("Actions", "Work today: {work}").format(work=work_words(work))
        yield _window(work_action(work), text, ActionGroup.NEW, icon="circle-check")


def _finding() -> Iterator[ActionEntry]:
    palette = translate("Actions", "Find a command or an entry")
    yield _window("palette", palette, ActionGroup.FIND, "Ctrl+K", icon="list-filter")
    search = translate("Actions", "Search")
    yield _window("search", search, ActionGroup.FIND, _Standard.Find, "Ctrl+Shift+F", icon="search")
    yield _window("bin", translate("Actions", "Open the bin"), ActionGroup.FIND, icon="trash-2")


def _sharing() -> Iterator[ActionEntry]:
    for name, text, keys in (
        ("copy-summary", translate("Actions", "Copy the summary"), "Ctrl+Shift+C"),
        ("save-summary", translate("Actions", "Save the summary…"), "Ctrl+S"),
    ):
        icon = name.partition("-")[0]
        yield ActionEntry(name, text, ActionGroup.JOURNAL, ActionScope.PAGE, (keys,), icon)


def _keeping() -> Iterator[ActionEntry]:
    keys = translate("Actions", "Keyboard shortcuts")
    yield _window("shortcuts", keys, ActionGroup.JOURNAL, "F1", icon="key-round")
    full = translate("Actions", "Full screen")
    yield _always("full-screen", full, ActionGroup.JOURNAL, _Standard.FullScreen, icon="monitor")
    for name, text, icon_name in (
        ("look-light", translate("Actions", "Light appearance"), "sun"),
        ("look-dark", translate("Actions", "Dark appearance"), "moon"),
        ("look-system", translate("Actions", "System appearance"), "monitor"),
    ):
        yield _window(name, text, ActionGroup.JOURNAL, icon=icon_name)
    yield _window("tags", translate("Actions", "Tags…"), ActionGroup.JOURNAL, icon="tag")
    yield _window("back-up", translate("Actions", "Back up now"), ActionGroup.JOURNAL, icon="archive")
    curtain = translate("Actions", "Curtain: hide or show care and sealed entries")
    yield _window("curtain", curtain, ActionGroup.JOURNAL, "F12", icon="eye-off")
    yield _window("lock", translate("Actions", "Lock journal"), ActionGroup.JOURNAL, "Ctrl+L", icon="lock")
    yield _always("quit", translate("Actions", "Quit"), ActionGroup.JOURNAL, "Ctrl+Q", icon="x")


def _window(name: str, text: str, group: ActionGroup, *keys: Keys, icon: str) -> ActionEntry:
    return ActionEntry(name, text, group, ActionScope.WINDOW, keys, icon)


def _always(name: str, text: str, group: ActionGroup, *keys: Keys, icon: str) -> ActionEntry:
    """One that needs no open journal."""
    return replace(_window(name, text, group, *keys, icon=icon), needs_journal=False)
