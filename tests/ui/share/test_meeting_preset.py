"""The page for a meeting that was chosen elsewhere, and a line of the log that was found elsewhere."""

from datetime import date

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.meeting import Meeting, MeetingStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from amp_desktop.ui.share.log import ShareDialog
from amp_desktop.ui.share.periods import Choice, context
from tests.ui.share.conftest import DAY, OpenPage

HELD = Meeting(title="Call one", day=date(2026, 7, 6), status=MeetingStatus.HELD)
LATER = Meeting(title="Call two", day=date(2026, 7, 15), status=MeetingStatus.HELD)
NEXT = Meeting(title="Call three", day=date(2026, 7, 24), whom="Ada")


def test_it_looks_back_to_the_last_meeting_that_was_held(journal: Journal) -> None:
    assert context(journal, "my mentor", DAY).usual is Choice.TWO_WEEKS
    journal.save_entries([HELD, LATER])
    seen = context(journal, "my mentor", DAY)
    assert (seen.usual, seen.last_shared) == (Choice.LAST_SHARED, LATER.day)
    assert context(journal, "the organizer", DAY).usual is Choice.TWO_WEEKS
    assert context(journal, "my mentor", DAY, LATER).last_shared == HELD.day


def test_the_page_for_a_meeting_says_when_it_is_and_counts_for_it(
    journal: Journal, open_page: OpenPage
) -> None:
    note = Note(title="Since then", day=DAY, sharing=Sharing.SHAREABLE)
    journal.save_entries([HELD, LATER, NEXT, note])
    user = open_page(journal)
    user.page.show_part(f"meeting:{LATER.id}")
    summary = user.wait()
    assert summary.disclosure.summary.occasion == LATER.occasion
    user.button("Copy").click()
    share = journal.sharing.log().items[0]
    assert journal.sharing.last_meeting() == share
    assert not any(
        b.text() == "Yes, for the meeting" and b.isVisible()
        for b in user.page.findChildren(type(user.button("Copy")))
    )


def test_a_line_of_the_log_that_was_found_is_shown(journal: Journal, open_page: OpenPage) -> None:
    journal.save_entry(Note(title="A note", day=DAY, sharing=Sharing.SHAREABLE))
    user = open_page(journal)
    user.wait()
    user.button("Copy").click()
    user.page.show_part(f"share:{journal.sharing.log().items[0].id}")
    dialog = user.page.findChild(ShareDialog)
    assert isinstance(dialog, ShareDialog)
    assert dialog.isVisible()
    dialog.reject()
