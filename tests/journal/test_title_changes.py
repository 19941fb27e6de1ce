"""A title that changes takes its links along, and never those of another entry."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.entry import Entry
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.text.links import linked_keys
from amp_desktop.journal import Journal

DAY = date(2026, 7, 22)
TITLES = st.sampled_from(("Alpha", "Beta", "beta", "Gamma", "Fix [CI]", "Fix CI", "", "日記"))


def _retitled(journal: Journal, entry: Entry, title: str) -> Entry:
    return journal.save_entry(replace(journal.entry(entry.id), title=title))


@pytest.fixture
def alpha(journal: Journal) -> Entry:
    return journal.save_entry(Note(title="Alpha", day=DAY))


@pytest.fixture
def beta(journal: Journal) -> Entry:
    return journal.save_entry(Note(title="Beta", day=DAY))


def test_links_do_not_join_those_of_another_entry_unless_they_are_let(
    journal: Journal, alpha: Entry, beta: Entry
) -> None:
    to_alpha = journal.save_entry(Note(body="see [[Alpha]]", day=DAY))
    to_beta = journal.save_entry(Note(body="see [[beta]]", day=DAY))
    _retitled(journal, alpha, "Beta")
    assert journal.links.would_join(alpha.id, "Alpha") == 1
    assert journal.links.follow_title(alpha.id, "Alpha") is None
    assert journal.entry(to_alpha.id) == to_alpha
    retitled = journal.links.follow_title(alpha.id, "Alpha", joining=True)
    assert retitled is not None
    assert journal.entry(to_alpha.id).body == "see [[Beta]]"
    journal.take_back(retitled.changes)
    assert journal.entry(to_alpha.id).body == "see [[Alpha]]"
    assert journal.entry(to_beta.id) == to_beta
    assert journal.entry(alpha.id).title == "Alpha"
    assert journal.links.would_join(alpha.id, "Alpha") == 0


def test_another_entry_in_the_bin_is_nobody_to_join(journal: Journal, alpha: Entry, beta: Entry) -> None:
    to_alpha = journal.save_entry(Note(body="see [[Alpha]]", day=DAY))
    journal.put_in_bin([beta.id])
    _retitled(journal, alpha, "Beta")
    assert journal.links.would_join(alpha.id, "Alpha") == 0
    assert journal.links.follow_title(alpha.id, "Alpha") is not None
    assert journal.entry(to_alpha.id).body == "see [[Beta]]"


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(titles=st.lists(TITLES, min_size=1, max_size=4), pointing=st.lists(TITLES, max_size=4))
def test_a_title_typed_back_leaves_every_link_where_it_led(
    journal: Journal, titles: list[str], pointing: list[str]
) -> None:
    alpha, beta = Note(title="Alpha", day=DAY), Note(title="Beta", day=DAY)
    links = Note(body=" ".join(f"[[{title}]]" for title in ("Alpha", *pointing) if title), day=DAY)
    journal.save_entries([alpha, beta, links])
    follows = "Alpha"
    before = set(linked_keys(links))
    for title in (*titles, "Alpha"):
        entry = _retitled(journal, alpha, title)
        if not entry.title:
            journal.links.keep_title(alpha.id, follows)
        elif not journal.links.would_join(alpha.id, follows):
            journal.links.follow_title(alpha.id, follows)
            follows = title
        now = set(linked_keys(journal.entry(links.id)))
        assert "beta" in now or "beta" not in before
        if "beta" not in before and title != "Gamma":
            assert "beta" not in now
    if not {"Gamma", "Fix [CI]", "Fix CI", "日記"} & set(pointing):
        assert set(linked_keys(journal.entry(links.id))) == before
    journal.delete_for_ever([alpha.id, beta.id, links.id])


def test_a_title_that_is_emptied_is_known_until_there_is_another(journal: Journal, alpha: Entry) -> None:
    pointing = journal.save_entry(Note(body="see [[alpha]]", day=DAY))
    untitled = _retitled(journal, alpha, "")
    journal.links.keep_title(alpha.id, "Alpha")
    commits = journal.data_version()
    journal.links.keep_title(alpha.id, "Alpha")
    assert [version.title for version in journal.versions(alpha.id)] == ["Alpha"]
    assert journal.data_version() == commits
    assert journal.links.known_as(untitled) == "Alpha"
    again = _retitled(journal, alpha, "Gamma")
    journal.links.follow_title(alpha.id, "Alpha")
    assert journal.entry(pointing.id).body == "see [[Gamma]]"
    assert journal.links.known_as(again) == "Gamma"


def test_a_title_to_which_nothing_leads_needs_no_version(journal: Journal, alpha: Entry) -> None:
    _retitled(journal, alpha, "")
    journal.links.keep_title(alpha.id, "Alpha")
    assert journal.versions(alpha.id) == ()
