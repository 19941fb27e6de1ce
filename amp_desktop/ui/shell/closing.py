"""What happens to a journal that is no longer shown."""

from typing import TYPE_CHECKING

from amp_desktop.domain.progress import Progress

if TYPE_CHECKING:
    from amp_desktop.journal import Journal


def put_away(journal: "Journal", progress: Progress) -> None:
    """Back the journal up if it was changed, and close it whatever comes of that. Runs as a job.

    Pictures and files that were attached and taken out again go before that: nothing is left to undo.

    Raises:
        JournalError: It could not be backed up; it is closed all the same.
    """
    try:
        if not journal.read_only:
            journal.attachments.clear_unused()
        journal.keeping.back_up_if_changed(progress=progress)
    finally:
        journal.close()
