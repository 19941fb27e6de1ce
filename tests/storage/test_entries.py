from dataclasses import fields, replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from amp_desktop.domain.entry import Entry, Sharing
from amp_desktop.domain.errors import CancelledError, InvalidValueError, NotSavedError, UnknownEntryError
from amp_desktop.domain.json_value import Extra
from amp_desktop.domain.kinds.challenge import Asking, Challenge, ChallengeStatus
from amp_desktop.domain.kinds.goal import Area, Goal, GoalStatus, Step, TargetMove
from amp_desktop.domain.kinds.milestone import Evidence, Milestone
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.kinds.self_care import SelfCareNote
from amp_desktop.domain.pins import Pin
from amp_desktop.domain.query import TagCount
from amp_desktop.storage import entries
from amp_desktop.storage.engine import Database
from amp_desktop.storage.store import Store
from tests.storage.search.searching import sought

NOON = datetime(2026, 7, 22, 12, tzinfo=UTC)
ONE_OF_EACH: tuple[Entry, ...] = (
    Note(
        title="Café",
        body="One line\n\nand %%more%%",
        tags=("Docs", "हिन्दी"),
        on_agenda=True,
        zone="Asia/Kolkata",
    ),
    Goal(
        title="Lead a release",
        area=Area.RELEASE,
        status=GoalStatus.PLANNED,
        target_day=date(2026, 8, 1),
        moves=(TargetMove(date(2026, 7, 1), date(2026, 8, 1), "holiday", NOON),),
        steps=(Step("ask"), Step("do", done=True)),
        success="it is out",
        sharing=Sharing.SHAREABLE,
        links=(uuid4(), uuid4()),
    ),
    Challenge(
        title="Tests hang",
        status=ChallengeStatus.ASKED,
        since=date(2026, 7, 1),
        tried="all",
        need="a hint",
        asked=(Asking("my mentor", date(2026, 7, 2), "the call", "try again"),),
        what_helped="sleep",
        on_agenda=True,
    ),
    SelfCareNote(mood=3, stress=5, what_did_me_good="a walk"),
    Milestone(
        title="First merge",
        reached_on=date(2026, 7, 3),
        evidence=(Evidence("https://example.org/1"),),
        whom_to_thank="all",
    ),
)


@pytest.mark.parametrize("entry", ONE_OF_EACH, ids=lambda entry: entry.kind)
def test_an_entry_comes_back_as_it_was_saved(store: Store, entry: Entry) -> None:
    binned = replace(entry, day=date(1969, 12, 31), created_at=NOON, updated_at=NOON, binned_at=NOON)
    store.save(entry)
    assert store.entry(entry.id) == entry
    store.save(binned)
    assert store.entry(entry.id) == binned


OTHERWISE: dict[str, object] = {
    "title": "Another",
    "body": "Other words",
    "day": date(2026, 7, 23),
    "tags": ("other",),
    "sharing": Sharing.SEALED,
    "links": (UUID(int=1),),
    "created_at": NOON + timedelta(hours=1),
    "updated_at": NOON + timedelta(hours=2),
    "zone": "Pacific/Auckland",
    "binned_at": NOON,
    "pinned": True,
    "pins": (Pin("learned"),),
    "extra": Extra({"newer": "words"}),
}
"""Another value for each field that an entry of every kind has, but for its id."""


def test_no_field_of_an_entry_is_forgotten_here() -> None:
    assert {field.name for field in fields(Entry)} == {"id", *OTHERWISE}


@pytest.mark.parametrize("name", OTHERWISE)
def test_what_alone_has_changed_is_written_whatever_it_is(store: Store, name: str) -> None:
    entry = Note(
        title="One", body="Words", day=date(2026, 7, 22), created_at=NOON, updated_at=NOON, zone="UTC"
    )
    changed = replace(entry, **{name: OTHERWISE[name]})  # type: ignore[arg-type]
    assert changed != entry
    store.save(entry)
    store.save(changed)
    assert store.whole().entry(entry.id) == changed


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(title=st.text(), body=st.text(st.characters(codec="utf-8")))
def test_any_text_comes_back(store: Store, title: str, body: str) -> None:
    entry = Note(title=title, body=body)
    store.save(entry)
    kept = store.entry(entry.id)
    assert kept.body == body
    assert kept.title == entry.title or any("\ud800" <= character <= "\udfff" for character in title)
    assert store.rows(limit=1).items[0].id == entry.id


