"""Light, dark, or as the system has it."""

from enum import StrEnum


class Appearance(StrEnum):
    """What the settings offer."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
