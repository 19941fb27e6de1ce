"""Twice as many templates are twice the work: nothing reads all of them for each of them."""

from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry_template import EntryTemplate
from amp_desktop.journal import Journal
from amp_desktop.ui.templates.template_list import TemplateList
from tests.ui.work import calls_of

MANY = 60


def refreshing(journal: Journal, qtbot: QtBot, count: int) -> int:
    for number in range(count):
        journal.templates.save(EntryTemplate(id=f"own-{number}", name=f"Own {number}"))
    shelf = TemplateList(journal.templates)
    qtbot.addWidget(shelf)
    return calls_of(shelf.refresh)


def test_listing_twice_as_many_is_at_most_twice_the_work(journal: Journal, qtbot: QtBot) -> None:
    few = refreshing(journal, qtbot, MANY)
    assert refreshing(journal, qtbot, 2 * MANY) < 2.2 * few
