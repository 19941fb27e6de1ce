"""What could leave and what is ticked, without a widget."""

from datetime import date

import pytest

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.challenge import Challenge
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.journal import Journal
from amp_desktop.sharing import Period
from amp_desktop.ui.share.periods import Choice, PeriodContext
from amp_desktop.ui.share.prepared import PreparedSummary
from amp_desktop.ui.share.presenter import SharePresenter
from amp_desktop.ui.share.rows import CandidateReason
from tests.ui.share.conftest import Nowhere

DAY = date(2026, 7, 22)
NOTE = Note(title="Shareable", day=DAY, sharing=Sharing.SHAREABLE)
PRIVATE = Note(title="Private", day=DAY)
CARE = SelfCareNote(title="Tired", day=DAY, mood=2)
OLD_STUCK = Challenge(title="Old and stuck", day=date(2026, 5, 1), on_agenda=True)
OLD_NOTE = Note(title="Old", day=date(2026, 5, 1), sharing=Sharing.SHAREABLE)


@pytest.fixture
def presenter(journal: Journal) -> SharePresenter:
    journal.save_entries([NOTE, PRIVATE, CARE, OLD_STUCK, OLD_NOTE])
    made = SharePresenter(journal)
    made.audience = "my mentor"
    read(made)
    return made


def read(presenter: SharePresenter) -> None:
    presenter.take(presenter.reading(DAY).run())


def make(presenter: SharePresenter) -> PreparedSummary:
    preparation = presenter.preparation(96)
    assert preparation is not None
    return preparation.run(lambda *_: None)


def titles(presenter: SharePresenter) -> dict[str, list[str]]:
    return {group.heading: [c.entry.title for c in group.candidates] for group in presenter.groups()}


def test_two_weeks_are_looked_at_and_what_is_still_open(presenter: SharePresenter) -> None:
    found = titles(presenter)
    assert found["What I need from you"] == ["Old and stuck"]
    assert found["Since we last met"] == ["Shareable"]
    assert sorted(found[""]) == ["Private", "Tired"]


def test_what_is_shareable_or_on_the_agenda_is_ticked_and_says_why(presenter: SharePresenter) -> None:
    candidates = [c for group in presenter.groups() for c in group.candidates]
    assert {c.entry.title: (c.ticked, c.reason, c.is_older) for c in candidates} == {
        "Shareable": (True, CandidateReason.SHAREABLE, False),
        "Private": (False, CandidateReason.PRIVATE, False),
        "Old and stuck": (True, CandidateReason.ON_AGENDA, True),
        "Tired": (False, CandidateReason.PRIVATE, False),
    }


def test_self_care_is_left_out_until_it_is_ticked_by_hand(presenter: SharePresenter) -> None:
    left_out = presenter.groups()[-1]
    assert left_out.is_left_out
    assert CARE.id in {candidate.entry.id for candidate in left_out.candidates}
    assert CARE.id not in presenter.ticked()
    presenter.tick_all()
    assert presenter.ticked() == {NOTE.id, PRIVATE.id, OLD_STUCK.id}
    presenter.tick(CARE.id, ticked=True)
    read(presenter)
    assert [(group.heading, group.by_hand) for group in presenter.groups()][-1] == ("How I am", True)


def test_ticks_by_hand_stay_through_another_time(presenter: SharePresenter) -> None:
    presenter.tick(PRIVATE.id, ticked=True)
    presenter.tick(NOTE.id, ticked=False)
    presenter.choice = Choice.EVERYTHING
    read(presenter)
    assert presenter.ticked() == {PRIVATE.id, OLD_STUCK.id, OLD_NOTE.id}


def test_a_self_care_note_is_ticked_anew_each_time(presenter: SharePresenter) -> None:
    presenter.tick(CARE.id, ticked=True)
    presenter.tick(PRIVATE.id, ticked=True)
    presenter.let_out(Nowhere(make(presenter)))
    assert CARE.id not in presenter.ticked()
    assert PRIVATE.id in presenter.ticked()


def test_nothing_ticked_is_no_preparation(presenter: SharePresenter) -> None:
    for entry_id in presenter.ticked():
        presenter.tick(entry_id, ticked=False)
    assert presenter.preparation(96) is None


def test_after_a_sharing_the_next_time_begins_there_but_not_under_ones_hands(
    journal: Journal, presenter: SharePresenter
) -> None:
    before = presenter.reading(DAY).period
    share = presenter.let_out(Nowhere(make(presenter)))
    assert share is not None
    assert SharePresenter(journal).look_back(DAY).usual is Choice.TWO_WEEKS  # it was for no meeting yet
    journal.sharing.was_meeting(share.id)
    assert presenter.reading(DAY).period == before
    anew = SharePresenter(journal)
    anew.audience = " My  MENTOR "
    shared_on = share.shared_at.astimezone().date()
    assert anew.look_back(DAY).usual is Choice.LAST_SHARED
    assert abs((anew.reading(DAY).period.since or DAY) - shared_on).days <= 1
    anew.audience = "somebody else"
    assert anew.look_back(DAY).usual is Choice.TWO_WEEKS


@pytest.mark.parametrize(
    ("choice", "since"),
    [
        (Choice.TWO_WEEKS, date(2026, 7, 9)),
        (Choice.FOUR_WEEKS, date(2026, 6, 25)),
        (Choice.LAST_SHARED, date(2026, 7, 9)),
    ],
)
def test_weeks_are_counted_back_from_the_newest_day(choice: Choice, since: date) -> None:
    seen = PeriodContext("", DAY, newest=DAY, last_shared=None)
    assert seen.period(choice, Period()) == Period(since, DAY)
    assert seen.period(Choice.EVERYTHING, Period()) == Period()


def test_a_time_since_a_sharing_never_ends_before_it_begins() -> None:
    seen = PeriodContext("", DAY, newest=date(2026, 7, 1), last_shared=date(2026, 7, 10))
    assert seen.period(Choice.LAST_SHARED, Period()) == Period(date(2026, 7, 10), date(2026, 7, 10))


def test_the_log_holds_what_left(journal: Journal, presenter: SharePresenter) -> None:
    presenter.format = "slack"
    summary = make(presenter)
    presenter.let_out(Nowhere(summary, "a.slack"))
    share = journal.sharing.log().items[0]
    assert share.text.encode() == summary.data
    assert (share.to_whom, share.file_name, share.format) == ("my mentor", "a.slack", "slack")
    assert set(share.entry_ids) == {NOTE.id, OLD_STUCK.id}


def test_a_long_time_is_not_read_at_once(monkeypatch: pytest.MonkeyPatch, presenter: SharePresenter) -> None:
    presenter.choice = Choice.EVERYTHING
    assert not presenter.reading(DAY).is_long
    monkeypatch.setattr("amp_desktop.ui.share.reading.MOST_AT_ONCE", 3)
    assert presenter.reading(DAY).is_long
