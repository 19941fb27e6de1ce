"""The share log: what left the journal, when and for whom."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID, uuid4

from amp_desktop.domain.clock import utc_now
from amp_desktop.domain.query import HitSpan
from amp_desktop.domain.summary import Format


@dataclass(frozen=True, kw_only=True)
class Share:
    """One summary that left the journal.

    Attributes:
        shared_at: UTC, to the second.
        to_whom: The audience, in the mentee's words; may be empty.
        template: The name of the template.
        format: The format in which it left; a newer version of the program may know more of them.
        entry_ids: The entries that were in it, in the order of the summary.
        text: The exact text that left; for a PDF, the text it was made from. Empty once it was deleted here.
        sha256: Of the bytes that left, as 64 hexadecimal digits.
        file_name: The name of the file, without its folder; empty when it went to the clipboard or to a pipe.
    """

    id: UUID = field(default_factory=uuid4)
    shared_at: datetime = field(default_factory=utc_now)
    to_whom: str = ""
    template: str = ""
    format: Format
    entry_ids: tuple[UUID, ...] = ()
    text: str
    sha256: str
    file_name: str = ""


@dataclass(frozen=True)
class ShareHit:
    """Something that left and holds what was looked for.

    Attributes:
        share: What left.
        snippet: The words around the first find in its text, as one line; the beginning where none is there.
        marks: Where in the snippet the words stand.
    """

    share: Share
    snippet: str
    marks: tuple[HitSpan, ...] = ()
