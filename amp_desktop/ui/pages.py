"""The pages of the window: the one table in which a page is registered."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from amp_desktop.ui.widgets.side_bar import SETTINGS

if TYPE_CHECKING:
    from amp_desktop.ui.page import Page


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the window.

    Attributes:
        label: Its name in the side bar.
        icon_name: Its icon there.
        where: Where its class stands; empty for the page of a kind.
        kind: The kind of entry whose page it is, if it is one.
        can_wait: Whether it can be made before its journal is open, and wait for it.
    """

    label: str
    icon_name: str
    where: str = ""
    kind: str | None = None
    can_wait: bool = True


PAGES = {
    "today": PageEntry(str(QT_TRANSLATE_NOOP("Desk", "Today")), "sun", "amp_desktop.ui.today:TodayPage"),
    "journal": PageEntry(
        str(QT_TRANSLATE_NOOP("Desk", "Journal")), "notebook-pen", "amp_desktop.ui.entries:EntriesPage"
    ),
    "goals": PageEntry(str(QT_TRANSLATE_NOOP("Desk", "Goals")), "target", kind="goal"),
    "challenges": PageEntry(str(QT_TRANSLATE_NOOP("Desk", "Challenges")), "mountain", kind="challenge"),
    "self-care": PageEntry(str(QT_TRANSLATE_NOOP("Desk", "Self-care")), "heart", kind="self-care"),
    "milestones": PageEntry(str(QT_TRANSLATE_NOOP("Desk", "Milestones")), "flag", kind="milestone"),
    "share": PageEntry(
        str(QT_TRANSLATE_NOOP("Desk", "Share")), "send", "amp_desktop.ui.share:SharePage", can_wait=False
    ),
    SETTINGS: PageEntry(
        str(QT_TRANSLATE_NOOP("Desk", "Settings")),
        "settings",
        "amp_desktop.ui.settings:SettingsPage",
        can_wait=False,
    ),
}
"""Every page, in the order of the side bar and of Ctrl+1 to Ctrl+8; its module loads when it is visited."""

FIRST_PAGE = "today"
JOURNAL_PAGE = "journal"


def page_rows() -> list[tuple[str, str, str]]:
    """Name, label and icon of every page, in order."""
    return [(name, page_label(name), row.icon_name) for name, row in PAGES.items()]


def load_page(name: str) -> "type[Page]":
    """The class of a page; its module loads now if it has not been visited before."""
    if (kind := PAGES[name].kind) is not None:
        from amp_desktop.ui.entries.kind_page import kind_page

        return kind_page(kind)
    module, _, class_name = PAGES[name].where.partition(":")
    page: type[Page] = getattr(import_module(module), class_name)
    return page


def page_label(name: str) -> str:
    """What a page is called, in the language of the window."""
    return QCoreApplication.translate("Desk", PAGES[name].label)
