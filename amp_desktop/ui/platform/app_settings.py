"""What the window remembers on this computer: looks, sizes and places, and never a word of a journal."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from amp_desktop.ui.platform.appearance import Appearance

if TYPE_CHECKING:
    from datetime import date, datetime
    from uuid import UUID  # the first window needs none

    from amp_desktop.domain.reminders import ReminderTimes

FILE = "window.ini"
SMALLEST_ZOOM, USUAL_ZOOM, LARGEST_ZOOM = 50, 100, 300
"""Per cent."""
LETTER_SIZES = (100, 115, 130, 150)
"""How large the window's letters can be, in per cent of those of the system."""


class LineWidth(IntEnum):
    """How wide the lines of an entry may become: logical pixels at the usual text size."""

    NARROW = 640
    USUAL = 760
    WIDE = 1080


_ELSEWHERE: list[Path] = []


@contextmanager
def settings_in(file: Path) -> Iterator[None]:
    """Keep the settings in another file meanwhile: a sample leaves no trace in those of the own journal."""
    _ELSEWHERE.append(file)
    try:
        yield
    finally:
        _ELSEWHERE.remove(file)


def settings_file() -> Path:
    """Where the settings are kept: the platform's place for them, which Qt knows without a library."""
    if _ELSEWHERE:
        return _ELSEWHERE[-1]
    places = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericConfigLocation)
    return Path(places) / "amp-journal" / FILE


