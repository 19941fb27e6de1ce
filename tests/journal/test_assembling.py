"""What an assembled text is put together of where nobody looks at the ticks: what is private stays."""

from datetime import date

import pytest

from amp_desktop.domain.entry import PLANS_TAG, Entry, Sharing
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.goal import Goal
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.pins import Pin
from amp_desktop.domain.share_draft import ShareDraft
from amp_desktop.journal import Journal

DAY = date(2026, 7, 22)
TEMPLATE = "final-submission"
SHOWN = Goal(title="Ten reviews", day=DAY, sharing=Sharing.SHAREABLE)
PRIVATE = [
    Note(title="Pinned", day=DAY, pins=(Pin("quality"),)),
    Note(title="A plan", day=DAY, tags=(PLANS_TAG,)),
    Goal(title="A goal", day=DAY),
    Challenge(title="On the agenda", day=DAY, on_agenda=True),
]


@pytest.fixture(params=PRIVATE, ids=lambda entry: entry.title)
def private(request: pytest.FixtureRequest, journal: Journal) -> Entry:
    """A private entry beside a shareable one."""
    journal.save_entry(SHOWN)
    return journal.save_entry(request.param)


def test_what_is_private_is_not_offered_beside_what_is_shareable(journal: Journal, private: Entry) -> None:
    offer = journal.sharing.assembling.offer(only=Sharing.SHAREABLE)
    assert [entry.id for entry in offer.entries] == [SHOWN.id]
    assert private.id in {entry.id for entry in journal.sharing.assembling.offer().entries}


@pytest.mark.parametrize("audience", ["my mentor", "the organizer"])
def test_what_is_private_is_not_ticked_even_where_it_is_named(
    journal: Journal, private: Entry, audience: str
) -> None:
    offer, ticked, _ = journal.sharing.assembling.assemble(TEMPLATE, audience=audience, always=(private.id,))
    assert private.id in {entry.id for entry in offer.entries}
    assert ticked == {SHOWN.id}


def test_what_was_ticked_by_hand_is(journal: Journal, private: Entry) -> None:
    template = journal.sharing.templates.find(TEMPLATE)
    journal.sharing.keep_draft(ShareDraft(ticks={private.id: True, SHOWN.id: False}), template)
    _, ticked, _ = journal.sharing.assembling.assemble(TEMPLATE)
    assert ticked == {private.id}
