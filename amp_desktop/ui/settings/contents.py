"""What the page of settings holds, told without making it."""

from functools import cache

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@cache
def sections() -> dict[str, str]:
    """The class of each section and its title, in order."""
    return {
        "LookSection": translate("LookSection", "Appearance"),
        "MentorshipSection": translate("MentorshipSection", "My mentorship"),
        "DaysSection": translate("DaysSection", "Days and locking"),
        "TemplatesSection": translate("TemplatesSection", "What new entries begin with"),
        "LookingBackSection": translate("LookingBackSection", "Looking back"),
        "BinSection": translate("BinSection", "The bin"),
        "KeysSection": translate("KeysSection", "Ways into the journal"),
        "PlaceSection": translate("PlaceSection", "Where the journal stands"),
        "AboutSection": translate("AboutSection", "About"),
    }
