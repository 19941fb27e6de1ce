"""What can be done at the moment, as the palette offers it."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from amp_desktop.ui.actions.catalogue import catalogue
from amp_desktop.ui.actions.key_map import key_map, key_words
from amp_desktop.ui.palette.choice import PaletteItem
from amp_desktop.ui.palette.host import PaletteHost
from amp_desktop.ui.settings.contents import sections
from amp_desktop.ui.templates.labels import kind_icon
from amp_desktop.ui.widgets.side_bar import SETTINGS

translate = QCoreApplication.translate
_NOT_OFFERED = {"palette"}


def offers(host: PaletteHost) -> Iterator[PaletteItem]:
    """Every action that can be done now, the templates of entries and of summaries, and the settings."""
    yield from _actions(host)
    yield from _templates(host)
    yield from _summaries(host)
    yield from _settings(host)


def _actions(host: PaletteHost) -> Iterator[PaletteItem]:
    """The window's actions, and those of what can be seen, each once, in the order of the table."""
    window, page = host.window(), host.page()
    live: dict[str, QAction] = {}
    for action in [*window.actions(), *(page.findChildren(QAction) if page else ())]:
        if action.objectName() in catalogue() and action.isEnabled() and _can_be_seen(action):
            live.setdefault(action.objectName(), action)
    chosen = key_map().chosen()
    for name, entry in catalogue().items():
        if name in live and name not in _NOT_OFFERED:
            keys = key_map().keys(name, chosen)
            shown = key_words(keys[0]) if keys else ""
            spoken = ", ".join(filter(None, (entry.text, shown)))
            yield PaletteItem(name, entry.text, entry.icon_name, shown, spoken, live[name].trigger)


def _can_be_seen(action: QAction) -> bool:
    return any(isinstance(one, QWidget) and one.isVisible() for one in action.associatedObjects())


def _templates(host: PaletteHost) -> Iterator[PaletteItem]:
    for template in host.session.journal.templates.all():
        text = translate("Palette", "New: {template}").format(template=template.name)
        begins = partial(host.begin_with, template)
        yield PaletteItem(
            "", text, kind_icon(template.kind), "", text, begins
        )  # its name is the mentee's own text


def _summaries(host: PaletteHost) -> Iterator[PaletteItem]:
    """The templates of summaries, each of which opens the page on which it is made."""
    for template in host.session.journal.sharing.templates.all():
        text = translate("Palette", "Share: {template}").format(template=template.label)
        goes = partial(host.show_part, "share", template.id)
        yield PaletteItem(
            "" if template.name else f"share-{template.id}", text, "send", "", text, goes
        )  # the name of one of the mentee's own is their text


def _settings(host: PaletteHost) -> Iterator[PaletteItem]:
    for name, title in sections().items():
        text = translate("Palette", "Settings: {part}").format(part=title)
        goes = partial(host.show_part, SETTINGS, name)
        yield PaletteItem(f"settings-{name}", text, "settings", "", text, goes)
