"""The sentence for the mentor stands on the page of every kind that can be shared, and is saved."""

import pytest
from pytestqt.qtbot import QtBot

from amp_desktop.domain.kinds.evaluation import Evaluation
from amp_desktop.domain.kinds.registry import ENTRY_TYPES
from amp_desktop.domain.shareable_entry import ShareableEntry
from amp_desktop.journal import Journal
from amp_desktop.ui.kinds.for_mentor import ForMentorPart
from amp_desktop.ui.kinds.part import TextPart
from amp_desktop.ui.kinds.registry import kind_view, kind_views
from amp_desktop.ui.session import Session

WITH_A_PAGE = [
    kind
    for kind, view in kind_views().items()
    if view.has_form and issubclass(ENTRY_TYPES[kind], ShareableEntry) and kind != Evaluation.KIND
]
"""A pad has it among its boxes, where the form has it."""


@pytest.mark.parametrize("kind", WITH_A_PAGE)
def test_it_is_the_last_part_of_the_page_and_is_written_there(
    qtbot: QtBot, journal: Journal, kind: str
) -> None:
    form = kind_view(kind).make_form(Session(journal))
    last = form.parts()[-1]
    assert isinstance(last, ForMentorPart)
    for part in form.parts():
        qtbot.addWidget(part)
    entry = ENTRY_TYPES[kind](title="Title")
    form.show_entry(entry)
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(last.edit, "In a sentence")
    assert form.filled(entry).words_for_mentor == "In a sentence"
    assert last.edit.accessibleName() == "For my mentor"


@pytest.mark.parametrize("kind", WITH_A_PAGE)
def test_it_is_read_with_the_page_and_only_where_it_was_written(kind: str) -> None:
    view = kind_view(kind)
    entry = ENTRY_TYPES[kind](title="Title", body="Body")
    written = ENTRY_TYPES[kind](title="Title", body="Body", for_mentor="A sentence")
    assert [part.text for part in view.whole_reading(written)][-1] == "A sentence"
    assert "For my mentor" not in [part.heading for part in view.whole_reading(entry)]


def test_a_pad_has_it_among_its_boxes(journal: Journal, qtbot: QtBot) -> None:
    form = kind_view(Evaluation.KIND).make_form(Session(journal))
    for part in form.parts():
        qtbot.addWidget(part)
    assert not any(isinstance(part, ForMentorPart) for part in form.parts())
    (box,) = (part for part in form.parts() if isinstance(part, TextPart) and part.edit.field == "for_mentor")
    entry = Evaluation(title="Midterm", window="Midterm")
    form.show_entry(entry)
    with qtbot.waitSignal(form.edited):
        qtbot.keyClicks(box.edit, "In a sentence")
    filled = form.filled(entry)
    assert isinstance(filled, Evaluation)
    assert (filled.for_mentor, filled.words_for_mentor) == ("In a sentence", "")
    read = kind_view(Evaluation.KIND).whole_reading(filled)
    assert "In a sentence" in [part.text for part in read]


def test_kinds_that_cannot_be_shared_ask_for_none(journal: Journal, qtbot: QtBot) -> None:
    form = kind_view("self-care").make_form(Session(journal))
    assert not any(isinstance(part, ForMentorPart) for part in form.parts())
    form.delete()
