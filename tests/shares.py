"""What has left a journal, for tests that begin afterwards."""

from amp_desktop.domain.share import Share
from amp_desktop.domain.summary import Format
from amp_desktop.journal.share import JournalSharing
from amp_desktop.sharing import DEFAULT_TEMPLATE, Disclosure


def has_left(
    sharing: JournalSharing,
    disclosure: Disclosure,
    form: Format,
    data: bytes,
    *,
    template: str = DEFAULT_TEMPLATE,
    audience: str = "",
    file_name: str = "",
) -> Share:
    """Let a summary leave to nowhere; the log's line."""
    share = sharing.let_out(
        disclosure, form, data, lambda: None, template=template, audience=audience, file_name=file_name
    )
    assert share is not None
    return share
