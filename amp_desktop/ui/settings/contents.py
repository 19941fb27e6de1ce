"""What the page of settings holds: the one table of its sections, read without making it."""

from functools import cache

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


@cache
def sections() -> dict[str, str]:
    """The name of each section's class and its title, in the order of the page."""
    return {
        "LookSection": translate("Settings", "Appearance"),
        "MentorshipSection": translate("Settings", "My mentorship"),
        "DaysSection": translate("Settings", "Days and locking"),
        "TemplatesSection": translate("Settings", "What new entries begin with"),
        "SpellingSection": translate("Settings", "Spelling"),
        "WaitingSection": translate("Settings", "Waiting, and offers of help"),
        "LookingBackSection": translate("Settings", "Looking back"),
        "CurtainSection": translate("Settings", "The curtain"),
        "RemindersSection": translate("Settings", "Reminders and tray"),
        "BinSection": translate("Settings", "The bin"),
        "CareSection": translate("Settings", "Removing self-care notes"),
        "KeysSection": translate("Settings", "Passphrase and keys"),
        "ArchiveSection": translate("Settings", "One archive of everything"),
        "PlaceSection": translate("Settings", "Where the journal and its backups are kept"),
        "AboutSection": translate("Settings", "About"),
    }
