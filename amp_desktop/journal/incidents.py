"""The report of an incident: the one way in which something sealed leaves, protected with a passphrase."""

from dataclasses import dataclass
from datetime import UTC
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from uuid import UUID

from amp_desktop.domain.clock import Clock
from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.kinds.incident import PARTS, Incident, as_incident
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.share import Share
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Format, Level
from amp_desktop.domain.summary_text import Topic
from amp_desktop.journal.share import JournalSharing
from amp_desktop.sharing import Disclosure, Period, Template, disclose, render
from amp_desktop.sharing.disclosure.redaction import without_private
from amp_desktop.sharing.templates.base import about

if TYPE_CHECKING:
    from amp_desktop.storage.store import Store

TEMPLATE = "incident"
"""By this name the share log knows it."""

FORMATS: tuple[Format, ...] = ("pdf", "md")
"""In which formats a report can be: a PDF, and Markdown text."""

_REPORT = Template(TEMPLATE, "Report of an incident", (about("What was written down", Topic.DONE),))

_HEADINGS = {
    "who": "Who",
    "body": "What happened",
    "happened_on": "When",
    "where": "Where",
    "rule": "Which rule",
    "evidence": "Evidence",
}


@dataclass(frozen=True, kw_only=True)
class _Told(Note):
    """What passes the door: a note that calls itself what it is."""

    NAME: ClassVar[str] = "Incident"


class JournalIncidents:
    """The reports of the incidents of one open journal."""

    def __init__(self, store: "Store", sharing: JournalSharing, clock: Clock) -> None:
        self._whole = store.whole()
        self._sharing = sharing
        self._clock = clock

    def report(self, entry_id: UUID) -> Disclosure:
        """All that was written of an incident, part by part, each with the time when it was first written.

        It passes the door as a note of its own, so that asides, hidden characters and the titles of other
        entries stay here.

        Raises:
            UnknownEntryError: It is gone.
            InvalidValueError: There is nothing in it yet.
        """
        incident = as_incident(self._whole.entry(entry_id))
        if incident.is_empty:
            raise InvalidValueError("There is nothing to report yet.", "Write down what happened first.")
        # Cut part by part, before they are one text: an aside left open in one would end in the next.
        cut = as_incident(without_private(incident))
        told = _Told(title=incident.title or "What happened", body=_text(cut), day=incident.day)
        return disclose(
            [told],
            ticked={told.id},
            template=_REPORT,
            period=Period(None, None),
            titles=self._sharing.linked_titles([told]),
            draft=ShareDraft(levels={told.id: Level.WHOLE}),
        )

    def protect(self, entry_id: UUID, form: Format, passphrase: str, *, apart: bool = False) -> bytes:
        """The report as an age file; nothing of it is ever written plain.

        Args:
            entry_id: Which incident.
            form: "pdf" or "md".
            passphrase: What opens the file.
            apart: Whether it is encrypted in a process of its own, for a window.

        Raises:
            InvalidValueError: The passphrase cannot be used, or there is nothing to report.
            UnknownEntryError: The incident is gone.
        """
        from amp_desktop.vault import age_files

        age_files.refuse_unusable(passphrase)
        return age_files.encrypt(render(self.report(entry_id).summary, form), passphrase, apart=apart)

    def save(
        self, entry_id: UUID, form: Format, protected: bytes, path: Path, *, unlogged: bool = False
    ) -> None:
        """Let a protected report leave into a file: first the log, then the door.

        The log says that an incident report left, when, and its checksum. It keeps no text: what is sealed is
        written down in one place alone.

        Raises:
            NotLoggedError: It could not be noted, so it did not leave.
            CannotExportError: The place cannot be written; what was there still is.
        """
        share = Share(
            shared_at=self._clock(),
            template=TEMPLATE,
            format=form,
            entry_ids=(entry_id,),
            text="",
            sha256=sha256(protected).hexdigest(),
            file_name=path.name,
        )
        self._sharing.log_first(share, partial(self._sharing.save, protected, path), unlogged=unlogged)


def _text(incident: Incident) -> str:
    written = []
    for part in PARTS:
        if text := incident.text_of(part):
            at = incident.first_written(part)
            time = f"\n\n*First written {at.astimezone(UTC):%Y-%m-%d %H:%M} UTC*" if at is not None else ""
            written.append(f"## {_HEADINGS[part]}\n\n{text}{time}")
    return "\n\n".join(written)
