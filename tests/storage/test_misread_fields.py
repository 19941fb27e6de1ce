"""A row whose fields this version makes nothing of is an entry like any other of a newer version."""

import pytest
from sqlalchemy import Connection

from amp_desktop.domain.errors import NewerEntryError
from amp_desktop.domain.kinds.goal import Goal, Step
from amp_desktop.domain.kinds.note import Note
from amp_desktop.journal import Journal
from tests.stores import database_beside

MISREAD = (
    "not json",
    "",
    "[]",
    "null",
    "[" * 5000,
    '{"steps":5}',
    '{"steps":[5]}',
    '{"steps":[{}]}',
    '{"steps":[{"text":5}]}',
    '{"steps":[{"text":"a","id":["x"]}]}',
    '{"steps":[{"text":"a","indent":7}]}',
    '{"steps":[{"text":"a","done":true,"done_on":5}]}',
    '{"steps":[{"text":"a","done":true,"done_on":"never"}]}',
    '{"status":5}',
    '{"status":["active"]}',
    '{"status_since":"9999-99-99"}',
    '{"moves":[{"before":null,"after":null,"reason":"","moved_at":"0001-01-01T00:00:00+14:00"}]}',
    '{"target_day":{}}',
)


@pytest.mark.parametrize("fields", MISREAD)
def test_the_rest_of_the_journal_is_read_all_the_same(journal: Journal, fields: str) -> None:
    note = journal.save_entry(Note(title="Plain"))
    goal = journal.save_entry(Goal(title="Grow", body="words", steps=(Step("one", done=True),)))

    def damage(connection: Connection) -> None:
        connection.exec_driver_sql("UPDATE entry SET fields = ? WHERE id = ?", (fields, str(goal.id)))

    with database_beside(journal) as database:
        database.write(damage)
    assert {entry.title for entry in journal.entries()} == {"Plain", "Grow"}
    assert {row.title: row.is_known for row in journal.rows().items} == {"Plain": True, "Grow": False}
    assert [hit.row.title for hit in journal.search("words").items] == ["Grow"]
    assert [entry.title for entry in journal.sharing.offer().entries] == ["Plain"]
    assert journal.meetings.agenda().points == ()
    journal.maintenance.check()
    journal.happened(None, None)
    with pytest.raises(NewerEntryError):
        journal.save_entry(Goal(id=goal.id, title="Mine now"))
    journal.change_entries([note.id, goal.id], lambda entry: entry.with_state("achieved"))
    journal.put_in_bin([goal.id])
    journal.take_from_bin([goal.id])
    with database_beside(journal) as database, database.raw_connection() as connection:
        kept = connection.execute("SELECT fields FROM entry WHERE id = ?", (str(goal.id),)).fetchone()
    assert kept == (fields,)
