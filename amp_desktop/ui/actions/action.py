"""What an action of the window is, and where its keys hold."""

import sys
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

translate = QCoreApplication.translate


ALT = "Ctrl+Alt+" if sys.platform == "darwin" else "Alt+"
"""Windows takes AltGr for Ctrl and Alt, by which many keyboards write # and @; on a Mac Alt alone writes."""

Keys = str | QKeySequence.StandardKey
"""Keys as they are written ("Ctrl+B"), or what the platform has for this."""


class ActionScope(Enum):
    """Where keys hold. Keys of two places that overlap must differ, or Qt would heed neither.

    Within a link of the text its own keys come first.
    """

    WINDOW = auto()
    PAGE = auto()
    LIST = auto()
    ENTRY = auto()
    TEXT = auto()
    LINK = auto()
    PINNED = auto()

    def overlaps(self, other: "ActionScope") -> bool:
        """Whether keys of both places could be meant at once."""
        both = {self, other}
        inside_page = {ActionScope.PAGE, ActionScope.LIST, ActionScope.ENTRY, ActionScope.TEXT}
        if ActionScope.WINDOW in both or both == {ActionScope.ENTRY, ActionScope.TEXT}:
            return True
        return self is other or (ActionScope.PAGE in both and both <= inside_page)


class ActionGroup(Enum):
    """What an action has to do with: a heading in the list of keys."""

    GO = auto()
    NEW = auto()
    FIND = auto()
    WRITE = auto()
    READ = auto()
    LISTS = auto()
    JOURNAL = auto()

    def words(self) -> str:
        """The heading."""
        return {
            ActionGroup.GO: translate("Actions", "Go to"),
            ActionGroup.NEW: translate("Actions", "Begin"),
            ActionGroup.FIND: translate("Actions", "Find"),
            ActionGroup.WRITE: translate("Actions", "Write"),
            ActionGroup.READ: translate("Actions", "View"),
            ActionGroup.LISTS: translate("Actions", "In lists"),
            ActionGroup.JOURNAL: translate("Actions", "Journal and window"),
        }[self]


@dataclass(frozen=True, slots=True)
class ActionEntry:
    """One action.

    Attributes:
        name: What settings and code know it by.
        text: What people read.
        group: Its heading.
        where: Where its keys hold.
        keys: Its usual keys; the first is the one that is shown.
        icon_name: Its icon, if it has one.
        goes_first: Its keys are taken before the window's: in an entry, Ctrl+F looks in the entry.
        fixed: Its keys belong to the widget itself and cannot be changed; it is only listed.
        needs_journal: Whether it can only be done while a journal is open.
    """

    name: str
    text: str
    group: ActionGroup
    where: ActionScope
    keys: tuple[Keys, ...] = ()
    icon_name: str = ""
    goes_first: bool = False
    fixed: bool = False
    needs_journal: bool = True
