"""The colours of the window, by what they are for."""

from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtGui import QColor

from amp_desktop.places import resource

Tint = Literal["text", "muted", "faint", "accent", "on_accent", "control", "good", "care"]
"""The tokens that text and icons may be drawn in."""


class Tokens(NamedTuple):
    """One appearance's colours. Painters take them as they are; nobody writes a colour anywhere else.

    Attributes:
        name: "light" or "dark"; also the folder of `resources/themes` that holds the appearance's marks.
        window: Behind pages and panels.
        side: Behind the navigation at the left.
        base: Behind text that is written or read, cards and rows.
        text: What is written.
        muted: What matters less: dates, hints, a row's second line.
        faint: Placeholders and what is switched off.
        line: Quiet lines between surfaces; never the only sign of a control.
        accent: The one colour: the chosen, the link, the main button.
        on_accent: Text upon `accent`.
        selection: Behind the chosen row or step.
        hover: Behind what the pointer is on.
        control: The outline of what can be typed in or pressed.
        chip: Behind a tag.
        good: Done, safe, strong.
        care: Look here; never a scolding red.
    """

    name: str
    window: QColor
    side: QColor
    base: QColor
    text: QColor
    muted: QColor
    faint: QColor
    line: QColor
    accent: QColor
    on_accent: QColor
    selection: QColor
    hover: QColor
    control: QColor
    chip: QColor
    good: QColor
    care: QColor

    @property
    def dark(self) -> bool:
        """Whether this is an appearance of light text upon dark."""
        return self.window.lightness() < self.text.lightness()

    def tint(self, tint: Tint) -> QColor:
        """The colour that an icon or a text of this tint is drawn in."""
        colour: QColor = getattr(self, tint)
        return colour

    def values(self) -> dict[str, str]:
        """Every colour as `#rrggbb`, by its token's name."""
        return {name: colour.name() for name, colour in self._asdict().items() if name != "name"}


@cache
def load_tokens(name: Literal["light", "dark"]) -> Tokens:
    """The tokens of `resources/themes/<name>.toml`.

    Raises:
        TypeError: The file lacks a token or holds one that nobody knows.
    """
    return Tokens(name=name, **_read_colours(resource("themes", f"{name}.toml")))


def _read_colours(file: Path) -> dict[str, QColor]:
    # A flat TOML file of colours, read by hand: importing tomllib would cost the first window 11 ms.
    lines = (line.partition("=") for line in file.read_text("utf-8").splitlines())
    return {
        name.strip(): QColor(value.strip().strip('"'))
        for name, equals, value in lines
        if equals and not name.startswith("#")
    }
