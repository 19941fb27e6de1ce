"""A text that is put together over weeks, on the page: edited, left, and assembled again."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from amp_desktop.domain.entry import Sharing
from amp_desktop.domain.kinds.feedback import Feedback
from amp_desktop.domain.kinds.goal import Goal, GoalStatus
from amp_desktop.domain.kinds.milestone import Milestone
from amp_desktop.journal import Journal
from amp_desktop.ui.share.choosing import ChoosingPanel
from amp_desktop.ui.share.found_panel import FoundPanel
from amp_desktop.ui.share.preview import Preview
from amp_desktop.ui.widgets.text_box import TextBox
from tests.ui.share.conftest import DAY, NOTE, OpenPage, User
from tests.ui.share.test_this_time import box_of, press, write

if TYPE_CHECKING:
    from uuid import UUID

    from amp_desktop.ui.share.prepared import PreparedSummary

GOAL = Goal(
    title="Ten reviews",
    status=GoalStatus.ACHIEVED,
    status_since=DAY,
    sharing=Sharing.SHAREABLE,
    day=date(2026, 3, 1),
)
HINT = "A link to the repository or the documentation of the project."


def choose(user: User, template: str) -> "PreparedSummary":
    panel = cast("ChoosingPanel", user.page.findChild(ChoosingPanel))
    panel.template.chosen.emit(template)

    return user.wait()


def preview(user: User) -> Preview:
    return cast("Preview", user.page.findChild(Preview))


@pytest.fixture
def assembled(user: User) -> User:
    """The submission, as Markdown; what is old is in it, for it looks back on everything."""
    user.page.session.save(GOAL)
    choose(user, "final-submission")
    user.choose("md")
    user.wait()
    return user


def test_an_empty_form_is_shown_with_nothing_ticked(journal: Journal, open_page: OpenPage) -> None:
    user = open_page(journal)
    summary = choose(user, "final-submission")
    assert summary.disclosure.entries == ()
    assert HINT in user.choose("txt").data.decode().replace("\n", " ")


def test_it_looks_back_on_everything_and_leaves_the_other_templates_alone(assembled: User) -> None:
    assert b"Ten reviews" in assembled.wait().data
    assert NOTE.id not in assembled.wait().disclosure.entries
    summary = choose(assembled, "weekly-update")
    assert b"First review" in summary.data


def test_an_edit_stays_when_another_template_was_looked_at_and_when_it_has_left(assembled: User) -> None:
    preview(assembled).word_anew(f"{GOAL.id}:")
    write(assembled, "Ten reviews that were of use")
    assert b"Ten reviews that were of use" in assembled.wait().data
    choose(assembled, "weekly-update")
    assert b"of use" not in assembled.wait().data
    summary = choose(assembled, "final-submission")
    assert b"Ten reviews that were of use" in summary.data
    assembled.button("Copy").click()
    draft = assembled.page.session.journal.sharing.draft("final-submission")
    assert [edit.words for edit in draft.edits.values()] == ["Ten reviews that were of use"]


def test_own_words_take_the_place_of_what_belongs_there_and_stay_when_lines_come(assembled: User) -> None:
    key = "bare:Link to the repository or documentation"
    preview(assembled).word_anew(key)
    assert box_of(assembled).findChild(TextBox).text() == ""
    write(assembled, "<https://example.org/cli>")
    data = assembled.wait().data
    assert b"example.org/cli" in data
    assert HINT.encode() not in data
    press(assembled, "Short description of the completed work")
    write(assembled, "I led the reviews.")
    text = assembled.wait().data.decode()
    assert "I led the reviews." in text
    assert "Ten reviews" in text


def test_what_is_new_is_listed_until_it_was_seen_and_leads_to_its_entry(
    qtbot: QtBot, assembled: User
) -> None:
    milestone = Milestone(title="First release", sharing=Sharing.SHAREABLE, day=DAY)
    assembled.page.session.save(milestone)
    summary = assembled.wait()
    assert [place.source for place in summary.disclosure.fresh] == ["First release"]
    panel = cast("FoundPanel", assembled.page.findChild(FoundPanel))
    look = next(b for b in panel.findChildren(QPushButton) if b.accessibleName().endswith("First release"))
    with qtbot.waitSignal(assembled.page.entry_requested) as shown:
        look.click()
    assert shown.args == [milestone.id]
    press(assembled, "I have seen it")
    assert assembled.wait().disclosure.fresh == ()


def test_a_line_says_where_it_comes_from_and_leads_there(qtbot: QtBot, assembled: User) -> None:
    preview(assembled).word_anew(f"{GOAL.id}:")
    box = box_of(assembled)
    assert any("Ten reviews" in one.text() and "1 Mar 2026" in one.text() for one in box.findChildren(QLabel))
    shown: list[UUID] = []
    assembled.page.entry_requested.connect(shown.append)
    next(b for b in box.findChildren(QPushButton) if b.text() == "Open the entry").click()
    assert shown == [GOAL.id]


def test_a_tick_by_hand_is_kept_with_the_text(assembled: User) -> None:
    goal = replace(GOAL, id=Goal().id, title="Quiet work", sharing=Sharing.PRIVATE)
    assembled.page.session.save(goal)
    assert b"Quiet work" not in assembled.wait().data
    assembled.tick_by_keyboard(goal.id)
    assert b"Quiet work" in assembled.wait().data
    assert assembled.page.flush()
    _, ticked, _ = assembled.page.session.journal.sharing.assembling.assemble("final-submission")
    assert {goal.id, GOAL.id} <= ticked


def test_a_line_of_an_untitled_entry_says_whose_words_it_was(journal: Journal, open_page: OpenPage) -> None:
    said = Feedback(by="Ada", changed="Smaller pull requests", day=DAY, sharing=Sharing.SHAREABLE)
    journal.save_entry(said)
    user = open_page(journal)
    assert "From Ada" in user.page._assembling._origin(f"{said.id}:changed")
