"""What there is to say of a journal that has just been opened."""

from PySide6.QtCore import QCoreApplication

from amp_desktop.journal import Journal
from amp_desktop.ui.widgets.banner import Banner, Tone
from amp_desktop.vault import Way

translate = QCoreApplication.translate


def say_how_opened(journal: Journal, banner: Banner) -> None:
    """Say what was found, if the journal may only be read, and which way opened it."""
    way = journal.keys.opened_by
    if journal.findings:
        banner.show_message(Tone.CARE, journal.findings[0], " ".join(journal.findings[1:]))
    elif journal.disk_was_full:
        advice = translate(
            "Workspace", "Make room on the disk that holds {folder}, and saving will work again."
        )
        banner.show_message(
            Tone.CARE,
            translate("Workspace", "The disk is full: nothing you write now can be saved."),
            advice.format(folder=journal.folder),
        )
    elif journal.read_only:
        advice = translate("Workspace", "To write in it, make {folder} writable, then lock and unlock.")
        banner.show_message(
            Tone.CARE,
            translate("Workspace", "This journal is read-only: nothing you write now can be saved."),
            advice.format(folder=journal.folder),
        )
    elif way is Way.KEYRING:
        banner.show_message(
            Tone.INFO,
            translate("Workspace", "Your system's keyring opened the journal."),
            translate("Workspace", "It is encrypted all the same. Your passphrase opens it too."),
        )
    elif way is Way.RECOVERY_CODE:
        banner.show_message(Tone.INFO, translate("Workspace", "The recovery code opened the journal."))
