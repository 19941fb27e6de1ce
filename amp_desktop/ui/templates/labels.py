"""What templates and their variables are called."""

from PySide6.QtCore import QCoreApplication

from amp_desktop.domain.entry import Kind
from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.journal.templates import TemplateOrigin
from amp_desktop.ui.kinds.registry import kind_view

translate = QCoreApplication.translate

ANY_KIND_ICON = "notebook-pen"


def kind_words(kind: Kind | None) -> str:
    """What a template begins."""
    return kind_view(kind).name() if kind else translate("Templates", "Any kind")


def kind_icon(kind: Kind | None) -> str:
    """The icon of what a template begins."""
    return kind_view(kind).icon_name if kind else ANY_KIND_ICON


def row_words(template: EntryTemplate, origin: TemplateOrigin) -> str:
    """A template in the list: its name, and how it stands where that is worth a word."""
    labels = {
        TemplateOrigin.CHANGED: translate("Templates", "{name} · changed"),
        TemplateOrigin.OWN: translate("Templates", "{name} · own"),
        TemplateOrigin.REMOVED: translate("Templates", "{name} · removed"),
    }
    return labels.get(origin, "{name}").format(name=template.name)


def variable_words(name: str) -> str:
    """What a variable stands for."""
    return {
        "date": translate("Templates", "the entry's day, such as 22 July 2026"),
        "weekday": translate("Templates", "its day of the week"),
        "week": translate("Templates", "the week of the program, or of the year outside of it"),
        "weeks": translate("Templates", "how many weeks there are"),
        "phase": translate("Templates", "the phase of the program"),
        "project": translate("Templates", "your project"),
        "mentor": translate("Templates", "your mentor"),
        "last_meeting": translate("Templates", "the day you last met your mentor"),
    }[name]


def unknown_words(names: tuple[str, ...]) -> str:
    """Says that something looks like a variable and is none; empty where there is nothing to say."""
    if not names:
        return ""
    shown = ", ".join(f"{{{{{name}}}}}" for name in names)
    return translate("Templates", "No variable is called {names}; it stays as it is written.").format(
        names=shown
    )