def test_saving_again_replaces_and_never_doubles(store: Store) -> None:
    entry = Note(title="first", body="apple", tags=("fruit",))
    store.save(entry)
    store.save(replace(entry, title="second", body="pear", tags=("tree",)))
    assert store.count() == 1
    assert [hit.row.title for hit in store.search(sought("pear")).items] == ["second"]
    assert store.search(sought("apple")).items == ()
    assert store.tags() == (TagCount("tree", 1),)


def test_a_changed_day_moves_the_entry_and_all_that_belongs_to_it(store: Store) -> None:
    entry = Note(title="moved", body="apple", day=date(2026, 7, 1), tags=("fruit",))
    store.save(entry)
    store.save(Note(title="other", body="apple", day=date(2026, 7, 2)))
    store.save(replace(entry, day=date(2026, 7, 3)), keep_version=True)
    assert [row.title for row in store.rows().items] == ["moved", "other"]
    assert [hit.row.day for hit in store.search(sought("apple")).items] == [
        date(2026, 7, 3),
        date(2026, 7, 2),
    ]
    assert store.tags() == (TagCount("fruit", 1),)
    assert len(store.versions(entry.id)) == 1


def test_the_bin_takes_entries_out_of_lists_search_and_tags_and_gives_them_back(store: Store) -> None:
    entry = Note(title="apple", tags=("fruit",))
    store.save(entry)
    store.set_binned([entry.id], NOON)
    assert (store.rows().items, store.search(sought("apple")).items, store.tags(), store.count()) == (
        (),
        (),
        (),
        0,
    )
    assert store.entry(entry.id).binned_at == NOON
    store.set_binned([entry.id], None)
    assert [row.id for row in store.rows().items] == [entry.id]
    assert store.tags() == (TagCount("fruit", 1),)


def test_moving_to_the_bin_is_all_or_nothing(store: Store) -> None:
    entry = Note(title="stays")
    store.save(entry)
    with pytest.raises(UnknownEntryError):
        store.set_binned([entry.id, uuid4()], NOON)
    assert store.entry(entry.id).binned_at is None


def test_what_is_deleted_for_ever_is_found_nowhere(store: Store) -> None:
    gone, source = Note(title="gone", body="apple"), Note(title="source")
    store.save(gone)
    store.save(replace(gone, body="apple pie"), keep_version=True)
    store.save(replace(source, links=(gone.id,)))
    store.delete([gone.id, uuid4()])
    with pytest.raises(UnknownEntryError):
        store.entry(gone.id)
    assert store.search(sought("apple")).items == ()
    assert store.versions(gone.id) == ()
    assert store.entry(source.id).links == ()
    assert not store.holds(gone.id)
    assert store.check().is_whole


def test_links_show_on_both_sides(store: Store) -> None:
    target = Note(title="Release  Train", day=date(2026, 7, 1))
    by_hand = Note(title="by hand", links=(target.id,), day=date(2026, 7, 2))
    by_title = Note(title="by title", body="see [[release train]] and [[nothing]]", day=date(2026, 7, 3))
    for entry in (by_hand, by_title, target):
        store.save(entry)
    assert [row.title for row in store.linked(target.id).by.items] == ["by title", "by hand"]
    assert [row.title for row in store.linked(by_hand.id).to.items] == ["Release Train"]
    assert [row.title for row in store.linked(by_title.id).to.items] == ["Release Train"]
    store.set_binned([by_hand.id], NOON)
    assert [row.title for row in store.linked(target.id).by.items] == ["by title"]


def test_titles_lead_to_ids_whatever_their_case(store: Store) -> None:
    older, newer = Note(title="Straße", day=date(2026, 7, 1)), Note(title="STRASSE", day=date(2026, 7, 2))
    binned = Note(title="gone", binned_at=NOON)
    store.save_many([newer, older, binned])
    assert store.ids_by_title(["straße", "gone", "never"]) == {"straße": newer.id}
    assert dict(store.titles()) == {older.id: "Straße", newer.id: "STRASSE", binned.id: "gone"}


def test_an_id_is_found_by_its_beginning(store: Store) -> None:
    one, two = (Note(id=UUID(f"abcdef0{digit}-0000-4000-8000-000000000000")) for digit in (1, 2))
    store.save_many([one, two])
    assert store.find_id("ABCDEF01") == one.id
    with pytest.raises(InvalidValueError):
        store.find_id("abc")
    for nothing in ("", "ff", "%", "abcdef01-0000-4000-8000-000000000000x"):
        with pytest.raises(UnknownEntryError):
            store.find_id(nothing)


