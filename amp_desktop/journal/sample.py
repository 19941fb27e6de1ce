"""The sample journal, filled with a cohort's entries and plainly marked as a sample."""

from datetime import date
from pathlib import Path

from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.share_draft import ShareDraft, WordingEdit
from amp_desktop.journal.journal import Journal
from amp_desktop.sharing import find_template
from amp_desktop.vault import Cost

SAMPLE_PASSPHRASE = "sample journal"  # noqa: S105 - it guards nothing
_COST = Cost(memory_kib=8 * 1024, passes=1, lanes=1)
"""The sample holds nobody's secrets: it may open at once."""


def make_sample(folder: Path, today: date | None = None) -> Journal:
    """Make the sample journal in `folder` and open it; its passphrase is `SAMPLE_PASSPHRASE`.

    Args:
        folder: Where it is to stand.
        today: The day that it takes for today, and as on which it stands; None for its last.

    Raises:
        JournalExistsError: A journal stands there already.
        NotSavedError: The folder cannot be written.
    """
    from amp_desktop.exchange.sample import (
        SAMPLE_TODAY,
        sample_entries,
        sample_program,
        sample_wordings,
    )

    day = today or SAMPLE_TODAY
    preferences = Preferences(
        is_sample=True, fixed_day=day.isoformat(), lock_after=0, lock_with_system=False
    )  # a visitor who went for a coffee comes back to it open
    journal, _ = Journal.create(folder, SAMPLE_PASSPHRASE, cost=_COST)
    journal.save_program(sample_program(day))
    journal.save_preferences(preferences)
    journal.save_entries(sample_entries(day))
    for template, words in sample_wordings(day).items():
        sections = (one for one in find_template(template).sections if one.heading in words)
        edits = {one.own_key: WordingEdit(words[one.heading], one.belongs) for one in sections}
        journal.sharing.keep_draft(ShareDraft(edits=edits), template)
    return journal
