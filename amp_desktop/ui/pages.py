"""The pages of the window: the one table in which a page is registered."""

from dataclasses import dataclass
from enum import Enum, auto
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.ui.kinds.registry import kind_view, kind_views
from amp_desktop.ui.widgets.side_bar import SETTINGS

if TYPE_CHECKING:
    from amp_desktop.domain.entry import Kind
    from amp_desktop.ui.page import Page


class PageGroup(Enum):
    """What pages are for: the order in which they stand, with a line between groups in the menu."""

    WRITE = auto()
    PROGRAM = auto()
    SHARE = auto()
    JOURNAL = auto()


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the window.

    Attributes:
        group: Among which pages it stands.
        label: Its name, to be translated; that of the page of a kind comes from the kind.
        icon_name: Its icon.
        where: The module and class that it is, as "module:Class"; empty for the page of a kind.
        kind: The kind of entry whose page it is, if it is one.
        keys: The keys that lead to it as long as nobody changes them; empty for none.
        can_wait: Whether it can be made before its journal is open, and wait for it.
        in_side_bar: Whether it has a row among the pages of the side bar.
    """

    group: PageGroup
    label: str = ""
    icon_name: str = ""
    where: str = ""
    kind: "Kind | None" = None
    keys: str = ""
    can_wait: bool = True
    in_side_bar: bool = True


_OWN = {
    "today": PageEntry(
        PageGroup.WRITE,
        str(QT_TRANSLATE_NOOP("Workspace", "Today")),
        "sun",
        "amp_desktop.ui.today:TodayPage",
        keys="Ctrl+1",
    ),
    "journal": PageEntry(
        PageGroup.WRITE,
        str(QT_TRANSLATE_NOOP("Workspace", "Journal")),
        "notebook-pen",
        "amp_desktop.ui.entries:EntriesPage",
        keys="Ctrl+2",
    ),
    "program": PageEntry(
        PageGroup.PROGRAM,
        str(QT_TRANSLATE_NOOP("Workspace", "Program")),
        "calendar",
        "amp_desktop.ui.mentorship:ProgramPage",
        can_wait=False,
    ),
    "timeline": PageEntry(
        PageGroup.PROGRAM,
        str(QT_TRANSLATE_NOOP("Workspace", "Timeline")),
        "git-commit-vertical",
        "amp_desktop.ui.timeline:TimelinePage",
        can_wait=False,
        in_side_bar=False,
    ),
    "evaluations": PageEntry(
        PageGroup.PROGRAM,
        str(QT_TRANSLATE_NOOP("Workspace", "Evaluations")),
        "flag",
        "amp_desktop.ui.evaluations:EvaluationsPage",
        can_wait=False,
        in_side_bar=False,
    ),
    "insights": PageEntry(
        PageGroup.PROGRAM,
        str(QT_TRANSLATE_NOOP("Workspace", "Insights")),
        "chart-line",
        "amp_desktop.ui.insights:InsightsPage",
        can_wait=False,
        in_side_bar=False,
    ),
    "evidence": PageEntry(
        PageGroup.PROGRAM,
        str(QT_TRANSLATE_NOOP("Workspace", "Evidence")),
        "bookmark",
        "amp_desktop.ui.evidence:EvidencePage",
        keys="Ctrl+Shift+E",
        can_wait=False,
    ),
    "share": PageEntry(
        PageGroup.SHARE,
        str(QT_TRANSLATE_NOOP("Workspace", "Share")),
        "send",
        "amp_desktop.ui.share:SharePage",
        keys="Ctrl+7",
        can_wait=False,
    ),
    SETTINGS: PageEntry(
        PageGroup.JOURNAL,
        str(QT_TRANSLATE_NOOP("Workspace", "Settings")),
        "settings",
        "amp_desktop.ui.settings:SettingsPage",
        keys="Ctrl+8",
        can_wait=False,
        in_side_bar=False,
    ),
    "import": PageEntry(
        PageGroup.JOURNAL,
        str(QT_TRANSLATE_NOOP("Workspace", "Import")),
        "download",
        "amp_desktop.ui.importing:ImportPage",
        in_side_bar=False,
    ),
}
"""The pages but for those of kinds. Another page is one more entry here."""

_OF_KINDS = {
    view.page_name: PageEntry(
        PageGroup.PROGRAM if view.page_in_side_bar else PageGroup.JOURNAL,
        kind=kind,
        icon_name=view.icon_name,
        keys=view.page_keys,
        in_side_bar=view.page_in_side_bar,
    )
    for kind, view in kind_views().items()
    if view.page_name
}

PAGES: dict[str, PageEntry] = dict(
    sorted({**_OWN, **_OF_KINDS}.items(), key=lambda named: named[1].group.value)
)
"""Every page by its name, in the order of the side bar; its module loads when it is visited."""

FIRST_PAGE = "today"
JOURNAL_PAGE = "journal"


def page_rows() -> list[tuple[str, str, str]]:
    """Name, label and icon of every page that stands in the side bar, in order."""
    return [(name, page_label(name), row.icon_name) for name, row in PAGES.items() if row.in_side_bar]


def page_of(kind: "Kind | None") -> str:
    """The page of a kind; the journal, where entries of every kind are, for one that has none."""
    return next((name for name, page in _OF_KINDS.items() if page.kind == kind), JOURNAL_PAGE)


def load_page(name: str) -> "type[Page]":
    """The class of a page; its module loads now if it has not been visited before."""
    if (kind := PAGES[name].kind) is not None:
        return cast("type[Page]", _named("amp_desktop.ui.entries.kind_page:kind_page")(kind))
    return cast("type[Page]", _named(PAGES[name].where))


def _named(where: str) -> Any:
    """What stands at "module:name". It is found by its name, for pages stand above this table."""
    module, _, name = where.partition(":")
    return getattr(import_module(module), name)


def may_be_remembered(name: str) -> bool:
    """Whether the window's settings, which nothing encrypts, may say that a page was the last.

    That somebody was among their incidents says much, though none of their words.
    """
    kind = PAGES[name].kind
    return kind is None or not ENTRY_TYPES[kind].IS_MOST_PRIVATE


def page_label(name: str) -> str:
    """What a page is called, in the language of the window."""
    page = PAGES[name]
    if page.kind is not None:
        return kind_view(page.kind).page_label()
    return QCoreApplication.translate("Workspace", page.label)
