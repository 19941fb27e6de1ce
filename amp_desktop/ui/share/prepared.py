"""A summary made ready: what is shown is what is copied, saved and logged, byte for byte."""

from dataclasses import dataclass, replace
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from amp_desktop.domain.errors import CancelledError, JournalError
from amp_desktop.domain.kinds.meeting import Meeting
from amp_desktop.domain.progress import Progress
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Format
from amp_desktop.journal.share import JournalSharing
from amp_desktop.journal.share_offer import ShareOffer
from amp_desktop.sharing import (
    Disclosure,
    Length,
    PictureChoice,
    ShownPlace,
    Spot,
    Template,
    find_renderer,
    length_of,
    names_in,
    typeset,
    unlinked,
)
from amp_desktop.ui.platform.jobs import Job, run_job
from amp_desktop.ui.share.picture_files import PictureFiles

PAUSE_MS = 120
"""How long the ticks and the audience must rest before the summary is made anew."""

QUICK_PAUSE_MS = 15
"""The same for a text, which is made between two key strokes."""

NO_DRAFT = ShareDraft()
NO_LENGTH = Length(0)


@dataclass(frozen=True)
class PreparedSummary:
    """What leaves if the mentee says so, complete.

    Attributes:
        disclosure: The text, and what it tells of.
        template: By which template it was made, as its id.
        pictures: Those of its entries, whether they leave or not.
        file_stem: How the name of its file may begin.
        format: The format in which it leaves.
        audience: For whom it is.
        data: The very bytes that are shown, copied, saved and logged.
        pages: Of a format with pages these as PNG pictures, else nothing.
        spots: Of a format with pages where on them stands what can be worded anew.
        length: How long it is.
        names: Names that the journal knows and that stand in it.
        links: The addresses that it would lead to, if none were told as something else.
        unlinked: Its claims that no link shows, where each is to have one.
    """

    disclosure: Disclosure
    template: str
    format: Format
    audience: str
    data: bytes
    pages: tuple[bytes, ...] = ()
    spots: tuple[Spot, ...] = ()
    length: Length = NO_LENGTH
    names: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    file_stem: str = ""
    unlinked: tuple[ShownPlace, ...] = ()
    pictures: tuple[PictureChoice, ...] = ()

    @property
    def page_counts(self) -> tuple[int | None, int | None]:
        """How many pages it has, and how many with whole entries come after; None where none are set."""
        if not self.pages:
            return None, None
        if not self.disclosure.summary.appendix:
            return len(self.pages), 0
        last = max((spot.page for spot in self.spots), default=0) + 1
        return last, len(self.pages) - last

    @property
    def is_empty(self) -> bool:
        """Whether nothing is told; an assembled text says at least what belongs in it."""
        summary = self.disclosure.summary
        return not (summary.sections or summary.appendix)


@dataclass(frozen=True)
class Preparation:
    """What a summary is to be made of; it reads nothing of the journal but what it holds.

    Attributes:
        sharing: The way to the door and the renderers.
        offer: What could leave.
        ticked: What the mentee ticked.
        template: By which template.
        audience: For whom.
        format: In which format.
        dots_per_inch: How fine the pictures of its pages are, if it has some.
        draft: What was chosen and worded for this time.
        pictures: Where ticked pictures come from.
        meeting: For which meeting it is, if for one.
    """

    sharing: JournalSharing
    offer: ShareOffer
    ticked: frozenset[UUID]
    template: Template
    audience: str
    format: Format
    dots_per_inch: float
    draft: ShareDraft = NO_DRAFT
    pictures: PictureFiles | None = None
    meeting: Meeting | None = None

    @property
    def is_quick(self) -> bool:
        """Whether it is made in a moment, so that it need not wait for more ticks."""
        return not find_renderer(self.format).has_pages

    def run(self, progress: Progress) -> PreparedSummary:
        """Make it; runs on a worker."""
        disclosure = self.sharing.disclose(
            self.offer,
            self.ticked,
            template=self.template,
            audience=self.audience,
            draft=self.draft,
            meeting=self.meeting,
            pictures=self.pictures.of(self.draft.pictures) if self.pictures is not None else {},
        )
        progress(1, 3)
        data, pages, spots = self._rendered(disclosure, progress)
        return PreparedSummary(
            disclosure,
            self.template.id,
            self.format,
            self.audience,
            data,
            pages,
            spots,
            length_of(disclosure.summary),
            names_in(disclosure.summary, self.offer.names),
            disclosure.links,
            self.template.file_stem,
            unlinked(disclosure.summary) if self.template.wants_links else (),
            self._described(disclosure.pictures),
        )

    def _described(self, pictures: tuple[PictureChoice, ...]) -> tuple[PictureChoice, ...]:
        """The pictures, each with what was said of it when it last left, where its text says nothing."""
        known = self.sharing.picture_words() if pictures else {}
        return tuple(replace(one, words=one.words or known.get(one.key, "")) for one in pictures)

    def _rendered(
        self, disclosure: Disclosure, progress: Progress
    ) -> tuple[bytes, tuple[bytes, ...], tuple[Spot, ...]]:
        """The file, and the pages of a format that has some; both come from what is set once."""
        if not (find_renderer(self.format).has_pages and disclosure.summary.sections):
            return self.sharing.render(disclosure, self.format), (), ()
        with typeset(disclosure.summary, self.format) as document:
            data = document.file()
            progress(2, 3)
            return data, tuple(document.pages(self.dots_per_inch)), tuple(document.spots())


class Preparer(QObject):
    """Makes summaries beside the window, one at a time: of what was asked meanwhile, only the newest.

    Signals:
        prepared(PreparedSummary): It is ready, and nothing newer was asked for.
        failed(JournalError): It could not be made.
    """

    prepared = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted: Preparation | None = None
        self._job: Job | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._begin)

    def ask(self, preparation: Preparation) -> None:
        """Make this one, shortly, in place of whatever was asked before."""
        self._wanted = preparation
        if self._job is not None:
            self._job.cancel()
        self._pause.start(QUICK_PAUSE_MS if preparation.is_quick else PAUSE_MS)

    def forget(self) -> None:
        """Make nothing any more, and tell of nothing that is being made."""
        self._pause.stop()
        self._wanted = None
        if self._job is not None:
            self._job.cancel()

    @Slot()
    def _begin(self) -> None:
        if self._job is None and self._wanted is not None:
            self._making = self._wanted
            self._job = run_job(self, self._wanted.run, self._came, self._stopped)

    def _came(self, summary: PreparedSummary) -> None:
        self._job = None
        if self._wanted is self._making:
            self._wanted = None
            self.prepared.emit(summary)
        elif not self._pause.isActive():
            self._begin()

    def _stopped(self, error: JournalError) -> None:
        self._job = None
        if isinstance(error, CancelledError):
            if not self._pause.isActive():
                self._begin()
        else:
            self._wanted = None
            self.failed.emit(error)
