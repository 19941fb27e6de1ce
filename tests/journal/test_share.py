"""From the journal to the door: what a time offers, what is logged of what left, and to whom it last did."""

import hashlib
from datetime import date

import pytest

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.errors import InvalidValueError, UnknownEntryError
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.share import Share
from amp_desktop.domain.summary import Format
from amp_desktop.journal import Journal
from tests.shares import has_left

JULY = [date(2026, 7, day) for day in range(20, 25)]


@pytest.fixture
def week(journal: Journal) -> list[Entry]:
    """A shareable note of each of five days."""
    notes = [Note(title=f"Note {day.day}", day=day, sharing=Sharing.SHAREABLE) for day in JULY]
    return [journal.save_entry(note) for note in notes]


def share(journal: Journal, to: str = "", form: Format = "md") -> tuple[Share, bytes]:
    offer = journal.sharing.offer()
    disclosure = journal.sharing.disclose(offer, offer.shareable)
    data = journal.sharing.render(disclosure, form)
    return has_left(journal.sharing, disclosure, form, data, audience=to), data


def test_a_time_offers_its_days_both_ends_included_newest_first(journal: Journal, week: list[Entry]) -> None:
    offer = journal.sharing.offer(JULY[1], JULY[3])
    assert offer.entries == (week[3], week[2], week[1])
    assert (offer.period.since, offer.period.until) == (JULY[1], JULY[3])
    assert journal.sharing.offer().entries == tuple(reversed(week))


def test_what_is_named_is_offered_whatever_its_day_and_once(journal: Journal, week: list[Entry]) -> None:
    offer = journal.sharing.offer(JULY[3], always=[week[0].id, week[4].id])
    assert offer.entries == (week[4], week[3], week[0])
    with pytest.raises(UnknownEntryError):
        journal.sharing.offer(always=[Note().id])


def test_the_bin_offers_nothing(journal: Journal, week: list[Entry]) -> None:
    journal.put_in_bin([week[2].id])
    assert week[2].id not in {entry.id for entry in journal.sharing.offer().entries}


def test_what_is_marked_is_shareable_and_nothing_else(journal: Journal) -> None:
    marked = [made(title="marked", sharing=Sharing.SHAREABLE) for made in (Note, Goal)]
    journal.save_entries([*marked, Note(title="private"), SelfCareNote(body="private")])
    assert journal.sharing.offer().shareable == {one.id for one in marked}


def test_there_is_no_such_template(journal: Journal, week: list[Entry]) -> None:
    with pytest.raises(InvalidValueError):
        journal.sharing.disclose(journal.sharing.offer(), [week[0].id], template="none of that name")


@pytest.mark.parametrize("form", ["md", "txt", "slack", "html"])
def test_what_left_as_text_is_logged_as_it_left(journal: Journal, week: list[Entry], form: Format) -> None:
    logged, data = share(journal, "my mentor", form)
    assert logged.text.encode() == data
    assert logged.sha256 == hashlib.sha256(data).hexdigest()
    assert journal.sharing.log().items == (logged,)


def test_a_pdf_is_logged_as_markdown_under_the_checksum_of_its_bytes(
    journal: Journal, week: list[Entry]
) -> None:
    logged, data = share(journal, form="pdf")
    assert data.startswith(b"%PDF")
    assert logged.sha256 == hashlib.sha256(data).hexdigest()
    assert logged.text == share(journal)[1].decode()


def test_the_last_meeting_with_somebody_is_found_however_the_name_is_typed(
    journal: Journal, week: list[Entry]
) -> None:
    assert journal.sharing.last_meeting() is None
    to_ada, _ = share(journal, "Ada  Lovelace")
    to_bob, _ = share(journal, "Bob")
    assert journal.sharing.last_meeting() is None  # neither was said to be for one
    journal.sharing.was_meeting(to_ada.id)
    journal.sharing.was_meeting(to_bob.id)
    assert journal.sharing.last_meeting(" ada lovelace ") == to_ada
    assert journal.sharing.last_meeting("BOB") == to_bob
    assert journal.sharing.last_meeting() == to_bob
    assert journal.sharing.last_meeting("Grace") is None


def test_what_is_open_or_happened_in_the_time_can_be_told_of_whatever_day_it_is(journal: Journal) -> None:
    old = date(2026, 7, 1)
    is_open = Goal(title="Open", day=old)
    reached = Goal(title="Reached", day=old, status=GoalStatus.ACHIEVED, status_since=date(2026, 9, 10))
    earlier = Goal(title="Earlier", day=old, status=GoalStatus.ACHIEVED, status_since=date(2026, 8, 1))
    journal.save_entries([is_open, reached, earlier])
    offer = journal.sharing.offer(date(2026, 9, 3), date(2026, 9, 17))
    assert {entry.title for entry in offer.entries} == {"Open", "Reached"}