class AppSettings:
    """The window's settings. Making another one is cheap; all of them share the same file.

    A file that cannot be read gives the defaults, and one that cannot be written keeps nothing: neither is
    worth a word while a journal is at hand.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._store = QSettings(str(file or settings_file()), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> Appearance:
        """Light, dark or as the system has it."""
        try:
            return Appearance(self._text("appearance"))
        except ValueError:
            return Appearance.SYSTEM

    @appearance.setter
    def appearance(self, appearance: Appearance) -> None:
        self._store.setValue("appearance", appearance.value)

    @property
    def journal_folder(self) -> Path | None:
        """The journal that was opened last, if it does not stand in the usual place."""
        text = self._text("journal")
        return Path(text) if text else None

    @journal_folder.setter
    def journal_folder(self, folder: Path | None) -> None:
        self._store.setValue("journal", str(folder) if folder else "")

    @property
    def page(self) -> str:
        """The page that was shown last, or an empty string."""
        return self._text("page")

    @page.setter
    def page(self, name: str) -> None:
        self._store.setValue("page", name)

    @property
    def asks_keyring(self) -> bool:
        """Whether the keyring was chosen for the journal opened last.

        The key file says so too; but reading it takes the vault, which the first window does not wait for.
        """
        return self._text("keyring") == "yes"

    @asks_keyring.setter
    def asks_keyring(self, asks: bool) -> None:
        self._store.setValue("keyring", "yes" if asks else "")

    def notice(self, journal_id: "UUID") -> str:
        """What could not be said of a journal because it was closed, as a sentence; or an empty string."""
        return self._text(f"notices/{journal_id}")

    def keep_notice(self, journal_id: "UUID", sentence: str) -> None:
        """Keep a sentence for when that journal is open again; an empty one takes back what was kept."""
        if sentence:
            self._store.setValue(f"notices/{journal_id}", sentence)
        else:
            self._store.remove(f"notices/{journal_id}")

    @property
    def text_zoom(self) -> int:
        """How large the text of entries is, in per cent of its usual size."""
        text = self._text("text_zoom")
        return min(max(int(text), SMALLEST_ZOOM), LARGEST_ZOOM) if text.isdecimal() else USUAL_ZOOM

    @text_zoom.setter
    def text_zoom(self, zoom: int) -> None:
        self._store.setValue("text_zoom", str(zoom))

    @property
    def letter_size(self) -> int:
        """How large the letters of the whole window are: one of `LETTER_SIZES`."""
        sizes = {str(size): size for size in LETTER_SIZES}
        return sizes.get(self._text("letter_size"), LETTER_SIZES[0])

    @letter_size.setter
    def letter_size(self, size: int) -> None:
        self._store.setValue("letter_size", str(size))

    @property
    def line_width(self) -> LineWidth:
        """How wide the lines of an entry may become."""
        try:
            return LineWidth[self._text("line_width")]
        except KeyError:
            return LineWidth.USUAL

    @line_width.setter
    def line_width(self, width: LineWidth) -> None:
        self._store.setValue("line_width", width.name)

    @property
    def preview_beside(self) -> bool:
        """Whether an entry's preview stands beside its text."""
        return self._text("preview_beside") == "yes"

    @preview_beside.setter
    def preview_beside(self, beside: bool) -> None:
        self._store.setValue("preview_beside", "yes" if beside else "")

    @property
    def best_first(self) -> bool:
        """Whether what fits a search best comes first, and not the newest, unless the search says it."""
        return self._text("best_first") == "yes"

    @best_first.setter
    def best_first(self, best: bool) -> None:
        self._store.setValue("best_first", "yes" if best else "")

    @property
    def keys(self) -> dict[str, list[str]]:
        """The keys that were chosen for actions, by the actions' names, in place of the usual ones."""
        import json  # the first window has no need of it

        try:
            kept = json.loads(self._text("keys") or "{}")
            return {str(name): list(map(str, keys)) for name, keys in kept.items()}
        except (ValueError, AttributeError, TypeError):
            return {}

    @keys.setter
    def keys(self, keys: Mapping[str, Sequence[str]]) -> None:
        import json

        self._store.setValue("keys", json.dumps({name: list(own) for name, own in keys.items()}))

    @property
    def used_actions(self) -> list[str]:
        """The names of the actions that were chosen in the palette, the last one first."""
        return self._text("used_actions").split()

    @used_actions.setter
    def used_actions(self, names: Sequence[str]) -> None:
        self._store.setValue("used_actions", " ".join(names))

    @property
    def reminders(self) -> "ReminderTimes":
        """When the mentee wants to be reminded."""
        import json

        from amp_desktop.domain.reminders import ReminderTimes

        try:
            return ReminderTimes.from_json(json.loads(self._text("reminders") or "{}"))
        except ValueError:
            return ReminderTimes()

    @reminders.setter
    def reminders(self, times: "ReminderTimes") -> None:
        import json

        self._store.setValue("reminders", json.dumps(times.to_json()))

    @property
    def reminders_seen(self) -> "datetime | None":
        """Until when reminders were looked after; None if they never were."""
        from datetime import datetime

        try:
            seen = datetime.fromisoformat(self._text("reminders_seen"))
        except ValueError:
            return None
        return seen if seen.utcoffset() is not None else None

    @reminders_seen.setter
    def reminders_seen(self, at: "datetime") -> None:
        self._store.setValue("reminders_seen", at.isoformat())

    @property
    def reminder_missed(self) -> bool:
        """Whether a reminder came while nobody could see it, which is to be said once."""
        return self._text("reminder_missed") == "yes"

    @reminder_missed.setter
    def reminder_missed(self, missed: bool) -> None:
        self._store.setValue("reminder_missed", "yes" if missed else "")

    @property
    def tray(self) -> bool:
        """Whether the program stays in the tray."""
        return self._text("tray") == "yes"

    @tray.setter
    def tray(self, stays: bool) -> None:
        self._store.setValue("tray", "yes" if stays else "")

    @property
    def notifies(self) -> bool:
        """Whether the desktop may show a message on the days of an evaluation."""
        return self._text("notifies") == "yes"

    @notifies.setter
    def notifies(self, notifies: bool) -> None:
        self._store.setValue("notifies", "yes" if notifies else "")

    @property
    def told_on(self) -> "date | None":
        """The day of the last such message."""
        from datetime import date

        try:
            return date.fromisoformat(self._text("told_on"))
        except ValueError:
            return None

    @told_on.setter
    def told_on(self, day: "date") -> None:
        self._store.setValue("told_on", day.isoformat())

    def panel(self, name: str) -> QByteArray:
        """How a splitter or a window stood when it was last kept under this name; empty if it never was."""
        state = self._store.value(f"panels/{name}")
        return state if isinstance(state, QByteArray) else QByteArray()

    def keep_panel(self, name: str, state: QByteArray) -> None:
        """Remember how a splitter or a window stands (`saveState`, `saveGeometry`)."""
        self._store.setValue(f"panels/{name}", state)

    def write(self) -> None:
        """Write what is not written yet; otherwise it is done within a moment, and at the program's end."""
        self._store.sync()

    def _text(self, key: str) -> str:
        value = self._store.value(key)
        return value if isinstance(value, str) else ""
