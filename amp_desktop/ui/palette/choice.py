"""One row of the palette."""

from collections.abc import Callable
from dataclasses import dataclass

from amp_desktop.domain.text.nearness import Fit, fit
from amp_desktop.storage.search.fold import folded_words


@dataclass(frozen=True)
class PaletteItem:
    """Something that can be chosen.

    Attributes:
        name: What it is remembered by: an action's name or an entry's id; empty where the settings are not
            to know of it.
        text: What it says.
        icon_name: Its icon, if it has one.
        detail: At the end of the row: keys, or a day.
        spoken: The whole row as a screen reader says it.
        does: What happens when it is chosen.
        is_entry: Whether it is an entry, and not an action.
    """

    name: str
    text: str
    icon_name: str
    detail: str
    spoken: str
    does: Callable[[], object]
    is_entry: bool = False

    def fit(self, typed: str) -> Fit | None:
        """How what is typed, folded already, fits it."""
        return fit(typed, folded_line(self.text))


def folded_line(text: str) -> str:
    """A text as names are compared: folded, one space between its words."""
    return " ".join(folded_words(text))