def test_many_entries_are_saved_at_once_in_the_order_of_their_writing(store: Store) -> None:
    day = date(2026, 7, 1)
    late, early = (
        Note(title=t, day=day, created_at=NOON + timedelta(hours=h)) for t, h in (("late", 2), ("early", 1))
    )
    changed = replace(early, title="changed")
    assert store.save_many([late, early]) == 2
    assert store.save_many([changed, Note(title="new", day=day, created_at=NOON)]) == 2
    assert [row.title for row in store.rows().items] == ["new", "late", "changed"]
    assert [version.title for version in store.versions(early.id)] == ["early"]


def test_many_entries_are_saved_all_or_none(store: Store) -> None:
    def break_off(done: int, total: int) -> None:
        raise CancelledError("Cancelled.")

    with pytest.raises(CancelledError):
        store.save_many([Note(title="one")], progress=break_off)
    assert store.count() == 0
    assert not store.changed


def test_entries_that_are_all_there_already_are_saved_and_none_is_made(store: Store) -> None:
    entry = Note(title="one")
    store.save(entry)
    assert store.save_many([replace(entry, title="two")]) == 1
    assert [row.title for row in store.rows().items] == ["two"]
    assert [version.title for version in store.versions(entry.id)] == ["one"]


@pytest.mark.parametrize(("pasted", "kept"), [("\ud83d\ude00", "😀"), ("a\ud83d", "a�"), ("a\udc80b", "a�b")])
def test_halves_of_characters_are_joined_or_replaced_wherever_they_stand(
    store: Store, pasted: str, kept: str
) -> None:
    goal = Goal(title=pasted, body=pasted, success=pasted, steps=(Step(pasted),))
    saved = store.save(goal).entry
    assert saved == store.entry(goal.id)
    assert {saved.title, saved.body, saved.success, saved.steps[0].text} == {kept}


def test_a_closed_journal_takes_no_late_save(store: Store) -> None:
    store.close()
    with pytest.raises(NotSavedError, match="locked") as told:
        store.save(Note(title="late"))
    assert told.value.advice == "Unlock it and try again."
    with pytest.raises(NotSavedError, match="locked"):
        store.count()


def test_of_steady_writing_a_state_is_kept_every_two_minutes_and_not_at_each_save(store: Store) -> None:
    entry = Note(body="begun", created_at=NOON, updated_at=NOON)
    store.save(entry)
    for seconds in range(30, 600, 30):
        entry = replace(entry, body=f"{entry.body} more", updated_at=NOON + timedelta(seconds=seconds))
        store.save(entry)
    kept = [version.kept_at - NOON for version in store.versions(entry.id)]
    assert kept == [timedelta(minutes=minutes) for minutes in (8, 6, 4, 2)]


def test_the_last_title_is_that_of_the_newest_version_that_had_one(store: Store) -> None:
    entry = Note(title="one")
    store.save(entry)
    assert store.last_title(entry.id) == ""
    for title in ("two", "", "three"):
        store.save(replace(entry, title=title), keep_version=True)
    assert [version.title for version in store.versions(entry.id)] == ["", "two", "one"]
    assert store.last_title(entry.id) == "two"
    assert store.last_title(uuid4()) == ""


def test_a_version_goes_on_using_what_was_attached_to_it(store: Store, database: Database) -> None:
    entry = Note(body="as it was")
    store.save(entry)
    attached = UUID("a0000000-0000-4000-8000-000000000001")
    made = replace(entry, body=f"see [plan](attachment:{attached})")
    store.save(made)
    store.save(replace(made, body="gone"), keep_version=True)
    used = "SELECT entry_id, version FROM attachment_use WHERE attachment_id = ?"
    rows = database.read(lambda connection: connection.exec_driver_sql(used, (str(attached),)).all())
    assert [tuple(row) for row in rows] == [(str(entry.id), 1)]


def test_several_entries_are_read_in_the_order_asked_for_each_once(store: Store, database: Database) -> None:
    one, two = Note(title="one"), Note(title="two", binned_at=NOON)
    store.save_many([one, two])
    read = database.read
    assert read(entries.several, [two.id, one.id, two.id]) == (store.entry(two.id), store.entry(one.id))
    with pytest.raises(UnknownEntryError):
        read(entries.several, [one.id, uuid4()])


def test_what_is_done_at_once_is_written_whole_or_not_at_all(store: Store) -> None:
    kept, lost = Note(title="Kept"), Note(title="Lost")

    def write_in_steps(note: Note) -> None:
        with store.at_once():
            store.save(note)
            with store.at_once():
                store.save(replace(note, body="more"))
            if note is lost:
                assert store.entry(lost.id).body == "more"
                raise CancelledError("Stopped.")

    write_in_steps(kept)
    with pytest.raises(CancelledError):
        write_in_steps(lost)
    assert store.entry(kept.id).body == "more"
    with pytest.raises(UnknownEntryError):
        store.entry(lost.id)
