"""Tags called otherwise: in entries, in texts and in the searches that are kept."""

from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.search.saved_search import SavedSearch
from amp_desktop.journal import Journal
from tests.conftest import SetClock


def tagged(journal: Journal, *tags: str) -> Note:
    return journal.save_entry(Note(title="one", tags=tags))


def test_a_tag_is_called_otherwise_wherever_it_stands(timed_journal: Journal, clock: SetClock) -> None:
    given = tagged(timed_journal, "docs", "cli")
    written = timed_journal.save_entry(Note(body="I wrote #docs today."))
    timed_journal.searches.save(SavedSearch("Docs", "tag:docs"))
    clock.go_on(hours=1)
    changes = timed_journal.tagging.rename("docs", "manual")
    assert {after.id for _, after in changes} == {given.id, written.id}
    assert timed_journal.entry(given.id).tags == ("manual", "cli")
    assert timed_journal.entry(written.id).body == "I wrote #manual today."
    assert timed_journal.entry(given.id).updated_at == clock.now
    assert [search.typed for search in timed_journal.searches.all()] == ["tag:manual"]


def test_a_tag_that_is_nowhere_changes_no_search(journal: Journal) -> None:
    journal.searches.save(SavedSearch("Docs", "tag:docs"))
    assert journal.tagging.rename("docs", "manual") == ()
    assert [search.typed for search in journal.searches.all()] == ["tag:docs"]


def test_a_tag_that_is_taken_away_stays_as_a_word_and_comes_back(journal: Journal) -> None:
    entry = journal.save_entry(Note(body="I wrote #docs today.", tags=("docs", "cli")))
    changes = journal.tagging.remove("docs")
    assert (journal.entry(entry.id).body, journal.entry(entry.id).tags) == ("I wrote docs today.", ("cli",))
    journal.take_back(changes)
    assert journal.entry(entry.id).body == "I wrote #docs today."
    assert set(journal.entry(entry.id).tags) == {"docs", "cli"}


def test_the_tag_used_most_is_offered_first_but_not_what_stands_there(journal: Journal) -> None:
    for tags in (("docs",), ("documents", "docs"), ("documents",), ("documents",), ("other",)):
        tagged(journal, *tags)
    assert journal.tagging.offers("do") == ("documents", "docs")
    assert journal.tagging.offers("DOCS") == ()
    assert journal.tagging.offers("do", limit=1) == ("documents",)
    tagged(journal, "docs")
    tagged(journal, "docs")
    assert journal.tagging.offers("do") == ("docs", "documents")
