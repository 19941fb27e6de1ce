"""The small values: links in a text, questions and their pages, summaries, preferences, errors."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from amp_desktop.domain import errors
from amp_desktop.domain.preferences import Preferences
from amp_desktop.domain.query import EntryQuery, IntegrityReport, ResultPage
from amp_desktop.domain.sighting import Sighting
from amp_desktop.domain.summary import Summary, SummaryItem, SummarySection
from amp_desktop.domain.text.links import link_places, title_key


def test_links_are_found_by_title_with_or_without_other_words() -> None:
    text = "See [[Day one]] and [[ Half-way |the long one]], not [[]] nor [[two\nlines]] nor [x](y)."

    found = [link.groups() for link in link_places(text)]
    assert found == [("Day one", None), (" Half-way ", "the long one")]


@given(st.text())
def test_a_title_is_found_whatever_its_case_and_spaces(title: str) -> None:
    assert title_key(f"  {title}\t") == title_key(title)
    assert title_key(title_key(title)) == title_key(title)
    assert title_key("Straße  Nr. 1") == title_key("STRASSE nr. 1")


def test_the_empty_question_means_everything_outside_the_bin() -> None:
    assert EntryQuery() == EntryQuery(kinds=frozenset(), tags=(), traits=frozenset(), binned=False)
    assert ResultPage(("a",)).next is None


def test_a_journal_is_whole_when_nothing_was_found() -> None:
    assert IntegrityReport(findings=(), entries=3).is_whole
    assert not IntegrityReport(findings=("Page 7 does not read.",), entries=3).is_whole


def test_a_summary_hands_out_its_items_in_order() -> None:
    first, second, third = (SummaryItem(title=title) for title in "abc")
    summary = Summary(
        title="s", sections=(SummarySection("done", (first, second)), SummarySection("next", (third,)))
    )

    assert tuple(summary.items) == (first, second, third)


@given(
    st.builds(
        Preferences, day_ends_at=st.integers(0, 12), lock_after=st.integers(0, 90), is_sample=st.booleans()
    )
)
def test_preferences_come_back_the_same(preferences: Preferences) -> None:
    assert Preferences.from_json(preferences.to_json()) == preferences


def test_preferences_that_make_no_sense_are_the_default() -> None:
    assert Preferences.from_json({"day_ends_at": True, "lock_after": "5", "colour": 1}) == Preferences()


def test_an_error_is_a_sentence_and_what_to_do_next() -> None:
    assert str(errors.JournalError("It rains.", "Take a coat.")) == "It rains. Take a coat."
    assert str(errors.JournalError("It rains.")) == "It rains."


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (errors.NotSavedError, 1),
        (errors.UnknownEntryError, 1),
        (errors.InvalidValueError, 2),
        (errors.WrongPassphraseError, 3),
        (errors.MistypedRecoveryCodeError, 3),
        (errors.DamagedError, 4),
        (errors.OpenElsewhereError, 5),
    ],
)
def test_each_family_of_errors_has_its_exit_status(error: type[errors.JournalError], status: int) -> None:
    assert error.exit_status == status


@pytest.mark.parametrize("at", ["2026-10-17T12:00:00", "2026-10-17", "noon", 12, None])
def test_a_clock_that_was_noted_without_a_zone_or_in_other_words_was_never_seen(at: object) -> None:
    assert Sighting.from_json({"at": at}) is None
    known = Sighting.from_json({"at": "2026-10-17T12:00:00Z", "emptied_at": at})
    assert known == Sighting(at=datetime(2026, 10, 17, 12, tzinfo=UTC))
