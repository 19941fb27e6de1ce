"""A journal in which a newer version of the program wrote what this one does not know."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.domain.errors import NewerEntryError
from amp_desktop.domain.fields import to_json
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.domain.program import Program
from amp_desktop.domain.query import EntryQuery
from amp_desktop.exchange.export.archive import archive_from
from amp_desktop.exchange.export.export import ExportFormat
from amp_desktop.journal import Journal
from amp_desktop.sharing import TEMPLATES
from tests.cli.conftest import Amp, amp
from tests.stores import database_beside, set_beside, setting_of
from tests.ui.entries.conftest import OpenPage, open_page, session

__all__ = ["amp", "open_page", "session"]

DAY = date(2026, 7, 22)
RITUAL, PAUSED, WHISPERED = (UUID(int=n) for n in (1, 2, 3))
FIELDS = {"bell": "three strokes", "nested": {"deep": ["gong"]}, "times": 3}


@pytest.fixture
def newer(journal: Journal) -> Iterator[Journal]:
    """A journal with a made-up kind, a goal in a made-up status, a note marked in a made-up way."""
    journal.save_entry(Note(id=RITUAL, title="Morning ritual", body="with [[Plain]] and #tea", day=DAY))
    journal.save_entry(Goal(id=PAUSED, title="Paused goal", steps=(Step("wait"),), day=DAY))
    journal.save_entry(Note(id=WHISPERED, title="Sealed note", day=DAY))
    journal.save_entry(Note(title="Plain", body="see [[Morning ritual]]", day=DAY))
    _write(
        journal, "UPDATE entry SET kind = 'ritual', fields = ? WHERE id = ?", _compact(FIELDS), str(RITUAL)
    )
    _write(
        journal,
        "UPDATE entry SET fields = replace(fields, '\"active\"', '\"paused\"') WHERE id = ?",
        str(PAUSED),
    )
    _write(journal, "UPDATE entry SET sharing = 'whispered' WHERE id = ?", str(WHISPERED))
    return journal


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _write(journal: Journal, sql: str, *values: str) -> None:
    """Write into the file as a newer version would, past this one's rules, and index it anew."""
    from sqlalchemy import Connection

    from amp_desktop.storage import indexes

    def work(connection: Connection) -> None:
        connection.exec_driver_sql(sql, values)
        indexes.rebuild(connection)

    with database_beside(journal) as database:
        database.write(work)


def _raw(journal: Journal, entry_id: UUID) -> tuple[object, ...]:
    """What the file holds of an entry, but for the flags that may change."""
    with database_beside(journal) as database, database.raw_connection() as connection:
        row: tuple[object, ...] = connection.execute(
            "SELECT kind, title, body, tags, links, sharing, zone, created_at, updated_at, fields"
            " FROM entry WHERE id = ?",
            (str(entry_id),),
        ).fetchone()
    return row


def test_it_is_listed_found_and_checked(newer: Journal) -> None:
    assert {row.title for row in newer.rows().items} == {
        "Morning ritual",
        "Paused goal",
        "Sealed note",
        "Plain",
    }
    assert [hit.row.title for hit in newer.search("gong").items] == ["Morning ritual"]
    assert [hit.row.title for hit in newer.search("ritual tea").items] == ["Morning ritual"]
    assert newer.count(EntryQuery(kinds=frozenset({"ritual"}))) == 1
    assert newer.maintenance.check().findings == ()
    assert all(not newer.entry(one).IS_KNOWN for one in (RITUAL, PAUSED, WHISPERED))


@pytest.mark.parametrize("entry_id", [RITUAL, PAUSED, WHISPERED])
def test_it_is_never_saved_over(newer: Journal, entry_id: UUID) -> None:
    before, entry = _raw(newer, entry_id), newer.entry(entry_id)
    for changed in (
        replace(entry, title="Mine now"),
        Note(id=entry_id, title="Mine now"),
        replace(entry, tags=("x",)),
    ):
        with pytest.raises(NewerEntryError):
            newer.save_entry(changed)
    newer.change_entries([entry_id], lambda one: replace(one, tags=("x",)))
    newer.tagging.rename("tea", "coffee")
    assert _raw(newer, entry_id) == before


def test_it_can_be_pinned_binned_and_had_back(newer: Journal) -> None:
    before = _raw(newer, RITUAL)
    newer.pin([RITUAL])
    newer.put_in_bin([RITUAL])
    assert "Morning ritual" not in {row.title for row in newer.rows().items}
    assert newer.search("gong").items == ()
    newer.take_from_bin([RITUAL])
    assert [hit.row.pinned for hit in newer.search("gong").items] == [True]
    assert _raw(newer, RITUAL) == before


def test_what_it_links_to_can_go_without_touching_it(newer: Journal) -> None:
    gone = newer.save_entry(Note(title="Gone", day=DAY))
    _write(newer, "UPDATE entry SET links = ? WHERE id = ?", _compact([str(gone.id)]), str(RITUAL))
    before = _raw(newer, RITUAL)
    newer.delete_for_ever([gone.id])
    assert _raw(newer, RITUAL) == before


