"""What is chosen of each entry that could leave: by hand for this time, or else as is usual."""

from dataclasses import dataclass
from functools import cached_property

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.domain.summary import Level
from amp_desktop.sharing import Audience, Period, Template, preticked
from amp_desktop.ui.share.rows import Candidate, reason_of


@dataclass(frozen=True)
class DraftChoices:
    """Asked of one entry after another.

    Attributes:
        draft: What was chosen for this time.
        template: By which template the summary is made.
        arranged: The same, with the sections that were chosen for this time.
        readers: Who reads it.
    """

    draft: ShareDraft
    template: Template
    arranged: Template
    readers: Audience

    def candidate(self, entry: Entry, period: Period) -> Candidate:
        """An entry that could leave in a summary of that time."""
        is_older = period.since is not None and entry.day < period.since
        return self.renewed(Candidate(entry, ticked=False, reason=reason_of(entry), is_older=is_older))

    def renewed(self, candidate: Candidate) -> Candidate:
        """The candidate as it is chosen now; itself where nothing changed."""
        entry = candidate.entry
        return candidate.chosen(self._is_ticked(entry), self._level(entry), str(entry.id) in self._edited)

    def _is_ticked(self, entry: Entry) -> bool:
        by_hand = self.draft.ticks.get(entry.id)
        return preticked(entry, self.template, self.readers) if by_hand is None else by_hand

    def _level(self, entry: Entry) -> Level | None:
        """How much of it leaves; None where the template leaves no choice."""
        section = self.arranged.section_of(entry)
        if section is None or section.level is Level.WHOLE:
            return None
        return self.draft.levels.get(entry.id, self.readers.level(section.usual_level))

    @cached_property
    def _edited(self) -> frozenset[str]:
        """The ids of entries of which something is worded anew."""
        return frozenset(key.partition(":")[0] for key in self.draft.edits)
