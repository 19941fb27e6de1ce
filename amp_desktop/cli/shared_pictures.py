"""Pictures that `summary` ticks."""

from collections.abc import Callable, Iterable

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import PictureFile
from amp_desktop.journal import Journal
from amp_desktop.sharing import Disclosure


def with_pictures(
    journal: Journal,
    disclosure: Disclosure,
    draft: ShareDraft,
    beginnings: Iterable[str],
    as_leaving: Callable[[bytes], PictureFile],
) -> tuple[ShareDraft, dict[str, PictureFile]]:
    """The draft with these pictures ticked wherever one leaves, and the pictures by their keys.

    Each is told in the words of its entry, or else in those with which it last left.

    Args:
        journal: Holds them.
        disclosure: What leaves without them.
        draft: How it was worded.
        beginnings: Of the ids of the pictures, as `show` lists them.
        as_leaving: Makes a picture as small and plain as one that leaves.

    Raises:
        UnknownAttachmentError: No attachment has such an id.
        InvalidValueError: None that leaves shows it, or several ids begin so.
        CannotAttachError: It is no picture that can be read.
    """
    known = journal.sharing.picture_words()
    files: dict[str, PictureFile] = {}
    for beginning in beginnings:
        found = journal.attachments.find_id(beginning)
        shown = [one for one in disclosure.pictures if one.attachment == found]
        if not shown:
            raise InvalidValueError(
                f"No entry that leaves shows the picture {beginning}.",
                "“show ID” lists those of an entry, and --include lets the entry leave.",
            )
        file = as_leaving(journal.attachments.data(found))
        for one in shown:
            draft = draft.with_picture(one.key, one.words or known.get(one.key, ""))
            files[one.key] = file
    return draft, files