def test_it_never_leaves(newer: Journal) -> None:
    offer = newer.sharing.offer()
    ticked = [entry.id for entry in offer.entries] + [RITUAL, PAUSED, WHISPERED]
    assert [entry.title for entry in offer.entries] == ["Plain"]
    for template in TEMPLATES:
        told = newer.sharing.disclose(
            replace(offer, entries=tuple(newer.entries())), ticked, template=template
        )
        assert "Plain" in repr(told.summary) or not told.entries
        assert "ritual" not in repr(told.summary).lower()


def test_it_is_exported_backed_up_and_read_back_as_it_came(newer: Journal, tmp_path: Path) -> None:
    before = {one: to_json(newer.entry(one)) for one in (RITUAL, PAUSED, WHISPERED)}
    assert before[RITUAL]["fields"] == FIELDS
    assert before[RITUAL]["kind"] == "ritual"
    assert before[WHISPERED]["sharing"] == "whispered"
    newer.maintenance.export(tmp_path / "out", ExportFormat.JSON)
    (archive,) = (tmp_path / "out").glob("*.json")
    read = {
        entry.id: to_json(entry) for entry in archive_from(json.loads(archive.read_text("utf-8"))).entries
    }
    assert {one: read[one] for one in before} == before
    made = newer.maintenance.back_up()
    assert made is not None


def test_fields_it_does_not_know_are_written_back_when_a_known_entry_is_saved(journal: Journal) -> None:
    goal = journal.save_entry(Goal(title="Goal", steps=(Step("one"), Step("two")), day=DAY))
    newer_fields = json.loads(str(_raw(journal, goal.id)[-1]))
    newer_fields["colour"] = {"name": "blue"}
    newer_fields["steps"][1]["weight"] = 3
    _write(journal, "UPDATE entry SET fields = ? WHERE id = ?", _compact(newer_fields), str(goal.id))
    opened = journal.entry(goal.id)
    assert isinstance(opened, Goal)
    journal.save_entry(replace(opened.with_task(1, "two", done=True), title="Changed"))
    newer_fields["steps"][1] |= {"done": True, "done_on": journal.today().isoformat()}
    assert json.loads(str(_raw(journal, goal.id)[-1])) == newer_fields


def test_the_terminal_shows_it(newer: Journal, amp: Amp) -> None:
    newer.close()
    shown = amp("show", str(RITUAL), "--json").json
    assert (shown["kind"], shown["fields"]) == ("ritual", FIELDS)
    assert "three strokes" in amp("show", str(RITUAL)).text
    assert "Morning ritual" in amp("list").text
    assert [found["title"] for found in amp("search", "gong", "--json").json] == ["Morning ritual"]
    assert amp("check").status == 0
    refused = amp("summary", "--to", "-", "--include", str(RITUAL))
    assert "ritual" not in refused.text.lower()


def test_the_window_shows_it_and_changes_nothing(qtbot: QtBot, newer: Journal, open_page: OpenPage) -> None:
    page = open_page()
    before = _raw(newer, RITUAL)
    page.show_entry(RITUAL)
    said = " ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))
    assert "newer version" in said
    assert "three strokes" in said
    assert page.flush()
    for entry_id in (PAUSED, WHISPERED):
        page.show_entry(entry_id)
        assert page.flush()
    assert _raw(newer, RITUAL) == before


RITUAL_TEMPLATE = {"id": "r", "name": "R", "kind": "ritual", "title": "", "body": "", "tags": [], "bell": 3}


def test_templates_of_a_newer_version_are_written_back_and_stop_nothing(
    journal: Journal, tmp_path: Path
) -> None:
    written = {"templates": [RITUAL_TEMPLATE], "removed": [], "defaults": {"ritual": "r"}}
    set_beside(journal, "templates", written)
    assert "r" not in {template.id for template in journal.templates.all()}
    journal.templates.save(EntryTemplate(id="mine", name="Mine"))
    kept = setting_of(journal, "templates")
    assert isinstance(kept, dict)
    assert RITUAL_TEMPLATE in kept["templates"]
    assert kept["defaults"] == {"ritual": "r"}
    journal.maintenance.export(tmp_path / "out", ExportFormat.JSON)
    plan = journal.importing.plan(tmp_path / "out")
    assert [problem.where for problem in plan.problems] == ["templates"]


def test_what_a_newer_version_sets_stays_set(journal: Journal) -> None:
    for name in ("program", "preferences"):
        set_beside(journal, name, {"bell": 3, "project": "", "mentor": "", "phases": []})
    journal.save_program(Program(project="CLI"))
    journal.save_preferences(replace(journal.preferences, lock_after=5))
    assert journal.program.project == "CLI"
    assert journal.preferences.lock_after == 5
    for name in ("program", "preferences"):
        kept = setting_of(journal, name)
        assert isinstance(kept, dict)
        assert kept["bell"] == 3
