import pytest

from amp_desktop.domain.errors import InvalidValueError
from amp_desktop.domain.search.saved_search import SavedSearch
from amp_desktop.journal import Journal


def test_searches_are_kept_in_order_changed_moved_and_removed(journal: Journal) -> None:
    searches = journal.searches
    assert searches.all() == ()
    searches.save(SavedSearch("  Stuck  now ", "kind:challenge   is:open"))
    searches.save(SavedSearch("Docs", "tag:docs"))
    assert searches.all() == (
        SavedSearch("Stuck now", "kind:challenge is:open"),
        SavedSearch("Docs", "tag:docs"),
    )
    searches.save(SavedSearch("Open", "is:open"), instead_of="STUCK NOW")
    assert [one.name for one in searches.all()] == ["Open", "Docs"]
    searches.move("Docs", 0)
    assert [one.name for one in searches.all()] == ["Docs", "Open"]
    searches.remove("docs")
    searches.remove("never there")
    assert searches.all() == (SavedSearch("Open", "is:open"),)


def test_two_of_the_same_name_are_refused(journal: Journal) -> None:
    journal.searches.save(SavedSearch("Docs", "tag:docs"))
    journal.searches.save(SavedSearch("Other", "x"))
    with pytest.raises(InvalidValueError, match="this name"):
        journal.searches.save(SavedSearch("DOCS", "x"))
    with pytest.raises(InvalidValueError, match="this name"):
        journal.searches.save(SavedSearch("docs", "x"), instead_of="Other")
    journal.searches.save(SavedSearch("docs", "new"), instead_of="Docs")
    assert journal.searches.all()[0] == SavedSearch("docs", "new")


@pytest.mark.parametrize(("name", "typed"), [("", "x"), (" ", "x"), ("x", " \n")])
def test_a_search_needs_a_name_and_words(name: str, typed: str) -> None:
    with pytest.raises(InvalidValueError):
        SavedSearch(name, typed)


def test_what_is_no_saved_search_is_passed_over() -> None:
    data = [
        {"name": "a", "typed": "b"},
        {"name": "a"},
        {"name": 1, "typed": "b"},
        "x",
        {"name": " ", "typed": "b"},
    ]
    assert SavedSearch.all_from_json(data) == (SavedSearch("a", "b"),)
    assert SavedSearch.all_from_json(None) == ()


def test_what_was_changed_since_is_not_put_back(journal: Journal) -> None:
    journal.searches.save(SavedSearch("Docs", "tag:docs"))
    before = journal.searches.all()
    journal.searches.rename_tag("docs", "manual")
    renamed = journal.searches.all()
    journal.searches.save(SavedSearch("Mine", "since"))
    journal.searches.put_back(before, instead_of=renamed)
    assert [search.typed for search in journal.searches.all()] == ["tag:manual", "since"]
    journal.searches.remove("mine")
    journal.searches.put_back(before, instead_of=renamed)
    assert journal.searches.all() == before
