"""Other names for titles and tags: what said the old one says the new one, and nothing else changes."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from amp_desktop.domain.changes import Change
from amp_desktop.domain.entry import Entry
from amp_desktop.domain.errors import CancelledError
from amp_desktop.domain.kinds.challenge import Asking, Challenge
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.text.entry_tags import tags_of
from amp_desktop.domain.text.links import as_read, link_places, title_key
from amp_desktop.domain.text.texts import texts_of
from amp_desktop.storage.store import Store
from tests.storage.keys import KEY, SALT

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
DAY = date(2026, 7, 22)
TITLES = st.sampled_from(
    ("Alpha", "alpha", "Beta", "Fix [CI]", "Fix CI", "%%secret%%", "", "Gamma #ci", "日記")
)
LINKS = TITLES.flatmap(
    lambda title: st.sampled_from(
        (f"[[{title}]]", f"[[ {title} |words]]", f"`[[{title}]]`", f"\n```\n[[{title}]]\n```\n")
    )
)
TEXTS = st.lists(st.one_of(LINKS, st.sampled_from((" and ", "#ci", "`", "]]", "\n\n"))), max_size=6).map(
    "".join
)


def test_links_follow_a_title_in_every_text(store: Store) -> None:
    goal = Goal(title="Kick-off", body="myself: [[kick-off]]", steps=(Step("see [[Kick-off|it]]"),), day=DAY)
    asked = Challenge(title="On [[Kick-off]]", asked=(Asking("Ada", answer="[[KICK-OFF]]"),), day=DAY)
    binned = Note(body="[[kick-off]]", binned_at=NOON, day=DAY)
    store.save_many([goal, asked, binned])
    store.save(_titled(goal, "The [first] call"))
    changes = store.follow_title(goal.id, "Kick-off", NOON)
    assert {after.id for _, after in changes} == {goal.id, asked.id, binned.id}
    after = store.entry(goal.id)
    assert isinstance(after, Goal)
    assert (after.body, after.steps[0].text) == (
        "myself: [[The first call]]",
        "see [[The first call|it]]",
    )
    assert list(texts_of(store.entry(asked.id)))[-1] == "[[The first call]]"
    assert store.entry(asked.id).title == "On [[Kick-off]]"
    assert [row.id for row in store.linked(goal.id).by.items] == [asked.id]
    assert store.version(asked.id, store.versions(asked.id)[0].number) == asked


def test_links_stay_where_another_entry_has_the_former_title(store: Store) -> None:
    one, other = Note(title="Weekly", day=DAY), Note(title="weekly", day=DAY)
    pointing = Note(body="[[weekly]]", day=DAY)
    store.save_many([one, other, pointing])
    store.save(_titled(one, "Weekly 3"))
    assert store.follow_title(one.id, "Weekly", NOON) == ()
    assert store.entry(pointing.id) == pointing


def test_renaming_a_tag_reaches_titles_and_the_links_to_them(store: Store) -> None:
    tagged = Note(title="Mend the #CI", body="`#ci` #ci", tags=("ci", "docs"), day=DAY)
    pointing = Note(title="Plan", body="[[mend the #ci]] %%#ci%%", day=DAY)
    binned = Note(body="#ci", binned_at=NOON, day=DAY)
    store.save_many([tagged, pointing, binned, Note(body="nothing", day=DAY)])
    changes = store.rename_tag("ci", "docs", NOON)
    assert {after.id for _, after in changes} == {tagged.id, pointing.id, binned.id}
    after = store.entry(tagged.id)
    assert (after.title, after.body, after.tags) == ("Mend the #docs", "`#ci` #docs", ("docs",))
    assert store.entry(pointing.id).body == "[[Mend the #docs]] %%#docs%%"
    assert [(one.tag, one.entries) for one in store.tags()] == [("docs", 2)]
    assert store.check().is_whole


def test_a_renaming_that_is_called_off_has_changed_nothing(store: Store) -> None:
    store.save_many([Note(body="#ci", day=DAY) for _ in range(3)])

    def call_off(done: int, _total: int) -> None:
        if done == 2:
            raise CancelledError("Stopped.")

    with pytest.raises(CancelledError):
        store.rename_tag("ci", "docs", NOON, call_off)
    assert [one.tag for one in store.tags()] == ["ci"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TITLES, TEXTS, TEXTS), min_size=1, max_size=4), TITLES)
def test_every_link_that_led_to_an_entry_leads_to_it_still(
    written: list[tuple[str, str, str]], title: str
) -> None:
    entries = [Challenge(title=t, body=body, need=need, day=DAY) for t, body, need in written]
    first, others = entries[0], entries[1:]

    def rename(store: Store) -> tuple[Change, ...]:
        store.save(_titled(first, title))
        return store.follow_title(first.id, first.title, NOON)

    before = {entry.id: entry for entry in (_titled(first, title), *others)}
    after, changes = _changed(entries, rename)
    keys = {title_key(other.title) for other in others}
    former_kept = title_key(first.title) in keys
    if title_key(title) in keys:  # they would join the links of another, which nobody could part again
        assert changes == ()
        return
    for entry in after:
        if title_key(title) and not former_kept:
            led = [title_key(first.title) == key != "" for key in _keys(before[entry.id])]
            leads = [title_key(title) == key for key in _keys(entry)]
            assert all(still for was, still in zip(led, leads, strict=True) if was)
        assert _without_titles(entry) == _without_titles(before[entry.id])
    assert {one.id for one, _ in changes} == {
        one.id for one in after if before[one.id].body != one.body or _need(before[one.id]) != _need(one)
    }


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.tuples(TITLES, TEXTS, TEXTS), min_size=1, max_size=4),
    st.sampled_from(("docs", "ci", "", "日記")),
)
def test_a_tag_renamed_is_found_by_its_new_name_alone(written: list[tuple[str, str, str]], tag: str) -> None:
    entries = [Challenge(title=t, body=body, need=need, tags=("docs",), day=DAY) for t, body, need in written]
    after, _ = _changed(entries, lambda store: store.rename_tag("ci", tag, NOON))
    by_id = {entry.id: entry for entry in entries}
    for entry in after:
        renamed = {tag if one == "ci" else one for one in map(str.casefold, tags_of(by_id[entry.id]))} - {""}
        assert {one.casefold() for one in tags_of(entry)} == renamed


def _changed(
    entries: list[Challenge], change: Callable[[Store], tuple[Change, ...]]
) -> tuple[list[Entry], tuple[Change, ...]]:
    """The entries as they stand after a change in a journal that holds nothing else, and what it told."""
    with TemporaryDirectory() as folder, Store.create(Path(folder) / "journal.db", KEY, SALT) as store:
        store.save_many(entries)
        changes = change(store)
        return [store.entry(entry.id) for entry in entries], changes


def _titled(entry: Entry, title: str) -> Entry:
    return type(entry)(**{**vars(entry), "title": title})


def _need(entry: Entry) -> str:
    assert isinstance(entry, Challenge)
    return entry.need


def _keys(entry: Entry) -> list[str]:
    return [
        title_key(as_read(link[1])) for text in texts_of(entry, title=False) for link in link_places(text)
    ]


def _without_titles(entry: Entry) -> list[str]:
    """All texts of an entry, with a sign in the place of the titles of its links."""
    return [_sign_out(text) for text in texts_of(entry, title=False)]


def _sign_out(text: str) -> str:
    from amp_desktop.domain.text.links import link_places

    for link in reversed([*link_places(text)]):
        inside = link[1].strip()
        start = text.index(inside, link.start(1)) if inside else link.start(1)
        text = text[:start] + "§" + text[start + len(inside) :]
    return text
